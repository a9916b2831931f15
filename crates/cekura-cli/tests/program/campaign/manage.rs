//! Promise: campaigns can be compared and deleted, and a campaign that is worked on is not deleted.

use std::fs::File;

use super::run;
use crate::support::Stage;

fn again(name: &str) -> Vec<&str> {
    let mut line = run(&["--run-again"]);
    line[4] = name;
    line
}

/// A stage with the campaigns `trial` and `second`, between which a metric was edited.
async fn two_campaigns() -> Stage {
    let stage = Stage::new().await;
    stage.planned(40);
    stage.campaign(&run(&[])).exits(0);
    stage.sandbox.edit_metric(71);
    stage.campaign(&again("second")).exits(0);
    stage
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn diff_lists_the_verdicts_that_differ() {
    let stage = two_campaigns().await;
    let diff = ["diff", "trial", "second", "--format"];
    let found = stage
        .campaign(&[&diff[..], &["json"]].concat())
        .exits(0)
        .json();
    let names: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["a", "b", "compared", "differences", "only_a", "only_b"]
    );
    let differences = found["differences"].as_array().unwrap();
    assert!(!differences.is_empty() && found["compared"].as_u64().unwrap() > 40);
    for one in differences {
        assert_eq!(one["metric_id"], 71, "{one}");
        assert_ne!(one["a"], one["b"]);
        assert!(one["call_log"].is_i64());
    }
    let lines = stage
        .campaign(&[&diff[..], &["jsonl"]].concat())
        .exits(0)
        .json_lines();
    assert_eq!(&lines, differences);
    let table = stage.campaign(&[&diff[..], &["csv"]].concat()).exits(0).out;
    assert!(
        table.starts_with("call_log,metric_id,metric_name,a_passed,"),
        "{table}"
    );
    assert_eq!(table.lines().count(), differences.len() + 1);
    let ended = stage
        .campaign(&diff[..3])
        .exits(0)
        .says("verdicts differ between trial and second");
    assert!(ended.out.contains("CALL LOG"), "{}", ended.out);
    let code = |other| {
        stage
            .campaign(&["diff", "trial", other, "--exit-code"])
            .code
    };
    assert_eq!((code("second"), code("trial")), (100, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn delete_asks_and_removes_the_files_of_one_campaign() {
    let stage = Stage::new().await;
    stage.planned(3);
    stage.campaign(&run(&[])).exits(0);
    let folder = stage.home.path().join(".cekura/campaigns");
    stage
        .campaign(&["delete", "trial"])
        .exits(2)
        .says("3 evaluated")
        .says("nothing was deleted")
        .says("--yes");
    stage.campaign(&["report", "trial"]).exits(0);
    let told = stage
        .campaign(&["delete", "trial", "--yes", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(told["id"], "trial");
    assert!(!told["deleted"].as_array().unwrap().is_empty());
    let left: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["trial.lock"]);
    stage.campaign(&["delete", "trial", "--yes"]).exits(2);
    // What was paid for once is not paid for again by accident.
    stage.campaign(&run(&[])).exits(2).says("is gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn delete_refuses_while_a_process_works_on_the_campaign() {
    let stage = Stage::new().await;
    stage.planned(3);
    stage.campaign(&run(&[])).exits(0);
    let folder = stage.home.path().join(".cekura/campaigns");
    let lock = File::options()
        .write(true)
        .open(folder.join("trial.lock"))
        .unwrap();
    lock.lock().unwrap();
    stage
        .campaign(&["delete", "trial", "--yes"])
        .exits(2)
        .says("another process");
    drop(lock);
    stage.campaign(&["report", "trial"]).exits(0);
    stage.home.write("notes.db", "not a journal");
    stage.campaign(&["delete", "notes.db", "--yes"]).exits(2);
    assert!(stage.home.path().join("notes.db").exists());
}
