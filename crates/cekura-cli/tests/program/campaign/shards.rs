//! Promise: parts of a plan are disjoint, and only all of them together are the whole.

use crate::campaign::QUICK;
use crate::support::Stage;

fn part<'a>(shard: &'a str, id: &'a str) -> Vec<&'a str> {
    [
        &[
            "run",
            "--plan",
            "plan.json",
            "--shard",
            shard,
            "--name",
            id,
            "--yes",
        ],
        &QUICK[..],
    ]
    .concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shards_pay_for_each_call_log_once_and_merge() {
    let stage = Stage::new().await;
    let ids = stage.planned(40);
    for (shard, id) in [("1/3", "one"), ("2/3", "two"), ("3/3", "three")] {
        stage
            .campaign(&part(shard, id))
            .exits(0)
            .says(&format!("shard {shard}"));
    }
    assert_eq!(stage.paid(&ids), [1; 40]);
    let merge = [
        "merge", "--out", "whole.db", "one", "two", "three", "--format", "json",
    ];
    let report = stage.campaign(&merge).exits(0).json();
    assert_eq!(report["coverage"]["confirmed"], 40);
    assert_eq!(report["campaign"]["id"], "whole");
    stage.campaign(&["report", "whole.db"]).exits(0);

    let posts = stage.sandbox.ledger().evaluations();
    stage
        .campaign(&["resume", "whole.db"])
        .exits(2)
        .says("was merged")
        .says("resume the shards");
    assert_eq!(stage.sandbox.ledger().evaluations(), posts);
    stage
        .campaign(&merge)
        .exits(2)
        .says("whole.db exists already");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gaps_and_overlaps_are_refused_by_name() {
    let stage = Stage::new().await;
    stage.planned(20);
    stage.campaign(&part("1/2", "one")).exits(0);
    stage
        .campaign(&["merge", "--out", "w.db", "one"])
        .exits(2)
        .says("shard 2/2 is missing");
    stage.campaign(&part("2/2", "two")).exits(0);
    stage
        .campaign(&["merge", "--out", "w.db", "one", "two", "one"])
        .exits(2)
        .says("in more than one journal");
    stage
        .campaign(&["merge", "--out", "w.db", "one", "four"])
        .exits(2)
        .says("four.db");
    assert!(!stage.home.path().join("w.db").exists());
    stage
        .campaign(&["merge", "--out", "w.db", "one", "two"])
        .exits(0);
    stage
        .campaign(&["merge", "--out", "w.db", "one", "two"])
        .exits(2)
        .says("w.db exists already, and merging makes a new journal");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shard_auto_reads_the_environment() {
    let stage = Stage::new().await;
    stage.planned(20);
    stage
        .campaign(&part("auto", "none"))
        .exits(2)
        .says("CEKURA_SHARD_INDEX")
        .says("JOB_COMPLETION_INDEX");
    let mut command = stage.at_home(&[&["campaign"][..], &part("auto", "two")].concat());
    command
        .env("JOB_COMPLETION_INDEX", "1")
        .env("CEKURA_SHARD_COUNT", "2");
    crate::support::run(command).exits(0);
    let status = stage
        .campaign(&["status", "two", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(status["shard"], "2/2");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_shard_is_no_failure() {
    let stage = Stage::new().await;
    stage.planned(1);
    let codes: Vec<i32> = (1..=8)
        .map(|n| {
            let (shard, id) = (format!("{n}/8"), format!("part-{n}"));
            stage.campaign(&part(&shard, &id)).code
        })
        .collect();
    assert_eq!(codes, [0; 8]);
    for part in 1..=8 {
        let report = ["report", &format!("part-{part}"), "--format", "json"];
        stage.campaign(&report).exits(0).json();
    }
    let parts: Vec<String> = (1..=8).map(|n| format!("part-{n}")).collect();
    let merge = crate::support::args(&["merge", "--out", "whole.db"], &parts);
    stage.campaign(&merge).exits(0);
}
