//! The completion rule can be replaced, and progress is reported.

use std::time::Duration;

use cekura::reevaluation::{
    CompletionState, Confirmation, DefaultCompletion, TrackerState, WaitOutcome,
};
use cekura_sandbox::{Quirks, Traces, UpdatedAt, Visibility};
use cekura_tests::Lab;

use super::truth::{End, only, wait_for_one};

fn only_updated_at() -> Quirks {
    Quirks {
        unreviewed: Traces {
            status: Visibility::Never,
            success: Visibility::Never,
            updated_at: UpdatedAt::Both,
        },
        ..Quirks::default()
    }
}

#[tokio::test]
async fn a_longer_settle_window_avoids_early_results() {
    // The judge takes longer than the default window, and nothing but updated_at shows it.
    let slow = |sandbox: cekura_sandbox::SandboxBuilder| {
        sandbox
            .quirks(only_updated_at())
            .evaluation_time(Duration::from_secs(90))
    };
    let lab = Lab::with(slow).await;
    let mut patient = DefaultCompletion::default();
    patient.stability_window = Duration::from_secs(150);
    for (rule, expected) in [
        (DefaultCompletion::default(), End::InferredTooEarly),
        (patient, End::Inferred),
    ] {
        let rerun = lab.rerun(lab.idle(1).await);
        let started = rerun.with_baseline().await.unwrap();
        let end = wait_for_one("slow", &lab, &started, |wait| wait.with_completion(rule)).await;
        assert_eq!(end, expected);
    }
}

#[tokio::test]
async fn a_custom_completion_rule_gets_every_change() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    let rule = |seen: &TrackerState| match (seen.became_busy, seen.success_reset, seen.updated) {
        (true, true, true) if !seen.now.is_busy() && !seen.baseline.is_busy() => {
            CompletionState::Confirmed(Confirmation::SuccessResetThenSet)
        }
        _ => CompletionState::Pending,
    };
    let log = only(started.wait().with_completion(rule).await.unwrap());
    assert_eq!(
        log.outcome,
        WaitOutcome::Confirmed(Confirmation::SuccessResetThenSet)
    );
    assert_eq!(lab.judged(log.id), 1);
}

#[tokio::test]
async fn a_custom_completion_rule_never_gets_a_busy_log() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    let eager = |_: &TrackerState| CompletionState::Inferred;
    let log = only(started.wait().with_completion(eager).await.unwrap());
    assert_eq!(lab.judged(log.id), 1);
    let after = log.after.unwrap();
    assert!(after.success.is_some(), "{:?}", after.status);
}

#[tokio::test]
async fn progress_starts_at_zero_and_ends_at_all() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(6).await);
    let started = rerun.with_baseline().await.unwrap();
    let mut done = Vec::new();
    let wait = started
        .wait()
        .with_progress(|progress| done.push(progress.done));
    assert!(wait.await.unwrap().all_done());
    assert_eq!((done.first(), done.last()), (Some(&0), Some(&6)));
    assert!(done.is_sorted(), "{done:?}");
}
