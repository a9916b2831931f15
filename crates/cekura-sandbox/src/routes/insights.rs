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
    let (project, title) = (call.project(), &call.body["mode_title"]);
    if let (Some(project), Some(title)) = (project, title.as_str()) {
        state.failures.dismissed.insert((project, title.to_owned()));
    }
    let dismissed = json!({"project": project, "mode_title": title});
    Ok(Reply::json(StatusCode::OK, &dismissed))
}

/// Removes the dismissed failure modes from an insight.
pub(crate) fn without_dismissed(state: &State, insight: &mut Map<String, Value>) {
    let project = insight.get("project").and_then(Value::as_i64);
    let modes = insight.get_mut("failure_modes");
    if let (Some(project), Some(Value::Array(modes))) = (project, modes) {
        modes.retain(|mode| {
            let title = mode["title"].as_str().unwrap_or_default();
            !state
                .failures
                .dismissed
                .contains(&(project, title.to_owned()))
        });
    }
}
