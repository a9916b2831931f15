//! What can change without an evaluation is no evidence of one.

use cekura::Evidence;
use cekura_tests::script::Kind::Paid;
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::logs::{AGENT, DURING, LOG, idle, with};

fn metric(id: u32, score: u32) -> Value {
    json!({ "id": id, "name": format!("metric {id}"), "score": score })
}

/// A call log with these results.
fn judged(metrics: Value) -> Value {
    with(idle(LOG), "evaluation", json!({ "metrics": metrics }))
}

/// What looking back makes of a log that was `before` and is `now`, the answer to its request being lost.
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
async fn the_order_of_metrics_is_none() {
    let before = judged(json!([metric(71, 5), metric(72, 3)]));
    let now = judged(json!([metric(72, 3), metric(71, 5)]));
    assert_eq!(evidence(before, now).await, Evidence::Untouched);
}

#[tokio::test]
async fn a_vote_on_a_metric_is_only_an_update() {
    let before = judged(json!([metric(71, 5)]));
    let voted = judged(json!([with(metric(71, 5), "thumbs_up", json!(false))]));
    let now = with(voted, "updated_at", json!(DURING));
    assert_eq!(evidence(before, now).await, Evidence::OnlyUpdatedAt);
}

#[tokio::test]
async fn another_spelling_of_the_same_moment_is_none() {
    let now = with(
        idle(LOG),
        "updated_at",
        json!("2026-04-07T10:00:00.000+02:00"),
    );
    assert_eq!(evidence(idle(LOG), now).await, Evidence::Untouched);
}

#[tokio::test]
async fn another_score_is_proof() {
    let before = judged(json!([metric(71, 5)]));
    let now = judged(json!([metric(71, 4)]));
    assert_eq!(evidence(before, now).await, Evidence::MetricsChanged);
}
