//! Promise: a response that is not the requested object is an error for every operation, and a paid request is not sent again.

use std::error::Error as _;

use cekura::reevaluation::Acceptance;
use cekura::{AgentId, CallLogId, Client, Error, MetricId};
use cekura_tests::script::{Answer, Script};
use futures_util::TryStreamExt;

const AGENT: AgentId = AgentId(310);
const LOG: CallLogId = CallLogId(5001);

/// JSON that answers nothing.
const STRANGERS: [&str; 4] = [
    "{}",
    r#"{"status":"ok"}"#,
    r#"{"detail":"Invalid API key"}"#,
    r#"{"id":7788,"results":null,"credits_remaining":"n/a","status":"success","success":true}"#,
];

const READS: [&str; 8] = [
    "list", "pages", "items", "get", "get_many", "baseline", "metric", "billing",
];

/// Makes the read of this name.
async fn read(client: &Client, name: &str) -> Result<(), Error> {
    let logs = client.call_logs();
    let list = logs.list().agent_id(AGENT);
    match name {
        "list" => list.await.map(drop),
        "pages" => list.pages().try_next().await.map(drop),
        "items" => list.items().try_next().await.map(drop),
        "get" => logs.get(LOG).await.map(drop),
        "get_many" => logs.get_many([LOG]).next().await.unwrap().1.map(drop),
        "baseline" => logs.baseline(LOG).await.map(drop),
        "metric" => client.metrics().get(MetricId(71)).await.map(drop),
        "billing" => client.billing().info().await.map(drop),
        _ => panic!("{name}"),
    }
}

#[tokio::test]
async fn an_unrelated_reply_to_a_read_is_an_error() {
    for stranger in STRANGERS {
        let script = Script::play(move |_| Answer::json(stranger)).await;
        for name in READS {
            let error = read(&script.client(), name).await.unwrap_err();
            assert!(error.is_invalid_response(), "{name} {stranger}: {error}");
            assert_eq!(error.status(), Some(200), "{name}");
            assert_eq!(error.body(), Some(stranger.as_bytes()), "{name}");
            let why = error.source().expect("a reason").to_string();
            assert!(
                why.contains("requested") || why.contains("must"),
                "{name} {stranger}: {why}"
            );
        }
    }
}

#[tokio::test]
async fn the_right_reply_needs_no_more_than_its_identity() {
    for (name, body) in [
        ("list", r#"{"results":[]}"#),
        ("items", r#"{"results":[{}]}"#),
        ("get", r#"{"id":"5001"}"#),
        ("get_many", r#"{"id":5001,"status":"odd"}"#),
        ("metric", r#"{"id":71}"#),
        ("billing", r#"{"credits_used":0}"#),
        ("billing", r#"{"credits_remaining":"0E-10"}"#),
    ] {
        let script = Script::play(move |_| Answer::json(body)).await;
        read(&script.client(), name).await.unwrap();
    }
}

#[tokio::test]
async fn an_empty_balance_is_a_balance_however_it_is_written() {
    let body = r#"{"credits_remaining":"0E-10"}"#;
    let script = Script::play(move |_| Answer::json(body)).await;
    let info = script.client().billing().info().await.unwrap();
    assert!(info.credits_remaining.unwrap().is_zero());
}

#[tokio::test]
async fn a_page_has_no_more_entries_than_were_asked_for() {
    let page = |entries: usize| {
        format!(
            r#"{{"results":[{}{{"id":1}}]}}"#,
            r#"{"id":1},"#.repeat(entries - 1)
        )
    };
    for (entries, page_size, is_page) in [
        (200, None, true),
        (201, None, false),
        (200, Some(10), true),
        (201, Some(10), false),
        (500, Some(500), true),
        (501, Some(500), false),
    ] {
        let body = page(entries);
        let script = Script::play(move |_| Answer::json(&body)).await;
        let list = script.client().call_logs().list().agent_id(AGENT);
        let read = match page_size {
            Some(size) => list.page_size(size).await,
            None => list.await,
        };
        assert_eq!(read.is_ok(), is_page, "{entries} of {page_size:?}");
    }
}

#[tokio::test]
async fn an_unrelated_reply_to_a_paid_request_is_an_unreadable_acceptance() {
    let huge = format!("[{}{{}}]", "{},".repeat(100_000));
    for stranger in [STRANGERS[0], STRANGERS[1], STRANGERS[2], "[7]", &huge] {
        let body = stranger.to_owned();
        let script = Script::play(move |_| Answer::json(&body)).await;
        let logs = script.client().call_logs();
        let stranger = &stranger[..stranger.len().min(40)];
        let rerun = logs.rerun_evaluation(AGENT, LOG).await.unwrap();
        let chosen = logs
            .evaluate_metrics(AGENT, LOG, [MetricId(71)])
            .await
            .unwrap();
        for started in [rerun, chosen] {
            let Acceptance::InvalidResponse(error) = started.acceptance() else {
                panic!("{stranger}: {:?}", started.acceptance());
            };
            assert!(error.is_invalid_response(), "{stranger}: {error}");
            assert_eq!(started.targets(), [LOG], "{stranger}");
        }
        assert_eq!(script.paid().len(), 2, "{stranger}: each once");
    }
}
