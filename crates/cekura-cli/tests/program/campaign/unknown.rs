//! Promise: what nobody knows is listed, and sent again only when somebody says so.

use std::time::Duration;

use cekura_sandbox::Fault;

use crate::campaign::{resume, run};
use crate::support::Stage;

const POST: &str = "call_logs_rerun_evaluation";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_that_is_lost_after_the_work_costs_nothing_more() {
    // Still at work when the call logs are read back.
    let stage = Stage::with(|builder| builder.evaluation_time(Duration::from_secs(2))).await;
    let ids = stage.planned(20);
    for fault in [Fault::reset(), Fault::status(502), Fault::login_page()] {
        stage.sandbox.faults().push_for(POST, fault.after_work());
    }
    stage
        .campaign(&run(&["--batch-size", "5", "--settle-window", "2s"]))
        .exits(0);
    assert_eq!(stage.paid(&ids), [1; 20]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_is_lost_before_the_work_is_listed_and_not_repeated() {
    let stage = Stage::new().await;
    let ids = stage.planned(10);
    stage
        .sandbox
        .faults()
        .push_for(POST, Fault::reset().before_work());
    let ended = stage
        .campaign(&run(&["--batch-size", "5", "--settle-window", "300ms"]))
        .exits(101)
        .says("5 unknown")
        .says("--on-unknown resend-if-unchanged");
    assert_eq!(
        ended.out.matches("  unknown  its request").count(),
        5,
        "each by name:\n{}",
        ended.out
    );
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 5);
    stage
        .campaign(&resume(&["--settle-window", "300ms"]))
        .exits(101);
    assert_eq!(
        stage.paid(&ids).iter().sum::<u64>(),
        5,
        "going on is not sending again"
    );
    let again = resume(&[
        "--settle-window",
        "300ms",
        "--on-unknown",
        "resend-if-unchanged",
    ]);
    stage.campaign(&again).exits(0);
    assert_eq!(stage.paid(&ids), [1; 10]);
    let rows = stage
        .campaign(&["export", "trial", "--format", "jsonl"])
        .exits(0)
        .json_lines();
    let sent = |times: u64| {
        let rows = rows.iter().filter(|row| row["sends"] == times);
        let logs = rows.map(|row| row["call_log"].as_i64().unwrap());
        logs.collect::<std::collections::BTreeSet<i64>>().len()
    };
    assert_eq!(
        (sent(1), sent(2)),
        (5, 5),
        "as often as it may have been charged"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn call_logs_that_are_refused_do_not_keep_others_from_their_result() {
    let stage = Stage::new().await;
    let mut ids: Vec<String> = stage.unreviewed(4);
    ids.push("5002".to_owned());
    let first = ["run", "--agent-id", "310", "--name", "trial"];
    let line = crate::support::args(&[&first[..], &super::QUICK].concat(), &ids);
    let ended = stage
        .campaign(&line)
        .exits(101)
        .says("1 refused")
        .says("not charged");
    assert!(ended.out.contains("5002  refused"), "{}", ended.out);
    let known: Vec<i64> = ids[..4].iter().map(|id| id.parse().unwrap()).collect();
    assert_eq!(stage.paid(&known), [1; 4]);
    assert_eq!(stage.paid(&[5002]), [0]);
    stage
        .home
        .write("cekura-gate.toml", "min_evaluated = 0.8\n");
    stage.campaign(&["report", "trial"]).exits(0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_kind_of_call_log_without_a_result_is_selected_by_its_name() {
    let quirks = cekura_sandbox::Quirks {
        stuck_every: Some(3),
        ..cekura_sandbox::Quirks::default()
    };
    let stage = Stage::with(|builder| builder.quirks(quirks)).await;
    let mut ids: Vec<String> = stage.unreviewed(12);
    // Of another agent, and so refused; more of them than one request can lose.
    ids.extend((5002..5014).step_by(2).map(|id| id.to_string()));
    stage
        .sandbox
        .faults()
        .push_for(POST, Fault::reset().before_work());
    let first = [
        "run",
        "--agent-id",
        "310",
        "--name",
        "trial",
        "--batch-size",
        "4",
        "--settle-window",
        "300ms",
        "--stall-timeout",
        "1s",
    ];
    let line = crate::support::args(&[&first[..], &super::QUICK].concat(), &ids);
    stage.campaign(&line).exits(101);
    let rows = stage
        .campaign(&["export", "trial", "--format", "jsonl"])
        .exits(0)
        .json_lines();
    let in_state = |state: &str| -> std::collections::BTreeSet<i64> {
        let rows = rows.iter().filter(|row| row["state"] == state);
        rows.map(|row| row["call_log"].as_i64().unwrap()).collect()
    };
    let mut seen = std::collections::BTreeSet::new();
    for (word, state) in [
        ("unknown", "unknown"),
        ("refused", "refused"),
        ("timed-out", "timed_out"),
    ] {
        let expected = in_state(state);
        assert!(!expected.is_empty(), "there are some: {state}");
        let plan = [
            "plan",
            "--earlier",
            "trial",
            "--only",
            word,
            "--out",
            "again.json",
        ];
        stage.campaign(&plan).exits(0);
        let path = stage.home.path().join("again.json");
        let plan: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        std::fs::remove_file(path).unwrap();
        let planned = plan["call_logs"].as_array().unwrap().iter();
        let planned: std::collections::BTreeSet<i64> =
            planned.map(|log| log["id"].as_i64().unwrap()).collect();
        assert_eq!(planned, expected, "{word}");
        assert!(seen.is_disjoint(&planned), "{word} selects nothing else");
        seen.extend(planned);
    }
    stage
        .campaign(&["plan", "--earlier", "trial", "--only", "errored"])
        .exits(2)
        .says("unknown");
    stage
        .campaign(&["report", "trial"])
        .exits(101)
        .says("--earlier trial --only unknown");
}
