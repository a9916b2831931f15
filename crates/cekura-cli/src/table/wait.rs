//! Waiting for the job that an operation starts.

use std::error::Error as _;

use cekura::job::PollInterval;
use serde_json::Value;

use super::Job;
use super::run::LONGEST;
use crate::app::App;
use crate::campaign::quoted;
use crate::cli::JobArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::shortened;
use crate::session::Session;
use crate::stop::StopSignal;

/// Polls until the job has ended. `state` is the response that started it, and afterwards its last state.
pub(super) async fn wait(
    app: &App,
    session: &Session,
    job: &Job,
    args: &JobArgs,
    state: &mut Value,
) -> Result<(), Failure> {
    let id = job.rule.id_in(state).ok_or_else(|| {
        let message = format!(
            "the response has no {}: the job's end cannot be awaited; it may have been started and charged",
            job.rule.id
        );
        Failure::own(Exit::Other, message)
    })?;
    // Whole only in the command to copy.
    let shown = shortened(&id, LONGEST);
    app.notes.info(&format!("started job {shown}"));
    let pace = session.pace.poll;
    let first = args.poll_interval.unwrap_or(pace.initial);
    let mut stop = StopSignal::listen();
    let handle = session.client.job(job.rule, &id);
    let wait = handle
        .wait()
        .with_timeout(args.deadline)
        .with_poll_interval(PollInterval::between(first, pace.max.max(first)))
        .with_progress(|now| state.clone_from(&now.response));
    let ended = tokio::select! {
        biased;
        () = stop.given() => {
            let message = format!("job {shown} was not awaited to its end; it continues");
            Err(Failure::own(Exit::WaitTimedOut, message))
        }
        ended = wait.send() => ended.map(drop).map_err(|error| failure(&shown, error)),
    };
    let check = format!("check with `cekura {} {}`", job.check, quoted(&id));
    ended.map_err(|failure| failure.hint(check))
}

/// How a job ended, or that it did not; without the request that polled it.
fn failure(id: &str, error: cekura::Error) -> Failure {
    let Some(job) = error.job() else {
        return Failure::from(error).about(format!("job {id}"));
    };
    let status = job.status().map(|status| shortened(status, LONGEST));
    let status = status.map_or_else(String::new, |status| format!(" (status: {status})"));
    let cause = error.source();
    let cause = cause.map_or_else(String::new, |e| format!("; the last poll failed: {e}"));
    let message = match error.is_job_failed() {
        true => format!("job {id} failed{status}"),
        false => {
            format!("job {id} is still running at the deadline{status}; it continues{cause}")
        }
    };
    Failure::own(Exit::from(&error), message)
}
