//! What happens to the account while a client is at work: reviews, deletions, edits, new metrics, credits.

use std::time::Duration;

use cekura_sandbox::{Event, EventTrigger, Fault, Sandbox};
use serde_json::{Value, json};

use crate::client::{
    BILLING, EVALUATE, LIST, METRICS, Reply, detail, get, post, rerun, send, small, unreviewed,
};

const LONG: Duration = Duration::from_secs(120);

async fn tell(sandbox: &Sandbox, path: &str, body: &Value) -> Reply {
    let path = format!("/__sandbox/{path}");
    send(sandbox, "POST", &path, &[], &body.to_string())
        .await
        .unwrap()
}

async fn listed(sandbox: &Sandbox) -> Vec<i64> {
    let page = get(sandbox, &format!("{LIST}?agent_id=310&page_size=200")).await;
    let page = page.json();
    let results = page["results"].as_array().unwrap().iter();
    results.filter_map(|log| log["id"].as_i64()).collect()
}

#[tokio::test]
async fn a_review_while_the_log_is_judged_decides_its_outcome() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    let review = Event::Review {
        call_log: id,
        success: false,
    };
    assert!(sandbox.schedule(EventTrigger::AfterPaidRequest(1), review));
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(reply[0]["is_reviewed"], false, "the reply is from before");
    let busy = detail(&sandbox, id).await;
    assert_eq!(busy["is_reviewed"], true);
    assert_eq!(busy["status"], "evaluating");
    sandbox.advance(LONG);
    let done = detail(&sandbox, id).await;
    assert_eq!(
        (&done["status"], &done["success"]),
        (&json!("reviewed_failure"), &json!(false))
    );
    assert!(sandbox.verdicts(id).iter().any(|v| v.evaluation == 1));
}

#[tokio::test]
async fn a_scheduled_event_happens_at_its_time() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    let before = detail(&sandbox, id).await;
    let review = json!({
        "trigger": {"after_ms": 5_000},
        "event": {"review": {"call_log": id, "success": false}},
    });
    assert_eq!(tell(&sandbox, "events", &review).await.status, 200);
    sandbox.advance(Duration::from_millis(4_990));
    assert_eq!(detail(&sandbox, id).await, before);
    sandbox.advance(Duration::from_millis(10));
    assert_eq!(detail(&sandbox, id).await["status"], "reviewed_failure");
}

#[tokio::test]
async fn a_deleted_log_returns_404_and_stays_charged() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310);
    let id = *ids.last().unwrap();
    assert!(listed(&sandbox).await.contains(&id));
    rerun(&sandbox, &[id]).await;
    assert!(sandbox.delete(id));
    assert!(!sandbox.delete(id), "once");
    assert!(!sandbox.review(id, true));
    let path = format!("{LIST}{id}/");
    let gone = get(&sandbox, &path).await;
    assert_eq!(
        (gone.status, gone.json()),
        (404, json!({"detail": "Not found."}))
    );
    assert!(!listed(&sandbox).await.contains(&id));
    assert_eq!(rerun(&sandbox, &[ids[0], id]).await.status, 400);
    let all = json!({"agent_id": 310, "call_logs": "all"});
    let all = post(&sandbox, crate::client::RERUN, &all).await.json();
    assert_eq!(all.as_array().unwrap().len(), ids.len() - 1);
    assert_eq!(sandbox.ledger().evaluations_of(id), 1);
}

#[tokio::test]
async fn stale_reads_still_show_a_deleted_log() {
    let sandbox = small().start().await.unwrap();
    let mut quirks = sandbox.quirks();
    quirks.single_lag = Duration::from_secs(5);
    sandbox.set_quirks(quirks);
    let id = *sandbox.call_log_ids_of(310).last().unwrap();
    sandbox.advance(Duration::from_secs(60));
    assert!(sandbox.delete(id));
    assert_eq!(detail(&sandbox, id).await["id"], id);
    assert!(!listed(&sandbox).await.contains(&id));
    sandbox.advance(Duration::from_secs(5));
    assert_eq!(get(&sandbox, &format!("{LIST}{id}/")).await.status, 404);
}

#[tokio::test]
async fn a_log_can_be_deleted_between_reading_and_paying() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310)[..2].to_vec();
    let deletion = json!({
        "trigger": {"before_paid_request": 2},
        "event": {"delete_call_log": {"call_log": ids[1]}},
    });
    assert_eq!(tell(&sandbox, "events", &deletion).await.status, 200);
    let waiting = get(&sandbox, "/__sandbox/events").await.json();
    assert_eq!(waiting, json!([deletion]));
    sandbox.faults().push(Fault::status(503));
    assert_eq!(rerun(&sandbox, &ids).await.status, 503, "the first");
    assert_eq!(rerun(&sandbox, &ids).await.status, 400);
    assert_eq!(sandbox.ledger().evaluations(), 0);
    assert_eq!(get(&sandbox, "/__sandbox/events").await.json(), json!([]));
}

#[tokio::test]
async fn a_newly_assigned_metric_judges_and_costs() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    let count = |log: &Value| log["evaluation"]["metrics"].as_array().unwrap().len();
    let before = detail(&sandbox, id).await;
    rerun(&sandbox, &[id]).await;
    let price = sandbox.ledger().metric_evaluations();
    sandbox.advance(LONG);
    let reply = tell(&sandbox, "metrics/assign", &json!({"agent": 310})).await;
    let metric = reply.json()["metric"].as_i64().unwrap();
    assert_eq!(sandbox.metric_ids_of(310).last(), Some(&metric));
    assert!(!sandbox.metric_ids_of(311).contains(&metric));
    assert_eq!(count(&detail(&sandbox, id).await), count(&before));
    rerun(&sandbox, &[id]).await;
    assert_eq!(sandbox.ledger().metric_evaluations(), 2 * price + 1);
    sandbox.advance(LONG);
    let after = detail(&sandbox, id).await;
    assert_eq!(count(&after), count(&before) + 1);
    assert_eq!(after["evaluation"]["metrics"][5]["id"], metric);
}

#[tokio::test]
async fn an_unassigned_metric_returns_404() {
    let sandbox = small().start().await.unwrap();
    let metric = small().start().await.unwrap().assign_metric(310).unwrap();
    let path = format!("{METRICS}{metric}/");
    let body = json!({"agent_id": 310, "call_logs": [5001], "metrics": [metric]});
    assert_eq!(get(&sandbox, &path).await.status, 404);
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 400);
    assert_eq!(sandbox.edit_metric(metric), None);
    assert_eq!(sandbox.assign_metric(310), Some(metric));
    assert_eq!(get(&sandbox, &path).await.json()["id"], metric);
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 200);
    assert_eq!(sandbox.edit_metric(metric), Some(2));
    let more = [sandbox.assign_metric(310), sandbox.assign_metric(310)];
    assert!(more.iter().all(Option::is_some));
    assert_eq!(sandbox.assign_metric(310), None, "three in all");
    assert_eq!(sandbox.assign_metric(99), None);
}

#[tokio::test]
async fn late_work_is_done_by_the_metric_as_it_is_then() {
    let sandbox = small().start().await.unwrap();
    let id = sandbox.call_log_ids_of(310)[0];
    sandbox
        .faults()
        .push(Fault::none().delay_work(Duration::from_secs(60)));
    rerun(&sandbox, &[id]).await;
    sandbox.advance(Duration::from_secs(30));
    assert_eq!(sandbox.edit_metric(72), Some(2));
    sandbox.advance(LONG);
    let verdicts = sandbox.verdicts(id);
    let version = |evaluation: u32| {
        let mut all = verdicts.iter();
        all.find(|v| v.metric == 72 && v.evaluation == evaluation)
            .map(|verdict| verdict.version)
    };
    assert_eq!((version(0), version(1)), (Some(1), Some(2)));
}

#[tokio::test]
async fn credits_can_be_bought() {
    let sandbox = small().credits("0.10").start().await.unwrap();
    let id = sandbox.call_log_ids_of(310)[0];
    assert_eq!(rerun(&sandbox, &[id]).await.status, 402);
    let reply = tell(&sandbox, "credits", &json!({"add": "10.00"})).await;
    assert_eq!(reply.json()["remaining"], "10.10");
    assert_eq!(rerun(&sandbox, &[id]).await.status, 200);
    let info = get(&sandbox, BILLING).await.json();
    assert_eq!(info["initial_balance"], "10.10");
    for nonsense in [json!({"add": 10}), json!({"add": "much"}), json!({})] {
        assert_eq!(tell(&sandbox, "credits", &nonsense).await.status, 400);
    }
}

#[tokio::test]
async fn changes_of_unknown_ids_are_rejected() {
    let sandbox = small().start().await.unwrap();
    for trigger in [
        EventTrigger::After(LONG),
        EventTrigger::BeforePaidRequest(1),
        EventTrigger::AfterPaidRequest(1),
    ] {
        for event in [
            Event::DeleteCallLog { call_log: 9 },
            Event::EditCallLog { call_log: 9 },
            Event::EditMetric { metric: 9 },
            Event::AssignMetric { agent: 9 },
        ] {
            assert!(!sandbox.schedule(trigger, event), "{trigger:?}");
        }
    }
    for (path, body) in [
        ("call_logs/delete", json!({"call_log": 9})),
        ("metrics/assign", json!({"agent": 9})),
        (
            "events",
            json!({"trigger": {"after_ms": 1}, "event": {"edit_metric": {"metric": 9}}}),
        ),
    ] {
        let reply = tell(&sandbox, path, &body).await;
        assert_eq!(reply.status, 400, "{path}");
        assert!(reply.text().contains("/__sandbox/state"), "{path}");
    }
}

#[tokio::test]
async fn single_reads_lag_as_the_list_does() {
    let sandbox = small().start().await.unwrap();
    let id = *unreviewed(&sandbox).await.last().unwrap();
    let mut quirks = sandbox.quirks();
    quirks.single_lag = Duration::from_secs(10);
    quirks.list_lag = Duration::from_secs(10);
    sandbox.set_quirks(quirks);
    sandbox.advance(LONG);
    let before = detail(&sandbox, id).await;
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(reply[0]["status"], "evaluating", "the reply is up to date");
    let from_list = async || {
        let path = format!("{LIST}?agent_id=310&call_ids={id}");
        get(&sandbox, &path).await.json()["results"][0]["status"].clone()
    };
    sandbox.advance(Duration::from_millis(9_999));
    assert_eq!(detail(&sandbox, id).await, before);
    assert_eq!(from_list().await, before["status"]);
    sandbox.advance(Duration::from_millis(1));
    assert_eq!(detail(&sandbox, id).await["status"], "evaluating");
    assert_eq!(from_list().await, "evaluating");
}
