//! A wait can be spawned and streamed; its results are printed and serialized.

use std::collections::BTreeSet;
use std::time::Duration;

use cekura::reevaluation::{CallLogResult, LogDiff, WaitOutcome, WaitResults};
use cekura::types::CallLog;
use cekura::{CallLogId, Error};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use serde_json::json;

async fn collect(
    mut results: cekura::reevaluation::ResultStream<'_>,
) -> Vec<Result<CallLogResult, Error>> {
    let mut all = Vec::new();
    while let Some(log) = results.next().await {
        all.push(log);
    }
    all
}

#[tokio::test]
async fn each_result_is_streamed_once_and_as_soon_as_it_is_known() {
    let lab = Lab::open().await;
    let logs = lab.idle(12).await;
    let started = lab.rerun(&logs).with_baseline().await.unwrap();
    let mut results = started.wait().results();
    drop(started);
    let mut seen = Vec::new();
    let (mut early, mut last) = (0, None);
    while let Some(log) = results.next().await.transpose().unwrap() {
        assert!(log.is_done() && log.diff().is_some(), "{log}");
        let now = lab.sandbox().now();
        early += usize::from(last.is_some_and(|last| last < now));
        last = Some(now);
        seen.push(log.id);
    }
    assert!(early > 0, "not all at once");
    assert_eq!(seen.len(), logs.len());
    assert_eq!(BTreeSet::from_iter(&seen), BTreeSet::from_iter(&logs));
    assert_eq!(lab.paid_each(&logs), [1; 12]);
}

#[tokio::test]
async fn call_logs_without_a_result_are_streamed_at_the_deadline() {
    let lab = Lab::open().await;
    let logs = lab.idle(3).await;
    let started = lab.rerun(&logs).with_baseline().await.unwrap();
    assert!(lab.sandbox().delete(logs[0].0));
    let wait = started.wait().with_timeout(Duration::from_secs(3));
    let ended = collect(wait.results()).await;
    let ended: Vec<_> = ended.into_iter().map(Result::unwrap).collect();
    assert_eq!(ended.len(), 3);
    assert_eq!(
        (ended[0].id, &ended[0].outcome),
        (logs[0], &WaitOutcome::Deleted)
    );
    for log in &ended[1..] {
        assert!(matches!(log.outcome, WaitOutcome::TimedOut { .. }), "{log}");
    }
    assert!(
        started
            .wait()
            .await
            .unwrap()
            .iter()
            .skip(1)
            .all(CallLogResult::is_done)
    );
}

#[tokio::test]
async fn the_stream_has_the_error_of_the_wait() {
    let lab = Lab::open().await;
    let started = lab.rerun(lab.idle(1).await).with_baseline().await.unwrap();
    lab.faults().push(Fault::status(401));
    let ended = collect(started.wait().results()).await;
    assert!(
        matches!(&ended[..], [Err(e)] if e.is_unauthorized()),
        "{ended:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_and_waits_can_be_spawned() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let request = lab.rerun(&logs).with_baseline();
    let started = tokio::spawn(request.send()).await.unwrap().unwrap();
    let meta = started.response_meta().unwrap();
    assert_eq!((meta.status(), meta.attempts()), (200, 1));
    assert_eq!(meta.header("Content-Type"), Some("application/json"));
    let waited = tokio::spawn(started.wait().send()).await.unwrap().unwrap();
    assert!(waited.all_done());
    assert_eq!(lab.paid_each(&logs), [1]);
}

fn log(metrics: serde_json::Value, success: Option<bool>) -> CallLog {
    let log = json!({ "id": 5001, "success": success, "evaluation": { "metrics": metrics } });
    serde_json::from_value(log).unwrap()
}

#[test]
fn results_are_printed_and_serialized() {
    let before = log(
        json!([{"id": 71, "name": "Politeness", "score": 4}, {"id": 72, "name": "Same", "score": 1}]),
        Some(true),
    );
    let after = log(
        json!([{"id": 71, "name": "Politeness", "score": 2.5}, {"id": 72, "name": "Same", "score": 1}]),
        Some(false),
    );
    let diff = LogDiff::between(CallLogId(5001), &before, &after);
    assert_eq!(
        diff.to_string(),
        "call log 5001\n    Politeness: score moved (4 → 2.5)"
    );
    assert_eq!(
        LogDiff::between(CallLogId(1), &before, &before).to_string(),
        "call log 1: unchanged"
    );
    let as_json = serde_json::to_value(&diff).unwrap();
    assert_eq!(
        as_json["success"],
        json!({ "before": true, "after": false })
    );
    assert_eq!(as_json["metrics"][0]["change"], "score_moved");

    let done = CallLogResult::new(
        CallLogId(5001),
        WaitOutcome::Inferred,
        Some(before),
        Some(after),
    );
    let late = CallLogResult::new(
        CallLogId(5002),
        WaitOutcome::TimedOut { last: None },
        None,
        None,
    );
    let waited: WaitResults = [done, late].into_iter().collect();
    assert_eq!(
        waited.to_string(),
        "call log 5001: failed, inferred (the call log was updated and then stayed unchanged)\n    \
         Politeness: score moved (4 → 2.5)\ncall log 5002: timed out"
    );
    let as_json = serde_json::to_value(&waited).unwrap();
    assert_eq!(
        as_json[0]["outcome"],
        json!({ "kind": "inferred", "confirmation": null, "last": null, "reason": null })
    );
    assert_eq!(
        (
            &as_json[0]["passed"],
            &as_json[0]["diff"]["metrics"][0]["id"]
        ),
        (&json!(false), &json!(71))
    );
    assert_eq!(
        (&as_json[1]["outcome"]["kind"], &as_json[1]["after"]),
        (&json!("timed_out"), &json!(null))
    );
}
