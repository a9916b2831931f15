//! Promise: what was mistyped is named with what was expected, and nothing is sent.

use std::fs;

use crate::campaign::{QUICK, run};
use crate::support::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invalid_numbers_are_usage_errors_that_name_them() {
    let stage = Stage::new().await;
    stage.planned(3);
    let arrived = stage.sandbox.request_log().len();
    for (options, said) in [
        (&["--batch-size", "0"][..], "the batch size is 0"),
        (
            &["--batch-size", "-1"],
            "a whole number that is not negative",
        ),
        (&["--canary", "x"], "a whole number that is not negative"),
        (&["--canary", "20,10"], "must be ascending"),
        (&["--canary-max-regressions", "1"], "needs --canary N"),
        (
            &["--max-evaluations", "-1"],
            "a whole number that is not negative",
        ),
        (
            &["--max-credits", "-1"],
            "a number of credits that is not negative",
        ),
        (&["--rate", "0"], "a number above 0"),
        (
            &["--noise-sample", "3"],
            "--noise-sample needs --noise-rounds K",
        ),
        (&["--min-pass-rate", "-1"], "a share from 0 to 1"),
        (&["--min-pass-rate", "95"], "95 percent is 0.95"),
        (&["--max-regressions", "71="], "a whole number from 0"),
        (&["--shard", "0/3"], "the first one is 1/3"),
        (&["--shard", "4/3"], "the last one is 3/3"),
        (&["--limit", "few"], "a whole number that is not negative"),
    ] {
        stage.campaign(&run(options)).exits(2).says(said);
    }
    for (options, said) in [
        (&["--price", "-1"][..], "the price of every metric is -1"),
        (&["--price", "71=-1"], "the price of metric 71 is -1"),
        (&["--sample", "-1"], "a whole number that is not negative"),
        (&["--sample", "0"], "the sample size is 0"),
        (&["-5"], "a whole number above 0"),
        (&["--failed", "5001"], "cannot be combined"),
        (&["--only", "failed"], "--earlier"),
    ] {
        let plan = [&["plan", "--agent-id", "310"], options].concat();
        stage.campaign(&plan).exits(2).says(said);
    }
    for (rules, said) in [
        ("min_evaluated = 2", "min_evaluated"),
        ("max_lost_results = -1", "max_lost_results"),
    ] {
        stage.home.write("cekura-gate.toml", rules);
        stage.campaign(&run(&[])).exits(2).says(said);
    }
    assert_eq!(
        stage.sandbox.request_log().len(),
        arrived,
        "nothing is sent"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_of_ids_are_read_as_they_were_saved_or_refused_by_line() {
    let stage = Stage::new().await;
    let plan = |name: &str| {
        stage.campaign(&[
            "plan",
            "--agent-id",
            "310",
            "--from-file",
            name,
            "--format",
            "json",
        ])
    };
    for (name, text) in [
        (
            "windows.csv",
            "\u{feff}id;when\r\n5001;a\r\n5003;b\r\n5003;b\r\n",
        ),
        ("windows.txt", "\u{feff}5001\r\n\r\n5003\r\n5001\r\n"),
        (
            "lines.jsonl",
            "{\"id\": 5001}\n{\"call_log\": \"5003\"}\n5001\n",
        ),
    ] {
        stage.home.write(name, text);
        let told = plan(name).exits(0).json();
        assert_eq!(told["call_logs"]["planned"], 2, "{name}: {told}");
        let words = told["selection"].as_str().unwrap_or_default();
        assert!(words.contains("1 duplicate dropped"), "{name}: {words}");
    }
    for (name, text, said) in [
        (
            "headless.csv",
            "5001,monday\n",
            "--column NAME or --column 1",
        ),
        ("empty.txt", "\n\n", "no ids found"),
        ("words.txt", "5001\nfive\n", "words.txt, line 2"),
        (
            "pairs.txt",
            "5001,310\n",
            "pairs.txt, line 1: no column is called",
        ),
        ("list.json", "[5001, {}]", "line 1: no id"),
    ] {
        stage.home.write(name, text);
        plan(name).exits(2).says(said);
    }
    fs::write(stage.home.path().join("wide.txt"), [0xff, 0xfe, b'5', 0]).unwrap();
    plan("wide.txt").exits(2).says("UTF-16");
    fs::create_dir(stage.home.path().join("folder")).unwrap();
    plan("folder").exits(2).says("folder is a folder");
    plan("nowhere.txt").exits(2).says("cannot be read");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_that_is_not_as_it_was_made_is_refused() {
    let stage = Stage::new().await;
    stage.planned(4);
    let path = stage.home.path().join("plan.json");
    let good = fs::read_to_string(&path).unwrap();
    for (bad, said) in [
        (good.replace("{\"agent\":310}", "{\"agent\":311}"), "digest"),
        (
            good.replace("\"version\": 1", "\"version\": 9"),
            "version 9",
        ),
        (good[..good.len() / 2].to_owned(), "ends too early"),
        ("hello".to_owned(), "is not valid"),
        (String::new(), "ends too early"),
    ] {
        fs::write(&path, bad).unwrap();
        stage
            .campaign(&run(&[]))
            .exits(2)
            .says(said)
            .says("nothing was sent");
    }
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_metric_without_results_is_warned_about_before_the_confirmation() {
    let stage = Stage::new().await;
    let logs = ["--agent-id", "310", "--sample", "3"];
    stage
        .campaign(&[&["plan"], &logs[..], &["--metric", "71,999"]].concat())
        .exits(0)
        .says("warning: metric 999 gave no result for any of these call logs last time");
    let ended = stage
        .campaign(&[&["plan"], &logs[..], &["--metric", "71"]].concat())
        .exits(0);
    assert!(!ended.err.contains("warning"), "{}", ended.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_earlier_campaign_sets_the_agent() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(4);
    let first = ["run", "--agent-id", "310", "--name", "march"];
    let mut first = [&first[..], &QUICK].concat();
    first.extend(ids.iter().map(String::as_str));
    first.push("999999");
    stage.campaign(&first).exits(101).says("1 refused");
    let again = ["plan", "--earlier", "march", "--only", "refused"];
    let told = stage
        .campaign(&[&again[..], &["--format", "json"]].concat())
        .exits(0)
        .json();
    assert_eq!(told["scope"], "agent 310");
    assert_eq!(told["call_logs"]["planned"], 1);
}
