//! Promise: a list is read to its end, once, and a page is fetched when it is polled. No `count` and no link of the server can
//! end it early, make it endless, or lead to another host.

use cekura::resources::CountMismatch;
use cekura::{AgentId, CallLogId, Error, Timestamp};
use cekura_sandbox::{Fault, ListCount, NextLink, Quirks};
use cekura_tests::script::{Answer, Asked, Script};
use cekura_tests::{Lab, Recorder};
use futures_util::{StreamExt, TryStreamExt};
use serde_json::json;
use tracing::Level;

const LIST: &str = "call_logs_list";

/// A lab whose list shows everything, whatever else is turned.
async fn lab(turn: impl FnOnce(&mut Quirks)) -> Lab {
    let mut quirks = Quirks {
        list_window: false,
        ..Quirks::default()
    };
    turn(&mut quirks);
    Lab::with_quirks(quirks).await
}

/// All of the agent's call logs, the newest first.
fn all(lab: &Lab) -> Vec<CallLogId> {
    let ids = lab.sandbox().call_log_ids_of(lab.agent().0);
    ids.into_iter().rev().map(CallLogId).collect()
}

async fn listed(lab: &Lab, page_size: i64) -> Result<Vec<CallLogId>, Error> {
    let list = lab.client().call_logs().list().agent_id(lab.agent());
    let ids = list
        .page_size(page_size)
        .items()
        .map_ok(|log| log.id.expect("an id"));
    ids.try_collect().await
}

#[tokio::test]
async fn yields_every_entry_once_and_in_order() {
    for (page_size, pages) in [(50, 5), (64, 4), (200, 2)] {
        let lab = lab(|_| {}).await;
        assert_eq!(all(&lab).len(), 250);
        assert_eq!(listed(&lab, page_size).await.unwrap(), all(&lab));
        let arrived = lab.arrived();
        let asked: Vec<_> = arrived.of(LIST).map(|e| e.query("page").unwrap()).collect();
        let expected: Vec<_> = (1..=pages).map(|page| page.to_string()).collect();
        assert_eq!(asked, expected);
        assert!(arrived.of(LIST).all(|e| e.query("agent_id") == Some("310")));
    }
}

#[tokio::test]
async fn ignores_count_and_takes_only_the_page_number_of_links() {
    let elsewhere = || NextLink::Elsewhere("http://127.0.0.1:9/another/path".to_owned());
    let turns: [fn(&mut Quirks); 4] = [
        |quirks| quirks.list_count = ListCount::Absent,
        |quirks| quirks.list_count = ListCount::Zero,
        |quirks| quirks.max_page_size = 30,
        |quirks| quirks.list_nested_as_text = true,
    ];
    for turn in turns {
        let lab = lab(turn).await;
        assert_eq!(listed(&lab, 100).await.unwrap(), all(&lab));
    }
    let lab = lab(|quirks| quirks.list_next = elsewhere()).await;
    assert_eq!(listed(&lab, 100).await.unwrap(), all(&lab));
}

#[tokio::test]
async fn fetches_pages_on_demand() {
    let lab = lab(|_| {}).await;
    let list = || {
        lab.client()
            .call_logs()
            .list()
            .agent_id(lab.agent())
            .page_size(20)
    };
    let stream = list().items();
    assert_eq!(
        lab.arrived().count(LIST),
        0,
        "nothing is sent before the first poll"
    );
    let first: Vec<_> = stream.take(20).try_collect().await.unwrap();
    assert_eq!((first.len(), lab.arrived().count(LIST)), (20, 1));
    let mut pages = list().page(4).pages();
    let fourth = pages.next().await.unwrap().unwrap();
    assert_eq!(fourth.results.unwrap()[0].id, Some(all(&lab)[60]));
    let one = list().page(2).await.unwrap();
    assert_eq!(one.results.unwrap()[0].id, Some(all(&lab)[20]));
    assert_eq!(lab.arrived().count(LIST), 3);
}

#[tokio::test]
async fn ends_at_a_missing_next_link() {
    let lab = lab(|_| {}).await;
    for body in [
        json!({ "count": 99, "next": null, "results": [{ "id": 1 }] }),
        json!({ "count": 99, "results": [{ "id": 1 }] }),
        json!({ "count": 0, "next": null, "results": [] }),
    ] {
        let mark = lab.mark();
        lab.fault(LIST, Fault::status(200).with_body(body.to_string()));
        let found = listed(&lab, 50).await.unwrap().len();
        assert!(found <= 1, "{body}");
        assert_eq!(lab.since(mark).count(LIST), 1, "{body}");
    }
}

/// The number of the page that a request asks for.
fn page_of(asked: &Asked) -> usize {
    let (_, after) = asked.target.split_once("page=").unwrap();
    after.split('&').next().unwrap().parse().unwrap()
}

/// A server whose list has `pages`, each with so many entries, and counts `count`.
async fn pages_of(pages: Vec<usize>, count: usize) -> Script {
    Script::play(move |asked| {
        let at = page_of(asked);
        let Some(size) = pages.get(at - 1) else {
            return Answer::status(404, r#"{"detail":"Invalid page."}"#);
        };
        let first = pages[..at - 1].iter().sum::<usize>();
        let entries: Vec<_> = (first..first + size)
            .map(|n| json!({ "id": 5001 + n }))
            .collect();
        Answer::json(json!({
            "count": count,
            "next": format!("http://127.0.0.1/?page={}", at + 1),
            "results": entries,
        }))
    })
    .await
}

/// How many entries come, whether they are all different, and what the list says about its count.
async fn walk(script: &Script) -> (usize, Option<CountMismatch>) {
    let mut entries = script
        .client()
        .call_logs()
        .list()
        .agent_id(AgentId(310))
        .items();
    let mut ids = Vec::new();
    while let Some(entry) = entries.try_next().await.unwrap() {
        assert_eq!(entries.count_mismatch(), None, "before the end");
        ids.push(entry.id.unwrap());
    }
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
    (all, entries.count_mismatch())
}

#[tokio::test]
async fn skips_empty_pages_and_ends_at_a_missing_last_page() {
    let script = pages_of(vec![50, 0, 0, 50, 17], 117).await;
    assert_eq!(walk(&script).await, (117, None));
    assert_eq!(script.asked().len(), 6, "the last of them was a 404");
}

#[tokio::test]
async fn a_proxy_page_is_an_error_and_not_the_end_of_the_list() {
    let script = Script::play(|asked| match page_of(asked) {
        1 => Answer::json(json!({ "next": "/?page=2", "results": [{ "id": 5001 }] })),
        _ => Answer::new(404, "content-type: text/html\r\n", "<html>no such page"),
    })
    .await;
    let client = script.client();
    let mut entries = client.call_logs().list().agent_id(AgentId(310)).items();
    assert!(entries.try_next().await.unwrap().is_some());
    let error = entries.try_next().await.unwrap_err();
    assert!(
        error.is_not_found() && !error.is_certainly_missing(),
        "{error}"
    );
}

#[tokio::test]
async fn a_missing_first_page_is_an_error() {
    let script = pages_of(Vec::new(), 0).await;
    let mut pages = script
        .client()
        .call_logs()
        .list()
        .agent_id(AgentId(310))
        .pages();
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.is_certainly_missing(), "{error}");
    let list = script.client().call_logs().list().agent_id(AgentId(310));
    let error = list.page(7).items().try_next().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn stops_after_many_empty_pages() {
    let script = pages_of([vec![3], vec![0; 500]].concat(), 3).await;
    assert_eq!(walk(&script).await, (3, None));
    assert_eq!(script.asked().len(), 1 + 20);
}

#[tokio::test]
async fn warns_when_a_list_has_fewer_entries_than_its_count() {
    let (recorder, _guard) = Recorder::start();
    let script = pages_of(vec![50, 50], 217).await;
    let (listed, mismatch) = walk(&script).await;
    let mismatch = mismatch.expect("a mismatch");
    assert_eq!((listed, mismatch.listed, mismatch.counted), (100, 100, 217));
    assert_eq!(
        mismatch.to_string(),
        "the list showed 100 entries and counts 217"
    );
    let records = recorder.records();
    let warnings: Vec<_> = records.iter().filter(|r| r.level == Level::WARN).collect();
    assert_eq!(warnings.len(), 1, "{}", recorder.text());
    assert_eq!(warnings[0].fields["counted"], "217");

    let from_the_second = script
        .client()
        .call_logs()
        .list()
        .agent_id(AgentId(310))
        .page(2);
    let mut entries = from_the_second.items();
    while entries.try_next().await.unwrap().is_some() {}
    assert_eq!(entries.count_mismatch(), None, "a part has no count");
}

#[tokio::test]
async fn splits_a_page_that_is_too_large() {
    let lab = lab(|_| {}).await;
    let list = lab.client().call_logs().list().agent_id(lab.agent());
    let whole = list.clone().page_size(200).await.unwrap();
    let room = serde_json::to_vec(&whole).unwrap().len() / 3;
    let mut entries = list.page_size(200).with_max_response_bytes(room).items();
    let mut ids = Vec::new();
    while let Some(entry) = entries.try_next().await.unwrap() {
        ids.push(entry.id.unwrap());
    }
    assert_eq!(ids, all(&lab));
    assert_eq!(entries.count_mismatch(), None);
    let arrived = lab.arrived();
    let sizes: Vec<_> = arrived
        .of(LIST)
        .map(|e| e.query("page_size").unwrap())
        .collect();
    assert_eq!(sizes[..4], ["200", "200", "100", "50"]);
    let list = lab.client().call_logs().list().agent_id(lab.agent());
    let error = list
        .page_size(200)
        .with_max_response_bytes(50)
        .items()
        .try_next()
        .await
        .unwrap_err();
    assert!(error.is_invalid_response(), "{error}");
}

#[tokio::test]
async fn a_link_to_an_earlier_page_is_an_error() {
    let lab = lab(|_| {}).await;
    for (at, next) in [(1, 1), (3, 3), (3, 1)] {
        let body = json!({ "next": format!("/?page={next}"), "results": [{ "id": 7 }] });
        lab.fault(LIST, Fault::status(200).with_body(body.to_string()));
        let list = lab
            .client()
            .call_logs()
            .list()
            .agent_id(lab.agent())
            .page(at);
        let mark = lab.mark();
        let items: Vec<_> = list.items().take(1_000).collect().await;
        let error = items.last().unwrap().as_ref().unwrap_err();
        assert!(error.is_invalid_response(), "{error}");
        let why = std::error::Error::source(error)
            .expect("a reason")
            .to_string();
        assert!(why.contains(&format!("page {next}")), "{error}: {why}");
        assert!(items.len() <= 2 && lab.since(mark).count(LIST) == 1);
    }
}

#[tokio::test]
async fn retries_a_failed_page_or_ends_the_stream() {
    let lab = lab(|_| {}).await;
    for fault in [
        Fault::status(502),
        Fault::reset(),
        Fault::hang(),
        Fault::truncate(900),
    ] {
        lab.faults().push(Fault::none()).push(fault);
        assert_eq!(listed(&lab, 100).await.unwrap(), all(&lab));
    }
    lab.faults().push(Fault::none()).push(Fault::status(403));
    let list = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent())
        .page_size(100);
    let items: Vec<_> = list.items().collect().await;
    assert_eq!(
        items.len(),
        101,
        "a page, and the error after which there is nothing"
    );
    assert!(items[100].as_ref().unwrap_err().is_forbidden());
}

#[tokio::test]
async fn sends_filters_as_documented() {
    let lab = Lab::open().await;
    let filter = json!({ "field": "success", "op": "eq", "value": false });
    let day = |n| Timestamp::new(format!("2026-02-{n:02}T00:00:00Z"));
    let list = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent())
        .page_size(200);
    let failed = list
        .filters_v2(filter.to_string())
        .timestamp_from(day(10))
        .timestamp_to(day(25))
        .items();
    let failed: Vec<_> = failed.try_collect().await.unwrap();
    assert!(!failed.is_empty() && failed.iter().all(|log| log.success == Some(false)));
    let within = |log: &cekura::types::CallLogSummary| {
        let at = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        at > day(10).to_system_time() && at < day(25).to_system_time()
    };
    assert!(failed.iter().all(within));
    let arrived = lab.arrived();
    let sent = arrived.of(LIST).next().unwrap();
    let sent_filter: serde_json::Value =
        serde_json::from_str(sent.query("filters_v2").unwrap()).unwrap();
    assert_eq!(sent_filter, filter);
    assert!(sent.violations.is_empty(), "{:?}", sent.violations);
}

#[tokio::test]
async fn a_refused_list_returns_the_message_of_the_service() {
    let lab = Lab::open().await;
    let unscoped = lab.client().call_logs().list().await.unwrap_err();
    assert!(unscoped.is_bad_request(), "{unscoped}");
    let list = lab.client().call_logs().list().agent_id(lab.agent());
    let long_ago = Timestamp::new("2025-06-01T00:00:00Z");
    let too_long = list.timestamp_from(long_ago).await.unwrap_err();
    assert!(
        too_long.is_bad_request() && too_long.message().is_some(),
        "{too_long}"
    );
}
