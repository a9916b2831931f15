//! Promise: each exit code means what `cekura --help` says.

use std::net::TcpListener;
use std::time::Duration;

use cekura_sandbox::{Fault, Quirks, RetryAfter};

use crate::support::{Home, Stage, args, run};

const RERUN: [&str; 4] = ["calls", "rerun", "--agent-id", "310"];
const OPERATION: &str = "call_logs_rerun_evaluation";

#[test]
fn the_help_lists_all_exit_codes() {
    let help = run(Home::new().cekura(&["--help"])).exits(0);
    for (code, word) in [
        (0, "done"),
        (1, "anything else"),
        (2, "usage"),
        (3, "authentication"),
        (4, "not found"),
        (5, "rate limited"),
        (6, "service error"),
        (7, "network"),
        (8, "timed out waiting"),
        (9, "outcome unknown"),
        (10, "refused"),
        (11, "credits"),
        (12, "forbidden"),
    ] {
        let line = format!("{code:>4}  {word}");
        assert!(help.out.contains(&line), "{line:?} in\n{}", help.out);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_0_is_success_and_1_is_another_error() {
    let stage = Stage::new().await;
    stage.run(&["calls", "get", "5001"]).exits(0);
    stage.sandbox.faults().push(Fault::login_page());
    stage
        .run(&["calls", "get", "5001"])
        .exits(1)
        .says("not JSON");
}

#[test]
fn exit_2_is_a_usage_error_and_sends_nothing() {
    let home = Home::new();
    for (wrong, says) in [
        (
            &["calls", "rerun", "--agent-id", "310"][..],
            "no call logs are given",
        ),
        (&["calls", "rerun", "5001"], "no agent is given"),
        (
            &[
                "calls",
                "rerun",
                "5001",
                "--agent-id",
                "310",
                "--assistant-id",
                "asst_x",
            ],
            "cannot be used with",
        ),
        (
            &["calls", "rerun", "5001", "--agent-id", "310", "--all"],
            "cannot be used with",
        ),
        (
            &[
                "calls",
                "rerun",
                "5001",
                "--agent-id",
                "310",
                "--deadline",
                "1m",
            ],
            "add --wait",
        ),
        (&["calls", "rerun", "--agent-id", "310", "--all"], "--yes"),
        (
            &[
                "calls",
                "rerun",
                "--agent-id",
                "310",
                "--all",
                "--from",
                "7d",
                "--yes",
            ],
            "add --wait",
        ),
        (
            &[
                "calls",
                "rerun",
                "5001",
                "--agent-id",
                "310",
                "--settle-window",
                "9s",
            ],
            "add --wait",
        ),
        (&["calls", "rerun", "0", "--agent-id", "310"], "above 0"),
        (
            &["calls", "evaluate", "5001", "--agent-id", "310"],
            "no metrics are given",
        ),
        (&["calls", "get", "0"], "above 0"),
        (&["calls", "get", "call_9"], "--agent-id N"),
        (&["calls", "get", "5001", "--timeout", "90"], "90s"),
        (&["calls", "list", "--from", "yesterday"], "2026-05-18"),
        (&["nonsense"], "nonsense"),
        (&[], "Usage"),
    ] {
        let mut command = home.cekura(wrong);
        command
            .env("CEKURA_API_KEY", "ck_harbor")
            .env("CEKURA_API_URL", "http://127.0.0.1:9");
        run(command).exits(2).says(says);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_3_is_a_missing_or_invalid_key() {
    let stage = Stage::new().await;
    run(stage.cekura_as("ck_wrong", &["calls", "get", "5001"]))
        .exits(3)
        .says("401");
    let none = run(stage.home.cekura(&["calls", "get", "5001"]))
        .exits(3)
        .says("CEKURA_API_KEY");
    assert!(none.err.contains("config.toml"), "{}", none.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_4_is_not_found() {
    Stage::new()
        .await
        .run(&["calls", "get", "999999"])
        .exits(4)
        .says("404");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_5_is_a_429_that_asks_for_too_long_a_wait() {
    let stage = Stage::new().await;
    stage
        .sandbox
        .faults()
        .push(Fault::too_many_requests(RetryAfter::Seconds(900)));
    let ids = ["5001".to_owned()];
    let ended = stage
        .run(&args(
            &["calls", "rerun", "--agent-id", "310", "--format", "json"],
            &ids,
        ))
        .exits(5);
    let error = ended.json_error();
    assert_eq!(error["kind"], "rate_limited");
    assert_eq!(error["status"], 429);
    assert_eq!(error["retry_after_seconds"], 900.0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_6_is_a_server_error() {
    let stage = Stage::new().await;
    // Longer than the program waits, so that it gives up at once.
    let down = Fault::status(503).with_header("Retry-After", "900");
    stage.sandbox.faults().push(down);
    stage.run(&["calls", "get", "5001"]).exits(6).says("503");
}

#[test]
fn exit_7_is_no_connection() {
    // A port that was free a moment ago and that nobody listens on.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let home = Home::new();
    let url = format!("http://127.0.0.1:{port}");
    let mut command = home.cekura(&[
        "calls",
        "get",
        "5001",
        "--timeout",
        "300ms",
        "--api-url",
        &url,
    ]);
    command.env("CEKURA_API_KEY", "ck_harbor");
    run(command).exits(7).says("nothing was sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_8_is_a_wait_without_a_result() {
    let quirks = Quirks {
        stuck_every: Some(1),
        ..Quirks::default()
    };
    let stage = Stage::with(|builder| builder.quirks(quirks)).await;
    let ids = stage.unreviewed(2);
    let patience = ["--wait", "--deadline", "2s", "--poll-interval", "20ms"];
    let ended = stage
        .run(&args(&[&RERUN[..], &patience[..]].concat(), &ids))
        .exits(8)
        .says("paid for and continue");
    assert!(ended.out.contains("waiting"), "{}", ended.out);
    assert_eq!(stage.sandbox.ledger().evaluations(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_9_is_an_unknown_outcome_whatever_its_cause() {
    let faults = [
        Fault::status(500).after_work(),
        Fault::status(502).after_work(),
        Fault::status(503)
            .after_work()
            .with_header("Retry-After", "1"),
        Fault::status(504).after_work(),
        Fault::reset().after_work(),
        Fault::login_page().after_work(),
        Fault::status(500).before_work(),
    ];
    for fault in faults {
        let stage = Stage::new().await;
        let worked = if fault == Fault::status(500).before_work() {
            0
        } else {
            1
        };
        let shown = format!("{fault:?}");
        stage.sandbox.faults().push_for(OPERATION, fault);
        let ended = stage
            .run(&args(&RERUN, &["5001".to_owned()]))
            .exits(9)
            .says("do not repeat the command");
        assert!(ended.err.contains("5001"), "{shown}: {}", ended.err);
        assert_eq!(
            stage.sandbox.ledger().evaluations_of(5001),
            worked,
            "{shown}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_9_lists_the_unknown_call_logs_with_evidence() {
    let stage = Stage::new().await;
    stage
        .sandbox
        .faults()
        .push_for(OPERATION, Fault::status(500).before_work());
    let options = ["--wait", "--settle-window", "50ms", "--format", "json"];
    let ended = stage
        .run(&args(
            &[&RERUN[..], &options[..]].concat(),
            &stage.unreviewed(2),
        ))
        .exits(9);
    let error = ended.json_error();
    assert_eq!(error["code"], 9);
    assert_eq!(error["kind"], "outcome_unknown");
    let targets = error["targets"].as_array().unwrap();
    assert_eq!(targets.len(), 2);
    for target in targets {
        let evidence = target["evidence"].as_str().unwrap();
        assert!(
            evidence.contains("returned 500") && evidence.ends_with("unchanged"),
            "{evidence}"
        );
        assert!(target["accepted"].is_null(), "{target}");
    }
    let told = ended.json();
    assert!(
        told.as_array()
            .unwrap()
            .iter()
            .all(|log| log["state"] == "unknown" && log["sends"] == 1),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_11_says_which_call_logs_were_charged() {
    use cekura_sandbox::{Event, EventTrigger, OutOfCredits, Quirks};
    let partly = Quirks {
        out_of_credits: OutOfCredits::Partial,
        ..Quirks::default()
    };
    let slow = Duration::from_secs(600);
    let stage =
        Stage::with(|builder| builder.credits("1.00").quirks(partly).evaluation_time(slow)).await;
    let ids = stage.unreviewed(3);
    let edited = ids[1].parse().unwrap();
    let event = Event::EditCallLog { call_log: edited };
    assert!(
        stage
            .sandbox
            .schedule(EventTrigger::AfterPaidRequest(1), event)
    );
    let options = [
        "--yes",
        "--wait",
        "--settle-window",
        "50ms",
        "--deadline",
        "3s",
        "--format",
        "json",
    ];
    let ended = stage
        .run(&args(&[&RERUN[..], &options[..]].concat(), &ids))
        .exits(11);
    // Before it, a warning that the balance is too low.
    let error = ended.err.lines().last().unwrap();
    assert!(error.contains(r#""kind":"credits""#), "{error}");
    let told = ended.json();
    let in_state = |state: &str, sends: u64| {
        let logs = told.as_array().unwrap().iter();
        logs.filter(|log| log["state"] == state && log["sends"] == sends)
            .map(|log| log["id"].to_string())
            .collect::<Vec<_>>()
    };
    let (accepted, not_sent) = (in_state("waiting", 1), in_state("not_sent", 0));
    assert_eq!((accepted.len(), not_sent.len()), (2, 1), "{told}");
    // The edited one is taken for accepted with the other, so that nothing is paid twice.
    assert!(accepted.contains(&ids[1]), "{told}");
    let not_sent = not_sent[0].parse().unwrap();
    assert_eq!(stage.sandbox.ledger().evaluations_of(not_sent), 0, "{told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_settle_window_longer_than_the_timeout_is_completed() {
    let stage = Stage::new().await;
    stage
        .sandbox
        .faults()
        .push_for(OPERATION, Fault::status(500).before_work());
    let options = [
        "--wait",
        "--timeout",
        "2s",
        "--settle-window",
        "2100ms",
        "--format",
        "json",
    ];
    let ended = stage
        .run(&args(
            &[&RERUN[..], &options[..]].concat(),
            &stage.unreviewed(1),
        ))
        .exits(9);
    let error = ended.json_error();
    let evidence = error["targets"][0]["evidence"].as_str().unwrap();
    assert!(evidence.ends_with("unchanged"), "{evidence}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_10_is_a_rejected_request_with_its_fields() {
    let stage = Stage::new().await;
    let refusal = Fault::status(400).with_body(r#"{"call_logs": ["Not yours."]}"#);
    stage.sandbox.faults().push_for(OPERATION, refusal);
    let json = ["--format", "json"];
    let ended = stage
        .run(&args(
            &[&RERUN[..], &json[..]].concat(),
            &["5001".to_owned()],
        ))
        .exits(10);
    assert_eq!(ended.json_error()["fields"]["call_logs"][0], "Not yours.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_11_is_too_few_credits() {
    let stage = Stage::with(|builder| builder.credits("0.00")).await;
    stage
        .run(&args(&RERUN, &["5001".to_owned()]))
        .exits(11)
        .says("cekura billing");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exit_12_is_a_key_without_permission() {
    let stage = Stage::new().await;
    let key = stage.sandbox.read_only_key().to_owned();
    run(stage.cekura_as(&key, &args(&RERUN, &["5001".to_owned()])))
        .exits(12)
        .says("403");
    let key = stage.sandbox.project_key().to_owned();
    run(stage.cekura_as(&key, &["billing"])).exits(12);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_hangs_exits_as_a_network_error() {
    let stage = Stage::new().await;
    for _ in 0..5 {
        stage
            .sandbox
            .faults()
            .push(Fault::delay(Duration::from_secs(20)));
    }
    stage
        .run(&["calls", "get", "5001", "--timeout", "200ms"])
        .exits(7);
}

#[test]
fn an_address_that_would_show_the_key_is_refused() {
    let home = Home::new();
    let mut command = home.cekura(&["calls", "get", "5001", "--api-url", "http://cekura.example"]);
    command.env("CEKURA_API_KEY", "ck_harbor");
    run(command).exits(2).says("this machine only");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_baseline_that_cannot_be_read_stops_everything() {
    let stage = Stage::new().await;
    stage
        .run(&[
            "calls",
            "rerun",
            "--agent-id",
            "310",
            "--wait",
            "5001",
            "999999",
        ])
        .exits(4)
        .says("nothing was evaluated");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_during_the_wait_says_that_the_money_is_spent() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(1);
    stage
        .sandbox
        .faults()
        .push_for("call_logs_list", Fault::delay(Duration::from_millis(1)));
    for _ in 0..100 {
        let refused = Fault::status(403);
        stage.sandbox.faults().push_for("call_logs_list", refused);
    }
    let ended = stage
        .run(&args(
            &[&RERUN[..], &["--wait", "--poll-interval", "20ms"]].concat(),
            &ids,
        ))
        .exits(12);
    assert!(
        ended.err.contains("paid for and continue") && !ended.err.contains("nothing was"),
        "{}",
        ended.err
    );
}
