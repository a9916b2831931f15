//! Promise: a plan says what it would cost, and sends nothing that costs anything.

use std::io::Write as _;
use std::process::Stdio;

use crate::campaign::shape::shape;
use crate::support::{Stage, ended, run};

const PLAN: [&str; 4] = ["campaign", "plan", "--agent-id", "310"];

fn plan(stage: &Stage, more: &[&str]) -> crate::support::Ended {
    run(stage.at_home(&[&PLAN, more].concat()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn plan_estimates_the_cost_and_charges_nothing() {
    let stage = Stage::new().await;
    let ended = plan(
        &stage,
        &[
            "--format",
            "json",
            "--noise-rounds",
            "2",
            "--noise-sample",
            "10",
        ],
    )
    .exits(0);
    assert_eq!(ended.err, "", "a script gets JSON and nothing else");
    let told = ended.json();
    let logs = told["call_logs"]["planned"].as_u64().unwrap();
    assert_eq!(told["estimate"]["evaluations"], logs);
    assert_eq!(told["estimate"]["metric_evaluations"], 5 * logs);
    assert_eq!(told["noise"]["evaluations"], 20);
    assert_eq!(told["total"]["evaluations"], logs + 20);
    let (credits, expected) = (
        told["total"]["credits"]
            .as_str()
            .unwrap()
            .parse::<f64>()
            .unwrap(),
        (logs + 20) as f64,
    );
    assert!(
        (credits - expected).abs() < 1e-6,
        "0.2 credits for each of 5 metrics: {credits}"
    );
    assert_eq!(told["balance"]["credits"], "5000.00");
    insta::assert_snapshot!("plan", shape(&told));
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
    assert!(
        stage
            .sandbox
            .request_log()
            .iter()
            .all(|exchange| exchange.method == "GET")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_that_it_is_an_estimate_and_what_to_type_next() {
    let stage = Stage::new().await;
    let ended = plan(&stage, &["--out", "plan.json"])
        .exits(0)
        .says("no paid request was sent")
        .says("cekura campaign run --plan plan.json");
    for words in [
        "(an estimate)",
        "FAQ",
        "cheaper",
        "all metrics may be evaluated and charged",
        "5000.00 credits",
    ] {
        assert!(ended.out.contains(words), "{words}: {}", ended.out);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_seed_draws_the_same_call_logs() {
    let stage = Stage::new().await;
    let digest = |seed: &str| {
        let ended = plan(
            &stage,
            &["--sample", "20", "--seed", seed, "--format", "json"],
        )
        .exits(0);
        let told = ended.json();
        assert_eq!(told["call_logs"]["planned"], 20);
        told["digest"].as_str().unwrap().to_owned()
    };
    assert_eq!(digest("7"), digest("7"));
    assert_ne!(digest("7"), digest("8"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_come_from_tables_lines_and_standard_input() {
    let stage = Stage::new().await;
    stage.home.write(
        "calls.csv",
        "when,log\nmonday,5001\ntuesday,5003\ntuesday,5001\n",
    );
    let table = [
        "--from-file",
        "calls.csv",
        "--column",
        "log",
        "--format",
        "json",
        "5005",
    ];
    let told = plan(&stage, &table).exits(0).json();
    assert_eq!(told["call_logs"]["planned"], 3);
    let words = told["selection"].as_str().unwrap();
    assert!(
        words.contains("calls.csv") && words.contains("1 duplicate"),
        "{words}"
    );

    let piped = [&PLAN[..], &["--from-file", "-", "--format", "json"]].concat();
    let mut child = stage
        .at_home(&piped)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"5001\n# a comment\n5003\n")
        .unwrap();
    let told = ended(child.wait_with_output().unwrap()).exits(0).json();
    assert_eq!(told["call_logs"]["planned"], 2);

    stage.home.write("bad.txt", "5001\nfive\n");
    plan(&stage, &["--from-file", "bad.txt"])
        .exits(2)
        .says("bad.txt, line 2");
    plan(&stage, &["--from-file", "nowhere.txt"])
        .exits(2)
        .says("nowhere.txt");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invalid_selections_are_usage_errors() {
    let stage = Stage::new().await;
    plan(&stage, &["5001", "--failed"])
        .exits(2)
        .says("cannot be combined");
    plan(&stage, &["--project-id", "44"])
        .exits(2)
        .says("cannot be used with");
    plan(&stage, &["--only", "changed"])
        .exits(2)
        .says("--earlier");
    plan(&stage, &["--price", "cheap"])
        .exits(2)
        .says("is not a price");
    plan(&stage, &["--noise-sample", "5"])
        .exits(2)
        .says("--noise-rounds K");
    plan(&stage, &["--max-credits", "-1"])
        .exits(2)
        .says("number of credits");
    run(stage.at_home(&["campaign", "plan", "5001"]))
        .exits(2)
        .says("neither an agent");
    plan(&stage, &["--from", "2020-01-01", "--to", "2020-01-02"])
        .exits(2)
        .says("no call logs match");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_without_access_to_the_balance_can_plan() {
    let stage = Stage::new().await;
    let json = [&PLAN[..], &["--format", "json"]].concat();
    let mut command = stage.cekura_as(stage.sandbox.project_key(), &json);
    command.current_dir(stage.home.path());
    let told = run(command).exits(0).json();
    assert!(told["balance"]["credits"].is_null(), "{told}");
    let why = told["balance"]["unknown_because"].as_str().unwrap();
    assert!(why.contains("organization"), "{why}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_compared_with_limits_and_prices() {
    let stage = Stage::new().await;
    let limited = [
        "--max-evaluations",
        "3",
        "--max-credits",
        "1.5",
        "--price",
        "1",
        "--format",
        "json",
    ];
    let ended = plan(&stage, &limited).exits(0);
    let told = ended.json();
    let limits = told["limits"].as_array().unwrap();
    assert_eq!(limits.len(), 2, "{limits:?}");
    assert!(
        ended
            .err
            .lines()
            .all(|line| line.starts_with("{\"warning\"")),
        "{}",
        ended.err
    );
    let prices = stage
        .home
        .write("prices.toml", "default = 0\n[metrics]\n71 = 2\n");
    let table = [
        "--price-file",
        prices.to_str().unwrap(),
        "--format",
        "json",
        "5001",
        "5003",
    ];
    let told = plan(&stage, &table).exits(0).json();
    assert_eq!(told["estimate"]["credits"], "4.00");
    let poor = Stage::with(|builder| builder.credits("2.00")).await;
    plan(&poor, &[])
        .exits(0)
        .says("the balance of 2 credits is less");
}

#[test]
fn plan_works_in_a_sandbox_without_an_account() {
    let home = crate::support::Home::new();
    run(home.cekura(&["campaign", "plan", "--sandbox"]))
        .exits(0)
        .says("the sandbox's agent 310")
        .says("cekura campaign run --sandbox");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_shows_less_than_it_counts_is_told_by_all_that_list() {
    use cekura_sandbox::{ListCount, Quirks};
    let quirks = Quirks {
        list_count: ListCount::Off(17),
        ..Quirks::default()
    };
    let stage = Stage::with(|builder| builder.quirks(quirks)).await;
    let told = plan(&stage, &["--format", "json", "--out", "plan.json"])
        .exits(0)
        .says("the plan may be incomplete")
        .json();
    let mismatch = &told["call_logs"]["count_mismatch"];
    let listed = mismatch["listed"].as_u64().unwrap();
    assert_eq!(mismatch["counted"], listed + 17);
    let words = format!(
        "the list showed {listed} of {} call logs that the service counts",
        listed + 17
    );
    let limited = crate::campaign::run(&["--max-evaluations", "1"]);
    stage.campaign(&limited).says(&words);
    run(stage.cekura(&["calls", "list", "--agent-id", "310", "--limit", "all"]))
        .exits(0)
        .says(&format!("the list showed {listed} entries and counts"))
        .says("may be incomplete");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_that_the_service_ends_says_the_status_and_what_to_do() {
    use cekura_sandbox::Fault;
    let singly = [
        "--batch-size",
        "1",
        "--concurrency",
        "1",
        "--settle-window",
        "1s",
        "--format",
        "json",
    ];
    for (credits, refusal, expected) in [
        ("2.00", None, "402 Payment Required"),
        ("9.00", Some(Fault::status(403)), "403 Forbidden"),
    ] {
        let stage = Stage::with(|builder| builder.credits(credits)).await;
        stage.planned(4);
        if let Some(refusal) = refusal {
            let limited = [&singly[..], &["--max-evaluations", "2"]].concat();
            stage.campaign(&crate::campaign::run(&limited)).exits(101);
            let faults = stage.sandbox.faults();
            faults.push_for("call_logs_rerun_evaluation", refusal);
            let more = [
                "--max-evaluations",
                "4",
                "--settle-window",
                "1s",
                "--format",
                "json",
            ];
            let report = stage.campaign(&crate::campaign::resume(&more));
            told(
                &report.exits(101).json(),
                expected,
                "use a key that has this permission",
            );
        } else {
            let report = stage.campaign(&crate::campaign::run(&singly));
            told(&report.exits(101).json(), expected, "buy credits");
        }
        assert_eq!(stage.sandbox.ledger().evaluations(), 2);
    }
}

/// Whether the early end of a report says why, and what to do before the campaign is resumed.
#[track_caller]
fn told(report: &serde_json::Value, why: &str, next: &str) {
    assert_eq!(report["early_end"]["kind"], "refused");
    let end = report["early_end"]["reason"].as_str().unwrap();
    let next = format!("({next}, then resume)");
    assert!(end.contains(why) && end.ends_with(&next), "{end}");
}
