//! Reports about call logs agree with the call logs, with one another and with what was changed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use cekura_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{LIST, detail, get, post, send, small};

const ALERTS: &str = "/observability/v1/alerts";
pub(crate) const MODES: &str = "/observability/v1/metric-failure-mode-insights";
const INSIGHTS: &str = "/observability/v1/deep-research-insights";

pub(crate) async fn json_of(sandbox: &Sandbox, path: &str) -> Value {
    let reply = get(sandbox, path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    reply.json()
}

pub(crate) async fn status(sandbox: &Sandbox, method: &str, path: &str) -> u16 {
    let key = [("X-CEKURA-API-KEY", sandbox.api_key())];
    send(sandbox, method, path, &key, "").await.unwrap().status
}

pub(crate) fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// Did the metric fail the call, by its latest verdict?
pub(crate) fn failed(sandbox: &Sandbox, call_log: i64, metric: i64) -> Option<bool> {
    let verdicts = sandbox.verdicts(call_log).into_iter().rev();
    let mut own = verdicts.filter(|verdict| verdict.metric == metric);
    own.next()?.passed.map(|passed| !passed)
}

#[tokio::test]
async fn reports_of_alerts_count_the_same_triggers() {
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
        let triggers = alert["triggers"].as_u64().unwrap();
        assert_eq!(counts[id.to_string()], triggers, "{counts}");
        let mut shown = Vec::new();
        for page in 1.. {
            let path = format!("{ALERTS}/{id}/review_detail/?hours=168&page={page}&page_size=7");
            let one = json_of(&sandbox, &path).await;
            assert_eq!((&one["id"], &one["name"]), (&json!(id), &alert["name"]));
            let triggers = list(&one["triggers"]);
            assert!(triggers.len() <= 7);
            if triggers.is_empty() {
                break;
            }
            shown.extend(triggers.clone());
        }
        assert_eq!(shown.len() as u64, triggers);
        let last = format!("{ALERTS}/{id}/review_detail/?page={}", i64::MAX);
        assert_eq!(json_of(&sandbox, &last).await["triggers"], json!([]));
        let moments: Vec<&str> = shown
            .iter()
            .map(|trigger| trigger["at"].as_str().unwrap())
            .collect();
        assert!(moments.is_sorted_by(|a, b| a > b), "{moments:?}");
        let first = shown[0]["call_log"].as_i64().unwrap();
        assert_eq!(detail(&sandbox, first).await["timestamp"], moments[0]);
        total += triggers;
    }
    assert!(total > 0 && review["total_triggers"] == total, "{review}");
    let day = json_of(&sandbox, &format!("{ALERTS}/review/?project_id=44")).await;
    assert!(
        day["total_triggers"].as_u64() < Some(total),
        "24 hours: {day}"
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
async fn a_dismissed_failure_mode_is_shown_in_no_insight_of_its_project() {
    let sandbox = small().agents(4).start().await.unwrap();
    let title = "The new date is not repeated";
    let shown = async || {
        let insights = json_of(&sandbox, &format!("{INSIGHTS}/")).await;
        let mut projects = BTreeSet::new();
        for insight in list(&insights) {
            let one = json_of(&sandbox, &format!("{INSIGHTS}/{}/", insight["id"])).await;
            assert_eq!(one["failure_modes"], insight["failure_modes"]);
            if one["failure_modes"].to_string().contains(title) {
                projects.insert(one["project"].as_i64().unwrap());
            }
        }
        projects
    };
    assert_eq!(shown().await, BTreeSet::from([44, 45]));
    let dismiss = json!({"project": 44, "mode_title": title});
    let reply = post(&sandbox, &format!("{INSIGHTS}/dismiss_mode/"), &dismiss).await;
    assert_eq!((reply.status, reply.json()), (200, dismiss));
    post(
        &sandbox,
        &format!("{INSIGHTS}/generate/"),
        &json!({"project": 44}),
    )
    .await;
    sandbox.advance(Duration::from_secs(6));
    assert_eq!(shown().await, BTreeSet::from([45]));
}

#[tokio::test]
async fn an_insight_costs_its_price() {
    let sandbox = small().start().await.unwrap();
    let price = json_of(&sandbox, &format!("{INSIGHTS}/pricing/?project=44")).await;
    post(
        &sandbox,
        &format!("{INSIGHTS}/generate/"),
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
    chrono::DateTime::<chrono::Utc>::from(at).to_rfc3339()[..19].to_owned()
}

#[tokio::test]
async fn reports_need_a_project_that_the_key_sees() {
    let sandbox = small().agents(4).start().await.unwrap();
    let reports = [
        (format!("{ALERTS}/review/"), "project_id"),
        (format!("{INSIGHTS}/pricing/"), "project"),
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

#[tokio::test]
async fn a_deleted_call_log_is_in_no_report() {
    let sandbox = small().call_logs(900).start().await.unwrap();
    let path = format!("{ALERTS}/review/?project_id=44&hours=168");
    let before = json_of(&sandbox, &path).await;
    let id = before["alerts"][0]["id"].as_i64().unwrap();
    let triggers = json_of(&sandbox, &format!("{ALERTS}/{id}/review_detail/?hours=168")).await;
    assert!(sandbox.delete(triggers["triggers"][0]["call_log"].as_i64().unwrap()));
    let after = json_of(&sandbox, &path).await;
    assert!(after["total_triggers"].as_u64() < before["total_triggers"].as_u64());
}

#[tokio::test]
async fn a_job_needs_the_project_and_the_agent_that_it_names() {
    let sandbox = small().start().await.unwrap();
    let generate = format!("{INSIGHTS}/generate/");
    let scenarios = "/observability/v1/call-logs/create_scenarios/";
    for (path, body) in [
        (generate.as_str(), json!({"project": 99})),
        (scenarios, json!({"agent_id": 9, "call_logs": [5001]})),
    ] {
        let reply = post(&sandbox, path, &body).await;
        assert_eq!(reply.status, 404, "{}", reply.text());
    }
    assert_eq!(sandbox.ledger().charges(), []);
}

#[tokio::test]
async fn moments_of_examples_are_moved_to_the_time_of_the_sandbox() {
    let sandbox = small().start().await.unwrap();
    let now = cekura_time(sandbox.now());
    for insight in list(&json_of(&sandbox, &format!("{INSIGHTS}/")).await) {
        let text = |field: &str| insight[field].as_str().unwrap().to_owned();
        let moments = ["window_start", "window_end", "created_at"].map(text);
        assert!(moments.is_sorted(), "{insight}");
        assert!(*moments[2] < *now, "{now}: {insight}");
    }
}
