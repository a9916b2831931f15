//! Promise: a message says what was seen, for which call log, and never more.

use std::time::Duration;

use cekura_sandbox::{Fault, RetryAfter};

use crate::support::{Ended, Stage};

const GET: &[&str] = &["calls", "get", "5001"];
const LIST: &[&str] = &["calls", "list", "--agent-id", "310"];
const RERUN: &[&str] = &["calls", "rerun", "--agent-id", "310", "5001"];
const WAITED: &[&str] = &[
    "calls",
    "rerun",
    "--agent-id",
    "310",
    "5001",
    "--wait",
    "--settle-window",
    "50ms",
    "--poll-interval",
    "20ms",
];
const API: &[&str] = &["api", "GET", "/observability/v2/call-logs/5001/"];

/// What only means something to whoever wrote this program.
const OURS: [&str; 14] = [
    "call_logs_",
    "metrics_retrieve",
    "billing_info",
    "raw:",
    "::",
    "i64",
    "u64",
    "f64",
    "struct ",
    "enum ",
    "Some(",
    "None",
    "Kind",
    "Error {",
];

/// A fault that every command meets with its own request.
fn paid(fault: Fault) -> Fault {
    fault.on("call_logs_rerun_evaluation")
}

/// No message of the program's own is there that nobody would understand.
#[track_caller]
fn is_plain(ended: &Ended) {
    for word in OURS {
        assert!(!ended.err.contains(word), "{word:?} in\n{}", ended.err);
    }
}

fn json(status: u16, body: &str) -> Fault {
    Fault::status(status)
        .with_header("Content-Type", "application/json")
        .with_body(body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_reply_is_reported_as_it_came() {
    let far = "http://127.0.0.1:9/elsewhere/";
    let many = || Fault::too_many_requests(RetryAfter::Seconds(900));
    let table: [(&[&str], Fault, i32, &[&str]); 26] = [
        // Reads.
        (
            GET,
            json(404, r#"{"detail": "Not found."}"#),
            4,
            &["call log 5001: ", "returned 404 Not Found: Not found."],
        ),
        (
            GET,
            Fault::status(401),
            3,
            &["call log 5001: ", "401", "CEKURA_API_KEY"],
        ),
        (
            GET,
            Fault::status(402),
            11,
            &["call log 5001: ", "402", "cekura billing"],
        ),
        (GET, Fault::status(403), 12, &["call log 5001: ", "403"]),
        (
            GET,
            many(),
            5,
            &["call log 5001: ", "429", "retry after 900.0 s"],
        ),
        (
            GET,
            Fault::status(503).with_header("Retry-After", "900"),
            6,
            &["call log 5001: ", "503"],
        ),
        (
            GET,
            Fault::login_page(),
            1,
            &["call log 5001: ", "(200) is not JSON"],
        ),
        (
            GET,
            Fault::empty(),
            1,
            &["call log 5001: ", "(200) is empty"],
        ),
        (
            GET,
            Fault::garbage(),
            1,
            &["call log 5001: ", "not as documented"],
        ),
        (
            GET,
            Fault::redirect(302, far),
            1,
            &["call log 5001: ", "redirects (302)", "not followed"],
        ),
        (
            GET,
            json(200, "[1, 2]"),
            1,
            &["call log 5001: ", "not as documented"],
        ),
        (
            LIST,
            Fault::status(403),
            12,
            &["the list of call logs: ", "403"],
        ),
        (
            LIST,
            json(200, r#"{"status": "ok"}"#),
            1,
            &["the list of call logs: ", "not as documented, at results"],
        ),
        (
            &["billing"],
            Fault::status(403),
            12,
            &["the balance: ", "403"],
        ),
        (
            API,
            json(400, r#"{"detail": "no"}"#),
            10,
            &["returned 400 Bad Request: no"],
        ),
        // Paid requests that are refused: who was never let in did not cause anything; of a refusal nobody knows.
        (
            RERUN,
            paid(Fault::status(401)),
            3,
            &["the evaluation of call log 5001: ", "nothing was evaluated"],
        ),
        (
            RERUN,
            paid(many()),
            5,
            &["the evaluation of call log 5001: ", "nothing was evaluated"],
        ),
        (
            RERUN,
            paid(Fault::status(400).after_work()),
            10,
            &[
                "the evaluation of call log 5001: ",
                "does not prove that nothing was evaluated",
            ],
        ),
        (
            RERUN,
            paid(Fault::status(402).after_work()),
            11,
            &[
                "does not prove that nothing was evaluated",
                "cekura billing",
            ],
        ),
        // Paid requests of which nobody knows, by what came instead of an answer.
        (
            RERUN,
            paid(Fault::status(503).after_work()),
            9,
            &["unknown whether it was carried out", "returned 503"],
        ),
        (
            RERUN,
            paid(Fault::login_page().after_work()),
            9,
            &["unknown whether it was carried out", "is not JSON"],
        ),
        (
            RERUN,
            paid(Fault::empty().after_work()),
            9,
            &["unknown whether it was carried out", "is empty"],
        ),
        (
            RERUN,
            paid(Fault::reset().after_work()),
            9,
            &[
                "unknown whether it was carried out",
                "ended before a response arrived",
            ],
        ),
        // Found out by looking back.
        (
            WAITED,
            paid(Fault::status(503).after_work()),
            0,
            &[
                "a request got no usable response",
                "returned 503",
                "were checked instead",
            ],
        ),
        (
            WAITED,
            paid(Fault::login_page().after_work()),
            0,
            &["a request got no usable response", "is not JSON"],
        ),
        // Accepted, by a response that says no more.
        (
            RERUN,
            paid(json(200, "[]").after_work()),
            0,
            &[
                "does not list call log 5001",
                "the response lists no call log as being evaluated",
            ],
        ),
    ];
    let quiet = ["--timeout", "3s"];
    for (line, fault, code, says) in table {
        let stage =
            Stage::with(|builder| builder.evaluation_time(Duration::from_millis(300))).await;
        let shown = format!("{line:?} under {fault:?}");
        stage.sandbox.faults().push(fault);
        let ended = stage.run(&[line, &quiet].concat());
        assert_eq!(ended.code, code, "{shown}:\n{}", ended.err);
        for text in says {
            assert!(
                ended.err.contains(text),
                "{text:?} is not said, {shown}:\n{}",
                ended.err
            );
        }
        is_plain(&ended);
        assert!(
            !ended.err.contains("lost"),
            "an answer came, {shown}:\n{}",
            ended.err
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_call_logs_of_the_reply_are_accepted() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(3);
    let rerun = ["calls", "rerun", "--agent-id", "310"];
    let line = crate::support::args(&rerun, &ids);
    stage
        .run(&line)
        .exits(0)
        .says("accepted: 3 call logs are being evaluated");
    let stage = Stage::new().await;
    let one = format!("[{{\"id\": {}}}]", ids[0]);
    stage
        .sandbox
        .faults()
        .push(paid(json(200, &one).after_work()));
    let ended = stage
        .run(&line)
        .exits(0)
        .says("1 call log is being evaluated according to the response, of 3 that were requested");
    assert!(!ended.err.contains("3 call logs are"), "{}", ended.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_without_a_scope_is_refused_before_anything_is_sent() {
    let stage = Stage::new().await;
    for line in [&["calls", "list"][..], &["calls", "get", "harbor-1"]] {
        let ended = stage
            .run(line)
            .exits(2)
            .says("--agent-id N, --assistant-id ID or --project-id N, or set CEKURA_PROJECT_ID")
            .says("cekura api GET /test_framework/v2/aiagents/");
        is_plain(&ended);
    }
    assert_eq!(stage.sandbox.request_log().len(), 0, "nothing is sent");
    for line in [
        &["calls", "list", "--agent-id", "310"][..],
        &["campaign", "plan", "--agent-id", "310"],
    ] {
        let sent = stage.sandbox.request_log().len();
        let reversed = ["--from", "2026-05-02", "--to", "2026-05-01"];
        stage
            .run(&[line, &reversed].concat())
            .exits(2)
            .says("--from 2026-05-02T00:00:00Z is after --to 2026-05-01T00:00:00Z");
        assert_eq!(stage.sandbox.request_log().len(), sent, "nothing is sent");
    }
}

/// A plan that cannot be made of what the service says is no mistake of whoever asked for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invalid_reply_is_no_usage_error() {
    let stage = Stage::new().await;
    let nameless =
        r#"{"count": 1, "next": null, "results": [{"status": "success", "success": true}]}"#;
    stage.sandbox.faults().push(json(200, nameless));
    let ended = stage
        .run(&["campaign", "plan", "--agent-id", "310"])
        .exits(1);
    is_plain(&ended);
}
