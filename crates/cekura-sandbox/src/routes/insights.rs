//! Deep research insights: their price, and the failure modes that a project has dismissed. Everything else about them is
//! in the engine.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::Call;
use crate::credits::Credits;
use crate::server::Reply;
use crate::state::State;

/// `deep_research_insights_pricing`
pub(super) fn pricing(_: &mut State, _: &Call<'_>) -> Result<Reply, Reply> {
    let credits = Credits::PER_OPERATION.hundredths() as f64 / 100.0;
    Ok(Reply::json(StatusCode::OK, &json!({ "credits": credits })))
}

/// `deep_research_insights_dismiss_mode`: no insight of the project shows the failure mode from now on.
pub(super) fn dismiss_mode(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let [project, title] = ["project", "mode_title"].map(|name| call.body[name].clone());
    let reply = json!({"project": project, "mode_title": title});
    state.failures.dismissed.push([project, title]);
    Ok(Reply::json(StatusCode::OK, &reply))
}

/// Removes the dismissed failure modes from an insight.
pub(crate) fn without_dismissed(state: &State, insight: &mut Map<String, Value>) {
    let project = insight.get("project").cloned().unwrap_or_default();
    if let Some(Value::Array(modes)) = insight.get_mut("failure_modes") {
        modes.retain(|mode| {
            let mode = [project.clone(), mode["title"].clone()];
            !state.failures.dismissed.contains(&mode)
        });
    }
}
