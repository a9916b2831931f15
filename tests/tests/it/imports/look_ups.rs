//! A call that a list does not show is sent only if the list would show it.

use std::time::Duration;

use cekura::{CallLogId, Method};
use cekura_campaign::import::{Import, ImportError};
use cekura_sandbox::{Fault, ListCount, Quirks};
use serde_json::json;

use super::rig::{LIST, OBSERVE, Rig, late_and_twice, run};

/// Runs an import that a look-up ends, and nothing is sent by it; returns what is wrong.
async fn ended(rig: &Rig, mut import: Import) -> String {
    let sent = rig.sent_calls();
    let error = import.run().await.unwrap_err();
    let is_look_up = matches!(error, ImportError::LookUp(_) | ImportError::NotFiltered(_));
    assert!(is_look_up && !error.is_usage(), "{error}");
    assert_eq!(rig.sent_calls(), sent, "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_list_that_is_not_filtered_ends_the_import_before_it_sends() {
    let rig = Rig::with(3, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    rig.finish().await;
    let agent = rig.lab.agent().to_string();
    let cached = rig
        .lab
        .client()
        .raw(Method::GET, "/observability/v2/call-logs/");
    let cached = cached.query("agent_id", agent).query("page_size", 5).await;
    let cached = String::from_utf8(cached.unwrap().bytes().to_vec()).unwrap();
    // The calls that were sent are not among the newest.
    assert!(cached.contains("\"call_id\"") && !cached.contains("\"harbor-1\""));
    let nameless = json!({ "count": 1, "results": [{ "id": 5_001, "agent": 310 }] });

    // Without its journal, an import has nothing but the list.
    std::fs::remove_file(rig.journal()).unwrap();
    for (body, expected) in [
        (cached, "which was not asked for"),
        (nameless.to_string(), "has one without a call_id"),
    ] {
        rig.lab.fault(LIST, Fault::none().with_body(body.clone()));
        let error = ended(&rig, rig.import()).await;
        assert!(error.contains(expected), "{error}");
        // So does what would be sent.
        rig.lab.fault(LIST, Fault::none().with_body(body));
        let error = rig.import().forecast().await.unwrap_err();
        assert!(matches!(error, ImportError::NotFiltered(_)), "{error}");
    }
    // Such a response is no empty list.
    for body in ["{}", "{\"results\": null}", "<html>", ""] {
        rig.lab.fault(LIST, Fault::none().with_body(body));
        let mut import = rig.import();
        // Some are tried again.
        if import.run().await.is_ok() {
            assert_eq!(import.summary().already_there, 3, "{body}");
        }
        std::fs::remove_file(rig.journal()).unwrap();
    }
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
    assert_eq!(rig.finish().await.already_there, 3);
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
}

/// As of a filter that matches nothing. The journal has no call of the agent that could be looked up.
#[tokio::test]
async fn an_empty_list_counts_only_if_the_filter_finds_another_call() {
    let rig = Rig::with(3, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    rig.finish().await;
    std::fs::remove_file(rig.journal()).unwrap();
    let nothing = || Fault::none().with_body("{\"count\": 0, \"results\": []}");
    let blind = || [nothing(), Fault::none(), nothing()].map(|fault| rig.lab.fault(LIST, fault));
    blind();
    let error = ended(&rig, rig.import()).await;
    assert!(error.contains("is in the list of"), "{error}");
    assert_eq!(rig.finish().await.already_there, 3);

    // The journal has a call of another agent.
    rig.write(&rig.calls(4));
    assert_eq!(rig.finish().await.sent, 1);
    rig.lab.sandbox().advance(Duration::from_secs(600));
    let agent = rig.lab.sandbox().agent_ids()[1];
    rig.write(&[json!({ "call_id": "other", "agent": agent })]);
    blind();
    ended(&rig, rig.import()).await;
    assert_eq!(rig.finish().await.sent, 1);
    assert_eq!((rig.sent_calls(), rig.paid()), (5, 5));
}

/// Calls that only show that the filter works are no calls of the file.
#[tokio::test]
async fn a_call_of_another_agent_with_the_same_call_id_is_sent() {
    let rig = Rig::with(0, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    let (one, other) = (rig.lab.agent(), rig.lab.sandbox().agent_ids()[1]);
    rig.write(&[json!({ "call_id": "x", "agent": one })]);
    rig.finish().await;
    std::fs::remove_file(rig.journal()).unwrap();
    rig.write(&[
        json!({ "call_id": "y", "agent": one }),
        json!({ "call_id": "x", "agent": other }),
    ]);
    assert_eq!(rig.finish().await.sent, 2);
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
}

/// Calls that nobody gave a `call_id` are not read to their end in search of one.
#[tokio::test]
async fn the_filter_is_tried_with_the_calls_of_one_page() {
    let rig = Rig::open(1).await;
    let nameless = json!({
        "count": 9_000,
        "next": "/?page=2",
        "results": [{ "id": 5_001, "agent": 310 }, { "id": 5_002, "agent": 310, "call_id": " " }],
    });
    rig.lab.fault(LIST, Fault::none());
    rig.lab
        .fault(LIST, Fault::none().with_body(nameless.to_string()));
    let mark = rig.lab.mark();
    assert_eq!(rig.finish().await.sent, 1);
    assert_eq!(rig.lab.since(mark).count(LIST), 2);
}

/// As of two replicas of the service.
#[tokio::test]
async fn what_one_list_has_shown_is_there_whatever_the_next_shows() {
    let rig = Rig::with(1, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    rig.finish().await;
    rig.lab.sandbox().advance(Duration::from_secs(10));
    rig.write(&rig.calls(2));
    for call_id in ["harbor-1", "harbor-0"] {
        let page = json!({ "count": 1, "results": [{ "id": 9_001, "call_id": call_id }] });
        rig.lab
            .fault(LIST, Fault::none().with_body(page.to_string()));
    }
    assert_eq!(rig.finish().await.already_there, 1);
    assert_eq!((rig.sent_calls(), rig.paid()), (1, 1));
}

#[tokio::test]
async fn a_known_call_that_was_edited_proves_nothing() {
    for edit in [
        json!({ "call_id": "renamed" }),
        json!({ "timestamp": "2025-06-01T09:30:00Z" }),
    ] {
        let rig = Rig::with(1, |sandbox| sandbox.quirks(late_and_twice(0))).await;
        rig.finish().await;
        rig.lab.sandbox().advance(Duration::from_secs(600));
        let path = format!("/observability/v1/call-logs/{}/", first_id(&rig));
        let request = rig.lab.client().raw(Method::PATCH, path).json(&edit);
        request.await.unwrap();
        rig.write(&rig.calls(2));
        assert_eq!(rig.finish().await.sent, 2, "{edit}");
        assert_eq!((rig.sent_calls(), rig.paid()), (2, 2));
    }
}

#[tokio::test]
async fn a_list_that_is_not_complete_ends_the_import() {
    let rig = Rig::with(3, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    rig.finish().await;
    std::fs::remove_file(rig.journal()).unwrap();
    // It counts what it does not show.
    let body = "{\"count\": 3, \"results\": []}";
    rig.lab.fault(LIST, Fault::none().with_body(body));
    ended(&rig, rig.import()).await;
    // Its second page is not there, or it has only empty pages.
    for list_count in [ListCount::Present, ListCount::Absent] {
        rig.lab.sandbox().set_quirks(Quirks {
            max_page_size: 2,
            list_missing_page: Some(2),
            list_count,
            ..late_and_twice(0)
        });
        ended(&rig, rig.import()).await;
    }
    rig.lab.sandbox().set_quirks(late_and_twice(0));
    let more = "{\"next\": \"/?page=9999\", \"results\": []}";
    rig.lab.fault(LIST, Fault::none().with_body(more));
    ended(&rig, rig.import()).await;
    assert_eq!(rig.finish().await.already_there, 3);
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
}

/// As of a cache that keeps the empty list from before, or a filter that matches nothing.
#[tokio::test]
async fn a_list_without_a_call_that_is_stored_proves_nothing_about_others() {
    let rig = Rig::with(0, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    let calls = rig.calls(3);
    rig.write(&calls[..2]);
    rig.lab.fault(OBSERVE, Fault::none());
    rig.lab.fault(OBSERVE, Fault::reset().after_work());
    let blind = late_and_twice(24 * 3600);
    rig.lab.sandbox().set_quirks(blind.clone());
    let mut import = rig.import().with_resends(true);
    let error = import.run().await.unwrap_err();
    assert!(matches!(error, ImportError::LookUp(_)), "{error}");
    for part in ["is stored", "\"harbor-0\"", "60 s", "longer settle window"] {
        assert!(error.to_string().contains(part), "{error}");
    }
    assert_eq!(import.summary().unknown, 1);
    drop(import);
    // Neither what was lost nor what is new is sent.
    rig.write(&calls);
    ended(&rig, rig.import().with_resends(true)).await;
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 2));

    rig.lab.sandbox().set_quirks(late_and_twice(0));
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.sent, summary.unknown), (3, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
}

/// The remedy that the error names.
#[tokio::test]
async fn a_longer_settle_window_is_waited_for() {
    let rig = Rig::with(2, |sandbox| sandbox.quirks(late_and_twice(600))).await;
    rig.lab.fault(OBSERVE, Fault::none());
    rig.lab.fault(OBSERVE, Fault::reset().after_work());
    let mut import = rig.import().with_resends(true);
    let error = import.run().await.unwrap_err();
    assert!(
        error.to_string().contains("longer settle window"),
        "{error}"
    );
    drop(import);
    let patient = rig
        .import()
        .with_resends(true)
        .with_settle_window(Duration::from_secs(900));
    let summary = run(patient).await;
    assert_eq!((summary.sent, summary.unknown), (2, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 2));

    // No list shows anything, as that of a cache: the known call is looked up although it is not that old.
    let blind = late_and_twice(30 * 24 * 3600);
    rig.lab.sandbox().set_quirks(blind);
    rig.write(&rig.calls(3));
    for window in [1_800, 7_200] {
        let begin = rig.lab.clock().elapsed();
        let import = rig.import().with_settle_window(Duration::from_secs(window));
        ended(&rig, import).await;
        let waited = rig.lab.clock().elapsed() - begin;
        assert!(waited > Duration::from_secs(600), "{waited:?}");
    }
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 2));
}

#[tokio::test]
async fn a_late_list_and_a_deleted_call_end_no_import() {
    let rig = Rig::with(0, |sandbox| sandbox.quirks(late_and_twice(45))).await;
    let calls = rig.calls(7);
    rig.write(&calls[..2]);
    rig.finish().await;
    // The first calls are not listed yet.
    rig.write(&calls[..4]);
    assert_eq!(rig.finish().await.sent, 4);

    // The list is later than the settle window.
    rig.lab.sandbox().set_quirks(late_and_twice(600));
    rig.lab.sandbox().advance(Duration::from_secs(300));
    rig.write(&calls[..5]);
    ended(&rig, rig.import()).await;
    let patient = rig.import().with_settle_window(Duration::from_secs(600));
    assert_eq!(run(patient).await.sent, 5);

    // The call log that is looked up with others is gone; an hour later another one takes its place.
    rig.lab.sandbox().set_quirks(late_and_twice(0));
    rig.lab.sandbox().advance(Duration::from_secs(3600));
    assert!(rig.lab.sandbox().delete(first_id(&rig).0));
    for some in [6, 7] {
        rig.write(&calls[..some]);
        let mark = rig.lab.mark();
        assert_eq!(rig.finish().await.sent, some as u64);
        let reads = rig.lab.since(mark).count("call_logs_retrieve");
        assert_eq!(reads, usize::from(some == 6));
        rig.lab.sandbox().advance(Duration::from_secs(600));
    }
    assert_eq!(rig.sent_calls(), 7);
}

/// Returns the id of the call that was sent first.
fn first_id(rig: &Rig) -> CallLogId {
    let journal = std::fs::read_to_string(rig.journal()).unwrap();
    let sent = journal
        .lines()
        .find(|line| line.contains("\"sent\""))
        .unwrap();
    let (_, record) = sent.split_once(' ').unwrap();
    let record: serde_json::Value = serde_json::from_str(record).unwrap();
    CallLogId(record["id"].as_i64().unwrap())
}

/// A call is looked up with the others of its agent and month.
#[tokio::test]
async fn a_known_call_costs_no_request_of_its_own() {
    let rig = Rig::open(1).await;
    rig.finish().await;
    // A list that shows it at once is not waited for.
    rig.write(&rig.calls(2));
    rig.finish().await;
    assert_eq!(rig.lab.clock().elapsed(), Duration::ZERO);
    rig.lab.sandbox().advance(Duration::from_secs(600));
    rig.write(&rig.calls(3));
    let mark = rig.lab.mark();
    assert_eq!(rig.finish().await.sent, 3);
    let requests = rig.lab.since(mark);
    assert_eq!((requests.count(LIST), requests.all().len()), (1, 2));

    let agent = rig.lab.sandbox().agent_ids()[1];
    rig.write(&[json!({ "call_id": "other", "agent": agent })]);
    let mark = rig.lab.mark();
    assert_eq!(rig.finish().await.sent, 1);
    // There is no known call of this agent: another of its calls is looked up.
    let requests = rig.lab.since(mark);
    assert_eq!((requests.count(LIST), requests.all().len()), (3, 4));
}
