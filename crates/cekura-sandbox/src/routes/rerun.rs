//! `call_logs_rerun_evaluation`: the paid call that the sandbox exists for.
//!
//! The documentation does not say what unknown ids get. Here an unknown agent is 404, and call logs that are unknown
//! or another agent's are 400, for the whole request and before any work. Repeated ids count once.

use cekura_schema::{REQUIRED, describe};
use std::collections::HashSet;

use http::StatusCode;
use serde_json::Value;

use crate::errors::{FieldErrors, detail, not_found};
use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::{Order, Refusal, State, View, Work};
use crate::world::Agent;

/// Field errors that are about no single field.
pub(super) const WHOLE: &str = "non_field_errors";

/// Returns the errors of a body, with plainer messages than those of the schema.
pub(super) fn complaints(body: &Value) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let agent = &body["agent_id"];
    let assistant = &body["assistant_id"];
    match (agent.is_null(), assistant.is_null()) {
        (false, false) => errors.add(
            WHOLE,
            "agent_id and assistant_id were both given, and they conflict: send exactly one of them.",
        ),
        (true, true) if body.is_object() => {
            errors.add(WHOLE, "Neither agent_id nor assistant_id was given: send exactly one of them.");
        }
        _ => {}
    }
    if !assistant.is_null() && !assistant.is_string() {
        errors.add(
            "assistant_id",
            format!(
                "Expected a string such as \"asst_harbor_frontdesk\", got {}.",
                describe(assistant)
            ),
        );
    }
    if !agent.is_null() && !agent.is_i64() {
        errors.add(
            "agent_id",
            format!("Expected an integer such as 310, got {}.", describe(agent)),
        );
    }
    let call_logs = &body["call_logs"];
    let fits = match call_logs {
        Value::Array(ids) => !ids.is_empty() && ids.iter().all(Value::is_i64),
        other => other.as_str() == Some("all"),
    };
    if body.is_object() && body.get("call_logs").is_none() {
        errors.add("call_logs", REQUIRED);
    } else if !fits && body.is_object() {
        errors.add(
            "call_logs",
            format!(
                "Expected a list of at least one call log id, such as [5001, 5002], or \"all\", got {}.",
                describe(call_logs)
            ),
        );
    }
    errors
}

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, now, body) = (call.world, call.now, call.body);
    let agent = match body["assistant_id"].as_str() {
        Some(assistant) => world.agent_of_assistant(assistant),
        None => body["agent_id"].as_i64().and_then(|id| world.agent(id)),
    };
    let agent = agent.filter(|agent| call.scope.sees(agent.project));
    let agent = agent.ok_or_else(not_found)?.id;
    let call_logs = if body["call_logs"] == "all" {
        let ids = world.call_log_ids();
        ids.filter(|id| world.agent_of(*id).id == agent && state.has_call_log(world, *id, now))
            .collect()
    } else {
        let ids = unique_ids(&body["call_logs"]);
        let name = format!("agent {agent}");
        check_call_logs(state, call, &ids, &name, |owner| owner.id == agent)?;
        ids
    };
    let views = start(state, call, Work::Rerun, &call_logs, &[])?;
    Ok(render::details(world, &views))
}

/// Accepts the work, and returns the call logs as its reply shows them, in the order they were asked for.
///
/// # Errors
/// The refusal, as a reply.
pub(super) fn start(
    state: &mut State,
    call: &Call<'_>,
    work: Work,
    call_logs: &[i64],
    metrics: &[i64],
) -> Result<Vec<View>, Reply> {
    let order = Order {
        request: call.asked.number,
        work,
        call_logs,
        part: call.asked.part,
        metrics,
    };
    state
        .accept(call.world, call.now, &order)
        .map_err(|refusal| refused(&refusal))?;
    let view = |id: &i64| state.view_in_reply(call.world, *id, call.now);
    Ok(call_logs.iter().map(view).collect())
}

/// The ids of a list, each once, in their order.
pub(super) fn unique_ids(list: &Value) -> Vec<i64> {
    let mut seen = HashSet::new();
    let ids = list.as_array().into_iter().flatten();
    ids.filter_map(Value::as_i64)
        .filter(|id| seen.insert(*id))
        .collect()
}

/// Checks that the call logs exist and belong to `owner`; `name` is what an error calls the owner.
///
/// # Errors
/// 400 with the ids that do not.
pub(super) fn check_call_logs(
    state: &State,
    call: &Call<'_>,
    ids: &[i64],
    name: &str,
    owner: impl Fn(&Agent) -> bool,
) -> Result<(), Reply> {
    let world = call.world;
    let fits = |id: i64| state.has_call_log(world, id, call.now) && owner(world.agent_of(id));
    let missing: Vec<i64> = ids.iter().copied().filter(|id| !fits(*id)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let ids = join(&missing);
    let text = format!("These call logs do not exist or do not belong to {name}: {ids}.");
    Err(FieldErrors::one("call_logs", text).reply())
}

pub(super) fn join(ids: &[i64]) -> String {
    let mut texts: Vec<String> = ids.iter().take(20).map(ToString::to_string).collect();
    if ids.len() > 20 {
        texts.push(format!("and {} more", ids.len() - 20));
    }
    texts.join(", ")
}

pub(super) fn refused(refusal: &Refusal) -> Reply {
    match refusal {
        Refusal::Busy(ids) => detail(
            StatusCode::BAD_REQUEST,
            format!("Some call logs are still being evaluated: {}.", join(ids)),
        ),
        Refusal::Credits { needed, left } => detail(
            StatusCode::PAYMENT_REQUIRED,
            format!("There are not enough credits: this costs {needed}, and {left} are left."),
        ),
    }
}
