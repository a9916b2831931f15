//! The confirmation before something is deleted or paid for.

use cekura::Effect;

use super::invocation::Call;
use crate::app::App;
use crate::failure::Failure;
use crate::paid::{ask, can_ask, unasked};

/// Asks before a request that deletes or costs credits, unless it was confirmed or is for a sandbox.
pub(super) fn confirm(app: &App, call: &Call, path: &str) -> Result<(), Failure> {
    let is_paid = call.row.operation.effect == Effect::Billable;
    if !(is_paid || call.row.deletes()) || call.has("yes") || app.global.sandbox {
        return Ok(());
    }
    let cost = if is_paid { "; it may cost credits" } else { "" };
    let summary = call.row.summary.trim_end_matches('.');
    if !can_ask(&app.terminal) {
        let cost = if is_paid { " may cost credits" } else { "" };
        return Err(unasked(&format!("\"{summary}\"{cost}"), "nothing was sent"));
    }
    let method = call.row.operation.method;
    ask(
        &format!("{summary} ({method} {path}){cost}. Continue?"),
        "nothing was sent",
    )
}
