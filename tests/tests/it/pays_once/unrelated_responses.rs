//! A response with another object than the requested call log is ignored.

use std::time::Duration;

use cekura::reevaluation::Baseline;
use cekura::{Evidence, OnUnknown};
use cekura_sandbox::{Fault, Quirks, Traces, UpdatedAt, Visibility};
use cekura_tests::Lab;

use super::calls::{Call, Care};

const RERUN: &str = "call_logs_rerun_evaluation";
const READ: &str = "call_logs_retrieve";

/// Another call log, whole and in evaluation.
fn another_log() -> Fault {
    Fault::status(200)
        .with_header("content-type", "application/json")
        .with_body(r#"{"id": 1, "call_id": "c-1", "status": "evaluating", "success": null}"#)
}

#[tokio::test]
async fn an_unrelated_response_is_not_taken_as_baseline() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    for fault in [Fault::garbage(), another_log()] {
        lab.fault(READ, fault);
        let error = Call::Rerun
            .send(&lab, &logs, Care::Baseline)
            .await
            .unwrap_err();
        assert!(
            error.is_invalid_response() && !error.is_outcome_unknown(),
            "{error}"
        );
    }
    assert_eq!(lab.arrived().paid_requests(), 0);
}

#[tokio::test]
async fn an_unrelated_response_is_not_taken_as_evidence() {
    let lab = Lab::open().await;
    for fault in [Fault::garbage(), another_log()] {
        let logs = lab.idle(1).await;
        let before: Baseline = [(logs[0], lab.read(logs[0]).await)].into_iter().collect();
        lab.fault(RERUN, Fault::reset());
        for _ in 0..100 {
            lab.fault(READ, fault.clone());
        }
        let call = lab.rerun(logs);
        let call = call
            .with_stored_baseline(before)
            .with_on_unknown(OnUnknown::ReturnError);
        let error = call.await.expect_err("nothing was evaluated");
        let unknown = error.outcome_unknown().expect("an unknown outcome");
        assert_eq!(unknown.evidence()[0].evidence, Evidence::Inconclusive);
        lab.faults().clear();
    }
}

#[tokio::test]
async fn an_unrelated_response_does_not_change_the_wait() {
    let silent = Traces {
        status: Visibility::Never,
        success: Visibility::Never,
        updated_at: UpdatedAt::Never,
    };
    let lab = Lab::with_quirks(Quirks {
        unreviewed: silent,
        list_hides_every: Some(1),
        ..Quirks::default()
    })
    .await;
    for fault in [Fault::garbage(), another_log()] {
        let started = Call::Rerun
            .send(&lab, &lab.idle(1).await, Care::Baseline)
            .await
            .unwrap();
        lab.fault(READ, fault);
        let waited = started
            .wait()
            .with_timeout(Duration::from_secs(90))
            .await
            .unwrap();
        assert!(
            !waited.all_done(),
            "there was no trace: {:?}",
            waited.iter().map(|l| &l.outcome).collect::<Vec<_>>()
        );
    }
}
