//! The control routes that change something, and what can be changed.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::answer::{bad, ok, read};
use super::look::no_call_log;
use crate::faults::{FaultScript, ScriptEntry};
use crate::knobs::Knobs;
use crate::lock;
use crate::settings::Changes;
use crate::shared::Shared;
use crate::state::HumanEdit;

type Sandbox = State<Arc<Shared>>;

pub(super) async fn faults(State(shared): Sandbox) -> Response {
    let list = shared.faults.list();
    let entries: Vec<ScriptEntry> = list.iter().map(ScriptEntry::from).collect();
    let rates = shared.faults.rates();
    ok(&json!({"remaining": entries.len(), "faults": entries, "rates": rates}))
}

pub(super) async fn push_faults(State(shared): Sandbox, body: Bytes) -> Response {
    let text = String::from_utf8_lossy(&body);
    match text.parse::<FaultScript>() {
        Ok(script) => {
            shared.faults.load(script);
            ok(&json!({"remaining": shared.faults.remaining()}))
        }
        Err(error) => bad(error.to_string()),
    }
}

pub(super) async fn clear_faults(State(shared): Sandbox) -> Response {
    shared.faults.clear();
    ok(&json!({"remaining": 0}))
}

pub(super) async fn knobs(State(shared): Sandbox) -> Response {
    let knobs = Knobs::clone(&lock(&shared.state).knobs);
    ok(&knobs)
}

pub(super) async fn set_knobs(State(shared): Sandbox, body: Bytes) -> Response {
    match read::<Knobs>(&body) {
        Ok(knobs) => {
            lock(&shared.state).knobs = Arc::new(knobs.clone());
            ok(&knobs)
        }
        Err(problem) => bad(problem),
    }
}

pub(super) async fn settings(State(shared): Sandbox) -> Response {
    let settings = *lock(&shared.settings);
    ok(&settings)
}

pub(super) async fn change_settings(State(shared): Sandbox, body: Bytes) -> Response {
    match read::<Changes>(&body) {
        Ok(changes) => ok(&shared.change_settings(|settings| changes.apply(settings))),
        Err(problem) => bad(problem),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

pub(super) async fn advance(State(shared): Sandbox, body: Bytes) -> Response {
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

pub(super) async fn edit_metric(State(shared): Sandbox, body: Bytes) -> Response {
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

pub(super) async fn review(State(shared): Sandbox, body: Bytes) -> Response {
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
        bad(no_call_log(wanted.call_log))
    }
}

pub(super) async fn reset(State(shared): Sandbox) -> Response {
    shared.reset();
    ok(&json!({"now": shared.clock.now()}))
}
