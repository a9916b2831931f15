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
