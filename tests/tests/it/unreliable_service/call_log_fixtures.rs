//! Call logs for scripts to show.

use cekura::types::CallLog;
use cekura::{AgentId, CallLogId};
use serde_json::{Value, json};

pub(super) const AGENT: AgentId = AgentId(310);
pub(super) const LOG: CallLogId = CallLogId(5001);
pub(super) const OTHER: CallLogId = CallLogId(5002);

/// Moments of `updated_at`: before the request, while it is worked on, when it is done.
pub(super) const BEFORE: &str = "2026-04-07T08:00:00Z";
pub(super) const DURING: &str = "2026-04-07T09:00:00Z";
pub(super) const AFTER: &str = "2026-04-07T09:01:00Z";

pub(super) fn log(id: CallLogId, status: &str, success: Option<bool>, updated_at: &str) -> Value {
    json!({
        "id": id,
        "status": status,
        "success": success,
        "updated_at": updated_at,
        "timestamp": "2026-04-06T17:30:00Z",
        "is_reviewed": status.starts_with("reviewed"),
    })
}

/// Evaluated long ago, with success.
pub(super) fn idle(id: CallLogId) -> Value {
    log(id, "success", Some(true), BEFORE)
}

/// Under re-evaluation.
pub(super) fn busy(id: CallLogId) -> Value {
    log(id, "evaluating", None, DURING)
}

/// Evaluated anew, without success.
pub(super) fn done(id: CallLogId) -> Value {
    log(id, "failure", Some(false), AFTER)
}

pub(super) fn with(mut log: Value, field: &str, value: Value) -> Value {
    log[field] = value;
    log
}

/// A page of the list.
pub(super) fn page(logs: impl IntoIterator<Item = Value>) -> Value {
    let logs: Vec<Value> = logs.into_iter().collect();
    json!({ "count": logs.len(), "next": null, "results": logs })
}

/// The same as the client reads it.
pub(super) fn read(log: Value) -> CallLog {
    serde_json::from_value(log).unwrap()
}
