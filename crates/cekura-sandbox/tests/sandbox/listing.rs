use cekura_sandbox::{ListCount, NextLink, Quirks, Sandbox};
use serde_json::Value;
use std::time::Duration;

use crate::client::{LIST, Reply, detail, get, rerun, send, small, unreviewed};

async fn list(sandbox: &Sandbox, query: &str) -> Reply {
    get(sandbox, &format!("{LIST}?{query}")).await
}

fn ids(page: &Value) -> Vec<i64> {
    let results = page["results"].as_array().unwrap();
    results
        .iter()
        .map(|entry| entry["id"].as_i64().unwrap())
        .collect()
}

#[tokio::test]
async fn pages_hold_every_log_of_the_window_once_the_newest_first() {
    let sandbox = small().start().await.unwrap();
    let mut seen = Vec::new();
    let mut path = format!("{LIST}?agent_id=310&page_size=7");
    loop {
        let page = get(&sandbox, &path).await.json();
        seen.extend(ids(&page));
        let Some(next) = page["next"].as_str() else {
            break;
        };
        path = next.strip_prefix(sandbox.url()).unwrap().to_owned();
    }
    assert!(seen.is_sorted_by(|a, b| a > b), "{seen:?}");
    let newest: Vec<i64> = sandbox
        .call_log_ids_of(310)
        .into_iter()
        .rev()
        .take(seen.len())
        .collect();
    assert_eq!(seen, newest);
    assert!(
        (22..30).contains(&seen.len()),
        "30 days, not 60: {}",
        seen.len()
    );
    let page = list(&sandbox, "agent_id=310&page_size=7&page=2")
        .await
        .json();
    assert_eq!(page["count"], seen.len());
    assert!(page["previous"].as_str().unwrap().contains("page=1"));
    assert_eq!(list(&sandbox, "agent_id=310&page=99").await.status, 404);
}

#[tokio::test]
async fn entries_have_the_documented_shape() {
    let sandbox = small().start().await.unwrap();
    let page = list(&sandbox, "agent_id=310&page_size=1").await.json();
    let entry = &page["results"][0];
    for absent in [
        "agent_id",
        "project",
        "metadata",
        "rubric",
        "voice_recording_url",
    ] {
        assert!(entry.get(absent).is_none(), "{absent}");
    }
    for metric in entry["metrics"].as_array().unwrap() {
        assert!(metric.get("explanation").is_none() && metric.get("score").is_some());
    }
    let full = detail(&sandbox, entry["id"].as_i64().unwrap()).await;
    for same in [
        "status",
        "success",
        "updated_at",
        "transcript",
        "evaluation",
        "duration",
    ] {
        assert_eq!(entry[same], full[same], "{same}");
    }
}

#[tokio::test]
async fn scope_window_and_ids_are_enforced() {
    let sandbox = small().start().await.unwrap();
    for (query, status) in [
        ("", 400),
        ("call_ids=5001", 400),
        (
            "agent_id=310&timestamp_from=2026-01-01T00:00:00Z&timestamp_to=2026-02-02T00:00:00Z",
            200,
        ),
        (
            "agent_id=310&timestamp_from=2026-01-01T00:00:00Z&timestamp_to=2026-02-04T00:00:01Z",
            400,
        ),
        ("agent_id=310&timestamp_from=2026-01-01T00:00:00Z", 400),
        (
            "agent_id=310&timestamp_from=2026-02-20T00:00:00%2B02:00",
            200,
        ),
        ("agent_id=310&timestamp_from=yesterday", 400),
        ("agent_id=310&call_ids=5001,x", 400),
        ("project_id=44", 200),
        ("assistant_id=asst_harbor_frontdesk", 200),
    ] {
        let reply = list(&sandbox, query).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.text());
    }
    let newest = sandbox.call_log_ids_of(310).pop().unwrap();
    let oldest = sandbox.call_log_ids_of(310)[0];
    let query = format!("agent_id=310&call_ids={oldest},{newest},5002");
    let page = list(&sandbox, &query).await.json();
    assert_eq!(
        ids(&page),
        [newest],
        "the oldest lies outside the window, 5002 belongs to 311"
    );
    let key = [("X-CEKURA-API-KEY", sandbox.project_key())];
    let reply = send(&sandbox, "GET", LIST, &key, "").await.unwrap();
    assert_eq!(reply.status, 200, "a project key needs no scope");
}

#[tokio::test]
async fn each_filter_selects_the_matching_logs() {
    let sandbox = small().start().await.unwrap();
    let chosen = async |filter: &str| {
        let escaped: String = filter.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let reply = list(
            &sandbox,
            &format!("project_id=44&page_size=200&filters_v2={escaped}"),
        )
        .await;
        assert_eq!(reply.status, 200, "{filter}: {}", reply.text());
        reply.json()["results"].as_array().unwrap().clone()
    };
    let all = chosen(r#"{"operator": "and", "conditions": []}"#).await;
    let good = chosen(r#"{"field": "success", "op": "eq", "value": true}"#).await;
    let bad = chosen(
        r#"{"operator": "not", "conditions": [{"field": "success", "op": "eq", "value": true}]}"#,
    )
    .await;
    assert!(!good.is_empty() && !bad.is_empty());
    assert_eq!(good.len() + bad.len(), all.len());
    assert!(good.iter().all(|entry| entry["success"] == true));
    let one = all[0]["call_id"].as_str().unwrap();
    let found = chosen(&format!(
        r#"{{"field": "call_id", "op": "eq", "value": "{one}"}}"#
    ))
    .await;
    assert_eq!(found, [all[0].clone()]);
    let week = chosen(r#"{"field": "timestamp", "op": "gte", "value": "today-7d"}"#).await;
    assert!(!week.is_empty() && week.len() < all.len());
    let long = chosen(r#"{"field": "duration", "op": "gt", "value": 150}"#).await;
    assert!(
        long.iter()
            .all(|entry| entry["duration"].as_str().unwrap() >= "02:30")
    );
    let bad = list(&sandbox, "agent_id=310&filters_v2=%7B%22field%22:1%7D").await;
    assert!(bad.json()["filters_v2"].is_array(), "{}", bad.text());
}

#[tokio::test]
async fn quirks_of_the_list() {
    let sandbox = small().start().await.unwrap();
    let set = |change: fn(&mut Quirks)| {
        let mut quirks = Quirks::default();
        change(&mut quirks);
        sandbox.set_quirks(quirks);
    };
    let query = "agent_id=310&page_size=50";

    set(|quirks| quirks.max_page_size = 2);
    assert_eq!(ids(&list(&sandbox, query).await.json()).len(), 2);
    set(|quirks| quirks.list_count = ListCount::Absent);
    assert!(list(&sandbox, query).await.json().get("count").is_none());
    set(|quirks| quirks.list_count = ListCount::Zero);
    assert_eq!(list(&sandbox, query).await.json()["count"], 0);
    set(|quirks| quirks.list_requires_scope = false);
    assert_eq!(list(&sandbox, "").await.status, 200);
    set(|quirks| quirks.list_window = false);
    assert_eq!(ids(&list(&sandbox, query).await.json()).len(), 30);
    set(|quirks| quirks.list_next = NextLink::Elsewhere("http://127.0.0.1:9".to_owned()));
    let page = list(&sandbox, "agent_id=310&page_size=2").await.json();
    assert!(
        page["next"]
            .as_str()
            .unwrap()
            .starts_with("http://127.0.0.1:9/observability/")
    );
    set(|quirks| quirks.list_nested_as_text = true);
    let page = list(&sandbox, query).await.json();
    let text = page["results"][0]["evaluation"].as_str().unwrap();
    assert!(serde_json::from_str::<Value>(text).unwrap()["metrics"].is_array());
    set(|quirks| quirks.list_hides_every = Some(5));
    let shown = ids(&list(&sandbox, query).await.json());
    assert!(shown.iter().all(|id| id % 5 != 0) && shown.len() > 10);

    set(|quirks| quirks.list_lag = Duration::from_secs(5));
    let id = unreviewed(&sandbox).await.pop().unwrap();
    let query = format!("agent_id=310&call_ids={id}");
    sandbox.advance(Duration::from_secs(60));
    rerun(&sandbox, &[id]).await;
    assert_eq!(detail(&sandbox, id).await["status"], "evaluating");
    let stale = list(&sandbox, &query).await.json();
    assert_ne!(stale["results"][0]["status"], "evaluating");
    sandbox.advance(Duration::from_secs(5));
    let fresh = list(&sandbox, &query).await.json();
    assert_eq!(fresh["results"][0]["status"], "evaluating");
}

#[tokio::test]
async fn pages_may_be_empty_missing_or_shift_and_the_count_may_be_wrong() {
    let sandbox = small().start().await.unwrap();
    let set = |change: &dyn Fn(&mut Quirks)| {
        let mut quirks = Quirks::default();
        change(&mut quirks);
        sandbox.set_quirks(quirks);
    };
    let page = async |number: u64| {
        let path = format!("{LIST}?agent_id=310&page_size=10&page={number}");
        get(&sandbox, &path).await
    };
    let whole = [page(1).await.json(), page(2).await.json()];
    let count = whole[0]["count"].as_i64().unwrap();

    set(&|quirks| quirks.list_empty_page = Some(1));
    let empty = page(1).await.json();
    assert!(ids(&empty).is_empty());
    assert!(empty["next"].as_str().unwrap().contains("page=2"));
    assert_eq!(ids(&page(2).await.json()), ids(&whole[0]));

    set(&|quirks| quirks.list_missing_page = Some(2));
    assert!(page(1).await.json()["next"].is_string());
    assert_eq!(page(2).await.status, 404);

    set(&|quirks| quirks.list_promises_more = true);
    let last = (count as u64).div_ceil(10);
    assert!(page(last).await.json()["next"].is_string());
    assert_eq!(page(last + 1).await.status, 404);

    set(&|quirks| quirks.list_shift = 3);
    let second = ids(&page(2).await.json());
    assert_eq!(second[..3], ids(&whole[0])[7..]);
    set(&|quirks| quirks.list_shift = -3);
    assert_eq!(ids(&page(2).await.json())[0], ids(&whole[1])[3]);

    set(&|quirks| quirks.list_count = ListCount::Off(-4));
    assert_eq!(page(1).await.json()["count"], count - 4);
}
