//! A result is confirmed only if this evaluation was seen to start and to end.

use cekura::reevaluation::{CallLogResult, WaitOutcome};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{
    AFTER, AGENT, BEFORE, DURING, LOG, busy, done, idle, log, page, with,
};

/// Shows `before`, accepts with `response`, shows `row` in the list and `after` singly; how the wait ends.
async fn wait_over(before: Value, reply: Value, row: Value, after: Value) -> CallLogResult {
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([reply])),
        (One(_), 1) => Answer::json(&before),
        (List, _) => Answer::json(page([row.clone()])),
        _ => Answer::json(&after),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let waited = rerun.with_baseline().await.unwrap().wait().await.unwrap();
    waited.into_iter().next().unwrap()
}

#[tokio::test]
async fn idle_busy_done_is_confirmed() {
    let log = wait_over(idle(LOG), busy(LOG), done(LOG), done(LOG)).await;
    assert!(log.is_confirmed(), "{:?}", log.outcome);
    assert_eq!(log.passed(), Some(false));
}

#[tokio::test]
async fn a_lagging_single_read_is_no_result() {
    let log = wait_over(idle(LOG), busy(LOG), done(LOG), idle(LOG)).await;
    assert!(!log.is_done(), "{:?}: {:?}", log.outcome, log.passed());
}

#[tokio::test]
async fn stale_copies_are_no_result() {
    // The response shows the evaluation begin, and its updated_at does not tell the copies for old.
    for reply in [
        log(LOG, "evaluating", None, BEFORE),
        log(LOG, "evaluating", Some(true), BEFORE),
        log(LOG, "success", None, BEFORE),
    ] {
        let log = wait_over(idle(LOG), reply.clone(), idle(LOG), idle(LOG)).await;
        assert!(!log.is_done(), "{reply}: {:?}", log.outcome);
    }
}

#[tokio::test]
async fn the_same_success_with_other_metrics_is_a_result() {
    let reply = log(LOG, "evaluating", None, BEFORE);
    let judged = |score: u32| {
        let metrics = json!({ "metrics": [{ "id": 71, "score": score }] });
        with(idle(LOG), "evaluation", metrics)
    };
    let log = wait_over(judged(5), reply, judged(4), judged(4)).await;
    assert!(log.is_confirmed(), "{:?}", log.outcome);
}

#[tokio::test]
async fn a_review_is_not_confirmed() {
    let before = log(LOG, "success", Some(false), BEFORE);
    let reviewed = log(LOG, "reviewed_success", Some(true), AFTER);
    let log = wait_over(before, busy(LOG), reviewed.clone(), reviewed).await;
    assert!(!log.is_confirmed(), "{:?}", log.outcome);
}

#[tokio::test]
async fn the_end_of_an_earlier_evaluation_is_not_confirmed() {
    let before = log(LOG, "evaluating", Some(true), BEFORE);
    let after = log(LOG, "success", Some(true), AFTER);
    let log = wait_over(before, busy(LOG), after.clone(), after).await;
    assert!(!log.is_confirmed(), "{:?}", log.outcome);
}

#[tokio::test]
async fn another_spelling_of_updated_at_is_no_change() {
    let row = log(LOG, "success", Some(true), "2026-04-07T08:00:00.000000Z");
    let log = wait_over(idle(LOG), idle(LOG), row, idle(LOG)).await;
    assert!(
        matches!(log.outcome, WaitOutcome::TimedOut { .. }),
        "{:?}",
        log.outcome
    );
}

#[tokio::test]
async fn states_from_reading_back_count_for_the_wait() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (List, _) => Answer::json(page([done(LOG)])),
        (One(_), 1) => Answer::json(idle(LOG)),
        (One(_), 2) => Answer::json(busy(LOG)),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.with_baseline().await.unwrap();
    let waited = started.wait().confirmed_only().await.unwrap();
    assert!(waited.iter().all(CallLogResult::is_confirmed), "{waited:?}");
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn an_older_list_entry_is_no_change() {
    let stale = log(LOG, "evaluating", None, "2026-04-07T07:00:00Z");
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([idle(LOG)])),
        (List, 1) => Answer::json(page([stale.clone()])),
        (List, _) => Answer::json(page([log(LOG, "success", Some(true), DURING)])),
        (One(_), 1) => Answer::json(idle(LOG)),
        _ => Answer::json(log(LOG, "success", Some(true), DURING)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let waited = rerun.with_baseline().await.unwrap().wait().await.unwrap();
    let finish = &waited.iter().next().unwrap().outcome;
    assert_eq!(finish, &WaitOutcome::Inferred);
}
