//! Arguments that would cost more than meant, or get less, are put right or refused before anything is sent.

use cekura::reevaluation::Baseline;
use cekura::{AcceptUnboundedCost, AssistantId, CallLogId, CallLogTargets, MetricId};
use cekura_tests::script::Kind::{One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, idle, page, read};

#[tokio::test]
async fn duplicate_metrics_are_sent_once() {
    let script = Script::play(|_| Answer::json(json!([busy(LOG)]))).await;
    let metrics = [MetricId(71), MetricId(72), MetricId(71)];
    let logs = script.client();
    let evaluate = logs.call_logs().evaluate_metrics(AGENT, LOG, metrics);
    let _ = evaluate.await.unwrap();
    let sent: Value = serde_json::from_str(&script.paid()[0]).unwrap();
    assert_eq!(sent["metrics"], json!([71, 72]));
}

#[tokio::test]
async fn an_empty_assistant_id_is_refused() {
    let script = Script::play(|_| Answer::json(json!([]))).await;
    let everything = CallLogTargets::all(AcceptUnboundedCost);
    let logs = script.client();
    let rerun = logs
        .call_logs()
        .rerun_evaluation(AssistantId::new(""), everything);
    assert!(rerun.await.unwrap_err().is_invalid_request());
    assert!(script.asked().is_empty());
}

#[tokio::test]
async fn an_empty_id_filter_is_refused() {
    let script = Script::play(|_| Answer::json(page([idle(LOG)]))).await;
    let list = script
        .client()
        .call_logs()
        .list()
        .agent_id(AGENT)
        .call_ids(Vec::<CallLogId>::new());
    let listed = list.await;
    assert!(
        listed.as_ref().map_or_else(
            |error| error.is_invalid_request(),
            |page| page.results.as_ref().is_none_or(Vec::is_empty)
        ),
        "{listed:?}"
    );
    assert!(script.asked().is_empty());
}

#[tokio::test]
async fn a_stored_baseline_is_completed_before_anything_is_sent() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        One(id) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let stored: Baseline = [(LOG, read(idle(LOG)))].into_iter().collect();
    let logs = script.client();
    let rerun = logs.call_logs().rerun_evaluation(AGENT, [LOG, OTHER]);
    let started = rerun.with_stored_baseline(stored).with_baseline().await;
    let complete = started.unwrap().baseline().unwrap().clone();
    assert_eq!(complete.len(), 2);
    let rerun = logs.call_logs().rerun_evaluation(AGENT, [LOG, OTHER]);
    let started = rerun.with_stored_baseline(complete).with_baseline().await;
    assert!(started.is_ok(), "there is nothing to read: {started:?}");
    let kinds: Vec<_> = script.asked().iter().map(|asked| asked.kind).collect();
    assert_eq!(kinds, [One(OTHER.0), Paid, Paid]);
}

#[tokio::test]
async fn an_unreadable_missing_baseline_stops_the_request() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([])),
        _ => Answer::status(500, ""),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let stored = rerun.with_stored_baseline(Baseline::default());
    assert!(stored.with_baseline().await.unwrap_err().is_server_error());
    assert!(script.paid().is_empty());
}
