//! Invalid arguments are not sent. After an error status the call logs are read back once and at once.

use std::time::Duration;

use cekura::reevaluation::Baseline;
use cekura::{AcceptUnboundedCost, CallLogId, CallLogTargets, Error, MetricId, RetryPolicy};
use cekura_tests::script::Kind::{One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, idle, read};

#[tokio::test]
async fn invalid_arguments_are_not_sent() {
    let script = Script::play(|_| Answer::json(json!([busy(LOG)]))).await;
    let logs = script.client();
    let logs = logs.call_logs();
    let all = || CallLogTargets::all(AcceptUnboundedCost);
    let none: [CallLogId; 0] = [];
    let refused: [(&str, Result<_, Error>); 7] = [
        ("no call logs", logs.rerun_evaluation(AGENT, none).await),
        (
            "call log 0",
            logs.rerun_evaluation(AGENT, CallLogId(0)).await,
        ),
        (
            "agent 0",
            logs.rerun_evaluation(cekura::AgentId(0), LOG).await,
        ),
        (
            "no metrics",
            logs.evaluate_metrics(AGENT, LOG, [] as [MetricId; 0]).await,
        ),
        (
            "metric 0",
            logs.evaluate_metrics(AGENT, LOG, [MetricId(0)]).await,
        ),
        (
            "chosen metrics of all call logs",
            logs.evaluate_metrics(AGENT, all(), [MetricId(71)]).await,
        ),
        (
            "a baseline of all call logs",
            logs.rerun_evaluation(AGENT, all()).with_baseline().await,
        ),
    ];
    for (what, result) in refused {
        assert!(result.unwrap_err().is_invalid_request(), "{what}");
    }
    let baseline = logs.baseline(none).await;
    assert!(baseline.unwrap_err().is_invalid_request());
    assert!(script.asked().is_empty());
}

/// The number of reads after a request with the error status, the time that it took, and its error.
async fn after_error_status(status: u16) -> (usize, Duration, Error) {
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::status(status, r#"{"detail":"No."}"#),
        One(id) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let stored: Baseline = [(LOG, read(idle(LOG)))].into_iter().collect();
    let rerun = rerun.with_stored_baseline(stored);
    let error = rerun
        .with_retry_policy(RetryPolicy::none())
        .await
        .unwrap_err();
    (script.asked().len() - 1, script.clock().elapsed(), error)
}

#[tokio::test]
async fn call_logs_are_read_back_once_after_an_error_status_but_not_after_401_or_429() {
    for (status, expected) in [
        (400, 1),
        (402, 1),
        (403, 1),
        (404, 1),
        (409, 1),
        (422, 1),
        (401, 0),
        (429, 0),
    ] {
        let (reads, took, error) = after_error_status(status).await;
        assert_eq!(reads, expected, "{status}");
        assert_eq!(took, Duration::ZERO, "{status}");
        assert!(!error.is_outcome_unknown(), "{status}: {error}");
    }
}

#[tokio::test]
async fn an_unreadable_response_about_all_call_logs_leaves_the_outcome_unknown() {
    let script = Script::play(|_| Answer::json(json!({ "results": [] }))).await;
    let everything = CallLogTargets::all(AcceptUnboundedCost);
    let rerun = script
        .client()
        .call_logs()
        .rerun_evaluation(AGENT, everything);
    let error = rerun.await.unwrap_err();
    let unknown = error.outcome_unknown().unwrap();
    assert!(unknown.targeted_all() && unknown.targets().is_empty());
    assert_eq!(unknown.sends_possibly_charged(), 1);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn the_targets_of_all_call_logs_are_those_in_the_response() {
    let script = Script::play(|_| Answer::json(json!([busy(OTHER), busy(LOG)]))).await;
    let everything = CallLogTargets::all(AcceptUnboundedCost);
    let rerun = script
        .client()
        .call_logs()
        .rerun_evaluation(AGENT, everything);
    let started = rerun.await.unwrap();
    assert_eq!(started.targets(), [LOG, OTHER]);
    assert_eq!(started.missing_from_response().count(), 0);
}

#[tokio::test]
async fn other_call_logs_in_the_response_are_not_targets() {
    let script = Script::play(|_| Answer::json(json!([busy(LOG), busy(OTHER)]))).await;
    let started = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = started.await.unwrap();
    assert_eq!(started.targets(), [LOG]);
    let seen: Vec<_> = started.snapshots().map(|(id, _)| id).collect();
    assert_eq!(seen, [LOG]);
}
