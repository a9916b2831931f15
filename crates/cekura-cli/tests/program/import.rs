//! Promise: `calls import` sends each call of a file once, and says what became of it.

#[cfg(unix)]
mod interrupted;

use std::fs;

use cekura_sandbox::Fault;
use serde_json::{Value, json};

use crate::support::{Ended, Stage, run};

const OBSERVE: &str = "call_logs_observe";

/// A stage with the file `calls.jsonl` of so many calls.
async fn stage(calls: usize) -> Stage {
    let stage = Stage::with(|builder| builder.credits("1000000").request_log_size(1_000)).await;
    stage.home.write("calls.jsonl", &lines(calls));
    stage
}

/// Lines of calls, two an hour.
fn lines(calls: usize) -> String {
    let line = |n: usize| {
        let (day, hour, half) = (n / 48, n / 2 % 24, n % 2 * 30);
        let (month, day) = (1 + day / 28, 1 + day % 28);
        let (year, month) = (2024 + (month - 1) / 12, 1 + (month - 1) % 12);
        let at = format!("{year}-{month:02}-{day:02}T{hour:02}:{half:02}:00Z");
        json!({ "call_id": format!("harbor-{n}"), "agent": 310, "timestamp": at }).to_string()
            + "\n"
    };
    (0..calls).map(line).collect()
}

fn import(stage: &Stage, more: &[&str]) -> Ended {
    run(stage.cekura(&command(more)))
}

fn command<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [
        &["calls", "import", "calls.jsonl", "--format", "json"],
        more,
    ]
    .concat()
}

fn sent(stage: &Stage) -> u64 {
    stage.sandbox.request_counts().of_operation(OBSERVE)
}

/// What was paid for, nothing of it twice.
#[track_caller]
fn paid(stage: &Stage) -> u64 {
    let ledger = stage.sandbox.ledger();
    assert_eq!(ledger.paid_more_than_once(), []);
    ledger.evaluations()
}

fn numbers(summary: &Value, names: &[&str]) -> Vec<u64> {
    let number = |name: &&str| summary[*name].as_u64().unwrap();
    names.iter().map(number).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_imported_once_however_often_the_command_is_given() {
    let stage = stage(5).await;
    let forecast = import(&stage, &["--dry-run"]).exits(0).json();
    let names = [
        "calls",
        "to_send",
        "already_there",
        "unknown",
        "metric_evaluations",
    ];
    let metrics = stage.sandbox.metric_ids_of(310).len() as u64;
    assert_eq!(numbers(&forecast, &names), [5, 5, 0, 0, 5 * metrics]);
    assert_eq!(
        (
            sent(&stage),
            fs::exists(stage.home.path().join("calls.jsonl.import")).unwrap()
        ),
        (0, false)
    );

    let names = ["calls", "sent", "sent_before", "already_there", "not_tried"];
    let summary = import(&stage, &[]).exits(0).json();
    assert_eq!(numbers(&summary, &names), [5, 5, 0, 0, 0]);
    stage.home.write("calls.jsonl", &lines(7));
    let summary = import(&stage, &["--concurrency", "1"]).exits(0).json();
    assert_eq!(numbers(&summary, &names), [7, 2, 5, 0, 0]);
    let elsewhere = import(&stage, &["--journal", "other.import"])
        .exits(0)
        .json();
    assert_eq!(numbers(&elsewhere, &names), [7, 0, 0, 7, 0]);
    assert_eq!((sent(&stage), paid(&stage)), (7, 7));
    let table = stage.run(&["calls", "import", "calls.jsonl"]).exits(0).out;
    assert!(
        table.contains("sent by an earlier import       7"),
        "{table}"
    );
    // An output does not replace the journal.
    let export = [
        "calls",
        "export",
        "--agent-id",
        "310",
        "--out",
        "calls.jsonl.import",
    ];
    stage.run(&export).exits(2).says("the journal of an import");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_sent_if_a_line_is_wrong() {
    let stage = stage(3).await;
    let wrong = format!("{}{{\"agent\": 310}}\n{}", lines(2), lines(1));
    stage.home.write("calls.jsonl", &wrong);
    let ended = stage.run(&["calls", "import", "calls.jsonl"]).exits(2);
    ended
        .says("2 lines are invalid; nothing was sent")
        .says("line 3: call_id is missing: give each call its own id")
        .says("line 4: its call_id is that of line 1");
    for (args, says) in [
        (&["calls", "import", "-"][..], "cannot be of standard input"),
        (&["calls", "import", "no.jsonl"], "No such file"),
        (
            &["calls", "import", "calls.jsonl", "--concurrency", "0"],
            "at least 1",
        ),
        (
            &["calls", "import", "calls.jsonl", "--rate", "0"],
            "requests per second",
        ),
    ] {
        stage.run(args).exits(2).says(says);
    }
    assert_eq!(stage.sandbox.request_log().len(), 0);
    assert!(!stage.home.path().join("calls.jsonl.import").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_import_needs_a_confirmation() {
    let stage = stage(60).await;
    import(&stage, &[]).exits(2).says("add --yes to confirm");
    assert_eq!(sent(&stage), 0);
    import(&stage, &["--yes"]).exits(0);
    // What is left decides.
    stage.home.write("calls.jsonl", &lines(61));
    import(&stage, &[]).exits(0);
    assert_eq!(paid(&stage), 61);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resends_need_a_confirmation_too() {
    let stage = stage(60).await;
    for _ in 0..60 {
        stage.sandbox.faults().push_for(OBSERVE, Fault::reset());
    }
    let window = ["--settle-window", "10ms", "--concurrency", "1"];
    // Ten in a row end an import.
    for _ in 0..6 {
        import(&stage, &[&window[..], &["--yes"]].concat()).exits(9);
    }
    assert_eq!(sent(&stage), 60);
    let again = [&window[..], &["--on-unknown", "resend-if-unchanged"]].concat();
    import(&stage, &again)
        .exits(2)
        .says("sending up to 60 calls: about 300 metric evaluations")
        .says("add --yes to confirm");
    let forecast = import(&stage, &[&again[..], &["--dry-run"]].concat());
    let names = ["to_send", "unknown", "metric_evaluations"];
    assert_eq!(numbers(&forecast.exits(0).json(), &names), [60, 60, 300]);
    assert_eq!(sent(&stage), 60);
    stage.sandbox.faults().push_for(OBSERVE, Fault::reset());
    let ended = import(&stage, &[&again[..], &["--yes"]].concat()).exits(9);
    assert!(!ended.err.contains("--on-unknown"), "{}", ended.err);
    let reason = ended.json()["unknowns"][0]["reason"].to_string();
    assert!(reason.contains("sent twice, and is not sent again"));
    assert_eq!((sent(&stage), paid(&stage)), (120, 59));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_end_has_its_exit_code_and_says_how_to_go_on() {
    for (fault, code, says) in [
        (
            Fault::status(400),
            10,
            "correct their lines and repeat the command",
        ),
        (Fault::status(401), 3, "repeat the command to continue"),
        (Fault::status(402), 11, "repeat the command to continue"),
        (Fault::status(403), 12, "repeat the command to continue"),
        (Fault::reset(), 9, "--on-unknown resend-if-unchanged"),
        (Fault::reset().after_work(), 0, ""),
        (Fault::status(409), 10, "correct their lines"),
        (Fault::status(409).after_work(), 0, ""),
    ] {
        let stage = stage(3).await;
        stage.sandbox.faults().push_for(OBSERVE, Fault::none());
        stage.sandbox.faults().push_for(OBSERVE, fault.clone());
        let more = ["--concurrency", "1", "--settle-window", "300ms"];
        let ended = import(&stage, &more).exits(code).says(says);
        let summary = ended.json();
        if code == 10 || code == 9 {
            let name = if code == 10 { "refusals" } else { "unknowns" };
            assert_eq!(summary[name][0]["line"], 2, "{summary}");
            assert_eq!(summary[name][0]["call_id"], "harbor-1", "{summary}");
        }
        // Once more, with what the message says.
        let more = [&more[..], &["--on-unknown", "resend-if-unchanged"]].concat();
        let names = ["refused", "unknown", "not_tried"];
        assert_eq!(
            numbers(&import(&stage, &more).exits(0).json(), &names),
            [0, 0, 0]
        );
        assert!(paid(&stage) >= 2, "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_shows_nothing_says_whether_a_repetition_helps() {
    let unfiltered = r#"{"count": 1, "results": [{"id": 5001, "call_id": "other"}]}"#;
    for (body, code, says) in [
        (unfiltered, 1, "a repetition changes nothing"),
        (
            r#"{"count": 40, "results": []}"#,
            101,
            "repeat the import later",
        ),
    ] {
        let stage = stage(3).await;
        for more in [&[][..], &["--dry-run"]] {
            let fault = Fault::none().with_body(body);
            stage.sandbox.faults().push_for("call_logs_list", fault);
            let ended = import(&stage, more).exits(code).says(says);
            let repeats = ended.err.contains("repeat the command to continue");
            assert_eq!(repeats, code == 101, "{}", ended.err);
        }
        assert_eq!(sent(&stage), 0);
        import(&stage, &[]).exits(0);
        assert_eq!((sent(&stage), paid(&stage)), (3, 3));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_are_imported() {
    let stage = stage(10_000).await;
    let summary = import(&stage, &["--yes", "--concurrency", "100"])
        .exits(0)
        .json();
    assert_eq!(numbers(&summary, &["sent"]), [10_000]);
    assert_eq!((sent(&stage), paid(&stage)), (10_000, 10_000));
    let before = stage.sandbox.request_counts().total();
    import(&stage, &[]).exits(0);
    assert_eq!(
        stage.sandbox.request_counts().total(),
        before,
        "the journal knows"
    );
}
