//! `call_logs_evaluate_metrics`: evaluation by chosen metrics.

use cekura_schema::{REQUIRED, describe};
use serde_json::Value;

use super::rerun::{WHOLE, check_call_logs, join, start, unique_ids};
use crate::errors::{FieldErrors, not_found};
use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::{State, Work};
use crate::world::Agent;

/// Returns the errors of a body, with plainer messages than those of the schema.
pub(super) fn complaints(body: &Value) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if !body.is_object() {
        return errors;
    }
    match (body["agent_id"].is_null(), body["project_id"].is_null()) {
        (false, false) => errors.add(
            WHOLE,
            "agent_id and project_id were both given, and they conflict: send exactly one of them.",
        ),
        (true, true) => errors.add(
            WHOLE,
            "Neither agent_id nor project_id was given: send exactly one of them.",
        ),
        _ => {}
    }
    for (field, example) in [("call_logs", "[5001, 5002]"), ("metrics", "[71, 72]")] {
        if body.get(field).is_none() {
            errors.add(field, REQUIRED);
            continue;
        }
        let ids = body[field].as_array();
        if !ids.is_some_and(|ids| !ids.is_empty() && ids.iter().all(Value::is_i64)) {
            let got = describe(&body[field]);
            errors.add(
                field,
                format!("Expected a list of at least one id, such as {example}, got {got}."),
            );
        }
    }
    errors
}

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, body) = (call.world, call.body);
    let agent = body["agent_id"].as_i64();
    let project = body["project_id"].as_i64();
    let wanted = |owner: &Agent| {
        call.scope.sees(owner.project)
            && agent.is_none_or(|id| owner.id == id)
            && project.is_none_or(|id| owner.project == id)
    };
    let owners: Vec<&Agent> = world.agents.iter().filter(|owner| wanted(owner)).collect();
    if owners.is_empty() {
        return Err(not_found());
    }
    let target = match (agent, project) {
        (Some(id), _) => format!("agent {id}"),
        (None, Some(id)) => format!("project {id}"),
        (None, None) => "the target".to_owned(),
    };
    let call_logs = unique_ids(&body["call_logs"]);
    check_call_logs(state, call, &call_logs, &target, wanted)?;
    let metrics = unique_ids(&body["metrics"]);
    let belongs = |id: &i64| {
        let metric = state.metric(world, *id, call.now);
        metric.is_some_and(|metric| owners.iter().any(|owner| owner.id == metric.agent))
    };
    let unknown: Vec<i64> = metrics.iter().copied().filter(|id| !belongs(id)).collect();
    if !unknown.is_empty() {
        let ids = join(&unknown);
        let text = format!("These metrics do not exist or do not belong to {target}: {ids}.");
        return Err(FieldErrors::one("metrics", text).reply());
    }
    let views = start(state, call, Work::Metrics, &call_logs, &metrics)?;
    let as_text = state.quirks.list_nested_as_text;
    Ok(render::summaries(world, &views, as_text))
}
