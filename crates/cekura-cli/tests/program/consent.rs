//! Promise: much money is spent only after a yes.

use crate::support::{Stage, args};

const RERUN: [&str; 4] = ["calls", "rerun", "--agent-id", "310"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_than_a_hundred_metric_evaluations_need_a_yes() {
    let stage = Stage::new().await;
    let ids: Vec<String> = stage
        .sandbox
        .call_log_ids_of(310)
        .iter()
        .take(21)
        .map(ToString::to_string)
        .collect();
    let ended = stage.run(&args(&RERUN, &ids)).exits(2).says(
        "evaluating 21 call logs again: at most 105 metric evaluations and 21 credits (estimated)",
    );
    assert!(
        ended.err.contains("no terminal") && ended.err.contains("--yes"),
        "{}",
        ended.err
    );
    let sent = stage.sandbox.request_log();
    assert!(
        sent.len() == 2 && sent.iter().all(|exchange| exchange.method == "GET"),
        "the list and the balance are read, and nothing paid is sent before the yes"
    );

    stage.run(&args(&RERUN, &ids[..20])).exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 20);
    stage
        .run(&args(&[&RERUN[..], &["--yes"]].concat(), &ids))
        .exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 41);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chosen_metrics_count_as_if_all_were_charged() {
    let stage = Stage::new().await;
    let ids: Vec<String> = stage
        .sandbox
        .call_log_ids_of(310)
        .iter()
        .take(21)
        .map(ToString::to_string)
        .collect();
    let evaluate = ["calls", "evaluate", "--agent-id", "310", "--metric", "71"];
    stage
        .run(&args(&evaluate, &ids))
        .exits(2)
        .says("at most 105 metric evaluations");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
    stage.run(&args(&evaluate, &ids[..20])).exits(0);

    let body = format!(
        r#"{{"agent_id": 310, "call_logs": [{}], "metrics": [71]}}"#,
        ids.join(", ")
    );
    let raw = [
        "api",
        "POST",
        "/observability/v1/call-logs/evaluate_metrics/",
        "--data",
        &body,
    ];
    stage
        .run(&raw)
        .exits(2)
        .says("at most 105 metric evaluations");
    assert_eq!(stage.sandbox.ledger().evaluations(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_of_ids_counts_each_once() {
    let stage = Stage::new().await;
    let ids: Vec<String> = stage
        .sandbox
        .call_log_ids_of(310)
        .iter()
        .take(60)
        .map(ToString::to_string)
        .collect();
    let twice = format!(
        "# the same list two times\n{}\n{}\n",
        ids.join("\n"),
        ids.join("\n")
    );
    let path = stage.home.write("ids.txt", &twice);
    stage
        .run(
            &[
                &RERUN[..],
                &["--yes", "--from-file", path.to_str().unwrap()],
            ]
            .concat(),
        )
        .exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), 60);
    let empty = stage.home.write("empty.txt", "# none\n");
    stage
        .run(&[&RERUN[..], &["--from-file", empty.to_str().unwrap()]].concat())
        .exits(2)
        .says("no ids found");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_needs_a_yes_and_is_expanded_for_a_wait() {
    let stage = Stage::with(|builder| builder.call_logs(20)).await;
    for wait in [&[][..], &["--wait"]] {
        stage
            .run(&[&RERUN[..], &["--all"], wait].concat())
            .exits(2)
            .says("no terminal");
    }
    assert!(stage.sandbox.request_log().is_empty());

    stage
        .run(&[&RERUN[..], &["--all", "--yes"]].concat())
        .exits(0);
    let sent = stage.sandbox.request_log();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].json().unwrap()["call_logs"], "all");

    let stage = Stage::with(|builder| builder.call_logs(20)).await;
    let quick = [
        "--all",
        "--yes",
        "--wait",
        "--poll-interval",
        "20ms",
        "--deadline",
        "5s",
    ];
    let ended = stage
        .run(&[&RERUN[..], &quick[..]].concat())
        .says("evaluating all call logs of the agent again, 10 call logs: ");
    assert!([0, 8].contains(&ended.code), "{}", ended.err);
    let post = stage
        .sandbox
        .request_log()
        .into_iter()
        .find(|exchange| exchange.method == "POST")
        .unwrap();
    let named = post.json().unwrap()["call_logs"].as_array().unwrap().len();
    assert_eq!(named, 10, "every call log of the agent, by its id");
}
