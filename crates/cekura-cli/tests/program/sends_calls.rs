//! Promise: `calls observe`, `update` and `vote` send what they were given once, and say what came of it.

use cekura_sandbox::Fault;
use serde_json::{Value, json};

use crate::support::{Home, Stage, run};

/// The bodies of the requests for one operation.
fn bodies(stage: &Stage, operation: &str) -> Vec<Value> {
    let log = stage.sandbox.request_log();
    let sent = log
        .iter()
        .filter(|exchange| exchange.operation.as_deref() == Some(operation));
    sent.map(|exchange| exchange.json().unwrap()).collect()
}

#[test]
fn the_first_call_needs_nothing_but_a_sandbox() {
    let home = Home::new();
    let ended = run(home.cekura(&["calls", "observe", "--sandbox", "--wait"])).exits(0);
    assert!(
        ended.out.contains("Friday, with pleasure."),
        "{}",
        ended.out
    );
    run(home.cekura(&[
        "calls",
        "update",
        "5002",
        "--duration",
        "2m30s",
        "--sandbox",
    ]))
    .exits(0);
    run(home.cekura(&[
        "calls",
        "vote",
        "5002",
        "--metric",
        "1",
        "--up",
        "--sandbox",
    ]))
    .exits(10);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_comes_from_a_file_with_its_recording() {
    let stage = Stage::new().await;
    let call = json!({ "call_id": "harbor-1", "agent": 310, "metadata": { "site": "pier-3" } });
    let data = stage.home.write("call.json", &call.to_string());
    let at = format!("@{}", data.display());
    let ended = stage.run(&["calls", "observe", "--data", &at, "--format", "json"]);
    let shown: Value = serde_json::from_str(&ended.exits(0).out).unwrap();
    assert_eq!(
        (&shown["call_id"], &shown["status"]),
        (&json!("harbor-1"), &json!("evaluating"))
    );
    assert_eq!(bodies(&stage, "call_logs_observe"), [call]);
    stage
        .run(&["calls", "observe", "--data", &at])
        .exits(10)
        .says("already exists");

    let recording = stage.home.write("call.wav", "RIFF");
    let recording = recording.display().to_string();
    let other = r#"{"call_id": "harbor-2", "agent": 310}"#;
    let args = [
        "calls",
        "observe",
        "--data",
        other,
        "--recording",
        &recording,
    ];
    stage.run(&args).exits(0);
    let log = stage.sandbox.request_log();
    let sent = &log.last().unwrap().body;
    assert!(sent.windows(4).any(|four| four == b"RIFF"));
    assert_eq!(stage.sandbox.ledger().evaluations(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_changes_comes_from_options_and_data() {
    let stage = Stage::new().await;
    let id = stage.sandbox.call_log_ids_of(310)[0].to_string();
    let update = |more: &[&str]| stage.run(&[&["calls", "update", &id], more].concat());
    update(&[
        "--status",
        "failure",
        "--duration",
        "90s",
        "--data",
        r#"{"metadata": {"a": 1}}"#,
    ])
    .exits(0);
    assert_eq!(
        bodies(&stage, "call_logs_partial_update"),
        [json!({ "status": "failure", "duration": 1.5, "metadata": { "a": 1 } })]
    );
    for (args, says) in [
        (&[][..], "nothing is given"),
        (&["--status", "good"], "reviewed_success"),
        (
            &["--feedback", "x", "--data", r#"{"feedback": "y"}"#],
            "leave out one of them",
        ),
        (&["--data", r#"{"feedback": null}"#], "feedback is null"),
        (&["--data", r#"{"feedbak": "y"}"#], "feedbak"),
    ] {
        update(args).exits(2).says(says);
    }
    assert_eq!(bodies(&stage, "call_logs_partial_update").len(), 1);
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
    update(&["--reevaluate-metrics"]).exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_is_absent_null_or_a_value() {
    let stage = Stage::new().await;
    let id = stage.sandbox.call_log_ids_of(310)[0].to_string();
    let number = stage.sandbox.metric_ids_of(310)[0];
    let metric = number.to_string();
    let vote =
        |more: &[&str]| stage.run(&[&["calls", "vote", &id, "--metric", &metric], more].concat());
    vote(&["--up"]).exits(0);
    vote(&["--down", "--not-applicable"]).exits(0);
    vote(&[
        "--down",
        "--expected",
        "true",
        "--feedback",
        "The day was named.",
    ])
    .exits(0);
    vote(&["--down", "--expected", "late"]).exits(0);
    assert_eq!(
        bodies(&stage, "call_logs_mark_metric_vote"),
        [
            json!({ "metric_id": number, "thumbs_up": true }),
            json!({ "metric_id": number, "thumbs_up": false, "expected_value": null }),
            json!({
                "metric_id": number, "thumbs_up": false, "expected_value": true, "feedback": "The day was named."
            }),
            json!({ "metric_id": number, "thumbs_up": false, "expected_value": "late" }),
        ]
    );
    vote(&[]).exits(2);
    vote(&["--up", "--down"]).exits(2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_response_is_an_unknown_outcome_and_not_a_second_request() {
    let stage = Stage::new().await;
    let id = stage.sandbox.call_log_ids_of(310)[0].to_string();
    let call = r#"{"call_id": "harbor-1", "agent": 310}"#;
    for args in [
        &["calls", "observe", "--data", call][..],
        &["calls", "update", &id, "--feedback", "x"],
        &["calls", "vote", &id, "--metric", "71", "--up"],
    ] {
        let before = stage.sandbox.request_log().len();
        stage.sandbox.faults().push(Fault::reset().after_work());
        stage.run(args).exits(9);
        assert_eq!(stage.sandbox.request_log().len(), before + 1, "{args:?}");
    }
}
