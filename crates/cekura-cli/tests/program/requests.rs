//! Promise: `cekura api` takes as much care of money as the commands that were made for it.

use cekura_sandbox::Fault;

use crate::support::{Stage, run};

const PAID: &str = "/observability/v1/call-logs/rerun_evaluation/";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_high_cost_needs_a_confirmation() {
    let stage = Stage::new().await;
    let ids: Vec<i64> = stage
        .sandbox
        .call_log_ids_of(310)
        .into_iter()
        .take(101)
        .collect();
    let many = serde_json::json!({ "agent_id": 310, "call_logs": ids }).to_string();
    let all = r#"{"agent_id": 310, "call_logs": "all"}"#;
    for (body, says) in [
        (
            &*many,
            "evaluating 101 call logs again: at most 505 metric evaluations",
        ),
        (all, "evaluating all call logs of the agent again"),
    ] {
        stage
            .run(&["api", "POST", PAID, "--data", body])
            .exits(2)
            .says(says)
            .says("--yes");
    }
    // Another way of writing the same path is no way around the question.
    let unended = PAID.trim_end_matches('/');
    stage
        .run(&["api", "POST", unended, "--data", &many])
        .exits(2)
        .says("--yes");
    let sent = stage.sandbox.request_log();
    assert!(
        sent.iter().all(|exchange| exchange.method == "GET"),
        "a few call logs are read, and nothing else is sent"
    );
    stage
        .run(&["api", "POST", PAID, "--data", &many, "--yes"])
        .exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 101);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_path_with_a_line_break_is_refused_before_anything_is_sent() {
    let stage = Stage::new().await;
    for bad in [
        "/x/\r\nHost: evil.example",
        "/x/\n",
        "/x\u{7f}/",
        "/x\u{9b}/",
    ] {
        stage
            .run(&["api", "GET", bad])
            .exits(2)
            .says("control character");
    }
    assert!(stage.sandbox.request_log().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_failure_sets_the_exit_code_despite_a_closed_pipe() {
    let stage = Stage::new().await;
    let mut command = stage.cekura(&["api", "GET", "/observability/v2/call-logs/999999/"]);
    let mut child = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(4));
    let long = format!("\"{}\"", "x".repeat(100_000));
    stage.sandbox.faults().push(
        Fault::status(400)
            .with_body(long)
            .with_header("Content-Type", "application/json"),
    );
    let mut command = stage.cekura(&["api", "GET", "/observability/v2/call-logs/5001/"]);
    let mut child = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(10));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ctrl_c_says_what_may_have_been_charged() {
    use crate::support::{ended, signal};
    let stage = Stage::new().await;
    stage.sandbox.faults().push(Fault::hang().after_work());
    let body = r#"{"agent_id": 310, "call_logs": [5001]}"#;
    let mut command = stage.cekura(&["api", "POST", PAID, "--data", body, "--format", "json"]);
    let child = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    stage.sandbox.stalled().await;
    signal("INT", child.id());
    let error = ended(child.wait_with_output().unwrap())
        .exits(9)
        .json_error();
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("it is unknown whether it was carried out and charged"),
        "{message}"
    );
    assert_eq!(stage.sandbox.ledger().evaluations_of(5001), 1);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_file_that_others_can_read_is_worth_a_warning() {
    use std::os::unix::fs::PermissionsExt as _;
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key();
    let path = stage.home.write("key.txt", key);
    let line = ["calls", "get", "5001", "--api-key-file"];
    let get = || {
        let line = [&line[..], &[path.to_str().unwrap()]].concat();
        run(stage.cekura_as("ck_of_env", &line)).exits(0)
    };
    assert_eq!(get().err, "");
    for mode in [0o640, 0o604, 0o666] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let ended = get().says("others can read it: chmod 600");
        assert!(!ended.err.contains(key), "{}", ended.err);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_is_found_by_the_providers_id() {
    let stage = Stage::new().await;
    let list = ["calls", "list", "--agent-id", "310", "--limit", "3"];
    let logs = stage
        .run(&[&list[..], &["--format", "jsonl"]].concat())
        .exits(0)
        .json_lines();
    let (id, call_id) = (&logs[2]["id"], logs[2]["call_id"].as_str().unwrap());
    let get = |words: &[&str]| {
        stage.run(
            &[
                &["calls", "get", "--agent-id", "310", "--format", "json"],
                words,
            ]
            .concat(),
        )
    };
    assert_eq!(&get(&[call_id]).exits(0).json()["id"], id);
    get(&["no-such-call"])
        .exits(4)
        .says("no call with the provider's id no-such-call");
    // A number is the id in Cekura, unless the flag says otherwise.
    assert_eq!(&get(&[&id.to_string()]).exits(0).json()["id"], id);
    get(&[&id.to_string(), "--call-id"]).exits(4);
}
