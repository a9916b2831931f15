//! Promise: the verdict is the exit code, whoever reads; rules that cannot apply are refused; the guide's rules work.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::campaign::run;
use crate::support::{Stage, ended};

const FORMATS: [&str; 6] = ["table", "json", "jsonl", "html", "junit", "github"];

/// How the program ends whose reader went away before the first byte.
#[track_caller]
fn without_a_reader(stage: &Stage, args: &[&str]) -> (Option<i32>, String) {
    let mut child = stage
        .at_home(&[&["campaign"], args].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    (
        ended.status.code(),
        String::from_utf8(ended.stderr).unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_verdict_sets_the_exit_code_when_the_pipe_closes() {
    let stage = Stage::new().await;
    stage.planned(60);
    stage.sandbox.edit_metric(71);
    // A limit keeps half of it from being sent.
    let limited = run(&["--batch-size", "30", "--max-evaluations", "30"]);
    let (code, err) = without_a_reader(&stage, &limited);
    assert_eq!(code, Some(101), "{err}");
    for format in FORMATS {
        let report = ["report", "trial", "--format", format];
        let (code, err) = without_a_reader(&stage, &report);
        assert_eq!(code, Some(101), "{format}: {err}");
        assert!(err.contains("incomplete"), "{format}: {err}");
        let failed = [&report[..], &["--max-regressions", "0"]].concat();
        let (code, err) = without_a_reader(&stage, &failed);
        assert_eq!(code, Some(100), "{format}: {err}");
        stage.home.write("half.toml", "min_evaluated = 0.5\n");
        let lenient = [&report[..], &["--gate", "half.toml"]].concat();
        let (code, err) = without_a_reader(&stage, &lenient);
        assert_eq!(code, Some(0), "{format}: {err}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rule_that_cannot_apply_is_refused_before_anything_is_sent() {
    let stage = Stage::new().await;
    let ids = stage.planned(12);
    stage.home.write(
        "cekura-gate.toml",
        "[metrics.\"Tone of voice\"]\nmin_pass_rate = 0.9\n",
    );
    stage
        .campaign(&run(&[]))
        .exits(2)
        .says("min_pass_rate for Tone of voice (73)")
        .says("Keeps to script (71), Question answered (72)")
        .says("nothing was sent");
    assert_eq!(stage.paid(&ids), [0; 12]);
    fs::remove_file(stage.home.path().join("cekura-gate.toml")).unwrap();
    stage
        .campaign(&run(&[]))
        .exits(0)
        .says("metric evaluations (counted from the results)");
    let report = ["report", "trial", "--max-regressions"];
    stage
        .campaign(&[&report[..], &["Tone of voice=3"]].concat())
        .exits(2)
        .says("Keeps to script (71)");
    // A rule about something missing is no mistake that can be seen beforehand; it fails.
    stage
        .campaign(&[&report[..], &["Nobody=3"]].concat())
        .exits(100)
        .says("no metric has this id or exact name");
}

/// The rules that the guide prints, as a file.
fn printed() -> String {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/campaigns.md");
    let text = fs::read_to_string(guide).unwrap();
    let gate = text
        .split("## The gate")
        .nth(1)
        .expect("a section about the gate");
    let block = gate.split("```toml\n").nth(1).expect("a file in it");
    block.split("```").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_gate_of_the_guide_passes_in_the_sandbox_and_judges_every_metric() {
    let stage = Stage::new().await;
    stage.planned(60);
    stage.home.write("gate.toml", &printed());
    let judged = run(&[
        "--gate",
        "gate.toml",
        "--noise-rounds",
        "1",
        "--noise-sample",
        "60",
    ]);
    let ended = stage
        .campaign(&[&judged[..], &["--format", "json"]].concat())
        .exits(0);
    let report = ended.json();
    assert_eq!(report["outcome"], "passed", "{}", report["gate"]);
    let named: Vec<&str> = report["gate"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|rule| rule["metric_name"].as_str())
        .collect();
    for metric in ["Keeps to script", "Question answered", "Tone of voice"] {
        assert!(named.contains(&metric), "{metric} is not in {named:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_rule_the_report_claims_no_pass() {
    let stage = Stage::new().await;
    stage.planned(12);
    let ended = stage.campaign(&run(&[])).exits(0);
    assert!(
        ended
            .out
            .contains("All call logs evaluated. No quality rule was set (add one:"),
        "{}",
        ended.out
    );
    assert!(!ended.out.contains("passed"), "{}", ended.out);
    let json = stage
        .campaign(&["report", "trial", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(json["outcome"], "no_quality_rule");
    let command = json["campaign"]["command"].as_str().unwrap();
    assert!(
        command.starts_with("cekura campaign run --plan plan.json --name trial"),
        "{command}"
    );
    assert!(json["campaign"]["agent_name"].is_string());
    assert!(
        json["campaign"]["call_url"].is_null(),
        "nobody has published where a sandbox's calls are seen"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_meanwhile_is_listed_and_counted_nowhere() {
    let stage = Stage::with(|builder| builder.evaluation_time(Duration::from_secs(2))).await;
    let ids = stage.planned(12);
    stage.sandbox.edit_metric(71);
    let child = stage
        .at_home(&[&["campaign"][..], &run(&[])].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while stage.paid(&ids).iter().sum::<u64>() < 12 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let reviewed = ids[3];
    assert!(stage.sandbox.review(reviewed, false));
    ended(child.wait_with_output().unwrap()).exits(0);

    let report = stage
        .campaign(&["report", "trial", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(report["reviewed_during_run"], serde_json::json!([reviewed]));
    let count = |flips: &serde_json::Value| -> u64 {
        flips
            .as_object()
            .unwrap()
            .values()
            .map(|n| n.as_u64().unwrap())
            .sum()
    };
    assert_eq!(count(&report["calls"]), 11, "{}", report["calls"]);
    assert!(
        report["reviewer_agreement"].is_null(),
        "its judge is not known"
    );
    for metric in report["metrics"].as_array().unwrap() {
        assert!(count(&metric["flips"]) <= 11, "{metric}");
    }
    for change in report["changes"].as_array().unwrap() {
        assert_ne!(change["call_log"], reviewed, "{change}");
    }
    let page = ["report", "trial", "--format", "html"];
    let page = stage.campaign(&page).exits(0).out;
    assert!(page.contains("Reviewed during the campaign") && page.contains(&reviewed.to_string()));
}

/// The definition of a metric in a campaign's report.
fn definition(stage: &Stage, campaign: &str, metric: i64) -> serde_json::Value {
    let report = stage
        .campaign(&["report", campaign, "--format", "json"])
        .exits(0)
        .json();
    let metrics = report["metrics"].as_array().unwrap();
    let found = metrics.iter().find(|found| found["id"] == metric).unwrap();
    found["definition"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changed_definitions_are_known_only_from_an_earlier_campaign() {
    let stage = Stage::new().await;
    stage.planned(12);
    let named = |name: &'static str| -> Vec<&str> {
        run(&["--run-again"])
            .into_iter()
            .map(|arg| if arg == "trial" { name } else { arg })
            .collect()
    };
    stage.campaign(&named("first")).exits(0);
    assert!(definition(&stage, "first", 71)["earlier"].is_null());
    let page = stage
        .campaign(&["report", "first", "--format", "html"])
        .exits(0)
        .out;
    assert!(page.contains("Definition before: unknown"));

    stage.sandbox.edit_metric(71);
    stage.campaign(&named("second")).exits(0);
    let edited = definition(&stage, "second", 71);
    assert_eq!(edited["earlier"]["campaign"], "first");
    assert_ne!(
        edited["earlier"]["fingerprint"], edited["after"],
        "it was edited in between"
    );
    let kept = definition(&stage, "second", 72);
    assert_eq!(kept["earlier"]["fingerprint"], kept["after"]);
    let ended = stage.campaign(&["report", "second"]).exits(0);
    assert!(
        ended
            .out
            .lines()
            .any(|line| line.contains("(first). After: ") && !line.contains("unchanged")),
        "{}",
        ended.out
    );

    // Somebody else evaluated a call log in between: what judged before the third is not known again.
    let one = stage.unreviewed(1);
    let rerun = [
        "calls",
        "rerun",
        &one[0],
        "--agent-id",
        "310",
        "--wait",
        "--journal",
        "elsewhere/one.db",
        "--poll-interval",
        "20ms",
    ];
    stage.run(&rerun).exits(0);
    stage.campaign(&named("third")).exits(0);
    assert!(definition(&stage, "third", 71)["earlier"].is_null());
}
