//! What can change without an evaluation is no evidence of one.

use cekura::reevaluation::{Acceptance, WaitOutcome};
use cekura::{Evidence, MetricId, OnUnknown};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{
    AGENT, BEFORE, DURING, LOG, OTHER, busy, done, idle, log, page, read, with,
};

fn metric(id: u32, score: u32) -> Value {
    json!({ "id": id, "name": format!("metric {id}"), "score": score })
}

/// A call log with these results.
fn judged(metrics: Value) -> Value {
    with(idle(LOG), "evaluation", json!({ "metrics": metrics }))
}

/// The evidence about a call log that was `before` and is `now`, after a lost response.
async fn evidence(before: Value, now: Value) -> Evidence {
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (_, 1) => Answer::json(&before),
        _ => Answer::json(&now),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let found = match rerun.with_baseline().await {
        Ok(started) => started.evidence().to_vec(),
        Err(error) => error.outcome_unknown().unwrap().evidence().to_vec(),
    };
    assert_eq!(script.paid().len(), 1);
    found[0].evidence
}

#[tokio::test]
async fn the_order_of_metrics_is_no_evidence() {
    let before = judged(json!([metric(71, 5), metric(72, 3)]));
    let now = judged(json!([metric(72, 3), metric(71, 5)]));
    assert_eq!(evidence(before, now).await, Evidence::Unchanged);
}

#[tokio::test]
async fn a_vote_on_a_metric_is_only_an_update() {
    let before = judged(json!([metric(71, 5)]));
    let voted = judged(json!([with(metric(71, 5), "thumbs_up", json!(false))]));
    let now = with(voted, "updated_at", json!(DURING));
    assert_eq!(evidence(before, now).await, Evidence::OnlyUpdatedAt);
}

#[tokio::test]
async fn another_spelling_of_the_same_time_is_no_evidence() {
    let now = with(
        idle(LOG),
        "updated_at",
        json!("2026-04-07T10:00:00.000+02:00"),
    );
    assert_eq!(evidence(idle(LOG), now).await, Evidence::Unchanged);
}

#[tokio::test]
async fn a_state_older_than_the_baseline_is_no_evidence() {
    let before = log(LOG, "success", Some(true), DURING);
    for earlier in [
        log(LOG, "evaluating", Some(true), BEFORE),
        log(LOG, "success", None, BEFORE),
    ] {
        let found = evidence(before.clone(), earlier).await;
        assert_eq!(found, Evidence::Inconclusive);
    }
}

#[tokio::test]
async fn another_score_is_strong_evidence() {
    let before = judged(json!([metric(71, 5)]));
    let now = judged(json!([metric(71, 4)]));
    assert_eq!(evidence(before, now).await, Evidence::MetricsChanged);
}

#[tokio::test]
async fn a_null_success_after_evaluate_metrics_is_no_evidence() {
    let now = log(LOG, "success", None, DURING);
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (_, 1) => Answer::json(idle(LOG)),
        _ => Answer::json(&now),
    })
    .await;
    let calls = script.client().call_logs();
    let evaluate = calls.evaluate_metrics(AGENT, LOG, [MetricId(71)]);
    let error = evaluate.with_baseline().await.unwrap_err();
    let found = error.outcome_unknown().unwrap().evidence()[0].evidence;
    assert_eq!(found, Evidence::OnlyUpdatedAt);
    let rerun = calls.rerun_evaluation(AGENT, LOG);
    let before = [(LOG, read(idle(LOG)))].into_iter().collect();
    let started = rerun.with_stored_baseline(before).await.unwrap();
    assert_eq!(started.evidence()[0].evidence, Evidence::SuccessReset);
}

/// A service that works on the first log after losing the answer, and shows `other` for the second one.
async fn one_accepted_beside(other: Value) -> Script {
    Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (List, _) => Answer::json(page([done(LOG), other.clone()])),
        (One(5001), 1) => Answer::json(idle(LOG)),
        (One(5001), 2) => Answer::json(busy(LOG)),
        (One(5001), _) => Answer::json(done(LOG)),
        (One(_), 1) => Answer::json(idle(OTHER)),
        _ => Answer::json(&other),
    })
    .await
}

#[tokio::test]
async fn an_update_counts_as_accepted_if_others_of_the_request_were() {
    let updated = with(idle(OTHER), "updated_at", json!(DURING));
    let script = one_accepted_beside(updated).await;
    let calls = script.client().call_logs();
    let rerun = calls.rerun_evaluation(AGENT, [LOG, OTHER]);
    let rerun = rerun
        .with_baseline()
        .with_on_unknown(OnUnknown::ResendIfUnchanged);
    let started = rerun.await.expect("both were accepted");
    assert!(matches!(started.acceptance(), Acceptance::Reconciled(_)));
    let found: Vec<_> = started.evidence().iter().map(|e| e.evidence).collect();
    assert_eq!(found, [Evidence::BecameBusy, Evidence::UpdatedWithOthers]);

    // Inferred at the most: that the request arrived says nothing about the end of this evaluation.
    let waited = started.wait().await.unwrap();
    let finish: Vec<_> = waited.iter().map(|log| &log.outcome).collect();
    assert_eq!(finish[1], &WaitOutcome::Inferred, "{finish:?}");
    let insisting = started.wait().confirmed_only().await.unwrap();
    assert!(matches!(
        insisting.iter().nth(1).unwrap().outcome,
        WaitOutcome::TimedOut { .. }
    ));
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_log_that_the_baseline_lacks_is_not_accepted_because_others_were() {
    let script = one_accepted_beside(busy(OTHER)).await;
    let calls = script.client().call_logs();
    let before = calls.baseline(LOG).await.unwrap();
    let rerun = calls.rerun_evaluation(AGENT, [LOG, OTHER]);
    let error = rerun.with_stored_baseline(before).await.unwrap_err();
    let unknown = error.outcome_unknown().unwrap();
    assert_eq!(unknown.accepted().collect::<Vec<_>>(), [LOG]);
    assert_eq!(unknown.evidence().len(), 2);
    assert_eq!(unknown.evidence()[1].evidence, Evidence::Inconclusive);
}

#[tokio::test]
async fn an_unchanged_log_is_not_accepted_because_others_were() {
    let script = one_accepted_beside(idle(OTHER)).await;
    let calls = script.client().call_logs();
    let rerun = calls.rerun_evaluation(AGENT, [LOG, OTHER]);
    let error = rerun.with_baseline().await.unwrap_err();
    let unknown = error.outcome_unknown().unwrap();
    assert_eq!(unknown.accepted().collect::<Vec<_>>(), [LOG]);
    assert_eq!(unknown.unknown().collect::<Vec<_>>(), [OTHER]);
    assert_eq!(unknown.evidence()[1].evidence, Evidence::Unchanged);
}
