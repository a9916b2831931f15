//! Waiting for the job that an operation starts.

use std::time::Duration;

use serde_json::Value;

use super::flags::as_text;
use super::invocation::Call;
use super::request::{Request, fill};
use super::{End, Job};
use crate::app::App;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::generated::NOUNS;
use crate::session::Session;
use crate::stop::StopSignal;

/// The state of a job.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Running(String),
    Done,
    Failed(String),
}

/// Polls until the job has ended, and returns its last state.
pub(super) async fn wait(
    app: &App,
    session: &Session,
    call: &Call,
    job: &Job,
    started: Value,
) -> Result<(Value, Result<(), Failure>), Failure> {
    let id = started.get(job.id).filter(|id| !id.is_null()).map(as_text);
    let Some(id) = id else {
        let message = format!(
            "the response has no {}, so that its end cannot be awaited",
            job.id
        );
        return Ok((started, Err(Failure::own(Exit::Other, message))));
    };
    let request = poll(call, job, &id);
    let check = check_command(job, &id);
    app.notes.info(&format!("started job {id}"));
    let span = |name: &str| call.matches.get_one::<Duration>(name).copied();
    let mut pause = span("poll-interval").unwrap_or(session.pace.poll.initial);
    let longest = session.pace.poll.max.max(pause);
    let deadline = span("deadline").map(|span| tokio::time::Instant::now() + span);
    let mut stop = StopSignal::listen();
    let mut last = started;
    loop {
        let due = tokio::time::Instant::now() + pause;
        let end = deadline.filter(|deadline| *deadline < due);
        let why = tokio::select! {
            biased;
            () = stop.given() => Some("was not awaited to its end"),
            () = tokio::time::sleep_until(end.unwrap_or(due)) => end.map(|_| "has not ended by the deadline"),
        };
        if let Some(why) = why {
            let shown = match state(&job.end, &last) {
                State::Running(status) if !status.is_empty() => format!(" ({status})"),
                _ => String::new(),
            };
            let failure = Failure::own(
                Exit::WaitTimedOut,
                format!("job {id} {why}{shown}; it continues"),
            );
            return Ok((last, Err(failure.hint(check))));
        }
        pause = pause.mul_f64(1.5).min(longest);
        let reply = request.send(session).await;
        last = reply.map_err(|failure| failure.about(format!("job {id}")).hint(check.clone()))?;
        match state(&job.end, &last) {
            State::Running(_) => {}
            State::Done => return Ok((last, Ok(()))),
            State::Failed(status) => {
                let message = format!("job {id} ended with {status}");
                return Ok((last, Err(Failure::own(Exit::Other, message))));
            }
        }
    }
}

/// The request for the state of a job.
fn poll(call: &Call, job: &Job, id: &str) -> Request {
    let in_path = job.poll.path.contains(&format!("{{{}}}", job.parameter));
    let path = fill(job.poll.path, job.parameter, id);
    let path = call.row.arguments.iter().fold(path, |path, field| {
        let value = field.given(&call.matches).as_ref().map(as_text);
        fill(&path, field.name, &value.unwrap_or_default())
    });
    let query = if in_path {
        Vec::new()
    } else {
        vec![(job.parameter, id.to_owned())]
    };
    Request {
        operation: job.poll,
        path,
        query,
        body: None,
    }
}

/// How to look at a job later.
fn check_command(job: &Job, id: &str) -> String {
    let mut rows = NOUNS
        .iter()
        .flat_map(|noun| noun.rows.iter().map(move |row| (noun, row)));
    match rows.find(|(_, row)| row.operation.id == job.poll.id) {
        Some((noun, row))
            if row
                .arguments
                .iter()
                .any(|field| field.name == job.parameter) =>
        {
            format!("check with `cekura {} {} {id}`", noun.name, row.verb)
        }
        Some((noun, row)) => match row.option(job.parameter) {
            Some(field) => format!(
                "check with `cekura {} {} --{} {id}`",
                noun.name, row.verb, field.flag
            ),
            None => format!("check with `cekura {} {}`", noun.name, row.verb),
        },
        None => format!(
            "check with `cekura api {} {}`",
            job.poll.method, job.poll.path
        ),
    }
}

/// Reads the state of a job. What is not known means that it is running.
fn state(end: &End, reply: &Value) -> State {
    match end {
        End::Status {
            field,
            done,
            failed,
        } => {
            let status = reply.get(*field).map(as_text).unwrap_or_default();
            let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(&status));
            match (is(done), is(failed)) {
                (true, _) => State::Done,
                (_, true) => State::Failed(status),
                _ => State::Running(status),
            }
        }
        End::Counts { parts, total } => {
            let number = |name: &str| reply.get(name).and_then(Value::as_i64);
            let sum: i64 = parts.iter().filter_map(|name| number(name)).sum();
            match number(total) {
                Some(total) if sum >= total => State::Done,
                Some(total) => State::Running(format!("{sum} of {total}")),
                None => State::Running(String::new()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_unknown_status_means_that_it_is_running() {
        let end = End::Status {
            field: "status",
            done: &["completed"],
            failed: &["failed"],
        };
        for (status, expected) in [
            (json!("completed"), State::Done),
            (json!("COMPLETED"), State::Done),
            (json!("failed"), State::Failed("failed".to_owned())),
            (json!("resting"), State::Running("resting".to_owned())),
            (json!(null), State::Running(String::new())),
        ] {
            assert_eq!(state(&end, &json!({ "status": status })), expected);
        }
        assert_eq!(state(&end, &json!([])), State::Running(String::new()));
    }

    #[test]
    fn counts_end_a_job_when_they_reach_the_total() {
        let end = End::Counts {
            parts: &["completed", "failed"],
            total: "total",
        };
        let of = |completed: i64, total: Value| {
            state(
                &end,
                &json!({"completed": completed, "failed": 1, "total": total}),
            )
        };
        assert_eq!(of(1, json!(3)), State::Running("2 of 3".to_owned()));
        assert_eq!(of(2, json!(3)), State::Done);
        assert_eq!(of(2, json!(null)), State::Running(String::new()));
    }
}
