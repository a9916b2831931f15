//! Human edits, reviewed logs, logs without an applicable metric, resumed waits, and incomplete lists.

use std::time::Duration;

use cekura::reevaluation::{Confirmation, WaitOutcome};
use cekura::{AssistantId, CallLogId, ProjectId};
use cekura_sandbox::{Fault, Quirks, Traces, UpdatedAt, Visibility};
use cekura_tests::Lab;

use super::truth::{End, only, shows_the_last_verdicts, wait_for_one};

const SILENT: Traces = Traces {
    status: Visibility::Never,
    success: Visibility::Never,
    updated_at: UpdatedAt::Never,
};

fn silent() -> Quirks {
    Quirks {
        unreviewed: SILENT,
        reviewed: SILENT,
        ..Quirks::default()
    }
}

/// Something that a person does to a call log, with its name.
type Edit = (&'static str, fn(&Lab, CallLogId) -> bool);

#[tokio::test]
async fn a_review_is_never_confirmed() {
    let edits: [Edit; 3] = [
        ("edit", |lab, id| lab.sandbox().edit_call_log(id.0)),
        ("passed by review", |lab, id| {
            lab.sandbox().review(id.0, true)
        }),
        ("failed by review", |lab, id| {
            lab.sandbox().review(id.0, false)
        }),
    ];
    let lab = Lab::with_quirks(silent()).await;
    for (name, edit) in edits {
        let logs = lab.idle(1).await;
        let rerun = lab.rerun(logs.clone());
        let started = rerun.with_baseline().await.unwrap();
        assert!(edit(&lab, logs[0]));
        let end = wait_for_one(name, &lab, &started, |wait| wait).await;
        assert_ne!(end, End::Confirmed, "{name}");

        let rerun = lab.rerun(lab.idle(1).await);
        let started = rerun.with_baseline().await.unwrap();
        assert!(edit(&lab, started.targets()[0]));
        let insisting = started
            .wait()
            .confirmed_only()
            .with_timeout(Duration::from_secs(120));
        let log = only(insisting.await.unwrap());
        assert!(
            matches!(log.outcome, WaitOutcome::TimedOut { last: Some(_) }),
            "{name}: {log:?}"
        );
    }
}

#[tokio::test]
async fn a_human_edit_during_the_evaluation_does_not_end_the_wait_early() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    let id = started.targets()[0];
    let sandbox = lab.sandbox_handle();
    let end = wait_for_one("an edit at every poll", &lab, &started, |wait| {
        wait.with_progress(move |_| assert!(sandbox.edit_call_log(id.0)))
    });
    assert_eq!(end.await, End::Confirmed);
}

#[tokio::test]
async fn logs_without_an_applicable_metric_complete() {
    let lab = Lab::with_quirks(Quirks {
        not_applicable_every: Some(1),
        ..Quirks::default()
    })
    .await;
    let rerun = lab.rerun(lab.idle(4).await);
    let started = rerun.with_baseline().await.unwrap();
    for log in started.wait().await.unwrap() {
        assert_eq!(
            log.outcome,
            WaitOutcome::Confirmed(Confirmation::BusyThenTerminal)
        );
        assert_eq!(log.passed(), None);
        assert_eq!(lab.judged(log.id), 1);
    }
}

#[tokio::test]
async fn reviewed_logs_complete_with_the_reviewed_outcome() {
    let lab = Lab::open().await;
    let logs = lab.reviewed(4).await;
    let rerun = lab.rerun(logs);
    let started = rerun.with_baseline().await.unwrap();
    for log in started.wait().await.unwrap() {
        assert_eq!(log.outcome, WaitOutcome::Inferred, "{}", log.id);
        let before = log.before.as_ref().unwrap();
        assert_eq!(log.passed(), before.success, "a review outlasts the judge");
        shows_the_last_verdicts("reviewed", &lab, &log);
    }
}

#[tokio::test]
async fn an_earlier_evaluation_is_not_taken_for_this_one() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let calls = lab.client().call_logs();
    let _first = calls
        .rerun_evaluation(lab.agent(), logs.clone())
        .await
        .unwrap();
    let second = calls
        .rerun_evaluation(lab.agent(), logs.clone())
        .with_baseline();
    let second = second.await.unwrap();
    assert_eq!(lab.paid(logs[0]), 2, "both were asked for");
    let end = wait_for_one("queued behind another", &lab, &second, |wait| wait).await;
    assert_ne!(end, End::InferredTooEarly);
}

#[tokio::test]
async fn a_dropped_wait_can_be_resumed() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(2).await);
    let started = rerun.with_baseline().await.unwrap();
    let short = started
        .wait()
        .with_timeout(Duration::from_secs(3))
        .await
        .unwrap();
    assert!(!short.all_done());
    let shown = format!("{:?}", started.wait().confirmed_only());
    assert!(shown.contains("600s") && shown.contains("true"), "{shown}");
    assert_eq!(short.timed_out().collect::<Vec<_>>(), started.targets());
    let again = started.wait().await.unwrap();
    assert!(
        again.all_done(),
        "{:?}",
        again.timed_out().collect::<Vec<_>>()
    );
    assert_eq!(lab.arrived().paid_requests(), 1);
}

#[tokio::test]
async fn a_wait_can_be_resumed_from_a_stored_baseline() {
    let lab = Lab::open().await;
    let calls = lab.client().call_logs();
    let rerun = calls.rerun_evaluation(lab.agent(), lab.idle(3).await);
    let started = rerun.with_baseline().await.unwrap();
    let stored = serde_json::to_string(started.baseline().unwrap()).unwrap();
    drop(started);
    let taken_up = calls.attach(lab.agent(), serde_json::from_str(&stored).unwrap());
    for log in taken_up.wait().await.unwrap() {
        assert!(log.is_confirmed(), "{} {:?}", log.id, log.outcome);
        shows_the_last_verdicts("taken up", &lab, &log);
    }
    assert_eq!(lab.arrived().paid_requests(), 1);
}

#[tokio::test]
async fn a_wait_for_chosen_metrics_can_be_resumed() {
    let lab = Lab::open().await;
    let calls = lab.client().call_logs();
    let project = ProjectId(lab.sandbox().project_of(lab.agent().0).unwrap());
    let evaluate = calls.evaluate_metrics(project, lab.idle(2).await, lab.metrics());
    let started = evaluate.with_baseline().await.unwrap();
    let before = started.baseline().unwrap().clone();
    drop(started);
    let taken_up = calls.attach(project, before);
    assert!(taken_up.wait().await.unwrap().all_done());
    assert_eq!(lab.arrived().paid_requests(), 1);
}

#[tokio::test]
async fn polls_use_the_scope_of_the_request() {
    let lab = Lab::open().await;
    let calls = lab.client().call_logs();
    let assistant = AssistantId::new(lab.sandbox().assistant_id_of(lab.agent().0));
    let project = ProjectId(lab.sandbox().project_of(lab.agent().0).unwrap());
    let by_assistant = calls.rerun_evaluation(assistant.clone(), lab.idle(1).await);
    let by_project = calls.evaluate_metrics(project, lab.idle(1).await, lab.metrics());
    let named = [
        (
            by_assistant.with_baseline().await.unwrap(),
            "assistant_id",
            assistant.to_string(),
        ),
        (
            by_project.with_baseline().await.unwrap(),
            "project_id",
            project.to_string(),
        ),
    ];
    for (started, parameter, value) in named {
        let mark = lab.mark();
        assert!(started.wait().await.unwrap().all_done());
        for list in lab.since(mark).of("call_logs_list") {
            assert_eq!(list.query(parameter), Some(value.as_str()));
            assert!(list.violations.is_empty(), "{:?}", list.violations);
        }
    }
}

#[tokio::test]
async fn logs_missing_from_the_list_are_read_singly() {
    let lab = Lab::with_quirks(Quirks {
        list_hides_every: Some(1),
        ..Quirks::default()
    })
    .await;
    let rerun = lab.rerun(lab.idle(2).await);
    let started = rerun.with_baseline().await.unwrap();
    // The first polls find the logs neither in the list nor by id.
    for _ in 0..4 {
        lab.fault("call_logs_retrieve", Fault::status(403));
    }
    for log in started.wait().await.unwrap() {
        assert!(log.is_confirmed(), "{} {:?}", log.id, log.outcome);
        assert_eq!(lab.judged(log.id), 1);
    }
}

#[tokio::test]
async fn a_deleted_log_is_not_waited_for() {
    let lab = Lab::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(60))).await;
    let logs = lab.idle(3).await;
    let started = lab.rerun(logs.clone()).with_baseline().await.unwrap();
    let began = lab.clock().elapsed();
    let (sandbox, deleted) = (lab.sandbox_handle(), logs[1]);
    let wait = started.wait().with_progress(move |progress| {
        if progress.done == 0 {
            sandbox.delete(deleted.0);
        }
    });
    let waited = wait.await.unwrap();
    for log in &waited {
        let expected = log.id == deleted;
        assert_eq!(
            log.outcome == WaitOutcome::Deleted,
            expected,
            "{:?}",
            log.outcome
        );
        assert_eq!(log.is_confirmed(), !expected, "{:?}", log.outcome);
        assert!(log.before.is_some(), "what was there before is kept");
    }
    assert!(lab.clock().elapsed() - began < Duration::from_secs(120));
    assert_eq!(waited.without_result().collect::<Vec<_>>(), [deleted]);
}
