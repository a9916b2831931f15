//! Promise: a plan is carried out once, from whichever folder, unless somebody asks for it anew.

use std::fs;
use std::path::PathBuf;

use crate::campaign::QUICK;
use crate::support::{Ended, Stage, run};

/// `cekura campaign …` in a folder below the home directory.
fn within(stage: &Stage, folder: &str, args: &[&str]) -> Ended {
    let folder = stage.home.path().join(folder);
    fs::create_dir_all(&folder).unwrap();
    let mut command = stage.cekura(&[&["campaign"], args, &QUICK[..]].concat());
    command.current_dir(folder);
    run(command)
}

fn plan(stage: &Stage) -> String {
    stage.home.path().join("plan.json").display().to_string()
}

fn lists(stage: &Stage) -> PathBuf {
    stage.home.path().join("data/plans")
}

/// A stage whose lists are in `data`, and three planned call logs.
async fn planned() -> (Stage, Vec<i64>, String) {
    let stage = Stage::new().await;
    let ids = stage.planned(3);
    let plan = plan(&stage);
    (stage, ids, plan)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_started_in_another_folder_is_refused_with_its_journal() {
    let (stage, ids, plan) = planned().await;
    let go = ["run", "--plan", &plan, "--yes"];
    within(&stage, "a", &go).exits(0);
    assert_eq!(stage.paid(&ids), [1; 3]);
    let first = fs::read_dir(stage.home.path().join("a/.cekura/campaigns"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "db"))
        .unwrap();
    let refused = within(&stage, "b", &go)
        .exits(2)
        .says(&format!("in {}", first.display()))
        .says("cekura campaign resume ")
        .says("--run-again");
    assert!(
        refused.err.contains("this plan was started on 20"),
        "{}",
        refused.err
    );
    let elsewhere = ["run", "--plan", &plan, "--name", "other", "--yes"];
    within(&stage, "a", &elsewhere).exits(2).says("started on");
    assert_eq!(stage.paid(&ids), [1; 3]);
    // In its own folder the journal itself says so.
    within(&stage, "a", &go).exits(2).says("exists already");

    // That its journal is gone gives nobody his money back.
    fs::remove_dir_all(stage.home.path().join("a")).unwrap();
    within(&stage, "b", &go)
        .exits(2)
        .says("is gone")
        .says("may have been paid");
    assert_eq!(stage.paid(&ids), [1; 3]);
    within(&stage, "b", &[&go[..], &["--run-again"]].concat()).exits(0);
    assert_eq!(stage.paid(&ids), [2; 3]);
    // The name of the first time is taken then.
    within(&stage, "b", &[&go[..], &["--run-again"]].concat())
        .exits(0)
        .says("-2, journal");
    assert_eq!(stage.paid(&ids), [3; 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shards_are_separate_and_another_number_of_shards_is_refused() {
    let (stage, _, plan) = planned().await;
    let part = |shard| {
        let folder = format!("part-{}", shard).replace('/', "-");
        within(
            &stage,
            &folder,
            &["run", "--plan", &plan, "--shard", shard, "--yes"],
        )
    };
    part("1/2").exits(0);
    part("2/2").exits(0);
    part("2/3").exits(2).says("started on");
    within(&stage, "whole", &["run", "--plan", &plan, "--yes"])
        .exits(2)
        .says("started on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_plan_for_the_same_work_is_noted() {
    let (stage, ids, plan) = planned().await;
    within(&stage, "a", &["run", "--plan", &plan, "--yes"]).exits(0);
    // As `plan` writes it for the same call logs an hour, or a metric's edit, later.
    let mut later: serde_json::Value = serde_json::from_slice(&fs::read(&plan).unwrap()).unwrap();
    later["created_at"] = "2031-05-18T09:30:04Z".into();
    fs::write(&plan, later.to_string()).unwrap();
    within(&stage, "b", &["run", "--plan", &plan, "--yes"])
        .exits(0)
        .says("the same call logs were evaluated in the same way by the campaign");
    assert_eq!(stage.paid(&ids), [2; 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unfinished_campaign_blocks_a_new_plan_for_the_same_work() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(6);
    let go = |more: &[&'static str]| {
        let first = ["run", "--agent-id", "310", "--batch-size", "2", "--yes"];
        let ids = ids.iter().map(String::as_str);
        let line: Vec<&str> = first
            .into_iter()
            .chain(ids)
            .chain(more.iter().copied())
            .collect();
        within(&stage, "a", &line)
    };
    let paid = || stage.sandbox.ledger().evaluations();
    go(&["--name", "one", "--max-evaluations", "4"]).exits(101);
    go(&["--name", "two"])
        .exits(2)
        .says("is not finished: it was started on")
        .says("cekura campaign resume ");
    assert_eq!(paid(), 4);
    within(&stage, "a", &["resume", "one", "--max-evaluations", "6"]).exits(0);
    assert_eq!(paid(), 6);
    // A finished one stands in nobody's way.
    go(&["--name", "two"]).exits(0);
    assert_eq!(paid(), 12);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_without_a_journal_does_not_block_its_plan() {
    let (stage, ids, plan) = planned().await;
    stage.home.write("file", "in the way");
    let blocked = [
        "run",
        "--plan",
        &plan,
        "--yes",
        "--journal",
        "../file/trial.db",
    ];
    within(&stage, "a", &blocked).exits(1);
    within(&stage, "a", &["run", "--plan", &plan, "--yes"]).exits(0);
    assert_eq!(stage.paid(&ids), [1; 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unreadable_list_of_plans_does_not_stop_a_campaign() {
    let (stage, ids, plan) = planned().await;
    let with_lists = |folder: &str, args: &[&str]| {
        let cwd = stage.home.path().join(folder);
        fs::create_dir_all(&cwd).unwrap();
        let mut command = stage.cekura(&[&["campaign"], args, &QUICK[..]].concat());
        command
            .current_dir(cwd)
            .env("CEKURA_DATA_DIR", stage.home.path().join("data"));
        run(command)
    };
    let go = ["run", "--plan", &plan, "--yes"];
    stage.home.write("data", "no folder");
    with_lists("a", &go)
        .exits(0)
        .says("warning:")
        .says("may go unnoticed");
    fs::remove_file(stage.home.path().join("data")).unwrap();
    // Taken up, the campaign is noted after all.
    let journals = stage.home.path().join("a/.cekura/campaigns");
    let journal = fs::read_dir(journals)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "db"))
        .unwrap();
    with_lists("a", &["resume", journal.to_str().unwrap()]).exits(0);
    with_lists("b", &go).exits(2).says("started on");
    let list = fs::read_dir(lists(&stage))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let known = fs::read(list.path()).unwrap();
    fs::write(
        list.path(),
        [b"{\"campaign\":\n\xff\n", &known[..]].concat(),
    )
    .unwrap();
    with_lists("b", &go)
        .exits(2)
        .says("a line of its list cannot be read")
        .says("started on");
    assert_eq!(stage.paid(&ids), [1; 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn campaigns_are_found_from_folders_below() {
    let (stage, ids, plan) = planned().await;
    fs::create_dir_all(stage.home.path().join("work/.cekura/campaigns")).unwrap();
    within(
        &stage,
        "work/deep/down",
        &["run", "--plan", &plan, "--name", "trial", "--yes"],
    )
    .exits(0);
    assert!(
        stage
            .home
            .path()
            .join("work/.cekura/campaigns/trial.db")
            .is_file()
    );
    assert!(!stage.home.path().join("work/deep/down/.cekura").exists());
    within(&stage, "work/deep", &["resume", "trial"]).exits(0);
    let mut status = stage.cekura(&["campaign", "status", "trial"]);
    status.current_dir(stage.home.path().join("work/deep"));
    run(status).exits(0);
    assert_eq!(stage.paid(&ids), [1; 3]);
}
