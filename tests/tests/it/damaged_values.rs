//! Promise: one invalid JSON value makes neither its call log nor others unreadable.

use std::collections::BTreeSet;

use cekura::reevaluation::Acceptance;
use cekura::{AgentId, CallLogId};
use cekura_tests::Recorder;
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use futures_util::TryStreamExt;
use tracing::Level;

const AGENT: AgentId = AgentId(310);
const IDS: [CallLogId; 3] = [CallLogId(5001), CallLogId(5002), CallLogId(5003)];

/// Values that the service may have been given by its own callers, and that `serde_json` refuses.
const DAMAGED: [&str; 6] = [
    r#""so \ud83d it ends""#,
    "1e400",
    "NaN",
    "-Infinity",
    "\"a\u{1} b\n\"",
    r#"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[7]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"#,
];

fn log(id: CallLogId, topic: &str) -> String {
    format!(r#"{{"id":{id},"status":"failure","success":false,"topic":{topic}}}"#)
}

/// All three, the second of them damaged, in a list of JSON.
fn three(damaged: &str) -> String {
    let topics = ["\"fees\"", damaged, "\"dates\""];
    let logs: Vec<_> = IDS
        .iter()
        .zip(topics)
        .map(|(id, topic)| log(*id, topic))
        .collect();
    format!("[{}]", logs.join(","))
}

fn page(damaged: &str) -> Answer {
    let results = three(damaged);
    Answer::json(format!(r#"{{"count":3,"next":null,"results":{results}}}"#))
}

#[tokio::test]
async fn a_page_is_read_and_the_damaged_log_is_named() {
    for damaged in DAMAGED {
        let script = Script::play(move |_| page(damaged)).await;
        let (recorder, _guard) = Recorder::start();
        let entries = script.client().call_logs().list().agent_id(AGENT).items();
        let entries: Vec<_> = entries.try_collect().await.unwrap();
        let ids: Vec<_> = entries.iter().map(|entry| entry.id.unwrap()).collect();
        assert_eq!(ids, IDS, "{damaged}");
        assert!(entries.iter().all(|entry| entry.success == Some(false)));
        assert!(entries[1].topic.is_some(), "{damaged}");
        let records = recorder.records();
        let warnings: Vec<_> = records.iter().filter(|r| r.level == Level::WARN).collect();
        assert_eq!(warnings.len(), 1, "{damaged}");
        assert_eq!(warnings[0].fields["call_logs"], "[CallLogId(5002)]");
        assert!(!recorder.text().contains("it ends"), "no content is logged");
    }
}

#[tokio::test]
async fn a_raw_reply_is_read_the_same_way() {
    let script = Script::play(|_| Answer::json(three("NaN"))).await;
    let reply = script
        .client()
        .raw(cekura::Method::GET, "/x/")
        .await
        .unwrap();
    let value: serde_json::Value = reply.json().unwrap();
    assert_eq!(value[1]["topic"], "NaN");
}

#[tokio::test]
async fn a_wait_has_all_results_by_one_request() {
    for damaged in DAMAGED {
        let script = Script::play(move |_| page(damaged)).await;
        let statuses = script
            .client()
            .call_logs()
            .fetch_statuses(AGENT, IDS.map(|id| (id, None)))
            .await;
        assert!(statuses.error.is_none());
        assert_eq!(
            statuses.found.into_keys().collect::<Vec<_>>(),
            IDS,
            "{damaged}"
        );
        assert_eq!(script.asked().len(), 1, "{damaged}");
    }
}

#[tokio::test]
async fn a_paid_reply_is_accepted_and_read() {
    let script = Script::play(|_| Answer::json(three(DAMAGED[0]))).await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, IDS);
    let started = rerun.await.unwrap();
    assert!(matches!(started.acceptance(), Acceptance::Responded));
    assert_eq!((started.response_logs().len(), script.paid().len()), (3, 1));
}

#[tokio::test]
async fn what_a_page_cannot_be_read_for_is_read_singly() {
    for broken in [
        r#"{"count":3,"results":[{"id":5001,,}]}"#,
        r#"{"count":3,"results":[{"id":5001}"#,
        r#"{"count":3,"results":7}"#,
        r#"{"status":"ok"}"#,
    ] {
        let script = Script::play(move |asked| match asked.kind {
            One(id) => Answer::json(log(CallLogId(id), "\"fees\"")),
            _ => Answer::json(broken),
        })
        .await;
        let statuses = script
            .client()
            .call_logs()
            .fetch_statuses(AGENT, IDS.map(|id| (id, None)))
            .await;
        assert_eq!(
            statuses.found.into_keys().collect::<Vec<_>>(),
            IDS,
            "{broken}"
        );
        assert!(statuses.error.is_none(), "{:?}", statuses.error);
    }
}

#[tokio::test]
async fn a_page_that_is_too_large_for_a_look_is_asked_for_in_parts() {
    let all: Vec<_> = (5001..5201).map(CallLogId).collect();
    let script = Script::play(|asked| match asked.kind {
        List => {
            let (_, ids) = asked.target.split_once("call_ids=").unwrap();
            let ids = ids.split('&').next().unwrap().split("%2C");
            let logs: Vec<_> = ids
                .map(|id| log(CallLogId(id.parse().unwrap()), "1"))
                .collect();
            Answer::json(format!(r#"{{"results":[{}]}}"#, logs.join(",")))
        }
        _ => Answer::status(500, ""),
    })
    .await;
    let wanted = all.iter().map(|id| (*id, None));
    let statuses = script
        .client()
        .call_logs()
        .fetch_statuses(AGENT, wanted)
        .with_max_response_bytes(5_000)
        .await;
    assert!(statuses.error.is_none(), "{:?}", statuses.error);
    assert_eq!(statuses.found.len(), 200);
    assert!(script.asked().iter().all(|asked| asked.kind == List));
    assert_eq!(script.asked().len(), 7);
}

#[tokio::test]
async fn one_log_that_cannot_be_read_is_the_only_one_without_a_result() {
    let script = Script::play(|asked| match asked.kind {
        One(5002) => Answer::json("{\"id\":5002,,}"),
        One(id) => Answer::json(log(CallLogId(id), "1")),
        List => Answer::json("{\"results\":[,]}"),
        Paid | cekura_tests::script::Kind::Other => Answer::status(500, ""),
    })
    .await;
    let statuses = script
        .client()
        .call_logs()
        .fetch_statuses(AGENT, IDS.map(|id| (id, None)))
        .await;
    let found: BTreeSet<_> = statuses.found.into_keys().collect();
    assert_eq!(found, [IDS[0], IDS[2]].into());
    assert!(statuses.error.unwrap().is_invalid_response());
}
