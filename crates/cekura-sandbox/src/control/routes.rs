//! The control routes, and the list of them.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{Html, Response};
use axum::routing::{get, post};
use http::{Method, StatusCode, Uri, header};
use serde_json::{Value, json};

use super::answer::ok;
use super::{commands, home, queries};
use crate::errors::detail;
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
        .route("/__sandbox/traffic", get(queries::traffic))
        .route("/__sandbox/journal", get(queries::journal))
        .route(
            "/__sandbox/faults",
            get(commands::faults)
                .post(commands::push_faults)
                .delete(commands::clear_faults),
        )
        .route(
            "/__sandbox/knobs",
            get(commands::knobs).put(commands::set_knobs),
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
    Html(home::page(&shared))
}

async fn index() -> Response {
    ok(&listing())
}

/// A control route that is there, but not with this method: says with which.
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
        "Method \"{method}\" not allowed: {} takes {}. /__sandbox/ lists everything.",
        uri.path(),
        allowed.join(", ")
    );
    let reply: Reply = detail(StatusCode::METHOD_NOT_ALLOWED, text);
    server::whole(reply.with(header::ALLOW, &allowed.join(", ")))
}

/// Every control route, with what it is for.
fn listing() -> Value {
    json!({
        "GET /__sandbox/state": "who and what exists, the versions of the metrics, the clock, the credits",
        "GET /__sandbox/ledger": "how many evaluations were paid for, and which call logs more than once",
        "GET /__sandbox/ledger/call_logs": "how often the evaluation of each call log was paid for",
        "GET /__sandbox/ledger/entries": "every payment for one metric on one call log",
        "GET /__sandbox/verdicts?call_log=5001": "what the judge said about a call log, evaluation by evaluation",
        "GET /__sandbox/traffic": "how many requests arrived, by operation and by status",
        "GET /__sandbox/journal?last=100": "the latest requests, and what was answered; without last all that are kept",
        "GET /__sandbox/faults": "what is still to go wrong, and how often by chance",
        "POST /__sandbox/faults": "a fault script: one fault a line, an array, or an object with faults and rates",
        "DELETE /__sandbox/faults": "nothing goes wrong any more",
        "GET /__sandbox/knobs": "the knobs as they are",
        "PUT /__sandbox/knobs": "new knobs, such as {\"noise\": 0.05}; what is left out takes its default",
        "GET /__sandbox/settings": "how long requests and evaluations take, and how many requests are let through",
        "PATCH /__sandbox/settings": "{\"rate_limit\": \"20/s\", \"latency_ms\": 80, \"judge_time_ms\": 5000}; rate_limit null lets all through, what is left out stays",
        "POST /__sandbox/clock/advance": "{\"seconds\": 30}",
        "POST /__sandbox/metrics/edit": "{\"metric\": 71}: a new version of a metric",
        "POST /__sandbox/call_logs/review": "{\"call_log\": 5001, \"success\": true}; without success: only an edit",
        "POST /__sandbox/metrics/assign": "{\"agent\": 310}: one more metric for an agent, up to three",
        "POST /__sandbox/call_logs/delete": "{\"call_log\": 5001}",
        "POST /__sandbox/credits": "{\"add\": \"10.00\"}",
        "GET /__sandbox/events": "what is to happen around a paid request that has not come yet",
        "POST /__sandbox/events": "{\"moment\": {\"after_paid_request\": 1}, \"event\": {\"review\": {\"call_log\": 5001, \"success\": true}}}; moments: after_ms, before_paid_request, after_paid_request; events: review, edit_call_log, delete_call_log, edit_metric, assign_metric, add_credits",
        "POST /__sandbox/connections": "{\"hold_ms\": 3000}: for this long no new connection is established, not even one for a route such as this",
        "POST /__sandbox/reset": "back to the start; knobs and settings stay, the clock goes on",
    })
}
