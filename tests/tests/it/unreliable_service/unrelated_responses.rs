//! A response that is not the requested call log is no evidence about it.

use cekura::Evidence;
use cekura::reevaluation::{CallLogResult, WaitOutcome};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, idle, page, read};

/// Loses the response to a request with a baseline, then returns `body` for every read.
async fn proves_nothing(body: Value) {
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (_, 1) => Answer::json(idle(LOG)),
        _ => Answer::json(&body),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let error = rerun.with_baseline().await.unwrap_err();
    let evidence = error.outcome_unknown().unwrap().evidence();
    assert_eq!(evidence[0].evidence, Evidence::Inconclusive, "{error}");
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_maintenance_message_is_no_evidence_of_acceptance() {
    proves_nothing(json!({ "maintenance": "back at noon" })).await;
}

#[tokio::test]
async fn a_call_log_without_a_status_is_no_evidence_of_acceptance() {
    proves_nothing(json!({ "id": LOG })).await;
}

#[tokio::test]
async fn another_call_log_is_no_evidence_of_acceptance() {
    proves_nothing(busy(OTHER)).await;
}

#[tokio::test]
async fn an_unrelated_response_is_no_baseline_and_nothing_is_sent() {
    for stranger in [json!({ "message": "later" }), idle(OTHER)] {
        let script = Script::play(move |_| Answer::json(&stranger)).await;
        let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
        let error = rerun.with_baseline().await.unwrap_err();
        assert!(
            error.is_invalid_response() && !error.is_outcome_unknown(),
            "{error}"
        );
        assert!(script.paid().is_empty());
    }
}

#[tokio::test]
async fn an_empty_object_is_no_state() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([idle(LOG)])),
        (List, 1) => Answer::json(page([])),
        (List, _) => Answer::json(page([idle(LOG)])),
        (One(_), 1) => Answer::json(json!({})),
        _ => Answer::json(idle(LOG)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let waited = rerun.await.unwrap().wait().await.unwrap();
    let finish = &waited.iter().next().unwrap().outcome;
    assert!(matches!(finish, WaitOutcome::TimedOut { .. }), "{finish:?}");
}

#[tokio::test]
async fn invalid_list_entries_are_read_one_by_one() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        List => Answer::json(page([json!({ "id": LOG })])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let before = [(LOG, read(idle(LOG)))].into_iter().collect();
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.with_stored_baseline(before).await.unwrap();
    let waited = started.wait().await.unwrap();
    assert!(waited.iter().all(CallLogResult::is_confirmed), "{waited:?}");
}
