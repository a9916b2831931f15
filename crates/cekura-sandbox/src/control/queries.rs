//! The control routes that return state.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{bad, ok};
use crate::contract::CONTRACT;
use crate::lock;
use crate::request_log::LoggedRequest;
use crate::routes;
use crate::shared::Shared;
use crate::timestamp::Timestamp;
use crate::verdict::verdicts_of;

type Sandbox = State<Arc<Shared>>;

pub(super) async fn state(State(shared): Sandbox) -> Response {
    let world = &shared.world;
    let ids = world.call_log_ids();
    let now = shared.clock.now();
    let state = lock(&shared.state);
    let agents: Vec<Value> = world
        .agents
        .iter()
        .map(|agent| {
            let metrics: Vec<Value> = state
                .metrics_of(world, agent.id, now)
                .map(|metric| {
                    let version = state.version(world, metric.id, now);
                    json!({"id": metric.id, "name": metric.name, "type": metric.kind.type_name(), "version": version})
                })
                .collect();
            json!({
                "id": agent.id,
                "name": agent.name,
                "assistant_id": agent.assistant_id,
                "project": agent.project,
                "metrics": metrics,
            })
        })
        .collect();
    ok(&json!({
        "url": shared.url(),
        "seed": world.seed,
        "now": now,
        "keys": {
            "admin": shared.keys.admin,
            "read_only": shared.keys.read_only,
            "project": shared.keys.project,
            "bearer": shared.keys.bearer,
        },
        "agents": agents,
        "call_logs": {
            "first": ids.start,
            "last": ids.end - 1,
            "count": ids.end - ids.start,
            "reviewed": state.reviewed(world, now).len(),
        },
        "credits": {"remaining": state.credits_left(now), "spent": state.ledger.credits_spent()},
    }))
}

pub(super) async fn ledger(State(shared): Sandbox) -> Response {
    let ledger = lock(&shared.state).ledger.clone();
    let again: BTreeMap<i64, u64> = ledger.paid_more_than_once().into_iter().collect();
    ok(&json!({
        "evaluations": ledger.evaluations(),
        "call_logs": ledger.call_logs().len(),
        "paid_more_than_once": again,
        "metric_evaluations": ledger.metric_evaluations(),
        "charges": ledger.charges(),
        "credits_spent": ledger.credits_spent(),
    }))
}

pub(super) async fn ledger_call_logs(State(shared): Sandbox) -> Response {
    let ledger = lock(&shared.state).ledger.clone();
    let ids = ledger.call_logs().into_iter();
    let counts: BTreeMap<i64, u64> = ids.map(|id| (id, ledger.evaluations_of(id))).collect();
    ok(&counts)
}

pub(super) async fn ledger_entries(State(shared): Sandbox) -> Response {
    let ledger = lock(&shared.state).ledger.clone();
    ok(&ledger.entries())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    call_log: i64,
}

pub(super) async fn verdicts(
    State(shared): Sandbox,
    which: Result<Query<Which>, QueryRejection>,
) -> Response {
    let id = match which {
        Ok(Query(which)) => which.call_log,
        Err(problem) => {
            return bad(format!(
                "{}: which call log? Expected one number, such as /__sandbox/verdicts?call_log=5001",
                problem.body_text()
            ));
        }
    };
    match verdicts_of(&shared, id) {
        Some(verdicts) => ok(&verdicts),
        None => bad(no_call_log(id)),
    }
}

/// Returns the message about a call log that does not exist.
pub(super) fn no_call_log(id: i64) -> String {
    format!("there is no call log {id}; /__sandbox/state has the range")
}

pub(super) async fn operations() -> Response {
    let operations: Vec<Value> = CONTRACT
        .operations()
        .iter()
        .map(|operation| {
            json!({
                "id": operation.id,
                "method": operation.method,
                "path": operation.path,
                "effect": operation.effect,
                "level": routes::level(&operation.id),
            })
        })
        .collect();
    ok(&operations)
}

pub(super) async fn request_counts(State(shared): Sandbox) -> Response {
    ok(&shared.request_log.request_counts())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HowMany {
    last: Option<usize>,
}

pub(super) async fn requests(
    State(shared): Sandbox,
    how_many: Result<Query<HowMany>, QueryRejection>,
) -> Response {
    let last = match how_many {
        Ok(Query(how_many)) => how_many.last.unwrap_or(usize::MAX),
        Err(problem) => {
            return bad(format!(
                "{}: how many requests? Expected a number, such as /__sandbox/requests?last=100, or none",
                problem.body_text()
            ));
        }
    };
    let requests = shared.request_log.last(last);
    let requests: Vec<Value> = requests.iter().map(logged_request).collect();
    ok(&requests)
}

fn logged_request(request: &LoggedRequest) -> Value {
    let pairs = |pairs: &[(String, String)]| -> Vec<[String; 2]> {
        let pairs = pairs.iter().cloned();
        pairs.map(|(name, value)| [name, value]).collect()
    };
    json!({
        "number": request.number,
        "at": Timestamp::from(request.at),
        "method": request.method,
        "path": request.path,
        "query": pairs(&request.query),
        "headers": pairs(&request.headers),
        "body": String::from_utf8_lossy(&request.body),
        "operation": request.operation,
        "status": request.status,
        "fault": request.fault,
        "violations": request.violations,
    })
}
