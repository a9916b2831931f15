//! What is sent, and what is there already.

use std::collections::BTreeSet;
use std::time::Duration;

use cekura::NewCallLog;
use cekura::types::ObservedCall;
use cekura_sandbox::Quirks;
use serde_json::json;

use super::rig::{LIST, OBSERVE, Rig, late_and_twice};

#[tokio::test]
async fn every_call_of_the_file_becomes_a_call_log() {
    let rig = Rig::open(30).await;
    let summary = run_at(&rig, 4).await;
    assert_eq!((summary.calls, summary.sent), (30, 30));
    assert_eq!(summary.not_tried(), 0);
    assert_eq!(rig.paid(), 30);
    let arrived = rig.lab.arrived();
    let bodies: BTreeSet<String> = arrived
        .of(OBSERVE)
        .map(|call| call.json().unwrap().to_string())
        .collect();
    let expected: BTreeSet<String> = (0..30).map(|n| rig.call(n).to_string()).collect();
    assert_eq!(bodies, expected, "each as it is in the file");

    let mark = rig.lab.mark();
    let again = rig.finish().await;
    assert_eq!((again.sent, again.sent_before), (30, 30));
    assert_eq!(rig.lab.since(mark).all().len(), 0, "the journal knows");
}

/// A number of JSON may have more digits than those of Rust.
#[tokio::test]
async fn what_is_sent_is_the_text_of_the_line() {
    let rig = Rig::open(0).await;
    let agent = rig.lab.agent();
    let lines = ["12345678901234567890123", "1e400", "0.10"].map(|number| {
        format!(
            r#"{{"metadata": {{"n":  {number}, "a": "\u00e9 é"}}, "agent":{agent}, "call_id": "harbor-{number}"}}"#
        )
    });
    std::fs::write(
        rig.file(),
        format!("\u{feff} {} \r\n\n", lines.join(" \r\n")),
    )
    .unwrap();
    let summary = rig.finish().await;
    assert_eq!((summary.calls, rig.sent_calls()), (3, 3));
    let arrived = rig.lab.arrived();
    let bodies = arrived
        .of(OBSERVE)
        .map(|call| String::from_utf8_lossy(&call.body));
    assert_eq!(bodies.collect::<Vec<_>>(), lines);
    for call in arrived.of(OBSERVE) {
        assert_eq!(call.header("content-type"), Some("application/json"));
    }
    assert_eq!(rig.finish().await.changed, 0);
}

async fn run_at(rig: &Rig, concurrency: u32) -> cekura_campaign::import::ImportSummary {
    super::rig::run(rig.import().with_concurrency(concurrency)).await
}

#[tokio::test]
async fn what_is_at_cekura_is_not_sent() {
    let rig = Rig::open(6).await;
    for n in [1, 4] {
        let body: ObservedCall = serde_json::from_value(rig.call(n)).unwrap();
        let sent = rig.lab.client().call_logs().observe(NewCallLog::from(body));
        let _ = sent.await.unwrap();
    }
    let forecast = rig.import().forecast().await.unwrap();
    assert_eq!((forecast.to_send, forecast.already_there), (4, 2));
    assert_eq!(rig.sent_calls(), 2, "a forecast sends nothing");
    assert!(!rig.journal().exists(), "and writes nothing");

    let summary = rig.finish().await;
    assert_eq!((summary.sent, summary.already_there), (4, 2));
    assert_eq!((rig.sent_calls(), rig.paid()), (6, 6));

    // Without its journal nothing is sent a second time either.
    std::fs::remove_file(rig.journal()).unwrap();
    let summary = rig.finish().await;
    assert_eq!((summary.sent, summary.already_there), (0, 6));
    assert_eq!((rig.sent_calls(), rig.paid()), (6, 6));
}

/// Such a service charges both, so that tests see a call that is sent twice.
#[tokio::test]
async fn a_service_may_take_a_call_id_twice() {
    for (quirks, paid) in [(Quirks::default(), 1), (late_and_twice(0), 2)] {
        let rig = Rig::with(1, |sandbox| sandbox.quirks(quirks)).await;
        for _ in 0..2 {
            let body: ObservedCall = serde_json::from_value(rig.call(0)).unwrap();
            let sent = rig.lab.client().call_logs().observe(NewCallLog::from(body));
            let _ = sent.await;
        }
        assert_eq!(rig.lab.sandbox().ledger().evaluations(), paid);
    }
}

#[tokio::test]
async fn calls_are_looked_up_together() {
    let rig = Rig::open(250).await;
    rig.import().forecast().await.unwrap();
    // 250 calls of 11 days, which may lie in two months of the look-up. None is there: two more lists for each month.
    let lists = rig.lab.arrived().count(LIST);
    assert!((5..=8).contains(&lists), "{lists}");
}

#[tokio::test]
async fn calls_of_any_age_and_agent_are_found() {
    let rig = Rig::open(0).await;
    let agents = rig.lab.sandbox().agent_ids();
    let assistant = rig.lab.sandbox().assistant_id_of(agents[1]);
    rig.write(&[
        json!({ "call_id": "old", "agent": agents[0], "timestamp": "2019-05-18T09:30:00Z" }),
        json!({ "call_id": "other", "assistant_id": assistant, "timestamp": "2024-02-29T23:59:59+05:00" }),
        json!({ "call_id": "now", "agent": agents[0] }),
    ]);
    assert_eq!(rig.finish().await.sent, 3);
    std::fs::remove_file(rig.journal()).unwrap();
    assert_eq!(rig.finish().await.already_there, 3);
    assert_eq!(rig.sent_calls(), 3);
}

#[tokio::test]
async fn added_lines_are_sent_and_changed_ones_are_reported() {
    let rig = Rig::open(3).await;
    rig.finish().await;
    let mut calls = rig.calls(5);
    calls[1]["feedback"] = "late".into();
    calls.reverse();
    rig.write(&calls);
    let summary = rig.finish().await;
    assert_eq!(
        (summary.sent, summary.sent_before, summary.changed),
        (5, 3, 1)
    );
    assert_eq!(
        (summary.changes[0].line, summary.changes[0].call_id.as_str()),
        (4, "harbor-1")
    );
    assert_eq!((rig.sent_calls(), rig.paid()), (5, 5));
}

/// The list would not show yet what was sent a moment ago.
#[tokio::test]
async fn an_import_that_runs_again_knows_what_it_sent() {
    let quirks = Quirks {
        list_lag: Duration::from_secs(600),
        ..Quirks::default()
    };
    let rig = Rig::with(3, |sandbox| sandbox.quirks(quirks)).await;
    let mut import = rig.import();
    for before in [0, 3] {
        import.run().await.unwrap();
        let summary = import.summary();
        assert_eq!((summary.sent, summary.sent_before), (3, before));
    }
    drop(import);
    assert_eq!(rig.finish().await.sent_before, 3);
    assert_eq!(rig.sent_calls(), 3);
}
