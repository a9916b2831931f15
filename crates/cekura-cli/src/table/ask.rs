//! The confirmation before something is deleted or paid for.

use cekura::Effect;

use super::invocation::Call;
use crate::app::App;
use crate::failure::Failure;
use crate::paid::{ask, can_ask};

/// Asks before a request that deletes or costs credits, unless it was confirmed or is for a sandbox.
pub(super) fn confirm(app: &App, call: &Call, path: &str) -> Result<(), Failure> {
    let is_paid = call.row.operation.effect == Effect::Billable;
    if !(is_paid || call.row.deletes()) || call.has("yes") || app.global.sandbox {
        return Ok(());
    }
    let cost = if is_paid { "; it costs credits" } else { "" };
    let shown = format!(
        "{} ({} {path}){cost}",
        call.row.summary.trim_end_matches('.'),
        call.row.operation.method
    );
    if !can_ask(&app.terminal) {
        return Err(Failure::usage(format!(
            "{shown}: this needs confirmation, but there is no terminal to ask on"
        ))
        .hint("nothing was sent; --yes confirms in advance"));
    }
    ask(&format!("{shown}. Continue?"), "nothing was sent")
}
