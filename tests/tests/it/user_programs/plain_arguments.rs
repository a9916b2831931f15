//! Ids are plain numbers and strings, setters have the names of the wire, and streams need no other crate.

use std::time::Duration;

use cekura::{AssistantId, CallLogId, CallLogTargets, ProjectId, Scope, Timestamp};
use cekura_tests::Lab;
use serde_json::json;

#[test]
fn a_number_is_an_agent_and_a_text_is_an_assistant() {
    assert_eq!(Scope::from(310).to_string(), "agent 310");
    assert_eq!(Scope::from("asst_x"), AssistantId::new("asst_x").into());
    assert_eq!(Scope::from("310".to_owned()).to_string(), "assistant 310");
    assert_eq!(Scope::from(ProjectId(44)).to_string(), "project 44");
}

#[test]
fn call_logs_are_named_by_any_collection_of_numbers() {
    let expected = CallLogTargets::from([CallLogId(7), CallLogId(8)]);
    let numbers = vec![7, 8, 7];
    assert_eq!(CallLogTargets::from([7, 8]), expected);
    assert_eq!(CallLogTargets::from(&numbers), expected);
    assert_eq!(CallLogTargets::from(&numbers[..]), expected);
    assert_eq!(CallLogTargets::from(numbers), expected);
    assert_eq!((7..9).collect::<CallLogTargets>(), expected);
    assert_eq!(CallLogTargets::from(7).ids(), [CallLogId(7)]);
}

#[tokio::test]
async fn plain_numbers_arrive_as_ids() {
    let lab = Lab::open().await;
    let (agent, logs) = (lab.agent().0, lab.idle(2).await);
    let ids: Vec<i64> = logs.iter().map(|id| id.get()).collect();
    let metric = lab.metrics()[0].get();
    let calls = lab.client().call_logs();
    let mark = lab.mark();
    drop(calls.rerun_evaluation(agent, ids[0]).await.unwrap());
    drop(
        calls
            .evaluate_metrics(agent, &ids[1..], [metric])
            .await
            .unwrap(),
    );
    let arrived = lab.since(mark);
    let bodies: Vec<_> = arrived.all().iter().map(|e| e.json().unwrap()).collect();
    assert_eq!(
        bodies[0],
        json!({ "agent_id": agent, "call_logs": [ids[0]] })
    );
    assert_eq!(
        bodies[1],
        json!({ "agent_id": agent, "call_logs": [ids[1]], "metrics": [metric] })
    );
    assert_eq!(lab.paid_each(&logs), [1, 1]);
}

#[tokio::test]
async fn a_list_has_next_and_a_time_range() {
    let lab = Lab::open().await;
    let to = lab.sandbox().now();
    let list = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent().0)
        .page_size(30);
    let from = to - Duration::from_secs(20 * 24 * 3600);
    let mut logs = list
        .timestamp_from(from)
        .timestamp_to(Timestamp::from(to))
        .items();
    let (mut count, mut last) = (0, None);
    while let Some(log) = logs.next().await.transpose().unwrap() {
        assert!(log.timestamp.is_some() && log.timestamp >= Some(from.into()));
        assert!(last.is_none() || log.timestamp <= last, "the newest first");
        (count, last) = (count + 1, log.timestamp);
    }
    assert!(count > 30, "several pages: {count}");
    assert!(logs.next().await.is_none());
    let mut reads = lab.client().call_logs().get_many([lab.fresh(1)[0].get()]);
    assert!(reads.next().await.is_some_and(|(_, read)| read.is_ok()));
    assert!(reads.next().await.is_none());
}

#[tokio::test]
async fn with_response_returns_the_value_and_the_metadata() {
    use cekura_sandbox::Fault;
    let lab = Lab::open().await;
    let log = lab.fresh(1)[0];
    lab.faults().push(Fault::status(503));
    let response = lab
        .client()
        .call_logs()
        .get(log)
        .with_response()
        .await
        .unwrap();
    assert_eq!(response.value.id, Some(log));
    assert_eq!((response.meta.status(), response.meta.attempts()), (200, 2));
    assert!(
        response
            .meta
            .headers()
            .any(|(name, value)| (name, value) == ("content-type", "application/json"))
    );
    assert!(!format!("{:?}", response.meta).contains("content-type"));
    let page = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent())
        .with_response();
    assert_eq!(page.await.unwrap().meta.attempts(), 1);
}
