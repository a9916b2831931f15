//! Nothing is sent without the baseline that was asked for. `all`, duplicate ids and empty selections.

use cekura::{AcceptUnboundedCost, CallLogId, CallLogTargets, MetricId};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use serde_json::json;

use super::calls::{Call, Care};

const RERUN: &str = "call_logs_rerun_evaluation";

#[tokio::test]
async fn nothing_is_sent_if_the_baseline_cannot_be_read() {
    let lab = Lab::open().await;
    let known = lab.idle(1).await[0];
    for call in Call::BOTH {
        let missing = [known, CallLogId(999_999)];
        let error = call.send(&lab, &missing, Care::Baseline).await.unwrap_err();
        assert!(
            error.is_not_found() && !error.is_outcome_unknown(),
            "{error}"
        );

        for _ in 0..5 {
            lab.fault("call_logs_retrieve", Fault::status(502));
        }
        let error = call.send(&lab, &[known], Care::Baseline).await.unwrap_err();
        assert!(
            error.is_server_error() && !error.is_outcome_unknown(),
            "{error}"
        );
    }
    assert_eq!(lab.arrived().paid_requests(), 0);
}

#[tokio::test]
async fn duplicate_ids_are_sent_once() {
    let lab = Lab::open().await;
    let logs = lab.idle(2).await;
    let named = [logs[0], logs[1], logs[0], logs[0]];
    let _started = Call::Rerun
        .send(&lab, &named, Care::Baseline)
        .await
        .unwrap();
    let arrived = lab.arrived();
    let body = arrived.of(RERUN).next().unwrap().json().unwrap();
    let ids: Vec<i64> = logs.iter().map(|id| id.0).collect();
    assert_eq!(body, json!({ "agent_id": lab.agent().0, "call_logs": ids }));
    assert_eq!(lab.paid_each(&logs), [1, 1]);
}

#[tokio::test]
async fn an_unknown_outcome_of_all_call_logs_is_reported() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(12)).await;
    let all = || CallLogTargets::all(AcceptUnboundedCost);
    for fault in [
        Fault::reset().after_work(),
        Fault::truncate(200),
        Fault::garbage().after_work(),
    ] {
        let before = lab.arrived().paid_requests();
        lab.fault(RERUN, fault);
        let call = lab.rerun(all());
        let error = call.await.unwrap_err();
        let unknown = error.outcome_unknown().expect("an unknown outcome");
        assert!(unknown.targeted_all() && unknown.targets().is_empty());
        assert!(error.to_string().contains("all call logs"), "{error}");
        assert_eq!(lab.arrived().paid_requests(), before + 1);
    }
}

#[tokio::test]
async fn a_baseline_of_all_call_logs_is_an_error_before_sending() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(12)).await;
    let calls = lab.client().call_logs();
    let all = CallLogTargets::all(AcceptUnboundedCost);
    let rerun = calls.rerun_evaluation(lab.agent(), all.clone());
    assert!(
        rerun
            .with_baseline()
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    let evaluate = calls.evaluate_metrics(lab.agent(), all, lab.metrics());
    assert!(evaluate.await.unwrap_err().is_invalid_request());
    let nothing =
        calls.rerun_evaluation(lab.agent(), CallLogTargets::from(Vec::<CallLogId>::new()));
    assert!(nothing.await.unwrap_err().is_invalid_request());
    let no_metric: [MetricId; 0] = [];
    let unmeasured = calls.evaluate_metrics(lab.agent(), CallLogId(5001), no_metric);
    assert!(unmeasured.await.unwrap_err().is_invalid_request());
    assert!(lab.arrived().all().is_empty());
}

#[tokio::test]
async fn all_call_logs_are_paid_once_and_can_be_waited_for() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(12)).await;
    let all = CallLogTargets::all(AcceptUnboundedCost);
    let started = lab.rerun(all);
    let started = started.await.unwrap();
    let own = lab.sandbox().call_log_ids_of(lab.agent().0);
    assert_eq!(
        started.targets(),
        own.iter().map(|id| CallLogId(*id)).collect::<Vec<_>>()
    );
    assert!(started.wait().await.unwrap().all_done());
    assert_eq!(lab.sandbox().ledger().call_logs(), own);
    assert_eq!(lab.sandbox().ledger().evaluations(), own.len() as u64);
}
