//! Deep research insights: their price, and the failure modes that a project has dismissed. Everything else about them is
//! in the engine.

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::credits::Credits;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;

/// `deep_research_insights_pricing`
pub(super) fn pricing(_: &mut State, _: &Call<'_>) -> Result<Reply, Reply> {
    let credits = Credits::PER_OPERATION.hundredths() as f64 / 100.0;
    Ok(Reply::json(StatusCode::OK, &json!({ "credits": credits })))
}

/// `deep_research_insights_dismiss_mode`: no insight of the project shows the failure mode from now on.
pub(super) fn dismiss_mode(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let project = call.body["project"].as_i64().unwrap_or_default();
    let title = text(&call.body["mode_title"]);
    let reply = json!({"project": project, "mode_title": title});
    state.failures.dismissed.insert((project, title));
    Ok(Reply::json(StatusCode::OK, &reply))
}

/// Removes the dismissed failure modes from an insight.
pub(super) fn without_dismissed(state: &State, insight: &mut Map<String, Value>) {
    let project = insight.get("project").and_then(Value::as_i64);
    let project = project.unwrap_or_default();
    if let Some(Value::Array(modes)) = insight.get_mut("failure_modes") {
        modes.retain(|mode| {
            let mode = (project, text(&mode["title"]));
            !state.failures.dismissed.contains(&mode)
        });
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
