//! The paid request, from its sending to the report.

use std::time::Duration;

use cekura::{BoxFuture, CallLogs, Effect, Error, Reevaluation, Timeouts, operations};
use serde_json::json;

use super::conclude::{Plan, conclude};
use super::follow::{Followed, follow};
use crate::app::App;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Progress, named};
use crate::session::Session;
use crate::stop::StopSignal;

/// Sends the request, waits if that is the plan, and reports.
pub(crate) async fn carry_out(
    app: &mut App,
    session: &Session,
    plan: &Plan<'_>,
    logs: &CallLogs,
    request: BoxFuture<Result<Reevaluation, Error>>,
) -> Result<(), Failure> {
    let progress = Progress::new(&app.terminal, app.notes, app.shows_progress());
    if plan.waits {
        progress.stage("reading the call logs, then asking for their evaluation");
    }
    let mut stop = StopSignal::listen();
    match follow(&session.client, &progress, &mut stop, request).await {
        Followed::Ended(Ok(started)) => conclude(app, session, &started, plan, &mut stop).await,
        Followed::Ended(Err(e)) => Err(failed(e, logs)),
        Followed::Interrupted => Err(interrupted(logs)),
    }
}

/// The limits of a paid call, and of one attempt at it, where the look back at it has a length of its own: the window comes
/// on top of what the call may take otherwise, or no look would ever come at its end.
pub(crate) fn limits(app: &App, settle: Option<Duration>) -> Option<(Duration, Duration)> {
    let usual = Timeouts::default();
    let total = app.global.timeout.unwrap_or(usual.total);
    settle.map(|window| (total.saturating_add(window), usual.attempt.min(total)))
}

/// Why there is nothing to wait for. No status proves that nothing of a request was carried out; what never left this
/// machine, and what is refused before anybody looks at it, was not.
fn failed(error: Error, logs: &CallLogs) -> Failure {
    if error.is_outcome_unknown() {
        return error.into();
    }
    let only_read = error.operation().is_some_and(only_reads);
    let was_not_sent = error.is_connect() || error.is_invalid_request() || error.is_config();
    let was_not_looked_at =
        error.is_unauthorized() || error.is_forbidden() || error.is_rate_limited();
    let was_refused = error.status().is_some();
    let failure = Failure::from(error).about(format!("the evaluation of {}", shown(logs)));
    if only_read || was_not_sent || was_not_looked_at {
        failure.hint("nothing was evaluated")
    } else if was_refused {
        failure.hint(
            "the reply does not prove that nothing was evaluated: `cekura calls get ID` shows whether a call log changed",
        )
    } else {
        failure
    }
}

/// Whether an operation is one of those before the paid request.
fn only_reads(id: &str) -> bool {
    let mut all = operations::ALL.iter();
    all.any(|operation| operation.id == id && operation.effect == Effect::Read)
}

/// The call logs of a request, the first few by name.
fn shown(logs: &CallLogs) -> String {
    const SHOWN: usize = 10;
    let ids = logs.ids();
    if ids.is_empty() {
        return "all call logs of the agent".to_owned();
    }
    let first: Vec<String> = ids.iter().take(SHOWN).map(ToString::to_string).collect();
    let more = match ids.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", named(ids.len(), "call log", &first.join(", ")))
}

/// Ctrl-C while the request is under way.
fn interrupted(logs: &CallLogs) -> Failure {
    let target = |id| json!({ "id": id, "accepted": null, "evidence": null });
    let targets = match logs.ids() {
        [] => json!("all"),
        ids => ids.iter().map(target).collect(),
    };
    Failure::own(
        Exit::OutcomeUnknown,
        format!(
            "interrupted while the request was under way: it may or may not have been carried out for {}",
            shown(logs)
        ),
    )
    .targeting(targets)
    .hint("look first, with `cekura calls get`, and do not simply repeat the command: it could cost twice")
}
