//! Promise: a file means the same to every command, is read whoever saved it, and never without end.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Ended, Stage, args, run};

/// The ids that `calls rerun` sends for a file, and those that `campaign plan` plans for.
struct Read {
    rerun: Result<BTreeSet<i64>, Ended>,
    plan: Result<BTreeSet<i64>, Ended>,
}

fn ids(value: &serde_json::Value) -> BTreeSet<i64> {
    let all = value.as_array().unwrap().iter();
    all.map(|entry| entry.as_i64().or(entry["id"].as_i64()).unwrap())
        .collect()
}

fn read(stage: &Stage, name: &str, more: &[&str]) -> Read {
    let sent = stage.sandbox.request_log().len();
    let rerun = [
        "calls",
        "rerun",
        "--agent-id",
        "310",
        "--yes",
        "--from-file",
        name,
    ];
    let ended = run(stage.at_home(&[&rerun[..], more].concat()));
    let posted: Vec<_> = stage.sandbox.request_log().split_off(sent);
    let rerun = match ended.code {
        0 => Ok(ids(&posted.last().unwrap().json().unwrap()["call_logs"])),
        _ => {
            assert!(posted.is_empty(), "{name}: nothing is sent");
            Err(ended)
        }
    };
    let plan = [
        "plan",
        "--agent-id",
        "310",
        "--out",
        "read.json",
        "--from-file",
        name,
    ];
    let ended = stage.campaign(&[&plan[..], more].concat());
    let plan = match ended.code {
        0 => {
            let path = stage.home.path().join("read.json");
            let plan: serde_json::Value =
                serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            fs::remove_file(path).unwrap();
            Ok(ids(&plan["call_logs"]))
        }
        _ => Err(ended),
    };
    Read { rerun, plan }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_of_ids_means_the_same_to_every_command() {
    let stage = Stage::new().await;
    for (name, text, more) in [
        ("a.txt", "5001\n5003 # twice\n\n5001\n", &[][..]),
        ("b.txt", "\u{feff}5001\r\n5003\r\n", &[]),
        ("c.csv", "call_log_id,id\n5001,5001\n5003,5003\n", &[]),
        ("d.csv", "5001,310\n5003,310\n", &["--column", "1"]),
        ("e.json", "[5001, {\"id\": \"5003\"}]", &[]),
        (
            "f.json",
            "{\"count\": 2, \"next\": null, \"results\": [{\"id\": 5001}, {\"id\": 5003}]}",
            &[],
        ),
        ("g", "{\"log\": 5001}\n{\"log\": 5003}\n", &[]),
    ] {
        stage.home.write(name, text);
        let read = read(&stage, name, more);
        for (command, ids) in [("rerun", read.rerun), ("plan", read.plan)] {
            let ids = ids.unwrap_or_else(|ended| panic!("{command} {name}: {}", ended.err));
            assert_eq!(ids, BTreeSet::from([5001, 5003]), "{command} {name}");
        }
    }
    for (text, says) in [
        ("5001,310\n", "line 1: no column is called"),
        (
            "5001, 5003, 5005\n",
            "if each is a call log, write one id per line",
        ),
        ("5001\n5003 5005\n", "line 2: \"5003 5005\" is not the id"),
        ("5001\n5.003\n", "line 2: \"5.003\" is not the id"),
        ("id,log\n5001,5001\n5003,310\n", "line 3: several"),
        ("# none\n", "no ids found"),
    ] {
        stage.home.write("refused.txt", text);
        let read = read(&stage, "refused.txt", &[]);
        for ended in [read.rerun, read.plan] {
            let ended = ended.expect_err("a refusal").exits(2).says(says);
            assert!(ended.err.contains("nothing was sent"), "{}", ended.err);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_are_read_from_the_programs_own_output() {
    let stage = Stage::new().await;
    let picked = stage.unreviewed(3);
    let expected: BTreeSet<i64> = picked.iter().map(|id| id.parse().unwrap()).collect();
    let run_them = [
        "run",
        "--agent-id",
        "310",
        "--name",
        "first",
        "--poll-interval",
        "20ms",
        "--stability-window",
        "400ms",
    ];
    stage.campaign(&args(&run_them, &picked)).exits(0);
    let list = ["calls", "list", "--agent-id", "310", "--limit", "all"];
    let all = ids(&stage
        .run(&[&list[..], &["--format", "json"]].concat())
        .json());
    assert!(all.len() > 50, "{all:?}");
    let rerun = ["calls", "rerun", "--agent-id", "310"];
    let export = ["campaign", "export", "first"];
    for (line, expected) in [
        ([&list[..], &["--format", "json"]].concat(), &all),
        ([&list[..], &["--format", "jsonl"]].concat(), &all),
        (
            vec!["calls", "get", "5001", "--format", "json"],
            &BTreeSet::from([5001]),
        ),
        (
            args(&[&rerun[..], &["--format", "json"]].concat(), &picked),
            &expected,
        ),
        (
            args(&[&rerun[..], &["--format", "jsonl"]].concat(), &picked),
            &expected,
        ),
        (
            args(&[&rerun[..], &["--format", "csv"]].concat(), &picked),
            &expected,
        ),
        ([&export[..], &["--format", "csv"]].concat(), &expected),
        ([&export[..], &["--format", "jsonl"]].concat(), &expected),
    ] {
        let printed = run(stage.at_home(&line)).exits(0).out;
        stage.home.write("printed", &printed);
        let read = read(&stage, "printed", &[]);
        // More than a hundred are asked about before they are sent.
        if expected.len() <= 100 {
            assert_eq!(
                read.rerun.map_err(|ended| ended.err).as_ref(),
                Ok(expected),
                "{line:?}"
            );
        }
        assert_eq!(
            read.plan.map_err(|ended| ended.err).as_ref(),
            Ok(expected),
            "{line:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_byte_order_mark_changes_nothing() {
    let stage = Stage::new().await;
    stage.planned(3);
    let (key, url) = (stage.sandbox.api_key(), stage.sandbox.url());
    let marked = |name: &str, text: &str| {
        let path = stage.home.write(name, &format!("\u{feff}{text}"));
        path.to_str().unwrap().to_owned()
    };
    let get = ["calls", "get", "5001"];
    let key_file = marked("key.txt", &format!("{key}\r\n"));
    run(stage.cekura_as(
        "ck_of_env",
        &[&get[..], &["--api-key-file", &key_file]].concat(),
    ))
    .exits(0);

    let config = marked("c.toml", &format!("api_key = {key}\napi_url = {url}\n"));
    let mut command = stage.home.cekura(&get);
    command.env("CEKURA_CONFIG", config);
    run(command).exits(0);

    let body = marked("body.json", "{\"agent_id\": 310, \"call_logs\": [5001]}");
    let post = [
        "api",
        "POST",
        "/observability/v1/call-logs/rerun_evaluation/",
        "--data",
    ];
    stage
        .run(&[&post[..], &[&format!("@{body}")]].concat())
        .exits(0);

    let plan = fs::read_to_string(stage.home.path().join("plan.json")).unwrap();
    marked("plan.json", &plan);
    let gate = marked("gate.toml", "min_evaluated = 1\n");
    stage
        .campaign(&crate::campaign::run(&["--gate", &gate]))
        .exits(0);
    let prices = marked("prices.toml", "default = 0.5\n");
    let plan = ["plan", "--agent-id", "310", "5001", "--price-file", &prices];
    stage.campaign(&plan).exits(0);

    let faults = marked("faults.jsonl", "{\"fault\": \"tsunami\"}\n");
    let ended = run(stage.home.cekura(&["sandbox", "--faults", &faults])).exits(2);
    assert!(ended.err.contains("tsunami"), "it is read: {}", ended.err);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_without_end_is_refused() {
    let stage = Stage::new().await;
    let endless = "/dev/zero";
    for (line, says) in [
        (
            &["calls", "get", "5001", "--api-key-file", endless][..],
            "longer than 1 MiB",
        ),
        (
            &["api", "POST", "/x/", "--data", "@/dev/zero"],
            "longer than 16 MiB",
        ),
        (&["sandbox", "--faults", endless], "longer than 16 MiB"),
        (
            &["campaign", "report", "x", "--gate", endless],
            "longer than 1 MiB",
        ),
        (
            &["campaign", "plan", "--price-file", endless],
            "longer than 1 MiB",
        ),
        (
            &["campaign", "run", "--plan", endless],
            "the plan is /dev/zero",
        ),
        (
            &[
                "calls",
                "rerun",
                "--agent-id",
                "310",
                "--from-file",
                endless,
            ],
            "longer than 64 KiB",
        ),
        (
            &[
                "campaign",
                "plan",
                "--agent-id",
                "310",
                "--from-file",
                endless,
            ],
            "longer than 64 KiB",
        ),
    ] {
        run(stage.at_home(line)).exits(2).says(says);
    }
    let mut configured = stage.cekura(&["calls", "get", "5001"]);
    configured.env("CEKURA_CONFIG", endless);
    run(configured).exits(2).says("longer than 1 MiB");
    assert!(stage.sandbox.request_log().is_empty());
}
