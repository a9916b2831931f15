//! From the accepted request to the report.

use std::time::Instant;

use cekura::{Acceptance, Reevaluation};

use super::follow::{Followed, follow};
use super::outcome::{Known, Outcome};
use super::report;
use crate::app::App;
use crate::cli::{Format, WaitArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Progress, named, safe_line};
use crate::session::{Pace, Session};
use crate::stop::StopSignal;

/// Whether and how to wait.
pub(crate) struct Plan<'a> {
    pub(crate) waits: bool,
    pub(crate) args: &'a WaitArgs,
}

/// Waits if that is the plan, and reports. From here on the evaluations are paid for, whatever happens.
pub(super) async fn conclude(
    app: &mut App,
    session: &Session,
    started: &Reevaluation,
    plan: &Plan<'_>,
    stop: &mut StopSignal,
) -> Result<(), Failure> {
    tell_acceptance(app, started);
    if !plan.waits {
        let reply = |id| started.reply().iter().find(|log| log.id == Some(id));
        let outcomes: Vec<Outcome> = started
            .targets()
            .iter()
            .map(|id| Outcome::accepted(*id, reply(*id)))
            .collect();
        if !outcomes.is_empty() {
            print(app, &outcomes, report::accepted)
                .map_err(|failure| failure.hint(goes_on(started)))?;
        }
        let told = accepted(
            started.acceptance(),
            outcomes.len(),
            started.not_listed().count(),
        );
        app.notes.info(&format!(
            "{told}; --wait would show the results, `cekura calls get ID` shows one"
        ));
        return Ok(());
    }
    let began = Instant::now();
    let progress = Progress::new(&app.terminal, app.notes, app.shows_progress());
    let pace = session.pace.with_first_pause(plan.args.poll_interval);
    let result = follow(
        &session.client,
        &progress,
        stop,
        wait(started, pace, plan.args, &progress),
    )
    .await;
    let waited = match result {
        Followed::Ended(Ok(waited)) => waited,
        Followed::Ended(Err(e)) => return Err(Failure::while_waiting(e).hint(goes_on(started))),
        Followed::Interrupted => {
            return Err(Failure::own(
                Exit::WaitTimedOut,
                "interrupted while waiting for the results",
            )
            .hint(goes_on(started)));
        }
    };
    let outcomes: Vec<Outcome> = waited.iter().map(Outcome::from).collect();
    let printed = print(app, &outcomes, report::changes);
    app.notes.info(&report::summary(&outcomes, began.elapsed()));
    if !waited.all_done() {
        // More important than a reader who left early.
        return Err(without_result(&outcomes));
    }
    printed.map_err(|failure| failure.hint(goes_on(started)))
}

/// What is left open: a result that may still come decides before call logs that are gone.
fn without_result(outcomes: &[Outcome]) -> Failure {
    let message = report::missing(outcomes);
    let open = |outcome: &Outcome| matches!(outcome.finish, Known::TimedOut | Known::Unread);
    match outcomes.iter().any(open) {
        true => Failure::own(Exit::WaitTimedOut, message).hint(
            "the evaluations are paid for and go on: look again with `cekura calls get ID`, do not start them again",
        ),
        false => Failure::own(Exit::NotFound, message),
    }
}

async fn wait(
    started: &Reevaluation,
    pace: Pace,
    args: &WaitArgs,
    progress: &Progress,
) -> Result<cekura::Waited, cekura::Error> {
    let wait = started
        .wait()
        .with_poll(pace.poll)
        .with_completion(pace.completion)
        .with_progress(|at| progress.show(at));
    let wait = match args.deadline {
        Some(deadline) => wait.with_deadline(deadline),
        None => wait,
    };
    if args.confirmed_only {
        wait.confirmed_only().await
    } else {
        wait.await
    }
}

/// What is known once a request was accepted: of `targets` call logs the reply leaves out `silent`.
fn accepted(how: &Acceptance, targets: usize, silent: usize) -> String {
    let are = |n: usize| match n {
        1 => "1 call log is".to_owned(),
        n => format!("{n} call logs are"),
    };
    match (how, targets, silent) {
        (Acceptance::ReplyUnreadable(_), ..) => {
            "accepted, by the status of the reply; which call logs are being evaluated is not known"
                .to_owned()
        }
        (_, 0, _) => "accepted for all call logs of the agent; the reply names none".to_owned(),
        (_, n, 0) => format!("accepted: {} being evaluated", are(n)),
        (_, n, silent) if n == silent => {
            "accepted; the reply names no call log that is being evaluated".to_owned()
        }
        (_, n, silent) => format!(
            "accepted: by the reply, {} being evaluated, of {n} that were named",
            are(n - silent)
        ),
    }
}

/// Says what is out of the ordinary about how the request was accepted.
fn tell_acceptance(app: &App, started: &Reevaluation) {
    match started.acceptance() {
        Acceptance::ReplyUnreadable(why) => app.notes.warn(&format!(
            "the status of the reply says that the request was accepted, and its body cannot be read: {}",
            safe_line(&why.to_string())
        )),
        Acceptance::Reconciled(_) => {
            let came = started
                .failure()
                .map(|error| format!(" ({})", safe_line(&error.to_string())))
                .unwrap_or_default();
            app.notes.warn(&format!(
                "no reply said what became of the request{came}; reading the call logs back shows that their evaluation \
                 was started"
            ));
        }
        _ => {}
    }
    if started.sends_possibly_charged() > 1 {
        app.notes.warn(&format!(
            "the request was sent {} times, and each may have been charged",
            started.sends_possibly_charged()
        ));
    }
    let silent: Vec<String> = started
        .not_listed()
        .take(10)
        .map(|id| id.to_string())
        .collect();
    if !silent.is_empty() {
        app.notes.warn(&format!(
            "the service accepted the request and its reply does not mention {}; not every one may have been taken up",
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
        "the request was accepted: the evaluations are paid for and go on. Look with `cekura calls get {id}`, do not \
         start them again"
    )
}

/// Prints in the format that was asked for.
fn print(
    app: &mut App,
    outcomes: &[Outcome],
    table: fn(&[Outcome], &crate::output::Terminal) -> String,
) -> Result<(), Failure> {
    match app.format() {
        Format::Table => app.data.text(&table(outcomes, &app.terminal))?,
        Format::Json => app.data.json(&outcomes)?,
        Format::Jsonl => outcomes
            .iter()
            .try_for_each(|outcome| app.data.json_line(outcome))?,
    }
    app.data.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_accepted_is_what_the_reply_names() {
        for (targets, silent, expected) in [
            (1, 0, "accepted: 1 call log is being evaluated"),
            (3, 0, "accepted: 3 call logs are being evaluated"),
            (
                3,
                1,
                "accepted: by the reply, 2 call logs are being evaluated, of 3 that were named",
            ),
            (
                3,
                3,
                "accepted; the reply names no call log that is being evaluated",
            ),
            (
                0,
                0,
                "accepted for all call logs of the agent; the reply names none",
            ),
        ] {
            assert_eq!(accepted(&Acceptance::Replied, targets, silent), expected);
        }
        let unreadable = Acceptance::ReplyUnreadable(cekura::ApiKey::new("").unwrap_err());
        assert!(accepted(&unreadable, 3, 0).contains("is not known"));
    }
}
