//! Promise: Ctrl-C never hides that something was, or may have been, paid for.

use std::process::{Child, Stdio};

use cekura_sandbox::Fault;

use crate::support::{Ended, Stage, args, ended, signal};

/// Starts the program, and interrupts it when the sandbox holds the `nth` of its requests that have a fault.
async fn interrupt(stage: &Stage, nth: usize, args: &[&str]) -> Ended {
    let child: Child = stage
        .cekura(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    for _ in 0..nth {
        stage.sandbox.stalled().await;
    }
    signal("INT", child.id());
    ended(child.wait_with_output().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn during_the_request_the_outcome_is_unknown() {
    let stage = Stage::new().await;
    stage
        .sandbox
        .faults()
        .push_for("call_logs_rerun_evaluation", Fault::hang().after_work());
    let ended = interrupt(
        &stage,
        1,
        &[
            "calls",
            "rerun",
            "--agent-id",
            "310",
            "5001",
            "--format",
            "json",
        ],
    )
    .await;
    let error = ended
        .exits(9)
        .says("it is unknown whether it was carried out")
        .json_error();
    assert_eq!(error["targets"][0]["id"], 5001);
    assert_eq!(stage.sandbox.ledger().evaluations_of(5001), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn during_the_wait_the_evaluations_go_on() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(1);
    // The first list is the plan's.
    let quick = Fault::delay(std::time::Duration::from_millis(1));
    for fault in [quick, Fault::hang()] {
        stage.sandbox.faults().push_for("call_logs_list", fault);
    }
    let ended = interrupt(
        &stage,
        2,
        &args(
            &[
                "calls",
                "rerun",
                "--agent-id",
                "310",
                "--wait",
                "--poll-interval",
                "20ms",
            ],
            &ids,
        ),
    )
    .await;
    ended.exits(8).says("paid for and continue");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_command_that_writes_says_that_its_request_may_have_been_carried_out() {
    let stage = Stage::new().await;
    let id = stage.unreviewed(1)[0].clone();
    let path = format!("/observability/v2/call-logs/{id}/");
    let body = "{\"feedback\": \"x\"}";
    for (operation, request, args) in [
        (
            "call_logs_partial_update",
            "PATCH /observability/v2/call-logs/",
            &["calls", "update", &id, "--feedback", "x"][..],
        ),
        (
            "call_logs_partial_update",
            "PATCH /observability/v2/call-logs/",
            &["api", "PATCH", &path, "--data", body],
        ),
        (
            "call_logs_mark_metric_vote",
            "POST /observability/v1/call-logs/",
            &["calls", "vote", &id, "--metric", "71", "--up"],
        ),
        (
            "alerts_summarize",
            "POST /observability/v1/alerts/",
            &["alerts", "summarize", "61", "--yes"],
        ),
    ] {
        let fault = Fault::hang().after_work();
        stage.sandbox.faults().push_for(operation, fault);
        interrupt(&stage, 1, args)
            .await
            .exits(9)
            .says(&format!("interrupted during {request}"))
            .says("it is unknown whether it was carried out");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn during_the_wait_for_a_job_it_goes_on() {
    let stage = Stage::new().await;
    let fault = Fault::hang().after_work();
    let polls = "alerts_summarize_progress";
    stage.sandbox.faults().push_for(polls, fault);
    let wait = [
        "alerts",
        "summarize",
        "61",
        "--yes",
        "--wait",
        "--poll-interval",
        "1ms",
        "--format",
        "json",
    ];
    let ended = interrupt(&stage, 1, &wait).await.exits(8);
    let error = ended.json_error();
    let message = error["message"].to_string();
    assert!(message.ends_with("it continues\""), "{message}");
    assert!(error["hints"][0].to_string().contains("cekura alerts "));
    let id = ended.json()["progress_id"].as_str().unwrap().to_owned();
    assert!(message.contains(&id), "{message}");
}
