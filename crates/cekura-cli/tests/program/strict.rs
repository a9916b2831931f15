//! Promise: what is printed is what was asked for, and another thing is an error.

use cekura_sandbox::Fault;

use crate::support::{Ended, Stage};

fn answer(body: &str) -> Fault {
    Fault::status(200)
        .with_header("Content-Type", "application/json")
        .with_body(body)
}

async fn ask(line: &[&str], body: &str) -> Ended {
    let stage = Stage::new().await;
    stage.sandbox.faults().push(answer(body));
    stage.run(line)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_call_log_is_never_printed_as_the_one_that_was_asked_for() {
    for body in [
        r#"{"id": 7788, "status": "success", "success": true}"#,
        r#"{"status": "ok"}"#,
        r#"{"detail": "Invalid API key"}"#,
        "{}",
        "[]",
    ] {
        for format in ["table", "json", "jsonl"] {
            let ended = ask(&["calls", "get", "5001", "--format", format], body)
                .await
                .exits(1)
                .says("call log 5001")
                .says("not as documented");
            assert_eq!(ended.out, "", "{body}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_that_is_no_page_is_not_an_empty_list() {
    for body in [
        r#"{"status": "ok"}"#,
        r#"{"detail": "Invalid API key"}"#,
        "{}",
    ] {
        let ended = ask(&["calls", "list", "--agent-id", "310"], body)
            .await
            .exits(1)
            .says("not as documented");
        assert_eq!(ended.out, "", "{body}");
        assert!(!ended.err.contains("no call logs"), "{}", ended.err);
        ask(&["campaign", "plan", "--agent-id", "310"], body)
            .await
            .exits(1)
            .says("not as documented");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_without_a_number_is_not_an_empty_balance() {
    for body in [
        r#"{"status": "ok"}"#,
        r#"{"detail": "Invalid API key"}"#,
        "{}",
    ] {
        for format in ["table", "json"] {
            let ended = ask(&["billing", "--format", format], body)
                .await
                .exits(1)
                .says("the balance")
                .says("not as documented");
            assert_eq!(ended.out, "", "{body}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_that_names_no_call_log_is_not_said_to_evaluate_any() {
    for body in [
        r#"{"status": "ok"}"#,
        r#"{"detail": "Invalid API key"}"#,
        "{}",
    ] {
        let stage = Stage::new().await;
        stage
            .sandbox
            .faults()
            .push_for("call_logs_rerun_evaluation", answer(body));
        let ended = stage.run(&["calls", "rerun", "--agent-id", "310", "5001"]);
        assert!(
            !ended.err.contains("1 call log is being evaluated"),
            "{body}: {}",
            ended.err
        );
    }
}
