//! Promise: a campaign pays once, shows what changed, and ends as it promised.

use std::fs;

use crate::campaign::shape::shape;
use crate::campaign::{QUICK, resume, run};
use crate::support::{Home, Stage, args};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_evaluated_once_however_often_it_is_run() {
    let stage = Stage::new().await;
    let ids = stage.planned(30);
    let by_default = [&["run", "--plan", "plan.json", "--yes"], &QUICK[..]].concat();
    let ended = stage
        .campaign(&by_default)
        .exits(0)
        .says("30 of 30 call logs evaluated (30 confirmed, 0 inferred)")
        .says("report: cekura campaign report 20");
    assert!(
        ended.out.contains("Keeps to script") && ended.out.contains("min_evaluated"),
        "{}",
        ended.out
    );
    assert_eq!(stage.paid(&ids), [1; 30]);

    stage
        .campaign(&by_default)
        .exits(2)
        .says("exists already")
        .says("cekura campaign resume 20");
    let name = fs::read_dir(stage.home.path().join(".cekura/campaigns"))
        .unwrap()
        .find_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".db").map(str::to_owned)
        })
        .unwrap();
    stage.campaign(&["resume", &name]).exits(0);
    assert_eq!(stage.paid(&ids), [1; 30]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scripts_get_the_report_as_json_and_nothing_else() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(12);
    stage.sandbox.edit_metric(71);
    let first = ["run", "--agent-id", "310", "--format", "json"];
    let ended = stage
        .campaign(&args(&[&first[..], &QUICK].concat(), &ids))
        .exits(0);
    assert_eq!(ended.err, "");
    let report = ended.json();
    assert_eq!(report["coverage"]["selected"], 12);
    assert_eq!(report["coverage"]["confirmed"], 12);
    assert_eq!(report["gate"]["passed"], true);
    for change in report["changes"].as_array().unwrap() {
        assert_eq!(
            change["excerpt"].as_array().map(Vec::len),
            Some(0),
            "{change}"
        );
        assert!(change["customer_number"].is_null(), "{change}");
    }
    insta::assert_snapshot!("report_coverage", shape(&report["coverage"]));
    insta::assert_snapshot!("report_campaign", shape(&report["campaign"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gate_that_fails_ends_with_100() {
    let stage = Stage::new().await;
    stage.planned(60);
    stage.sandbox.edit_metric(71);
    stage
        .home
        .write("cekura-gate.toml", "[metrics.71]\nmax_regressions = 0\n");
    let ended = stage
        .campaign(&run(&[]))
        .exits(100)
        .says("gate: cekura-gate.toml");
    assert!(
        ended
            .err
            .contains("max_regressions = 0 for Keeps to script"),
        "{}",
        ended.err
    );
    assert!(ended.out.contains("not met"), "{}", ended.out);

    let report = ["report", "trial", "--format", "json"];
    let ended = stage.campaign(&report).exits(100);
    assert_eq!(ended.json()["gate"]["passed"], false);
    assert_eq!(ended.json_error()["code"], 100);
    assert_eq!(ended.json_error()["kind"], "gate_failed");
    // Options replace what the file says.
    stage
        .campaign(&["report", "trial", "--max-regressions", "71=60"])
        .exits(0);
    stage
        .campaign(&[
            "report",
            "trial",
            "--max-regressions",
            "71=60",
            "--min-pass-rate",
            "Nobody=0.5",
        ])
        .exits(100)
        .says("Nobody");
    stage.home.write("gate.toml", "max_regresions = 1\n");
    stage
        .campaign(&["report", "trial", "--gate", "gate.toml"])
        .exits(2)
        .says("line 1");
    stage
        .campaign(&["report", "trial", "--gate", "no.toml"])
        .exits(2)
        .says("cannot be read");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_canary_stops_the_campaign_before_the_rest_is_sent() {
    let stage = Stage::new().await;
    let ids = stage.planned(80);
    stage.sandbox.edit_metric(71);
    stage
        .campaign(&run(&["--canary", "40"]))
        .exits(100)
        .says("the canary stopped the campaign")
        .says("cekura campaign resume trial --past-canary");
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 40);
    stage
        .campaign(&["status", "trial"])
        .exits(0)
        .says("--past-canary");
    stage.campaign(&["report", "trial"]).exits(100);
    stage.campaign(&resume(&[])).exits(100);
    assert_eq!(
        stage.paid(&ids).iter().sum::<u64>(),
        40,
        "going on takes a word"
    );
    stage.campaign(&resume(&["--past-canary"])).exits(0);
    assert_eq!(stage.paid(&ids), [1; 80]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_verdict_sets_the_exit_code_despite_a_closed_pipe() {
    let gate = ["--max-regressions", "71=0"];
    let left_alone = |stage: &Stage, line: &[&str]| {
        let mut command = stage.at_home(&[&["campaign"], line].concat());
        let mut child = command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        child.wait_with_output().unwrap().status.code()
    };
    for format in ["json", "table"] {
        let stage = Stage::new().await;
        stage.planned(60);
        stage.sandbox.edit_metric(71);
        let id = ["--name", format, "--format", format];
        let line = ["run", "--plan", "plan.json", "--yes"];
        let line = [&line[..], &QUICK, &gate, &id].concat();
        assert_eq!(left_alone(&stage, &line), Some(100), "{format}");
        let again = [&["resume", format], &gate[..], &["--format", format]].concat();
        assert_eq!(left_alone(&stage, &again), Some(100), "{format}");
        for line in [
            &["status", format][..],
            &["list"],
            &["plan", "--agent-id", "310", "5001"],
        ] {
            assert_eq!(left_alone(&stage, line), Some(0), "{line:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invalid_name_is_refused_before_any_request() {
    let stage = Stage::new().await;
    for name in ["../x", "a b", "-x"] {
        let id = format!("--name={name}");
        stage
            .campaign(&["run", "--agent-id", "310", "5001", &id])
            .exits(2)
            .says("is not the name of a campaign");
    }
    assert!(stage.sandbox.request_log().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_ends_with_101_and_a_higher_limit_continues() {
    let stage = Stage::new().await;
    let ids = stage.planned(30);
    let limited = run(&["--batch-size", "10", "--max-credits", "21"]);
    stage
        .campaign(&limited)
        .exits(101)
        .says("--max-credits 21 would stop")
        .says("limit reached")
        .says("cekura campaign resume trial");
    assert_eq!(
        stage.paid(&ids).iter().sum::<u64>(),
        21,
        "the last request shrinks to what is left"
    );
    stage
        .campaign(&["report", "trial"])
        .exits(101)
        .says("9 not sent");
    stage
        .campaign(&resume(&["--max-credits", "100", "--yes"]))
        .exits(0);
    assert_eq!(stage.paid(&ids), [1; 30]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_high_cost_needs_a_confirmation() {
    let stage = Stage::new().await;
    stage.planned(101);
    stage
        .campaign(&["run", "--plan", "plan.json", "--name", "trial"])
        .exits(2)
        .says("101 call logs")
        .says("--yes");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
    assert!(
        !stage
            .home
            .path()
            .join(".cekura/campaigns/trial.db")
            .exists()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reports_are_written_where_they_are_asked_for() {
    let stage = Stage::new().await;
    stage.planned(8);
    let files = [
        "--report-html",
        "r.html",
        "--report-json",
        "r.json",
        "--report-junit",
        "r.xml",
        "--report-github",
    ];
    let mut command = stage.at_home(&[&["campaign"][..], &run(&files)].concat());
    command.env("GITHUB_STEP_SUMMARY", "summary.md");
    stage.home.write("summary.md", "An earlier step.\n");
    crate::support::run(command).exits(0);
    let read = |name: &str| fs::read_to_string(stage.home.path().join(name)).unwrap();
    assert!(read("r.html").starts_with("<!DOCTYPE html>"));
    assert!(read("r.xml").contains("<testsuites"));
    let json: serde_json::Value = serde_json::from_str(&read("r.json")).unwrap();
    assert_eq!(json["coverage"]["confirmed"], 8);
    let summary = read("summary.md");
    assert!(
        summary.starts_with("An earlier step.\n") && summary.contains("trial"),
        "{summary}"
    );

    stage
        .campaign(&[
            "run",
            "--plan",
            "plan.json",
            "--name",
            "other",
            "--report-html",
            "nowhere/r.html",
        ])
        .exits(2)
        .says("there is no such folder");
    assert_eq!(
        stage.sandbox.ledger().evaluations(),
        8,
        "refused before anything is sent"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_is_not_changed_on_the_way() {
    let stage = Stage::new().await;
    stage.planned(3);
    for extra in [
        &["5001"][..],
        &["--agent-id", "310"],
        &["--failed"],
        &["--metric", "71"],
        &["--price", "1"],
    ] {
        let line = [&["run", "--plan", "plan.json"], extra].concat();
        stage
            .campaign(&line)
            .exits(2)
            .says("--plan cannot be combined with");
    }
    stage
        .campaign(&["run"])
        .exits(2)
        .says("no call logs are selected");
    stage
        .campaign(&["run", "--plan", "no.json"])
        .exits(2)
        .says("no.json cannot be read");
    stage
        .campaign(&["run", "--agent-id", "310", "--shard", "1/2"])
        .exits(2)
        .says("--plan");
    stage
        .campaign(&run(&["--canary-max-regressions", "3"]))
        .exits(2)
        .says("--max-regressions");
    stage
        .campaign(&run(&["--canary", "20,10"]))
        .exits(2)
        .says("ascend");
    let plan = stage.home.path().join("plan.json");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text.replacen("{\"id\":5", "{\"id\":4", 1)).unwrap();
    stage.campaign(&run(&[])).exits(2).says("plan again");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chosen_metrics_and_noise_reach_the_service() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(6);
    let first = [
        "run",
        "--agent-id",
        "310",
        "--metric",
        "71,73",
        "--noise-rounds",
        "2",
        "--noise-sample",
        "3",
    ];
    let more = [&first[..], &QUICK, &["--format", "json"]].concat();
    let report = stage.campaign(&args(&more, &ids)).exits(0).json();
    assert_eq!(report["campaign"]["operation"], "evaluate_metrics");
    assert_eq!(report["campaign"]["evaluations"], 6 + 2 * 3);
    let posts = stage
        .sandbox
        .request_log()
        .into_iter()
        .filter(|exchange| exchange.method == "POST");
    for post in posts {
        assert_eq!(post.json().unwrap()["metrics"], serde_json::json!([71, 73]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_earlier_campaign_selects_the_next_one() {
    let stage = Stage::new().await;
    stage.planned(40);
    stage.sandbox.edit_metric(71);
    let report = stage.campaign(&run(&["--format", "json"])).exits(0).json();
    let changed: std::collections::BTreeSet<i64> = report["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["call_log"].as_i64().unwrap())
        .collect();
    let next = [
        "plan",
        "--agent-id",
        "310",
        "--earlier",
        "trial",
        "--only",
        "changed",
        "--format",
        "json",
    ];
    let told = stage.campaign(&next).exits(0).json();
    assert_eq!(told["call_logs"]["planned"], changed.len());
    assert_eq!(
        told["selection"],
        "call logs that changed in campaign trial"
    );
    let none = [
        "plan",
        "--agent-id",
        "310",
        "--earlier",
        "trial",
        "--only",
        "unknown",
    ];
    stage
        .campaign(&none)
        .exits(2)
        .says("that stayed unknown in campaign trial");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_429_is_shared_with_other_processes() {
    use cekura_sandbox::{Fault, RetryAfter};
    let stage = Stage::new().await;
    let ids = stage.planned(4);
    let slow_down = Fault::too_many_requests(RetryAfter::Text("0.3".into()));
    stage
        .sandbox
        .faults()
        .push_for("call_logs_rerun_evaluation", slow_down);
    stage.campaign(&run(&[])).exits(0);
    assert_eq!(stage.paid(&ids), [1; 4]);
    let files = fs::read_dir(stage.home.path().join(".cekura/cooldowns")).unwrap();
    let told: Vec<String> = files
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert_eq!(told.len(), 1, "one file for one service");
    assert!(
        told[0].trim().parse::<u64>().unwrap() > 1_700_000_000_000,
        "{told:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_cooldown_names_its_file_and_one_from_a_wrong_clock_is_ignored() {
    use std::time::{Duration, SystemTime};

    use cekura_campaign::pacing::FileCooldown;
    let stage = Stage::new().await;
    let ids = stage.planned(4);
    let folder = stage.home.path().join(".cekura/cooldowns");
    let shared = FileCooldown::new(&folder, stage.sandbox.url()).unwrap();
    let now = || {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap()
    };
    let written = |until: Duration| {
        fs::write(shared.path(), format!("{:020}\n", until.as_millis())).unwrap();
    };
    written(now() + Duration::from_secs(300 * 86_400));
    let ended = stage.campaign(&run(&[])).exits(0);
    assert!(
        !ended.err.contains("rate limited by a 429"),
        "{}",
        ended.err
    );
    assert_eq!(stage.paid(&ids), [1; 4]);
    written(now() + Duration::from_secs(4));
    stage
        .campaign(&resume(&[]))
        .exits(0)
        .says("rate limited by a 429 to another process for")
        .says(shared.path().to_str().unwrap());
}

#[test]
fn a_campaign_runs_in_a_sandbox_without_an_account() {
    let home = Home::new();
    let mut command = home.cekura(&["campaign", "run", "--sandbox", "--sample", "20"]);
    command.current_dir(home.path());
    let ended = crate::support::run(command)
        .exits(0)
        .says("20 of 20 call logs evaluated");
    assert!(
        ended.out.trim_start().starts_with("ID  METRIC"),
        "{}",
        ended.out
    );
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
    assert!(left.is_empty(), "a trial leaves nothing behind: {left:?}");
    assert!(!ended.err.contains("to check again"), "{}", ended.err);
    crate::support::run(home.cekura(&["campaign", "resume", "trial", "--sandbox"]))
        .exits(2)
        .says("does not have this campaign");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_without_permission_pays_for_nothing() {
    let stage = Stage::new().await;
    stage.planned(3);
    let mut command = stage.cekura_as("ck_nobody", &[&["campaign"][..], &run(&[])].concat());
    command.current_dir(stage.home.path());
    crate::support::run(command)
        .exits(3)
        .says("no request that may have been carried out was sent")
        .says("cekura campaign resume trial");
    stage.campaign(&resume(&[])).exits(0);
}
