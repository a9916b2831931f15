//! What fetch_statuses takes from the list, and what from single reads.

use std::collections::BTreeMap;

use cekura::CallLogId;
use cekura::reevaluation::{Baseline, Snapshot, Statuses};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use futures_util::Stream as _;
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, idle, page, read, with};

/// Fetches both call logs, with this response to the list request; returns the statuses and the number of single reads.
async fn fetch(list: Answer, is_listing_only: bool) -> (Statuses, usize) {
    let script = Script::play(move |asked| match asked.kind {
        List => list.clone(),
        One(id) => Answer::json(done(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let wanted: BTreeMap<_, _> = [(LOG, None), (OTHER, None)].into();
    let mut request = script.client().call_logs().fetch_statuses(AGENT, wanted);
    if is_listing_only {
        request = request.listing_only();
    }
    let statuses = request.await;
    let singly = script.asked().iter().filter(|a| a.kind != List).count();
    (statuses, singly)
}

#[tokio::test]
async fn an_unusable_list_is_replaced_by_single_reads() {
    for list in [
        Answer::status(400, r#"{"detail":"Not like this."}"#),
        Answer::status(404, r#"{"detail":"Not found."}"#),
        Answer::json(json!({ "count": 2, "results": 7 })),
        Answer::json(page([])),
    ] {
        let (statuses, singly) = fetch(list.clone(), false).await;
        assert!(statuses.error.is_none(), "{:?}", statuses.error);
        assert!(statuses.found.keys().eq([&LOG, &OTHER]), "{statuses:?}");
        assert!(statuses.listed.is_empty());
        assert_eq!(singly, 2);
        let (statuses, singly) = fetch(list, true).await;
        assert!(statuses.error.is_none() && statuses.found.is_empty());
        assert_eq!(singly, 0);
    }
}

#[tokio::test]
async fn unrequested_entries_and_transcripts_are_left_out() {
    let row = with(idle(LOG), "transcript", json!("Hello, this is the harbor."));
    let row = with(row, "transcript_object", json!([]));
    let list = Answer::json(page([row, idle(CallLogId(5003))]));
    let (statuses, singly) = fetch(list, false).await;
    assert!(statuses.found.keys().eq([&LOG, &OTHER]), "{statuses:?}");
    assert!(statuses.listed.keys().eq([&LOG]), "{statuses:?}");
    let entry = &statuses.listed[&LOG];
    assert!(entry.transcript.is_none() && entry.transcript_object.is_none());
    assert_eq!(singly, 1);
}

#[tokio::test]
async fn get_many_has_an_upper_size_hint() {
    let script = Script::play(|_| Answer::json(idle(LOG))).await;
    let reads = script.client().call_logs().get_many([LOG; 5]);
    let mut reads = std::pin::pin!(reads.with_concurrency(2));
    assert_eq!(reads.size_hint(), (0, Some(5)));
    futures_util::StreamExt::next(&mut reads).await;
    assert_eq!(reads.size_hint(), (0, Some(4)));
}

#[tokio::test]
async fn the_state_before_is_from_the_baseline_else_from_the_response() {
    let reply = with(busy(LOG), "call_id", json!("from the response"));
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([reply])),
        (List, 1) => Answer::json(page([busy(LOG)])),
        (List, _) => Answer::json(page([done(LOG)])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let rerun = || script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let stored: Baseline = [(LOG, read(idle(LOG)))].into_iter().collect();
    for (started, before) in [
        (rerun().with_stored_baseline(stored).await, idle(LOG)),
        (rerun().await, busy(LOG)),
    ] {
        let started = started.unwrap();
        let waited = started.wait().await.unwrap();
        let log = waited.into_iter().next().unwrap();
        let shown = Snapshot::from(&log.before.unwrap());
        assert_eq!(shown, Snapshot::from(read(before)));
    }
}
