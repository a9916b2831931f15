//! `call_logs_rerun_evaluation`: the paid call that the sandbox exists for.
//!
//! The documentation does not say what unknown ids get. Here an unknown agent is 404, and call logs that are unknown
//! or another agent's are 400, for the whole request and before any work. Repeated ids count once.

use cekura_schema::{REQUIRED, describe};
use std::collections::HashSet;

use http::StatusCode;
use serde_json::Value;

use super::auth::Scope;
use super::{Asked, not_found};
use crate::errors::{FieldErrors, detail};
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;
use crate::state::{Order, Refusal, View, Work};
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

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope, body: &Value) -> Reply {
    let world = &shared.world;
    let agent = match body["assistant_id"].as_str() {
        Some(assistant) => world.agent_of_assistant(assistant),
        None => body["agent_id"].as_i64().and_then(|id| world.agent(id)),
    };
    let Some(agent) = agent.filter(|agent| scope.sees(agent.project)) else {
        return not_found();
    };
    let call_logs = if body["call_logs"] == "all" {
        let now = shared.clock.now();
        let state = lock(&shared.state);
        let ids = world.call_log_ids();
        ids.filter(|id| world.agent_of(*id).id == agent.id)
            .filter(|id| state.has_call_log(world, *id, now))
            .collect()
    } else {
        let ids = unique_ids(&body["call_logs"]);
        let foreign = unknown_to(shared, &ids, |owner| owner.id == agent.id);
        if !foreign.is_empty() {
            return missing_call_logs(&foreign, &format!("agent {}", agent.id));
        }
        ids
    };
    let order = Order {
        request: asked.number,
        work: Work::Rerun,
        call_logs: &call_logs,
        part: asked.part,
        metrics: &[],
    };
    match start(shared, asked, &order) {
        Ok(started) => render::details(world, &started.views),
        Err(refusal) => refusal,
    }
}

/// Accepted work, as its reply shows it.
pub(super) struct Started {
    /// The call logs, in the order they were asked for.
    pub(super) views: Vec<View>,
    /// Whether list entries hold nested JSON as text.
    pub(super) as_text: bool,
}

/// Accepts `order` and returns its call logs, both at one moment.
///
/// # Errors
/// The refusal, as a reply.
pub(super) fn start(
    shared: &Shared,
    asked: &Asked<'_>,
    order: &Order<'_>,
) -> Result<Started, Reply> {
    let world = &shared.world;
    let now = shared.clock.now().plus(asked.late);
    let mut state = lock(&shared.state);
    state
        .accept(world, now, order)
        .map_err(|refusal| refused(&refusal))?;
    let ids = order.call_logs.iter();
    let views = ids.map(|id| state.view_in_reply(world, *id, now)).collect();
    Ok(Started {
        views,
        as_text: state.quirks.list_nested_as_text,
    })
}

/// The ids of a list, each once, in their order.
pub(super) fn unique_ids(list: &Value) -> Vec<i64> {
    let mut seen = HashSet::new();
    let ids = list.as_array().into_iter().flatten();
    ids.filter_map(Value::as_i64)
        .filter(|id| seen.insert(*id))
        .collect()
}

/// Returns the ids that do not exist or do not belong to `owner`.
pub(super) fn unknown_to(shared: &Shared, ids: &[i64], owner: impl Fn(&Agent) -> bool) -> Vec<i64> {
    let world = &shared.world;
    let now = shared.clock.now();
    let state = lock(&shared.state);
    let fits = |id: i64| state.has_call_log(world, id, now) && owner(world.agent_of(id));
    ids.iter().copied().filter(|id| !fits(*id)).collect()
}

pub(super) fn missing_call_logs(ids: &[i64], owner: &str) -> Reply {
    let ids = join(ids);
    let text = format!("These call logs do not exist or do not belong to {owner}: {ids}.");
    FieldErrors::one("call_logs", text).reply()
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
