//! Promise: data alone on standard output, in the form that was asked for.

use std::process::Stdio;

use crate::support::{Home, Stage, run};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_has_the_same_entries_in_each_format() {
    let stage = Stage::new().await;
    let list = [
        "calls",
        "list",
        "--agent-id",
        "310",
        "--limit",
        "7",
        "--page-size",
        "3",
    ];
    let table = stage.run(&list).exits(0);
    assert_eq!(
        table.out.lines().count(),
        8,
        "a heading and seven rows:\n{}",
        table.out
    );
    let json = stage
        .run(&[&list[..], &["--format", "json"]].concat())
        .exits(0)
        .json();
    let lines = stage
        .run(&[&list[..], &["--format", "jsonl"]].concat())
        .exits(0)
        .json_lines();
    assert_eq!(json.as_array().unwrap(), &lines);
    for (row, entry) in table.out.lines().skip(1).zip(&lines) {
        assert!(row.contains(&entry["id"].to_string()), "{row}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_list_is_empty_in_every_format() {
    let stage = Stage::new().await;
    let none = [
        "calls",
        "list",
        "--agent-id",
        "310",
        "--from",
        "2020-01-01",
        "--to",
        "2020-01-08",
    ];
    assert_eq!(stage.run(&none).exits(0).says("no call logs").out, "");
    assert_eq!(
        stage
            .run(&[&none[..], &["--format", "json"]].concat())
            .exits(0)
            .out,
        "[]\n"
    );
    assert_eq!(
        stage
            .run(&[&none[..], &["--format", "jsonl"]].concat())
            .exits(0)
            .out,
        ""
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn outcome_filters_reach_the_service() {
    let stage = Stage::new().await;
    let failed = [
        "calls",
        "list",
        "--agent-id",
        "310",
        "--failed",
        "--format",
        "jsonl",
    ];
    let logs = stage.run(&failed).exits(0).json_lines();
    assert!(!logs.is_empty() && logs.iter().all(|log| log["success"] == false));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_log_is_shown_whole() {
    let stage = Stage::new().await;
    let page = stage.run(&["calls", "get", "5001"]).exits(0);
    for part in ["Keeps to script", "[00:00]", "agent"] {
        assert!(page.out.contains(part), "{part}:\n{}", page.out);
    }
    let json = stage
        .run(&["calls", "get", "5001", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(json["id"], 5001);
    assert_eq!(json["evaluation"]["metrics"].as_array().unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn colours_follow_the_terminal_and_no_color() {
    let stage = Stage::new().await;
    let list = ["calls", "list", "--agent-id", "310", "--limit", "3"];
    let colored = |variables: &[(&str, &str)], extra: &[&str]| {
        let mut command = stage.cekura(&[&list[..], extra].concat());
        command.envs(variables.iter().copied());
        run(command).exits(0).out.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "not a terminal");
    assert!(colored(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(colored(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn escape_sequences_of_the_service_do_not_reach_a_table() {
    let stage = Stage::new().await;
    let nasty = r#"{"id": 5001, "status": "success\u001b[2J", "topic": "a\u001b]0;owned\u0007b", "transcript": "[00:01] x\u009b31m"}"#;
    let fault = || {
        cekura_sandbox::Fault::status(200)
            .with_body(nasty)
            .with_header("Content-Type", "application/json")
    };
    stage.sandbox.faults().push(fault());
    let page = stage.run(&["calls", "get", "5001"]).exits(0);
    assert!(page.out.contains("success[2J"), "{}", page.out);
    assert!(
        !page.out.chars().any(|c| c.is_control() && c != '\n'),
        "{:?}",
        page.out
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_pipe_is_no_error() {
    let stage = Stage::new().await;
    for format in ["table", "json", "jsonl"] {
        let mut command = stage.cekura(&[
            "calls",
            "list",
            "--agent-id",
            "310",
            "--limit",
            "all",
            "--format",
            format,
        ]);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{format}: {err}");
        assert_eq!(err, "", "{format}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn any_request_is_sent_as_it_is_written() {
    let stage = Stage::new().await;
    let path = "/observability/v2/call-logs/";
    let reply = stage
        .run(&[
            "api",
            "get",
            path,
            "--query",
            "agent_id=310",
            "--query",
            "page_size=2",
        ])
        .exits(0)
        .json();
    assert_eq!(reply["results"].as_array().unwrap().len(), 2);

    let body = r#"{"agent_id":310, "call_logs":[5001]}"#;
    let file = stage.home.write("body.json", body);
    let data = format!("@{}", file.display());
    stage
        .run(&[
            "api",
            "POST",
            "/observability/v1/call-logs/rerun_evaluation/",
            "--data",
            &data,
        ])
        .exits(0);
    assert_eq!(
        &stage.sandbox.request_log().pop().unwrap().body[..],
        body.as_bytes()
    );
    assert_eq!(stage.sandbox.ledger().evaluations_of(5001), 1);

    stage
        .sandbox
        .faults()
        .push(cekura_sandbox::Fault::status(502).after_work());
    stage
        .run(&[
            "api",
            "POST",
            "/observability/v1/call-logs/rerun_evaluation/",
            "-d",
            body,
        ])
        .exits(9);
    assert_eq!(
        stage.sandbox.ledger().evaluations_of(5001),
        2,
        "a billable request is sent once by any way"
    );

    stage.run(&["api", "GET", "//elsewhere.example/"]).exits(2);
    stage
        .run(&["api", "POST", path, "--data", "{"])
        .exits(2)
        .says("not JSON");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_is_one_json_object_for_scripts() {
    let stage = Stage::new().await;
    let error = stage
        .run(&["calls", "get", "999999", "--format", "json"])
        .exits(4)
        .json_error();
    let mut fields: Vec<&str> = error
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "causes",
            "code",
            "fields",
            "hints",
            "kind",
            "message",
            "request_id",
            "retry_after_seconds",
            "status",
            "targets"
        ]
    );
    assert_eq!((&error["code"], &error["status"]), (&4.into(), &404.into()));

    let unread =
        run(Home::new().cekura(&["calls", "get", "--format", "jsonl", "--nonsense"])).exits(2);
    assert_eq!(unread.json_error()["kind"], "usage");
}

#[cfg(target_os = "linux")]
#[test]
fn a_manual_that_cannot_be_written_is_a_failure() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = Home::new().cekura(&["--help"]);
    let ended = command
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let err = String::from_utf8(ended.stderr).unwrap();
    assert!(err.contains("the output cannot be written"), "{err}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_has_one_short_line_for_each_request() {
    let stage = Stage::new().await;
    stage
        .sandbox
        .faults()
        .push(cekura_sandbox::Fault::status(503).with_header("Retry-After", "0"));
    let ended = stage.run(&["calls", "get", "5001", "-v"]).exits(0);
    let lines: Vec<&str> = ended.err.lines().collect();
    let starts = [
        "call_logs_retrieve GET /observability/v2/call-logs/5001/ → 503",
        "retrying",
        "call_logs_retrieve GET /observability/v2/call-logs/5001/ → 200, attempt 2",
    ];
    assert_eq!(lines.len(), starts.len(), "{}", ended.err);
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start) && line.len() < 120, "{line}");
    }
}

#[test]
fn completions_and_manuals_are_data() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(home.cekura(&["completions", shell])).exits(0);
        assert!(
            script.out.contains("rerun") && script.err.is_empty(),
            "{shell}"
        );
    }
    for command in [
        &["--help"][..],
        &["calls", "rerun", "--help"],
        &["help", "calls", "evaluate"],
    ] {
        let manual = run(home.cekura(command)).exits(0);
        assert!(
            manual.out.contains("Usage: cekura") && manual.out.contains("Examples:"),
            "{}",
            manual.out
        );
    }
    assert!(
        run(home.cekura(&["--version"]))
            .exits(0)
            .out
            .starts_with("cekura ")
    );
}
