//! The control routes, the list of them, and the start page.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{Html, Response};
use axum::routing::{get, post};
use http::{Method, StatusCode, Uri, header};
use serde_json::{Value, json};

use super::answer::ok;
use super::{commands, queries};
use crate::errors::{detail, escape};
use crate::server::{self, Reply};
use crate::shared::Shared;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(first_page))
        .route("/__sandbox/", get(index))
        .route("/__sandbox/state", get(queries::state))
        .route("/__sandbox/ledger", get(queries::ledger))
        .route("/__sandbox/ledger/entries", get(queries::ledger_entries))
        .route(
            "/__sandbox/ledger/call_logs",
            get(queries::ledger_call_logs),
        )
        .route("/__sandbox/verdicts", get(queries::verdicts))
        .route("/__sandbox/operations", get(queries::operations))
        .route("/__sandbox/request_counts", get(queries::request_counts))
        .route("/__sandbox/requests", get(queries::requests))
        .route(
            "/__sandbox/faults",
            get(commands::faults)
                .post(commands::push_faults)
                .delete(commands::clear_faults),
        )
        .route(
            "/__sandbox/quirks",
            get(commands::quirks).put(commands::set_quirks),
        )
        .route(
            "/__sandbox/settings",
            get(commands::settings).patch(commands::change_settings),
        )
        .route("/__sandbox/clock/advance", post(commands::advance))
        .route("/__sandbox/metrics/edit", post(commands::edit_metric))
        .route("/__sandbox/metrics/assign", post(commands::assign_metric))
        .route("/__sandbox/call_logs/review", post(commands::review))
        .route("/__sandbox/call_logs/delete", post(commands::delete))
        .route("/__sandbox/credits", post(commands::add_credits))
        .route(
            "/__sandbox/events",
            get(commands::events).post(commands::schedule),
        )
        .route("/__sandbox/connections", post(commands::hold_connections))
        .route("/__sandbox/reset", post(commands::reset))
        .method_not_allowed_fallback(other_methods)
        .fallback(server::handle)
        .with_state(shared)
}

async fn first_page(State(shared): State<Arc<Shared>>) -> Html<String> {
    Html(home_page(&shared))
}

/// The start page: what this is, and an example request.
fn home_page(shared: &Shared) -> String {
    let url = shared.url();
    let key = &shared.keys.admin;
    let agent = &shared.world.agents[0];
    let ids = shared.world.call_log_ids();
    let id = ids.start;
    let curl = format!(
        "curl --request POST \\\n  --url {url}/observability/v1/call-logs/rerun_evaluation/ \\\n  \
         --header 'Content-Type: application/json' \\\n  --header 'X-CEKURA-API-KEY: {key}' \\\n  \
         --data '{{\"agent_id\": {}, \"call_logs\": [{id}]}}'",
        agent.id
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Cekura sandbox</title></head>\n<body>\n\
         <h1>Cekura sandbox</h1>\n\
         <p>This is a simulation of the Cekura API on your own computer. It has {agents} agents and {count} call logs that \
         are generated from the seed {seed}. It evaluates them on request and records the cost. All data is lost when it stops. \
         Nothing here reaches a real account, and the key below is valid only here.</p>\n\
         <p>The key: <code>{key}</code></p>\n<pre>{curl}</pre>\n\
         <p>The routes that show and control its state are listed under <a href=\"/__sandbox/\">/__sandbox/</a>.</p>\n</body>\n</html>\n",
        agents = shared.world.agents.len(),
        count = ids.end - ids.start,
        seed = shared.world.seed,
        key = escape(key),
        curl = escape(&curl),
    )
}

async fn index() -> Response {
    ok(&listing())
}

/// Replies to a control route with an unsupported method: 405 with the supported ones.
async fn other_methods(method: Method, uri: Uri) -> Response {
    let index = listing();
    let path_of = |line: &str| line.split('?').next() == Some(uri.path());
    let allowed: Vec<&str> = index
        .as_object()
        .into_iter()
        .flat_map(|routes| routes.keys())
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, line)| path_of(line))
        .map(|(method, _)| method)
        .collect();
    // The two pages are not in the listing.
    let allowed = if allowed.is_empty() {
        vec!["GET"]
    } else {
        allowed
    };
    let text = format!(
        "Method \"{method}\" not allowed: {} takes {}. /__sandbox/ lists all routes.",
        uri.path(),
        allowed.join(", ")
    );
    let reply: Reply = detail(StatusCode::METHOD_NOT_ALLOWED, text);
    server::whole(reply.with(header::ALLOW, &allowed.join(", ")))
}

/// Returns every control route with its purpose.
fn listing() -> Value {
    json!({
        "GET /__sandbox/state": "agents, metrics and their versions, call logs, the clock, the credits",
        "GET /__sandbox/ledger": "the number of paid evaluations, and the call logs that were paid for more than once",
        "GET /__sandbox/ledger/call_logs": "the number of paid evaluations of each call log",
        "GET /__sandbox/ledger/entries": "every payment for one metric on one call log",
        "GET /__sandbox/verdicts?call_log=5001": "the verdicts on a call log, evaluation by evaluation",
        "GET /__sandbox/operations": "the operations of the contract: effect, and level (modelled or engine)",
        "GET /__sandbox/request_counts": "the number of requests by operation and status",
        "GET /__sandbox/requests?last=100": "the latest requests and their responses; without last all that are kept",
        "GET /__sandbox/faults": "the remaining faults, and the fault rates",
        "POST /__sandbox/faults": "a fault script: one fault a line, an array, or an object with faults and rates",
        "DELETE /__sandbox/faults": "removes all faults and rates",
        "GET /__sandbox/quirks": "the current settings of undocumented behaviour",
        "PUT /__sandbox/quirks": "new settings of undocumented behaviour, such as {\"judge_error_rate\": 0.05}; missing fields take their defaults",
        "GET /__sandbox/settings": "latency, evaluation time, job time and rate limit",
        "PATCH /__sandbox/settings": "{\"rate_limit\": \"20/s\", \"latency_ms\": 80, \"evaluation_time_ms\": 5000, \"job_time_ms\": 5000}; rate_limit null removes the limit, missing fields keep their values",
        "POST /__sandbox/clock/advance": "{\"seconds\": 30}",
        "POST /__sandbox/metrics/edit": "{\"metric\": 71}: a new version of a metric",
        "POST /__sandbox/call_logs/review": "{\"call_log\": 5001, \"success\": true}; without success: only an edit",
        "POST /__sandbox/metrics/assign": "{\"agent\": 310}: one more metric for an agent, up to three",
        "POST /__sandbox/call_logs/delete": "{\"call_log\": 5001}",
        "POST /__sandbox/credits": "{\"add\": \"10.00\"}",
        "GET /__sandbox/events": "the events that are scheduled before or after a paid request",
        "POST /__sandbox/events": "{\"trigger\": {\"after_paid_request\": 1}, \"event\": {\"review\": {\"call_log\": 5001, \"success\": true}}}; triggers: after_ms, before_paid_request, after_paid_request; events: review, edit_call_log, delete_call_log, edit_metric, assign_metric, add_credits",
        "POST /__sandbox/connections": "{\"hold_ms\": 3000}: holds new connections for this long, also those for control routes",
        "POST /__sandbox/reset": "resets all data; settings are kept, the clock continues",
    })
}
