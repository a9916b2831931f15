//! The control routes that change the sandbox.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::answer::{bad, ok, read};
use super::queries::no_call_log;
use crate::credits::Credits;
use crate::events::{Event, EventTrigger, Scheduled};
use crate::faults::{FaultScript, ScriptEntry};
use crate::lock;
use crate::quirks::Quirks;
use crate::settings::Changes;
use crate::shared::Shared;

type Sandbox = State<Arc<Shared>>;

const NOW: EventTrigger = EventTrigger::After(Duration::ZERO);

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

pub(super) async fn quirks(State(shared): Sandbox) -> Response {
    let quirks = Quirks::clone(&lock(&shared.state).quirks);
    ok(&quirks)
}

pub(super) async fn set_quirks(State(shared): Sandbox, body: Bytes) -> Response {
    match read::<Quirks>(&body) {
        Ok(quirks) => {
            lock(&shared.state).quirks = Arc::new(quirks.clone());
            ok(&quirks)
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
    let now = shared.clock.now();
    let version = lock(&shared.state).edit_metric(&shared.world, now, wanted.metric);
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
struct AssignMetric {
    agent: i64,
}

pub(super) async fn assign_metric(State(shared): Sandbox, body: Bytes) -> Response {
    let agent = match read::<AssignMetric>(&body) {
        Ok(wanted) => wanted.agent,
        Err(problem) => return bad(problem),
    };
    let now = shared.clock.now();
    let metric = lock(&shared.state).assign_metric(&shared.world, now, agent);
    match metric {
        Some(metric) => ok(&json!({"agent": agent, "metric": metric})),
        None => bad(format!(
            "there is no agent {agent}, or no more metric for it; /__sandbox/state lists them"
        )),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Delete {
    call_log: i64,
}

pub(super) async fn delete(State(shared): Sandbox, body: Bytes) -> Response {
    let call_log = match read::<Delete>(&body) {
        Ok(wanted) => wanted.call_log,
        Err(problem) => return bad(problem),
    };
    if shared.schedule(NOW, Event::DeleteCallLog { call_log }) {
        ok(&json!({"deleted": call_log}))
    } else {
        bad(no_call_log(call_log))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddCredits {
    add: Credits,
}

pub(super) async fn add_credits(State(shared): Sandbox, body: Bytes) -> Response {
    let credits = match read::<AddCredits>(&body) {
        Ok(wanted) => wanted.add,
        Err(problem) => return bad(problem),
    };
    shared.schedule(NOW, Event::AddCredits { credits });
    let remaining = lock(&shared.state).credits_left(shared.clock.now());
    ok(&json!({"remaining": remaining}))
}

pub(super) async fn events(State(shared): Sandbox) -> Response {
    ok(&lock(&shared.agenda).waiting())
}

pub(super) async fn schedule(State(shared): Sandbox, body: Bytes) -> Response {
    let wanted = match read::<Scheduled>(&body) {
        Ok(wanted) => wanted,
        Err(problem) => return bad(problem),
    };
    if shared.schedule(wanted.trigger, wanted.event.clone()) {
        ok(&wanted)
    } else {
        bad("there is no such call log, metric or agent; /__sandbox/state lists them".to_owned())
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
    let call_log = wanted.call_log;
    let event = match wanted.success {
        Some(success) => Event::Review { call_log, success },
        None => Event::EditCallLog { call_log },
    };
    if shared.schedule(NOW, event) {
        ok(&json!({"call_log": wanted.call_log, "success": wanted.success}))
    } else {
        bad(no_call_log(wanted.call_log))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hold {
    hold_ms: u64,
}

pub(super) async fn hold_connections(State(shared): Sandbox, body: Bytes) -> Response {
    let millis = match read::<Hold>(&body) {
        Ok(wanted) => wanted.hold_ms,
        Err(problem) => return bad(problem),
    };
    shared
        .connect_delay
        .start(Duration::from_millis(millis))
        .await;
    ok(&json!({"hold_ms": millis}))
}

pub(super) async fn reset(State(shared): Sandbox) -> Response {
    shared.reset();
    ok(&json!({"now": shared.clock.now()}))
}
