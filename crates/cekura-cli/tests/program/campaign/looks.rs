//! Promise: a campaign can be looked at in every form, and nothing private is in it by accident.

use std::fs;

use crate::campaign::run;
use crate::campaign::shape::shape;
use crate::support::Stage;

async fn finished(logs: usize) -> Stage {
    let stage = Stage::new().await;
    stage.planned(logs);
    stage.sandbox.edit_metric(71);
    stage.campaign(&run(&[])).exits(0);
    stage
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn status_and_list_show_the_progress() {
    let stage = finished(10).await;
    let ended = stage
        .campaign(&["status", "trial"])
        .exits(0)
        .says("cekura campaign report trial");
    for words in [
        "agent 310",
        "10 (10 confirmed, 0 inferred)",
        "every assigned metric",
    ] {
        assert!(ended.out.contains(words), "{words}: {}", ended.out);
    }
    let status = stage
        .campaign(&["status", "trial", "--format", "json"])
        .exits(0)
        .json();
    insta::assert_snapshot!("status", shape(&status));

    fs::write(stage.home.path().join(".cekura/campaigns/broken.db"), "x").unwrap();
    let ended = stage.campaign(&["list"]).exits(0);
    assert!(
        ended.out.contains("trial") && ended.out.contains("complete"),
        "{}",
        ended.out
    );
    assert!(
        ended.out.contains("broken.db"),
        "a file that is none is shown: {}",
        ended.out
    );
    let ended = ended
        .says("warning:")
        .says("this is not a campaign journal");
    assert!(
        !ended.out.contains("this is not a campaign journal"),
        "{}",
        ended.out
    );
    let all = stage
        .campaign(&["list", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(all.as_array().map(Vec::len), Some(2));
    insta::assert_snapshot!("list", shape(&all));
    let lines = stage
        .campaign(&["list", "--format", "jsonl"])
        .exits(0)
        .json_lines();
    assert_eq!(lines[0]["id"], "trial");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_has_every_form_in_every_place() {
    let stage = finished(20).await;
    for (format, start) in [
        ("table", "ID  METRIC"),
        ("json", "{\n"),
        ("jsonl", "{\"version\":1"),
        ("junit", "<?xml"),
        ("github", "## "),
        ("html", "<!DOCTYPE html>"),
    ] {
        let ended = stage
            .campaign(&["report", "trial", "--format", format])
            .exits(0);
        assert!(
            ended.out.starts_with(start),
            "{format}: {}",
            &ended.out[..80]
        );
        let before = run_before(&stage, format);
        assert_eq!(
            before.out, ended.out,
            "the option may stand before the command"
        );
        let file = stage.home.path().join("out");
        stage
            .campaign(&["report", "trial", "--format", format, "--out", "out"])
            .exits(0);
        let written = fs::read_to_string(&file).unwrap();
        assert!(written.starts_with(start), "{format}");
    }
    stage
        .campaign(&["report", "trial", "--format", "csv"])
        .exits(2)
        .says("junit");
    stage
        .campaign(&["status", "trial", "--format", "html"])
        .exits(2);
    stage.campaign(&["report"]).exits(2).says("CAMPAIGN");
}

fn run_before(stage: &Stage, format: &str) -> crate::support::Ended {
    let line = ["--format", format, "campaign", "report", "trial"];
    let ended = crate::support::run(stage.at_home(&line));
    match format {
        // Only the command itself takes these.
        "junit" | "github" | "html" => {
            ended.exits(2);
            stage.campaign(&["report", "--format", format, "trial"])
        }
        _ => ended,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_summary_goes_where_github_wants_it() {
    let stage = finished(10).await;
    let mut command = stage.at_home(&["campaign", "report", "trial", "--format", "github"]);
    command.env("GITHUB_STEP_SUMMARY", "summary.md");
    let ended = crate::support::run(command).exits(0);
    assert!(!ended.out.contains("## "), "{}", ended.out);
    assert!(
        ended.out.lines().all(|line| line.starts_with("::")),
        "annotations only: {}",
        ended.out
    );
    let summary = fs::read_to_string(stage.home.path().join("summary.md")).unwrap();
    assert!(summary.starts_with("## "), "{summary}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn transcripts_are_shown_only_when_asked_for() {
    let stage = finished(40).await;
    let line = ["report", "trial", "--format", "json"];
    let plain = stage.campaign(&line).exits(0).json();
    let whole = stage
        .campaign(&[&line[..], &["--include-transcripts"]].concat())
        .exits(0)
        .json();
    let excerpts = |report: &serde_json::Value| -> usize {
        let changes = report["changes"].as_array().unwrap().iter();
        changes
            .map(|change| change["excerpt"].as_array().map_or(0, Vec::len))
            .sum()
    };
    assert_eq!(excerpts(&plain), 0);
    assert!(excerpts(&whole) > 0, "there is something to hide");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_follow_the_limit() {
    let stage = finished(60).await;
    let changes = |more: &[&str]| {
        let line = [&["report", "trial", "--format", "json"], more].concat();
        let report = stage.campaign(&line).exits(0).json();
        let left_out = report["changes_left_out"].as_u64().unwrap();
        (report["changes"].as_array().unwrap().len() as u64, left_out)
    };
    let (all, none) = changes(&[]);
    assert_eq!(none, 0);
    assert_eq!(changes(&["--limit", "2"]), (2, all - 2));
    assert!(changes(&["--explanations"]).0 >= all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_verdict_can_be_exported() {
    let stage = finished(10).await;
    let ended = stage
        .campaign(&["export", "trial", "--format", "jsonl"])
        .exits(0);
    let rows = ended.json_lines();
    assert_eq!(rows.len(), 50, "5 metrics of 10 call logs");
    let mut kinds: Vec<String> = rows.iter().map(shape).collect();
    kinds.sort();
    kinds.dedup();
    assert!(
        kinds
            .iter()
            .all(|kind| kind.contains(".before") && kind.contains(".change: text")),
        "{kinds:?}"
    );
    let table = stage
        .campaign(&["export", "trial", "--out", "rows.csv"])
        .exits(0);
    assert_eq!(table.out, "");
    let text = fs::read_to_string(stage.home.path().join("rows.csv")).unwrap();
    assert!(
        text.starts_with(
            "round,call_log,state,reason,sends,metric_id,metric_name,change,before_passed"
        ),
        "{text}"
    );
    let is_sent_once = |line: &&str| line.starts_with("0,") && line.contains(",confirmed,,1,7");
    assert_eq!(text.lines().filter(is_sent_once).count(), 50, "{text}");
    let printed = stage.campaign(&["export", "trial"]).exits(0);
    assert_eq!(printed.out, text, "a table is the default");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_schema_describes_what_is_written() {
    let stage = finished(5).await;
    let schema = stage.campaign(&["report", "--schema"]).exits(0).json();
    let report = stage
        .campaign(&["report", "trial", "--format", "json"])
        .exits(0)
        .json();
    let known = schema["properties"].as_object().unwrap();
    for name in report.as_object().unwrap().keys() {
        assert!(known.contains_key(name), "{name}");
    }
}
