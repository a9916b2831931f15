//! Which states of a call log are equal, and which differ.

use std::time::{Duration, Instant};

use cekura::Evidence;
use cekura::reevaluation::{
    Baseline, CompletionState, EvaluationTracker, Snapshot, TrackerState, WaitOutcome,
};
use cekura::types::{CallLog, CallLogSummary};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{
    AFTER, AGENT, BEFORE, LOG, busy, done, idle, log, page, read, with,
};

/// The evidence of one read, for a call log that was `before` and is `now`.
async fn evidence(before: Value, now: Value) -> Evidence {
    let script = Script::play(move |asked| match asked.kind {
        One(_) => Answer::json(&now),
        _ => Answer::status(500, ""),
    })
    .await;
    let before: Baseline = [(LOG, read(before))].into_iter().collect();
    let reconcile = script.client().call_logs().reconcile(before);
    reconcile.with_settle_window(Duration::ZERO).await[0].evidence
}

#[tokio::test]
async fn an_unchanged_state_proves_nothing() {
    let open = || log(LOG, "success", None, BEFORE);
    assert_eq!(evidence(open(), open()).await, Evidence::Unchanged);
    let undated = || with(idle(LOG), "updated_at", Value::Null);
    assert_eq!(evidence(undated(), idle(LOG)).await, Evidence::Unchanged);
    assert_eq!(evidence(idle(LOG), undated()).await, Evidence::Unchanged);
}

#[tokio::test]
async fn invalid_timestamps_are_compared_as_text() {
    let at = |text: &str| with(idle(LOG), "updated_at", json!(text));
    assert_eq!(
        evidence(at("yesterday"), at("today")).await,
        Evidence::OnlyUpdatedAt
    );
    assert_eq!(
        evidence(at("today"), at("today")).await,
        Evidence::Unchanged
    );
}

#[test]
fn busy_statuses_are_not_case_sensitive() {
    for word in ["evaluating", "Evaluating", "QUEUED", "In_Progress"] {
        let log = read(log(LOG, word, Some(true), BEFORE));
        assert!(Snapshot::from(&log).is_busy(), "{word}");
    }
}

/// A rule by which every state is a result.
fn eager(_: &TrackerState) -> CompletionState {
    CompletionState::Inferred
}

#[test]
fn no_outcome_if_the_single_read_and_the_list_differ() {
    let now = Instant::now();
    let seen = || log(LOG, "success", Some(true), AFTER);
    for (whole, ends) in [
        (seen(), true),
        (log(LOG, "failure", Some(true), AFTER), false),
        (log(LOG, "success", Some(false), AFTER), false),
        (log(LOG, "success", Some(true), BEFORE), false),
    ] {
        let mut tracker = EvaluationTracker::new(read(idle(LOG)).into(), now);
        tracker.record(read(seen()).into(), now);
        let finish = tracker.outcome(&read(whole.clone()), &eager, false);
        assert_eq!(finish.is_some(), ends, "{whole}");
    }
}

#[test]
fn changed_metrics_in_the_single_read_are_a_result() {
    let now = Instant::now();
    let judged = |score: u32| -> CallLog {
        let metrics = json!({ "metrics": [{ "id": 71, "score": score }] });
        read(with(idle(LOG), "evaluation", metrics))
    };
    let entry: CallLogSummary = serde_json::from_value(idle(LOG)).unwrap();
    for (score, ends) in [(5, None), (4, Some(WaitOutcome::Inferred))] {
        let mut tracker = EvaluationTracker::new(judged(5).into(), now);
        tracker.record(Snapshot::from(&entry), now);
        assert_eq!(tracker.outcome(&judged(score), &eager, false), ends);
    }
}

/// Whether the first poll of a wait lists the day of the call.
async fn lists_the_day_of_the_call(response: Value, stored: Option<Value>) -> bool {
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::json(&response),
        List => Answer::json(page([done(LOG)])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let mut rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    if let Some(stored) = stored {
        rerun = rerun.with_stored_baseline([(LOG, read(stored))].into_iter().collect());
    }
    let _ = rerun.await.unwrap().wait().await.unwrap();
    let asked = script.asked();
    let list = asked.iter().find(|asked| asked.kind == List);
    list.unwrap().target.contains("timestamp_from=2026-04-06")
}

#[tokio::test]
async fn a_wait_lists_the_time_of_the_call_from_the_response_or_the_baseline() {
    let undated = with(busy(LOG), "timestamp", Value::Null);
    assert!(lists_the_day_of_the_call(json!([busy(LOG)]), None).await);
    assert!(lists_the_day_of_the_call(json!([undated]), Some(idle(LOG))).await);
    assert!(lists_the_day_of_the_call(json!({ "results": [] }), Some(idle(LOG))).await);
    assert!(!lists_the_day_of_the_call(json!([undated]), None).await);
}
