//! Categories of failures hold the calls that their metric failed, up to its last insight.

use std::collections::BTreeSet;
use std::time::Duration;

use cekura_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{detail, post, small};
use crate::reports::{MODES, failed, json_of, list, status};

async fn categories(sandbox: &Sandbox, query: &str) -> Vec<Value> {
    let all = json_of(sandbox, &format!("{MODES}/categories/?project=44{query}")).await;
    list(&all).clone()
}

/// The path of a category; its project and its metric follow the verb.
fn path_of(category: &Value, verb: &str) -> String {
    let (slug, metric) = (category["slug"].as_str().unwrap(), &category["metric_id"]);
    format!("{MODES}/categories/{slug}/{verb}/?project=44&metric_id={metric}")
}

#[tokio::test]
async fn categories_hold_the_calls_that_their_metric_failed() {
    let sandbox = small().call_logs(400).agents(4).start().await.unwrap();
    let all = categories(&sandbox, "").await;
    let counts: Vec<u64> = all
        .iter()
        .map(|one| one["count"].as_u64().unwrap())
        .collect();
    assert!(
        !all.is_empty() && counts.is_sorted_by(|a, b| a >= b),
        "{counts:?}"
    );
    let mut seen = BTreeSet::new();
    for category in &all {
        let calls = json_of(&sandbox, &path_of(category, "calls")).await;
        assert_eq!(calls["count"], category["count"]);
        let ids = list(&calls["call_log_ids"]);
        assert_eq!(json!(ids.len()), calls["count"]);
        let some = list(&category["call_log_ids"]);
        assert_eq!(some[..], ids[..some.len()], "the newest are named");
        let metric = category["metric_id"].as_i64().unwrap();
        for id in ids {
            let id = id.as_i64().unwrap();
            assert_eq!(failed(&sandbox, id, metric), Some(true), "{id} {metric}");
            assert!(
                seen.insert((id, metric)),
                "{id} is in one category of {metric}"
            );
        }
    }
    let newest = detail(&sandbox, all[0]["call_log_ids"][0].as_i64().unwrap()).await;
    let day = &newest["timestamp"].as_str().unwrap()[..10];
    let until = categories(&sandbox, &format!("&date_from={day}&date_to={day}")).await;
    let ids = until.iter().flat_map(|one| list(&one["call_log_ids"]));
    let ids: Vec<i64> = ids.filter_map(Value::as_i64).collect();
    assert!(ids.contains(&newest["id"].as_i64().unwrap()), "{until:?}");
    for id in ids {
        let other = detail(&sandbox, id).await;
        assert!(other["timestamp"].as_str().unwrap().starts_with(day));
    }
    let own = categories(&sandbox, "&agent_ids=311").await;
    assert!(!own.is_empty() && own.len() < all.len());
    let other = categories(&sandbox, "&agent_ids=312").await;
    assert_eq!(other.len(), 0, "agent 312 is in another project");
    let bad = format!("{MODES}/categories/?project=44&date_from=soon");
    assert_eq!(status(&sandbox, "GET", &bad).await, 400);
}

#[tokio::test]
async fn a_deleted_category_is_gone() {
    let sandbox = small().call_logs(400).start().await.unwrap();
    let before = categories(&sandbox, "").await;
    let fix = |category: &Value| {
        path_of(category, "fix-metric")
            .split_once('?')
            .unwrap()
            .0
            .to_owned()
    };
    let body = json!({"failure_mode_index": 3, "expected_value": true});
    let fixed = post(&sandbox, &fix(&before[0]), &body).await;
    assert_eq!(
        (fixed.status, fixed.json()),
        (200, json!({"failure_mode_index": 3}))
    );
    let other_metric = path_of(
        &json!({"slug": before[0]["slug"], "metric_id": 7}),
        "delete",
    );
    assert_eq!(status(&sandbox, "DELETE", &other_metric).await, 404);
    assert_eq!(
        status(&sandbox, "DELETE", &path_of(&before[0], "delete")).await,
        204
    );
    assert_eq!(categories(&sandbox, "").await, before[1..]);
    assert_eq!(
        status(&sandbox, "DELETE", &path_of(&before[0], "delete")).await,
        404
    );
    assert_eq!(
        status(&sandbox, "GET", &path_of(&before[0], "calls")).await,
        404
    );
    assert_eq!(post(&sandbox, &fix(&before[0]), &body).await.status, 404);
}

#[tokio::test]
async fn new_insights_cost_a_charge_each_and_show_once_they_have_ended() {
    let sandbox = small().call_logs(2_000).start().await.unwrap();
    let dates = format!("{MODES}/available_dates/?project=44");
    let known = json_of(&sandbox, &dates).await;
    let count = async || -> u64 {
        let all = categories(&sandbox, "").await;
        all.iter().map(|one| one["count"].as_u64().unwrap()).sum()
    };
    let before = count().await;
    let generate = format!("{MODES}/bulk_generate/");
    let started = post(&sandbox, &generate, &json!({"project": 44}))
        .await
        .json();
    let metrics: Vec<i64> = list(&started)
        .iter()
        .map(|one| one["metric"].as_i64().unwrap())
        .collect();
    assert!(!metrics.is_empty(), "{started}");
    assert!(
        list(&started)
            .iter()
            .all(|one| one["project"] == 44 && one["status"] == "pending")
    );
    assert_eq!(sandbox.ledger().charges().len(), metrics.len());
    assert_eq!(
        (json_of(&sandbox, &dates).await, count().await),
        (known.clone(), before)
    );
    sandbox.advance(Duration::from_secs(6));
    let now = json_of(&sandbox, &dates).await;
    assert_eq!(
        list(&now)[1..],
        list(&known)[..],
        "one more day, the newest"
    );
    assert!(
        count().await > before,
        "the calls since the insights before are in categories"
    );
    let named = json!({"project": 44, "metric_names": ["Question answered"]});
    let named = post(&sandbox, &generate, &named).await.json();
    assert_eq!(list(&named).len(), 2, "one for each agent: {named}");
    let none = json!({"project": 44, "metric_names": ["Longest silence"]});
    assert_eq!(post(&sandbox, &generate, &none).await.json(), json!([]));
    assert_eq!(
        sandbox.ledger().charges().len(),
        metrics.len() + 2,
        "nothing failed costs nothing"
    );
}

#[tokio::test]
async fn insights_that_cost_more_than_is_left_are_refused_together() {
    let sandbox = small().call_logs(2_000).credits("3.00");
    let sandbox = sandbox.start().await.unwrap();
    let generate = format!("{MODES}/bulk_generate/");
    let refused = post(&sandbox, &generate, &json!({"project": 44})).await;
    assert_eq!(refused.status, 402, "{}", refused.text());
    assert_eq!(sandbox.ledger().charges(), []);
    let one = json!({"project": 44, "metric_names": ["Question answered"]});
    assert_eq!(post(&sandbox, &generate, &one).await.status, 200);
    assert_eq!(sandbox.ledger().charges().len(), 2);
}
