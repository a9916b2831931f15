//! The control routes.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{Html, Response};
use axum::routing::{get, post};
use http::{Method, StatusCode, Uri, header};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::home;
use crate::errors::detail;
use crate::faults::{FaultScript, ScriptEntry};
use crate::knobs::Knobs;
use crate::lock;
use crate::server::{self, Reply};
use crate::shared::Shared;
use crate::state::HumanEdit;

type Sandbox = State<Arc<Shared>>;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(first_page))
        .route("/__sandbox/", get(index))
        .route("/__sandbox/state", get(state))
        .route("/__sandbox/ledger", get(ledger))
        .route("/__sandbox/journal", get(journal))
        .route(
            "/__sandbox/faults",
            get(faults).post(push_faults).delete(clear_faults),
        )
        .route("/__sandbox/knobs", get(knobs).put(set_knobs))
        .route("/__sandbox/clock/advance", post(advance))
        .route("/__sandbox/metrics/edit", post(edit_metric))
        .route("/__sandbox/call_logs/review", post(review))
        .route("/__sandbox/reset", post(reset))
        .method_not_allowed_fallback(other_methods)
        .fallback(server::handle)
        .with_state(shared)
}

async fn first_page(State(shared): Sandbox) -> Html<String> {
    Html(home::page(&shared))
}

async fn index() -> Response {
    ok(&listing())
}

/// A control route that is there, but not with this method: says with which.
async fn other_methods(method: Method, uri: Uri) -> Response {
    let index = listing();
    let allowed: Vec<&str> = index
        .as_object()
        .into_iter()
        .flat_map(|routes| routes.keys())
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, path)| *path == uri.path())
        .map(|(method, _)| method)
        .collect();
    // The two pages are not in the listing.
    let allowed = if allowed.is_empty() {
        vec!["GET"]
    } else {
        allowed
    };
    let text = format!(
        "Method \"{method}\" not allowed: {} takes {}. /__sandbox/ lists everything.",
        uri.path(),
        allowed.join(", ")
    );
    let reply = detail(StatusCode::METHOD_NOT_ALLOWED, text);
    server::whole(reply.with(header::ALLOW, &allowed.join(", ")))
}

/// Every control route, with what it is for.
fn listing() -> Value {
    json!({
        "GET /__sandbox/state": "who and what exists, the clock, the credits",
        "GET /__sandbox/ledger": "every evaluation that was paid for",
        "GET /__sandbox/journal": "every request that arrived, and what was answered",
        "GET /__sandbox/faults": "what is still to go wrong",
        "POST /__sandbox/faults": "a fault script: one fault a line, an array, or an object with faults and rates",
        "DELETE /__sandbox/faults": "nothing goes wrong any more",
        "GET /__sandbox/knobs": "the knobs as they are",
        "PUT /__sandbox/knobs": "new knobs; what is left out takes its default",
        "POST /__sandbox/clock/advance": "{\"seconds\": 30}",
        "POST /__sandbox/metrics/edit": "{\"metric\": 71}: a new version of a metric",
        "POST /__sandbox/call_logs/review": "{\"call_log\": 5001, \"success\": true}; without success: only an edit",
        "POST /__sandbox/reset": "back to the start; the knobs stay, the clock goes on",
    })
}

async fn state(State(shared): Sandbox) -> Response {
    let world = &shared.world;
    let ids = world.call_log_ids();
    let state = lock(&shared.state);
    let agents: Vec<Value> = world
        .agents
        .iter()
        .map(|agent| {
            let metrics: Vec<Value> = world
                .metrics_of(agent.id)
                .iter()
                .map(|metric| {
                    let version = state.version(world, metric.id);
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
        "now": shared.clock.now(),
        "keys": {
            "admin": shared.keys.admin,
            "read_only": shared.keys.read_only,
            "project": shared.keys.project,
            "bearer": shared.keys.bearer,
        },
        "agents": agents,
        "call_logs": {"first": ids.start, "last": ids.end - 1, "count": ids.end - ids.start},
        "credits": {"remaining": state.credits_left(), "spent": state.ledger.credits_spent()},
    }))
}

async fn ledger(State(shared): Sandbox) -> Response {
    let ledger = lock(&shared.state).ledger.clone();
    ok(&json!({
        "evaluations": ledger.evaluations(),
        "metric_evaluations": ledger.metric_evaluations(),
        "credits_spent": ledger.credits_spent(),
        "entries": ledger.entries(),
    }))
}

async fn journal(State(shared): Sandbox) -> Response {
    let exchanges: Vec<Value> = shared
        .journal
        .all()
        .into_iter()
        .map(|exchange| {
            let headers: Vec<[&String; 2]> = exchange
                .headers
                .iter()
                .map(|(name, value)| [name, value])
                .collect();
            let query: Vec<[&String; 2]> = exchange
                .query
                .iter()
                .map(|(name, value)| [name, value])
                .collect();
            json!({
                "number": exchange.number,
                "at": crate::stamp::Stamp::from(exchange.at),
                "method": exchange.method,
                "path": exchange.path,
                "query": query,
                "headers": headers,
                "body": String::from_utf8_lossy(&exchange.body),
                "operation": exchange.operation,
                "status": exchange.status,
                "fault": exchange.fault,
                "violations": exchange.violations,
            })
        })
        .collect();
    ok(&exchanges)
}

async fn faults(State(shared): Sandbox) -> Response {
    let list = shared.faults.list();
    let entries: Vec<ScriptEntry> = list.iter().map(ScriptEntry::from).collect();
    ok(&json!({"remaining": entries.len(), "faults": entries}))
}

async fn push_faults(State(shared): Sandbox, body: Bytes) -> Response {
    let text = String::from_utf8_lossy(&body);
    match text.parse::<FaultScript>() {
        Ok(script) => {
            shared.faults.load(script);
            ok(&json!({"remaining": shared.faults.remaining()}))
        }
        Err(error) => bad(error.to_string()),
    }
}

async fn clear_faults(State(shared): Sandbox) -> Response {
    shared.faults.clear();
    ok(&json!({"remaining": 0}))
}

async fn knobs(State(shared): Sandbox) -> Response {
    let knobs = Knobs::clone(&lock(&shared.state).knobs);
    ok(&knobs)
}

async fn set_knobs(State(shared): Sandbox, body: Bytes) -> Response {
    match read::<Knobs>(&body) {
        Ok(knobs) => {
            lock(&shared.state).knobs = Arc::new(knobs.clone());
            ok(&knobs)
        }
        Err(problem) => bad(problem),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

async fn advance(State(shared): Sandbox, body: Bytes) -> Response {
    let wanted = match read::<Advance>(&body) {
        Ok(wanted) => wanted,
        Err(problem) => return bad(problem),
    };
    let Ok(time) = Duration::try_from_secs_f64(wanted.seconds) else {
        return bad(
            "\"seconds\" must be a number that is not negative: the clock goes ahead only"
                .to_owned(),
        );
    };
    shared.clock.advance(time);
    ok(&json!({"now": shared.clock.now()}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditMetric {
    metric: i64,
}

async fn edit_metric(State(shared): Sandbox, body: Bytes) -> Response {
    let wanted = match read::<EditMetric>(&body) {
        Ok(wanted) => wanted,
        Err(problem) => return bad(problem),
    };
    let version = lock(&shared.state).edit_metric(&shared.world, wanted.metric);
    match version {
        Some(version) => ok(&json!({"metric": wanted.metric, "version": version})),
        None => bad(format!(
            "there is no metric {}; /__sandbox/state lists them",
            wanted.metric
        )),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    call_log: i64,
    success: Option<bool>,
}

async fn review(State(shared): Sandbox, body: Bytes) -> Response {
    let wanted = match read::<Review>(&body) {
        Ok(wanted) => wanted,
        Err(problem) => return bad(problem),
    };
    let edit = wanted
        .success
        .map_or(HumanEdit::Edited, HumanEdit::Reviewed);
    let now = shared.clock.now();
    let known = lock(&shared.state).edit_call_log(&shared.world, now, wanted.call_log, edit);
    if known {
        ok(&json!({"call_log": wanted.call_log, "success": wanted.success}))
    } else {
        bad(format!(
            "there is no call log {}; /__sandbox/state has the range",
            wanted.call_log
        ))
    }
}

async fn reset(State(shared): Sandbox) -> Response {
    shared.reset();
    ok(&json!({"now": shared.clock.now()}))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

fn ok(value: &impl serde::Serialize) -> Response {
    server::whole(Reply::json(StatusCode::OK, value))
}

fn bad(problem: String) -> Response {
    server::whole(detail(StatusCode::BAD_REQUEST, problem))
}
