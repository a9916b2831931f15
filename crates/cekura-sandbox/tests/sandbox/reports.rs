//! Reports about call logs agree with the call logs, with one another and with what was changed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use cekura_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{LIST, detail, get, post, send, small};

const ALERTS: &str = "/observability/v1/alerts";
const MODES: &str = "/observability/v1/metric-failure-mode-insights";
const AUDITS: &str = "/observability/v1/deep-research-insights";

async fn json_of(sandbox: &Sandbox, path: &str) -> Value {
    let reply = get(sandbox, path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    reply.json()
}

async fn status(sandbox: &Sandbox, method: &str, path: &str) -> u16 {
    let key = [("X-CEKURA-API-KEY", sandbox.api_key())];
    send(sandbox, method, path, &key, "").await.unwrap().status
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

async fn categories(sandbox: &Sandbox, query: &str) -> Vec<Value> {
    let all = json_of(sandbox, &format!("{MODES}/categories/?project=44{query}")).await;
    list(&all).clone()
}

/// The path of a category; its project and its metric follow the verb.
fn path_of(category: &Value, verb: &str) -> String {
    let (slug, metric) = (category["slug"].as_str().unwrap(), &category["metric_id"]);
    format!("{MODES}/categories/{slug}/{verb}/?project=44&metric_id={metric}")
}

/// Did the metric fail the call, by its latest verdict?
fn failed(sandbox: &Sandbox, call_log: i64, metric: i64) -> Option<bool> {
    let verdicts = sandbox.verdicts(call_log).into_iter().rev();
    let mut own = verdicts.filter(|verdict| verdict.metric == metric);
    own.next()?.passed.map(|passed| !passed)
}

#[tokio::test]
async fn reports_of_alerts_count_the_same_fires() {
    let sandbox = small().call_logs(900).start().await.unwrap();
    let review = json_of(
        &sandbox,
        &format!("{ALERTS}/review/?project_id=44&hours=168"),
    )
    .await;
    let counts = format!("{ALERTS}/trigger_summary/?project_id=44&hours=168");
    let counts = json_of(&sandbox, &counts).await;
    let mut total = 0;
    for alert in list(&review["alerts"]) {
        let id = alert["id"].as_i64().unwrap();
        let fires = alert["fires"].as_u64().unwrap();
        assert_eq!(counts[id.to_string()], fires, "{counts}");
        let mut shown = Vec::new();
        for page in 1.. {
            let path = format!("{ALERTS}/{id}/review_detail/?hours=168&page={page}&page_size=7");
            let one = json_of(&sandbox, &path).await;
            assert_eq!((&one["id"], &one["name"]), (&json!(id), &alert["name"]));
            let fires = list(&one["fires"]);
            assert!(fires.len() <= 7);
            if fires.is_empty() {
                break;
            }
            shown.extend(fires.clone());
        }
        assert_eq!(shown.len() as u64, fires);
        let moments: Vec<&str> = shown
            .iter()
            .map(|fire| fire["at"].as_str().unwrap())
            .collect();
        assert!(moments.is_sorted_by(|a, b| a > b), "{moments:?}");
        let first = shown[0]["call_log"].as_i64().unwrap();
        assert_eq!(detail(&sandbox, first).await["timestamp"], moments[0]);
        total += fires;
    }
    assert!(total > 0 && review["total_fires"] == total, "{review}");
    let day = json_of(&sandbox, &format!("{ALERTS}/review/?project_id=44")).await;
    assert!(day["total_fires"].as_u64() < Some(total), "24 hours: {day}");
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
async fn new_audits_cost_a_charge_each_and_show_once_they_have_ended() {
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
        "the calls since the audits before are in categories"
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
async fn failure_rates_are_those_of_the_verdicts() {
    let sandbox = small().call_logs(300).start().await.unwrap();
    let rates = json_of(&sandbox, &format!("{MODES}/failure-rates/?project=44")).await;
    let mut expected = BTreeMap::new();
    for agent in sandbox.agent_ids() {
        for metric in sandbox.metric_ids_of(agent) {
            let calls = sandbox.call_log_ids_of(agent).into_iter();
            let failed: Vec<bool> = calls
                .filter_map(|id| failed(&sandbox, id, metric))
                .collect();
            if !failed.is_empty() {
                let share =
                    failed.iter().filter(|failed| **failed).count() as f64 / failed.len() as f64;
                expected.insert(metric, (share * 1_000.0).round() / 10.0);
            }
        }
    }
    let shown = list(&rates).iter().map(|one| {
        (
            one["metric"].as_i64().unwrap(),
            one["failure_rate"].as_f64().unwrap(),
        )
    });
    assert_eq!(shown.collect::<BTreeMap<_, _>>(), expected);
    assert_eq!(rates[0]["metric_name"], "Keeps to script");
}

#[tokio::test]
async fn a_dismissed_failure_mode_is_shown_in_no_audit_of_its_project() {
    let sandbox = small().agents(4).start().await.unwrap();
    let title = "The new date is not repeated";
    let shown = async || {
        let audits = json_of(&sandbox, &format!("{AUDITS}/")).await;
        let mut projects = BTreeSet::new();
        for audit in list(&audits) {
            let one = json_of(&sandbox, &format!("{AUDITS}/{}/", audit["id"])).await;
            assert_eq!(one["failure_modes"], audit["failure_modes"]);
            if one["failure_modes"].to_string().contains(title) {
                projects.insert(one["project"].as_i64().unwrap());
            }
        }
        projects
    };
    assert_eq!(shown().await, BTreeSet::from([44, 45]));
    let dismiss = json!({"project": 44, "mode_title": title});
    let reply = post(&sandbox, &format!("{AUDITS}/dismiss_mode/"), &dismiss).await;
    assert_eq!((reply.status, reply.json()), (200, dismiss));
    post(
        &sandbox,
        &format!("{AUDITS}/generate/"),
        &json!({"project": 44}),
    )
    .await;
    sandbox.advance(Duration::from_secs(6));
    assert_eq!(shown().await, BTreeSet::from([45]));
}

#[tokio::test]
async fn an_audit_costs_its_price() {
    let sandbox = small().start().await.unwrap();
    let price = json_of(&sandbox, &format!("{AUDITS}/pricing/?project=44")).await;
    post(
        &sandbox,
        &format!("{AUDITS}/generate/"),
        &json!({"project": 44}),
    )
    .await;
    let spent: f64 = sandbox
        .ledger()
        .credits_spent()
        .to_string()
        .parse()
        .unwrap();
    assert_eq!(price, json!({"credits": spent}));
}

#[tokio::test]
async fn a_trace_is_that_of_its_call() {
    let sandbox = small().start().await.unwrap();
    let mut found = 0;
    for id in sandbox.call_log_ids() {
        let call = detail(&sandbox, id).await;
        let trace = get(
            &sandbox,
            &format!("/observability/v1/call-logs/{id}/trace/"),
        )
        .await;
        if call["trace_id"] == "" {
            assert_eq!(trace.status, 404, "{id}");
            continue;
        }
        found += 1;
        let trace = trace.json();
        assert_eq!(trace["trace_id"], call["trace_id"]);
        let start = trace["spans"][0]["startTimeUnixNano"].as_str().unwrap();
        let seconds = start.parse::<u64>().unwrap() / 1_000_000_000;
        let at = std::time::UNIX_EPOCH + Duration::from_secs(seconds);
        let at = cekura_time(at);
        assert_eq!(at, call["timestamp"].as_str().unwrap()[..19]);
    }
    assert!(found > 0);
}

/// The moment as far as seconds.
fn cekura_time(at: std::time::SystemTime) -> String {
    let text = jiff::Timestamp::try_from(at).unwrap().to_string();
    text[..19].to_owned()
}

#[tokio::test]
async fn reports_need_a_project_that_the_key_sees() {
    let sandbox = small().agents(4).start().await.unwrap();
    let reports = [
        (format!("{ALERTS}/review/"), "project_id"),
        (format!("{AUDITS}/pricing/"), "project"),
        (format!("{MODES}/available_dates/"), "project"),
        (format!("{MODES}/categories/"), "project"),
        (format!("{MODES}/failure-rates/"), "project"),
    ];
    let own = [("X-CEKURA-API-KEY", sandbox.project_key())];
    for (path, name) in &reports {
        assert_eq!(status(&sandbox, "GET", path).await, 400, "{path}");
        let unknown = format!("{path}?{name}=99");
        assert_eq!(status(&sandbox, "GET", &unknown).await, 404, "{path}");
        let foreign = format!("{path}?{name}=45");
        for (path, expected) in [(path, 200), (&foreign, 404)] {
            let reply = send(&sandbox, "GET", path, &own, "").await.unwrap();
            assert_eq!(reply.status, expected, "{path}");
        }
    }
    let foreign =
        format!("{LIST}{}/trace/", sandbox.call_log_ids_of(312)[0]).replace("/v2/", "/v1/");
    let reply = send(&sandbox, "GET", &foreign, &own, "").await.unwrap();
    assert_eq!(reply.status, 404, "{foreign}");
}
