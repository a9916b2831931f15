//! Reconciling what a journal recorded, without the request at hand.

use std::time::Duration;

use cekura::reevaluation::Baseline;
use cekura::{CallLogId, Evidence, LogEvidence};
use cekura_sandbox::{Fault, Quirks, Traces, Visibility};
use cekura_tests::Lab;

const RERUN: &str = "call_logs_rerun_evaluation";
const READ: &str = "call_logs_retrieve";
const S: fn(u64) -> Duration = Duration::from_secs;

/// The baseline as a journal gives it back.
async fn stored_baseline(lab: &Lab, logs: &[CallLogId]) -> Baseline {
    let taken = lab.client().call_logs().baseline(logs).await.unwrap();
    let text = serde_json::to_string(&taken).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Sends and loses the response, as a process that is killed does.
async fn lose(lab: &Lab, logs: &[CallLogId], fault: Fault) {
    lab.fault(RERUN, fault);
    let error = lab.rerun(logs).await.unwrap_err();
    assert!(error.is_outcome_unknown() && error.outcome_unknown().unwrap().evidence().is_empty());
}

fn all(found: &[LogEvidence], logs: &[CallLogId], fits: impl Fn(Evidence) -> bool) -> bool {
    let mut sorted = logs.to_vec();
    sorted.sort_unstable();
    found.iter().map(|found| found.id).eq(sorted) && found.iter().all(|found| fits(found.evidence))
}

#[tokio::test]
async fn evaluated_call_logs_have_strong_evidence_and_others_are_unchanged() {
    let lab = Lab::open().await;
    let (done, not) = (lab.idle(12).await, lab.idle(12).await);
    let (of_done, of_not) = (
        stored_baseline(&lab, &done).await,
        stored_baseline(&lab, &not).await,
    );
    lose(&lab, &done, Fault::reset().after_work()).await;
    lose(&lab, &not, Fault::reset()).await;

    let calls = lab.client().call_logs();
    let (mark, before) = (lab.mark(), lab.clock().elapsed());
    let found = calls.reconcile(of_done).await;
    assert!(all(&found, &done, Evidence::is_strong), "{found:?}");
    assert!(
        lab.clock().elapsed() - before < S(60),
        "it ends when all is proved"
    );

    let before = lab.clock().elapsed();
    let found = calls.reconcile(of_not).with_settle_window(S(90)).await;
    assert!(
        all(&found, &not, |found| found == Evidence::Unchanged),
        "{found:?}"
    );
    assert!(
        lab.clock().elapsed() - before >= S(90),
        "the whole window was watched"
    );
    assert_eq!(lab.since(mark).paid_requests(), 0);
    assert_eq!(lab.paid_each(&done), [1; 12]);
    assert_eq!(lab.paid_each(&not), [0; 12]);
}

#[tokio::test]
async fn a_failed_read_is_no_evidence() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let before = stored_baseline(&lab, &logs).await;
    for _ in 0..200 {
        lab.fault(READ, Fault::status(403));
    }
    let found = lab.client().call_logs().reconcile(before).await;
    assert!(
        all(&found, &logs, |found| found == Evidence::Inconclusive),
        "{found:?}"
    );
}

#[tokio::test]
async fn without_a_settle_window_each_call_log_is_read_once() {
    let lab = Lab::open().await;
    let (done, not) = (lab.idle(3).await, lab.idle(3).await);
    let logs = [done.clone(), not.clone()].concat();
    let before = stored_baseline(&lab, &logs).await;
    lose(&lab, &done, Fault::reset().after_work()).await;
    let (mark, began) = (lab.mark(), lab.clock().elapsed());
    let reconcile = lab.client().call_logs().reconcile(before.clone());
    let found = reconcile.with_settle_window(Duration::ZERO).await;
    for found in found {
        let carried_out = done.contains(&found.id);
        assert_eq!(found.evidence.is_strong(), carried_out, "{found:?}");
        assert_eq!(found.evidence == Evidence::Unchanged, !carried_out);
    }
    assert_eq!(lab.since(mark).count(READ), 6);
    assert_eq!(lab.clock().elapsed(), began);

    for _ in 0..50 {
        lab.fault(READ, Fault::status(403));
    }
    let reconcile = lab.client().call_logs().reconcile(before);
    let found = reconcile.with_settle_window(Duration::ZERO).await;
    assert!(
        found.iter().all(|f| f.evidence == Evidence::Inconclusive),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_reset_success_after_evaluate_metrics_proves_nothing() {
    let quirks = Quirks {
        unreviewed: Traces {
            status: Visibility::Never,
            ..Traces::unreviewed()
        },
        ..Quirks::default()
    };
    let lab = Lab::with_quirks(quirks).await;
    let logs = lab.idle(1).await;
    let before = stored_baseline(&lab, &logs).await;
    lose(&lab, &logs, Fault::reset().after_work()).await;
    let reconcile = || {
        lab.client()
            .call_logs()
            .reconcile(before.clone())
            .with_settle_window(S(1))
    };
    let found = reconcile().chosen_metrics_only().await;
    assert!(all(&found, &logs, |found| !found.is_strong()), "{found:?}");
    let found = reconcile().await;
    assert!(
        all(&found, &logs, |found| found == Evidence::SuccessReset),
        "{found:?}"
    );
}

#[tokio::test]
async fn nothing_to_reconcile_sends_no_request() {
    let lab = Lab::open().await;
    let mark = lab.mark();
    let found = lab
        .client()
        .call_logs()
        .reconcile(Baseline::default())
        .await;
    assert!(found.is_empty() && lab.since(mark).all().is_empty());
}
