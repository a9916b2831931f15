//! Promise: paid once, waited for, compared.

use cekura_sandbox::Fault;

use crate::support::{Stage, args};

const QUICK: [&str; 7] = [
    "calls",
    "rerun",
    "--agent-id",
    "310",
    "--wait",
    "--poll-interval",
    "20ms",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_report_is_the_documented_object() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(3);
    let ended = stage
        .run(&args(&[&QUICK[..], &["--format", "json"]].concat(), &ids))
        .exits(0);
    assert_eq!(ended.err, "", "a script gets JSON and nothing else");
    let report = ended.json();
    let logs = report.as_array().unwrap();
    assert_eq!(
        logs.iter()
            .map(|log| log["id"].to_string())
            .collect::<Vec<_>>(),
        ids,
        "in the order asked for"
    );
    for log in logs {
        assert_eq!(log["state"], "confirmed");
        assert_eq!(log["sends"], 1);
        assert!(
            log["success"]["before"].is_boolean() && log["success"]["after"].is_boolean(),
            "{log}"
        );
        let metrics = log["metrics"].as_array().unwrap();
        assert_eq!(metrics.len(), 5);
        for metric in metrics {
            assert!(
                metric["id"].is_i64() && metric["name"].is_string(),
                "{metric}"
            );
            let same = ["score", "passed", "value"]
                .iter()
                .all(|part| metric[part]["before"] == metric[part]["after"]);
            assert_eq!(metric["result_changed"], !same, "{metric}");
        }
    }
    for id in &ids {
        assert_eq!(
            stage.sandbox.ledger().evaluations_of(id.parse().unwrap()),
            1
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_reply_is_reconciled_and_nothing_is_paid_twice() {
    for fault in [
        Fault::status(503).after_work(),
        Fault::reset().after_work(),
        Fault::login_page().after_work(),
    ] {
        let stage = Stage::new().await;
        let ids = stage.unreviewed(2);
        let shown = format!("{fault:?}");
        stage
            .sandbox
            .faults()
            .push_for("call_logs_rerun_evaluation", fault);
        stage
            .run(&args(&QUICK, &ids))
            .exits(0)
            .says("a request got no usable response");
        for id in &ids {
            assert_eq!(
                stage.sandbox.ledger().evaluations_of(id.parse().unwrap()),
                1,
                "{shown}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_429_is_waited_out() {
    use cekura_sandbox::RetryAfter;
    let stage = Stage::new().await;
    let ids = stage.unreviewed(1);
    let slow_down = Fault::too_many_requests(RetryAfter::Text("0.05".into()));
    stage
        .sandbox
        .faults()
        .push_for("call_logs_rerun_evaluation", slow_down);
    stage.run(&args(&QUICK, &ids)).exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_wait_one_request_is_sent() {
    let stage = Stage::new().await;
    let ended = stage
        .run(&["calls", "rerun", "--agent-id", "310", "5001", "5003"])
        .exits(0)
        .says("accepted: 2");
    assert!(ended.out.contains("accepted"), "{}", ended.out);
    assert_eq!(stage.sandbox.request_log().len(), 1);
    let lines = stage
        .run(&[
            "calls",
            "rerun",
            "--agent-id",
            "310",
            "5005",
            "--format",
            "jsonl",
        ])
        .exits(0)
        .json_lines();
    assert_eq!(lines.len(), 1);
    assert_eq!(
        (&lines[0]["id"], &lines[0]["state"]),
        (&5005.into(), &"accepted".into())
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chosen_metrics_are_sent_by_name() {
    let stage = Stage::new().await;
    let metrics = [
        "calls",
        "evaluate",
        "--agent-id",
        "310",
        "--metric",
        "71,73",
        "5001",
    ];
    stage.run(&metrics).exits(0);
    let sent = stage.sandbox.request_log().pop().unwrap().json().unwrap();
    assert_eq!(
        sent,
        serde_json::json!({ "agent_id": 310, "call_logs": [5001], "metrics": [71, 73] })
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_log_deleted_during_the_wait_exits_with_4() {
    use cekura_sandbox::{Event, EventTrigger};
    let stage = Stage::new().await;
    let ids = stage.unreviewed(2);
    let call_log = ids[1].parse().unwrap();
    let event = Event::DeleteCallLog { call_log };
    assert!(
        stage
            .sandbox
            .schedule(EventTrigger::AfterPaidRequest(1), event)
    );
    let json = [&QUICK[..], &["--format", "json"]].concat();
    let ended = stage.run(&args(&json, &ids)).exits(4);
    let logs = ended.json();
    assert_eq!(
        (&logs[0]["state"], &logs[1]["state"]),
        (&"confirmed".into(), &"deleted".into())
    );
    let reason =
        "it was deleted while it was being evaluated; the evaluation may have been charged";
    assert_eq!(logs[1]["reason"], reason);
    let message = format!("call log {call_log}: deleted ({reason})");
    assert_eq!(ended.json_error()["message"], message);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_result_that_cannot_be_read_says_why() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(1);
    // Those before the request are read well, and everything after it is refused.
    let faults = stage.sandbox.faults();
    let read_well = || Fault::delay(std::time::Duration::from_millis(1));
    faults.push_for("call_logs_list", read_well());
    faults.push_for("call_logs_retrieve", read_well());
    for _ in 0..100 {
        faults.push_for("call_logs_list", Fault::status(400));
        faults.push_for("call_logs_retrieve", Fault::status(403));
    }
    let line = [&QUICK[..], &["--deadline", "1s", "--format", "json"]].concat();
    let ended = stage.run(&args(&line, &ids)).exits(8);
    let logs = ended.json();
    assert_eq!(logs[0]["state"], "waiting");
    let error = ended.json_error();
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("no result yet"), "{message}");
}
