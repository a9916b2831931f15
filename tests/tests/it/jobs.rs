//! Promise: a job is started once, and its end is known.
//!
//! Every job of the contract is started through the facade with the contract's example, and polled to its end.

use std::time::Duration;

use cekura::job::{JobEnd, JobRule, JobState, PollInterval};
use cekura::{ErrorKind, operations};
use cekura_sandbox::{JobOutcome, Quirks};
use cekura_tests::script::{Answer, KEY, Kind, Script};
use cekura_tests::{AnyJob, Lab, resume, start};
use serde_json::{Value, json};

const SECOND: Duration = Duration::from_secs(1);
const UUID: &str = "5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11";

async fn ending_with(outcome: JobOutcome) -> Lab {
    let quirks = Quirks {
        job_outcome: outcome,
        ..Quirks::default()
    };
    Lab::with_quirks(quirks).await
}

async fn started(lab: &Lab, rule: &JobRule) -> Box<dyn AnyJob> {
    let job = start(lab.client(), rule.start.id).expect("a method");
    job.await.unwrap_or_else(|e| panic!("{}: {e}", rule.start))
}

/// Checks that the job was started and paid for once, and returns how often it was polled.
fn polls_after_one_start(lab: &Lab, rule: &JobRule) -> usize {
    let log = lab.sandbox().request_log();
    let of = |id: &str| {
        let named = log.iter().filter(|r| r.operation.as_deref() == Some(id));
        named.count()
    };
    let polls = of(rule.poll.id);
    assert_eq!(of(rule.start.id), 1, "{}", rule.start);
    assert_eq!(log.len(), 1 + polls, "{}: other requests", rule.start);
    let violations = log.iter().flat_map(|request| &request.violations);
    assert_eq!(violations.collect::<Vec<_>>(), [""; 0], "{}", rule.start);
    let ledger = lab.sandbox().ledger();
    assert_eq!(ledger.charges().len(), 1, "{}", rule.start);
    polls
}

#[tokio::test]
async fn every_job_is_started_once_and_polled_to_its_end() {
    assert!(operations::JOBS.len() >= 4);
    for rule in operations::JOBS {
        let lab = Lab::open().await;
        let job = started(&lab, rule).await;
        let answered = job.started().unwrap();
        assert_eq!(rule.id_in(&answered).as_deref(), Some(job.id()));
        let (state, _, _) = job.progress().await.unwrap();
        assert_eq!(state, JobState::Running, "{}", rule.start);
        let last = job.wait().await.unwrap();
        assert_eq!(rule.end.state(&last).0, JobState::Done, "{last}");
        // A job that has ended can be looked at again.
        assert_eq!(job.progress().await.unwrap().0, JobState::Done);
        assert!(polls_after_one_start(&lab, rule) >= 3, "{}", rule.start);
    }
}

#[tokio::test]
async fn a_job_that_failed_is_an_error_with_its_last_response() {
    for rule in operations::JOBS {
        let lab = ending_with(JobOutcome::Failed).await;
        let job = started(&lab, rule).await;
        let (field, shown) = match rule.end {
            JobEnd::Status { field, failed, .. } => (field, failed[0]),
            JobEnd::Counts { failed, .. } => (failed, "2 of 2"),
            _ => panic!("an end without a test: {rule:?}"),
        };
        let ended = job.wait().await;
        let error = ended.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::JobFailed, "{error}");
        assert!(error.is_job_failed() && !error.is_timeout() && !error.is_retryable());
        assert_eq!(error.operation(), Some(rule.start.id));
        let report = error.job().unwrap();
        assert_eq!(report.id(), job.id());
        assert_eq!(report.status(), Some(shown));
        assert!(!report.response().unwrap()[field].is_null());
        let text = error.to_string();
        assert!(text.contains(job.id()) && text.contains(shown), "{text}");
        let (state, status, _) = job.progress().await.unwrap();
        assert_eq!((state, status.as_str()), (JobState::Failed, shown));
        polls_after_one_start(&lab, rule);
    }
}

#[tokio::test]
async fn a_wait_ends_at_its_timeout_and_says_that_the_job_continues() {
    for rule in operations::JOBS {
        let lab = ending_with(JobOutcome::Never).await;
        let job = started(&lab, rule).await;
        let error = job.wait().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.is_timeout() && !error.is_network() && !error.is_job_failed());
        assert_eq!(error.job().unwrap().id(), job.id());
        assert!(error.job().unwrap().response().is_some());
        let text = error.to_string();
        assert!(
            text.contains(job.id()) && text.contains("it continues"),
            "{text}"
        );
        assert_eq!(lab.clock().elapsed().as_secs(), 600);
        polls_after_one_start(&lab, rule);
    }
}

#[tokio::test]
async fn a_job_is_continued_by_its_id_in_another_process() {
    for rule in operations::JOBS {
        let lab = Lab::open().await;
        let id = started(&lab, rule).await.id().to_owned();
        let other = lab.client_builder().build().unwrap();
        let before = lab.sandbox().request_log().len();
        let job = resume(&other, rule.start.id, &id).unwrap();
        assert_eq!(lab.sandbox().request_log().len(), before, "nothing is sent");
        assert_eq!(job.started(), None);
        let last = job.wait().await.unwrap();
        assert_eq!(rule.end.state(&last).0, JobState::Done, "{last}");
        let untyped = other.job(rule, &id).wait().await.unwrap();
        assert_eq!(rule.end.state(&untyped).0, JobState::Done, "{untyped}");
        polls_after_one_start(&lab, rule);
    }
}

#[tokio::test]
async fn a_start_without_an_id_is_an_error_that_keeps_the_response() {
    for rule in operations::JOBS {
        let body = r#"{"detail": "queued", "id": null}"#;
        let script = Script::play(move |_| Answer::json(body)).await;
        let error = start(&script.client(), rule.start.id).unwrap().await;
        let error = error.err().expect("an error");
        assert!(
            error.is_invalid_response() && !error.is_retryable(),
            "{error}"
        );
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert!(error.to_string().contains(rule.id), "{error}");
        assert_eq!(script.asked().len(), 1, "{}", rule.start);
    }
}

/// A service that starts any job as 1, and answers its polls by their number, from 1.
async fn polled(poll: impl Fn(usize) -> Answer + Send + 'static) -> Script {
    Script::play(move |asked| match asked.kind {
        Kind::Paid => Answer::json(json!({"id": 1, "progress_id": UUID})),
        _ => poll(asked.nth),
    })
    .await
}

fn resting() -> Value {
    json!({"id": 1, "status": "resting", "total_scenarios": 0, "completed_scenarios": 0})
}

/// The last response of a job that is done.
fn done_of(rule: &JobRule) -> Value {
    let mut reply = json!({
        "id": 1, "completed_scenarios": 1, "failed_scenarios": 1, "total_scenarios": 2
    });
    if let JobEnd::Status { field, done, .. } = rule.end {
        reply[field] = done[0].to_uppercase().into();
    }
    reply
}

#[tokio::test]
async fn an_unknown_status_or_a_total_of_0_is_no_end() {
    for rule in operations::JOBS {
        let script = polled(|_| Answer::json(resting())).await;
        let job = start(&script.client(), rule.start.id).unwrap();
        let job = job.await.unwrap();
        let error = job.wait().await.unwrap_err();
        let expected = match rule.end {
            JobEnd::Status { .. } => "resting",
            _ => "0 of 0",
        };
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert_eq!(error.job().unwrap().status(), Some(expected));
        assert_eq!(script.paid().len(), 1);
        assert!(script.asked().len() > 40, "{}", script.asked().len());
    }
}

#[tokio::test]
async fn failed_polls_do_not_end_a_wait() {
    for rule in operations::JOBS {
        let last = done_of(rule);
        let script = polled(move |nth| match nth {
            1..=20 => Answer::status(503, "{}"),
            21 => Answer::page(40),
            _ => Answer::json(&last),
        })
        .await;
        let job = start(&script.client(), rule.start.id).unwrap();
        let job = job.await.unwrap();
        job.wait().await.unwrap();
        assert_eq!((script.paid().len(), script.asked().len()), (1, 23));
    }
}

#[tokio::test]
async fn errors_that_every_poll_would_meet_end_a_wait() {
    for rule in operations::JOBS {
        for (status, body) in [
            (401, "{}"),
            (403, "{}"),
            (404, r#"{"detail": "Not found."}"#),
            (400, r#"{"progress_id": ["Must be a valid UUID."]}"#),
        ] {
            let script = polled(move |_| Answer::status(status, body)).await;
            let job = resume(&script.client(), rule.start.id, "1").unwrap();
            let error = job.wait().await.unwrap_err();
            assert_eq!(error.status(), Some(status), "{error}");
            assert_eq!(error.operation(), Some(rule.poll.id));
            assert_eq!(script.asked().len(), 1, "{}", rule.poll);
        }
    }
}

#[tokio::test]
async fn a_response_about_another_job_is_no_end() {
    for rule in operations::JOBS {
        let mut last = done_of(rule);
        last[rule.id] = json!(2);
        let script = polled(move |_| Answer::json(&last)).await;
        let job = resume(&script.client(), rule.start.id, "1").unwrap();
        let error = job.progress().await.unwrap_err();
        assert!(error.is_invalid_response(), "{error}");
        assert!(error.to_string().contains(rule.id), "{error}");
    }
}

#[tokio::test]
async fn an_id_stays_in_its_place() {
    for rule in operations::JOBS {
        let script = polled(|_| Answer::status(404, "{}")).await;
        let job = resume(&script.client(), rule.start.id, "../x?y=1#z").unwrap();
        job.progress().await.unwrap_err();
        let target = &script.asked()[0].target;
        let expected = match rule.is_id_in_path() {
            true => rule.poll.path.replace("{id}", "..%2Fx%3Fy%3D1%23z"),
            false => format!("{}?{}=..%2Fx%3Fy%3D1%23z", rule.poll.path, rule.parameter),
        };
        assert_eq!(*target, expected);
    }
}

#[tokio::test]
async fn the_key_is_in_no_error_about_a_job() {
    for rule in operations::JOBS {
        let mut reply = resting();
        reply["status"] = KEY.into();
        let script = polled(move |_| Answer::json(&reply)).await;
        let job = start(&script.client(), rule.start.id).unwrap();
        let error = job.await.unwrap().wait().await.unwrap_err();
        let shown = format!("{error} {error:?} {error:#?} {:?}", error.job());
        assert!(!shown.contains(KEY), "{shown}");
    }
}

#[tokio::test]
async fn a_wait_has_the_pauses_the_timeout_and_the_progress_that_are_set() {
    let counts = |ended: usize| json!({"completed_scenarios": ended, "total_scenarios": 9});
    let script = polled(move |nth| Answer::json(counts(nth))).await;
    let job = script.client().call_logs().create_scenarios_job(UUID);
    let mut shown = Vec::new();
    let wait = job
        .wait()
        .with_poll_interval(PollInterval::between(SECOND, 4 * SECOND))
        .with_timeout(10 * SECOND)
        .with_progress(|now| shown.push(now.status.clone()));
    let error = wait.await.unwrap_err();
    assert_eq!(error.job().unwrap().status(), Some("5 of 9"));
    assert_eq!(shown, ["1 of 9", "2 of 9", "3 of 9", "4 of 9", "5 of 9"]);
    // Pauses of 1, 1.5, 2.25 and 3.4 s, each up to a tenth longer; the last poll is at the timeout.
    let polls: Vec<f32> = script
        .asked()
        .iter()
        .map(|asked| asked.at.as_secs_f32())
        .collect();
    for (at, earliest) in polls.iter().zip([1.0, 2.5, 4.75, 8.1, 10.0]) {
        assert!((earliest..earliest * 1.1 + 0.1).contains(at), "{polls:?}");
    }
    // The wait ended, the job did not.
    let done = job.wait().await.unwrap();
    assert_eq!(done.completed_scenarios, Some(9));
}
