//! Waiting for the job that an operation starts.

use std::error::Error as _;
use std::time::Duration;

use cekura::job::{JobRule, PollInterval};
use serde_json::Value;

use super::invocation::Call;
use crate::app::App;
use crate::campaign::quoted;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::generated::NOUNS;
use crate::output::shortened;
use crate::session::Session;
use crate::stop::StopSignal;

/// The longest id or status in a message, in characters.
const LONGEST_STATUS: usize = 200;

/// Polls until the job has ended, and returns its last state.
pub(super) async fn wait(
    app: &App,
    session: &Session,
    call: &Call,
    rule: &'static JobRule,
    started: Value,
) -> Result<(Value, Result<(), Failure>), Failure> {
    let Some(id) = rule.id_in(&started) else {
        let message = format!(
            "the response has no {}: the job's end cannot be awaited; it may have been started and charged",
            rule.id
        );
        return Ok((started, Err(Failure::own(Exit::Other, message))));
    };
    let check = check_command(rule, &id);
    app.notes.info(&format!("started job {id}"));
    let job = session.client.job(rule, &id);
    let span = |name: &str| call.matches.get_one::<Duration>(name).copied();
    let pace = session.pace.poll;
    let first = span("poll-interval").unwrap_or(pace.initial);
    let mut last = started;
    let mut stop = StopSignal::listen();
    let mut wait = job
        .wait()
        .with_poll_interval(PollInterval::between(first, pace.max.max(first)))
        .with_progress(|now| last.clone_from(&now.response));
    if let Some(deadline) = span("deadline") {
        wait = wait.with_timeout(deadline);
    }
    let ended = tokio::select! {
        biased;
        () = stop.given() => Err(None),
        ended = wait.into_future() => ended.map_err(Some),
    };
    let failure = match ended {
        Ok(reply) => return Ok((reply, Ok(()))),
        Err(None) => {
            let message = format!("job {id} was not awaited to its end; it continues");
            Failure::own(Exit::WaitTimedOut, message).hint(check)
        }
        Err(Some(error)) if error.job().is_none() => {
            return Err(Failure::from(error).about(format!("job {id}")).hint(check));
        }
        Err(Some(error)) => {
            let message = ended_words(&id, &error);
            Failure::own(Exit::from(&error), message).hint(check)
        }
    };
    Ok((last, Err(failure)))
}

/// How a job ended, or that it did not; without the request that polled it.
fn ended_words(id: &str, error: &cekura::Error) -> String {
    let status = error.job().and_then(cekura::JobReport::status);
    let id = shortened(id, LONGEST_STATUS);
    let status = status.map(|status| format!(" (status: {})", shortened(status, LONGEST_STATUS)));
    let status = status.unwrap_or_default();
    if error.is_job_failed() {
        return format!("job {id} failed{status}");
    }
    let cause = error.source();
    let cause = cause.map(|cause| format!("; the last poll failed: {cause}"));
    let cause = cause.unwrap_or_default();
    format!("job {id} is still running at the deadline{status}; it continues{cause}")
}

/// How to look at a job later.
fn check_command(rule: &JobRule, id: &str) -> String {
    let id = quoted(id);
    let mut rows = NOUNS
        .iter()
        .flat_map(|noun| noun.rows.iter().map(move |row| (noun, row)));
    let polled = rows.find(|(_, row)| row.operation.id == rule.poll.id);
    let Some((noun, row)) = polled else {
        let path = rule.poll.path_with([(rule.parameter, &id)]);
        return format!("check with `cekura api {} {path}`", rule.poll.method);
    };
    let flag = row
        .option(rule.parameter)
        .map(|field| format!("--{} ", field.flag));
    let flag = flag.filter(|_| !rule.is_id_in_path()).unwrap_or_default();
    format!("check with `cekura {} {} {flag}{id}`", noun.name, row.verb)
}
