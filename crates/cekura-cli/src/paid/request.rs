//! A paid command that does not wait: one request and its response.

use std::pin::pin;
use std::time::Duration;

use cekura::reevaluation::{Acceptance, Reevaluation};
use cekura::{BoxFuture, CallLogTargets, Effect, Error, Timeouts, operations};
use cekura_campaign::plan::PlannedOperation;
use serde_json::json;

use super::result::CallLogResult;
use super::wait::print;
use super::work::PaidWork;
use crate::app::App;
use crate::campaign::{ProgressDisplay, TICK};
use crate::cli::PaidArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{named, safe_line};
use crate::session::Session;
use crate::stop::StopSignal;

/// Asks for confirmation, sends the request, and shows what was accepted.
pub(crate) async fn request(
    app: &mut App,
    session: &Session,
    work: &PaidWork,
    args: &PaidArgs,
) -> Result<(), Failure> {
    work.confirm(app, session, args.confirm.yes).await?;
    let logs = work.call_logs();
    let display = ProgressDisplay::new(&app.terminal, app.notes, app.shows_progress());
    let mut stop = StopSignal::listen();
    let mut sent = pin!(send(app, session, work, args));
    let reply = loop {
        tokio::select! {
            biased;
            reply = &mut sent => break Some(reply),
            () = stop.given() => break None,
            () = tokio::time::sleep(TICK) => display.tick(session.client.cooldown()),
        }
    };
    display.finish();
    match reply {
        Some(Ok(started)) => conclude(app, &started),
        Some(Err(e)) => Err(failed(e, &logs)),
        None => Err(interrupted(&logs)),
    }
}

/// Sends the request with its options.
fn send(
    app: &App,
    session: &Session,
    work: &PaidWork,
    args: &PaidArgs,
) -> BoxFuture<Result<Reevaluation, Error>> {
    let (call_logs, logs) = (session.client.call_logs(), work.call_logs());
    let window = args.unknown.settle_window.unwrap_or(session.pace.look_back);
    let scope = work.scope.clone();
    let request = match &work.metrics {
        PlannedOperation::AllMetrics => call_logs.rerun_evaluation(scope, logs),
        PlannedOperation::Metrics(chosen) => {
            call_logs.evaluate_metrics(scope, logs, chosen.iter().copied())
        }
    };
    let mut request = request
        .with_on_unknown(args.unknown.on_unknown.unwrap_or_default().into())
        .with_settle_window(window);
    if let Some(window) = args.unknown.settle_window {
        let (total, attempt) = limits(app, window);
        request = request.with_timeout(total).with_attempt_timeout(attempt);
    }
    if args.unknown.resends() {
        request = request.with_baseline();
    }
    request.into_future()
}

/// Returns the timeouts of a paid call and of one attempt, for a given settle window. The window is added to the timeout of
/// the call, so that the check at its end fits in.
fn limits(app: &App, window: Duration) -> (Duration, Duration) {
    let usual = Timeouts::default();
    let total = app.global.timeout.unwrap_or(usual.total);
    (total.saturating_add(window), usual.attempt.min(total))
}

/// Returns the failure of a request. Only a request that was never sent, or was refused before it was processed, proves that
/// nothing was evaluated; no other status does.
fn failed(error: Error, logs: &CallLogTargets) -> Failure {
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
            "the response does not prove that nothing was evaluated: `cekura calls get ID` shows whether a call log changed",
        )
    } else {
        failure
    }
}

/// Returns whether an operation is a read before the paid request.
fn only_reads(id: &str) -> bool {
    let mut all = operations::ALL.iter();
    all.any(|operation| operation.id == id && operation.effect == Effect::Read)
}

/// Returns the first call logs of a request and the number of the others.
fn shown(logs: &CallLogTargets) -> String {
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

/// Returns the failure of a request that Ctrl-C interrupted.
fn interrupted(logs: &CallLogTargets) -> Failure {
    let target = |id| json!({ "id": id, "accepted": null, "evidence": null });
    let targets = match logs.ids() {
        [] => json!("all"),
        ids => ids.iter().map(target).collect(),
    };
    Failure::own(
        Exit::OutcomeUnknown,
        format!(
            "interrupted during the request: it is unknown whether it was carried out for {}",
            shown(logs)
        ),
    )
    .targeting(targets)
    .hint("check with `cekura calls get ID`, and do not repeat the command: it could cost twice")
}

/// Shows what was accepted. From here on the evaluations are paid for.
fn conclude(app: &mut App, started: &Reevaluation) -> Result<(), Failure> {
    tell_acceptance(app, started);
    let ids = started.targets().iter();
    let results: Vec<CallLogResult> = ids.copied().map(CallLogResult::accepted).collect();
    if !results.is_empty() {
        print(app, &results).map_err(|failure| failure.hint(goes_on(started)))?;
    }
    let silent = started.missing_from_response().count();
    let message = accepted(started.acceptance(), results.len(), silent);
    app.notes.info(&format!(
        "{message}; to see results: --wait, or `cekura calls get ID` for one"
    ));
    Ok(())
}

/// Describes an accepted request whose response lists all but `silent` of its `targets` call logs.
fn accepted(how: &Acceptance, targets: usize, silent: usize) -> String {
    let are = |n: usize| match n {
        1 => "1 call log is".to_owned(),
        n => format!("{n} call logs are"),
    };
    match (how, targets, silent) {
        (Acceptance::InvalidResponse(_), ..) => {
            "accepted according to the status of the response; it is not known which call logs are being evaluated"
                .to_owned()
        }
        (_, 0, _) => "accepted for all call logs of the agent; the response lists none".to_owned(),
        (_, n, 0) => format!("accepted: {} being evaluated", are(n)),
        (_, n, silent) if n == silent => {
            "accepted; the response lists no call log as being evaluated".to_owned()
        }
        (_, n, silent) => format!(
            "accepted: {} being evaluated according to the response, of {n} that were requested",
            are(n - silent)
        ),
    }
}

/// Warns about anything unusual in how the request was accepted.
fn tell_acceptance(app: &App, started: &Reevaluation) {
    match started.acceptance() {
        Acceptance::InvalidResponse(why) => app.notes.warn(&format!(
            "the status of the response says that the request was accepted, but its body cannot be read: {}",
            safe_line(&why.to_string())
        )),
        Acceptance::Reconciled(_) => {
            let came = started
                .request_error()
                .map(|error| format!(" ({})", safe_line(&error.to_string())))
                .unwrap_or_default();
            app.notes.warn(&format!(
                "the request got no usable response{came}; the call logs show that their evaluation was started"
            ));
        }
        _ => {}
    }
    if started.sends_possibly_charged() > 1 {
        app.notes.warn(&format!(
            "the request was sent {} times, and each time may have been charged",
            started.sends_possibly_charged()
        ));
    }
    let silent: Vec<String> = started
        .missing_from_response()
        .take(10)
        .map(|id| id.to_string())
        .collect();
    if !silent.is_empty() {
        app.notes.warn(&format!(
            "the service accepted the request and its response does not list {}; the evaluation may not have started for all of them",
            named(silent.len(), "call log", &silent.join(", "))
        ));
    }
}

fn goes_on(started: &Reevaluation) -> String {
    let id = started
        .targets()
        .first()
        .map_or_else(|| "ID".to_owned(), ToString::to_string);
    format!(
        "the request was accepted: the evaluations are paid for and continue. Check with `cekura calls get {id}`, and do \
         not start them again"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accepted_call_logs_are_those_that_the_reply_lists() {
        for (targets, silent, expected) in [
            (1, 0, "accepted: 1 call log is being evaluated"),
            (3, 0, "accepted: 3 call logs are being evaluated"),
            (
                3,
                1,
                "accepted: 2 call logs are being evaluated according to the response, of 3 that were requested",
            ),
            (
                3,
                3,
                "accepted; the response lists no call log as being evaluated",
            ),
            (
                0,
                0,
                "accepted for all call logs of the agent; the response lists none",
            ),
        ] {
            assert_eq!(accepted(&Acceptance::Responded, targets, silent), expected);
        }
        let unreadable = Acceptance::InvalidResponse(cekura::ApiKey::new("").unwrap_err());
        assert!(accepted(&unreadable, 3, 0).contains("is not known"));
    }
}
