//! Weak evidence proves neither that a request was carried out nor that it was not.

use std::collections::BTreeSet;

use cekura::reevaluation::Baseline;
use cekura::{CallLogId, Evidence, OnUnknown, OutcomeUnknown};
use cekura_sandbox::{Fault, Quirks, Traces, UpdatedAt, Visibility};
use cekura_tests::Lab;

use super::calls::{Call, Care};

const RERUN: &str = "call_logs_rerun_evaluation";

#[tokio::test]
async fn a_human_edit_is_neither_acceptance_nor_a_reason_to_resend() {
    let lab = Lab::open().await;
    let edits: [fn(&Lab, CallLogId) -> bool; 3] = [
        |lab, id| lab.sandbox().edit_call_log(id.0),
        |lab, id| lab.sandbox().review(id.0, true),
        |lab, id| lab.sandbox().review(id.0, false),
    ];
    for edit in edits {
        let logs = lab.idle(1).await;
        let before: Baseline = [(logs[0], lab.read(logs[0]).await)].into_iter().collect();
        assert!(edit(&lab, logs[0]));
        let (found, requests) = resend_after_reset(&lab, &logs, before).await;
        assert_eq!(found, [Evidence::OnlyUpdatedAt]);
        assert_eq!(requests, 1);
    }
}

#[tokio::test]
async fn a_log_that_was_busy_before_is_no_evidence() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let _running = Call::Rerun.send(&lab, &logs, Care::Plain).await.unwrap();
    let before: Baseline = [(logs[0], lab.read(logs[0]).await)].into_iter().collect();
    let (found, requests) = resend_after_reset(&lab, &logs, before).await;
    assert_eq!(found, [Evidence::Inconclusive]);
    assert_eq!(requests, 1);
    assert_eq!(lab.paid(logs[0]), 1);
}

#[tokio::test]
async fn a_log_that_cannot_be_read_back_stays_unknown() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let before: Baseline = [(logs[0], lab.read(logs[0]).await)].into_iter().collect();
    for _ in 0..200 {
        lab.fault("call_logs_retrieve", Fault::status(403));
    }
    let (found, requests) = resend_after_reset(&lab, &logs, before).await;
    assert_eq!(found, [Evidence::Inconclusive]);
    assert_eq!(requests, 1);
}

/// Sends with the stored baseline; the request is cut off before any work.
async fn resend_after_reset(
    lab: &Lab,
    logs: &[CallLogId],
    before: Baseline,
) -> (Vec<Evidence>, usize) {
    let mark = lab.mark();
    lab.fault(RERUN, Fault::reset());
    let call = lab.rerun(logs);
    let call = call
        .with_stored_baseline(before)
        .with_on_unknown(OnUnknown::ResendIfUnchanged);
    let error = call.await.unwrap_err();
    let unknown = error.outcome_unknown().expect("an unknown outcome");
    assert_eq!(unknown.accepted().count(), 0);
    let found = unknown.evidence().iter().map(|e| e.evidence).collect();
    (found, lab.since(mark).paid_requests())
}

#[tokio::test]
async fn reviewed_logs_whose_only_trace_is_updated_at_are_never_paid_twice() {
    let at_acceptance = Quirks {
        reviewed: Traces {
            updated_at: UpdatedAt::Accepted,
            ..Traces::reviewed()
        },
        ..Quirks::default()
    };
    for quirks in [Quirks::default(), at_acceptance] {
        let lab = Lab::with_quirks(quirks).await;
        for log in lab.reviewed(6).await {
            lab.fault(RERUN, Fault::reset().after_work());
            match Call::Rerun.send(&lab, &[log], Care::Resend).await {
                Ok(started) => {
                    let found = started.evidence();
                    assert_eq!(found[0].evidence, Evidence::MetricsChanged);
                }
                Err(error) => {
                    let found = error
                        .outcome_unknown()
                        .expect("an unknown outcome")
                        .evidence();
                    assert_eq!(found[0].evidence, Evidence::OnlyUpdatedAt);
                }
            }
            assert_eq!(lab.paid(log), 1);
        }
    }
}

#[tokio::test]
async fn each_log_of_a_partly_accepted_batch_has_its_own_evidence() {
    let quirks = Quirks {
        passed_over_every: Some(3),
        ..Quirks::default()
    };
    let lab = Lab::with_quirks(quirks).await;
    for (care, requests) in [(Care::Baseline, 1), (Care::Resend, 2)] {
        let (logs, mark) = (lab.idle(7).await, lab.mark());
        let (passed_over, taken): (BTreeSet<_>, BTreeSet<_>) =
            logs.iter().partition(|id| id.0 % 3 == 0);
        assert!(!passed_over.is_empty() && !taken.is_empty());
        for _ in 0..requests {
            lab.fault(RERUN, Fault::status(502).after_work());
        }
        let error = Call::Rerun.send(&lab, &logs, care).await.unwrap_err();
        let unknown = error.outcome_unknown().expect("an unknown outcome");
        assert_eq!(unknown.targets(), logs);
        assert_eq!(
            unknown.accepted().collect::<BTreeSet<_>>(),
            taken,
            "{care:?}"
        );
        assert_eq!(
            unknown.unknown().collect::<BTreeSet<_>>(),
            passed_over,
            "{care:?}"
        );
        let unchanged = |id: &CallLogId| evidence_of(unknown, *id) == Evidence::Unchanged;
        assert!(passed_over.iter().all(unchanged), "{care:?} {unknown:?}");
        assert_eq!(lab.since(mark).paid_requests(), requests, "{care:?}");
        assert!(taken.iter().all(|id| lab.paid(*id) == 1), "{care:?}");
    }
}

fn evidence_of(unknown: &OutcomeUnknown, id: CallLogId) -> Evidence {
    let found = unknown.evidence().iter().find(|found| found.id == id);
    found.expect("evidence of each target").evidence
}

#[tokio::test]
async fn a_resend_has_only_the_unchanged_logs() {
    let quirks = Quirks {
        passed_over_every: Some(3),
        ..Quirks::default()
    };
    let lab = Lab::with_quirks(quirks).await;
    let logs = lab.idle(7).await;
    lab.fault(RERUN, Fault::reset().after_work());
    let started = Call::Rerun.send(&lab, &logs, Care::Resend).await.unwrap();
    let bodies: Vec<_> = lab.arrived().of(RERUN).filter_map(|e| e.json()).collect();
    let sent: BTreeSet<_> = bodies[1]["call_logs"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|id| id.as_i64())
        .collect();
    let left: BTreeSet<_> = logs
        .iter()
        .map(|id| id.0)
        .filter(|id| id % 3 == 0)
        .collect();
    assert_eq!(sent, left);
    assert_eq!(bodies.len(), 2);
    assert_eq!(started.targets(), logs);
    assert!(logs.iter().all(|id| lab.paid(*id) <= 1));
}

#[tokio::test]
async fn a_reset_success_alone_proves_acceptance_of_a_rerun_only() {
    let quirks = Quirks {
        unreviewed: Traces {
            status: Visibility::Never,
            ..Traces::unreviewed()
        },
        ..Quirks::default()
    };
    let lab = Lab::with_quirks(quirks).await;
    let logs = lab.idle(1).await;
    lab.fault(RERUN, Fault::reset().after_work());
    let started = Call::Rerun.send(&lab, &logs, Care::Baseline).await.unwrap();
    let found = started.evidence();
    assert_eq!(found[0].evidence, Evidence::SuccessReset);
}
