//! Promise: a file that is no sound journal is refused by name, and nothing is sent.

use std::fs;

use crate::campaign::{resume, run};
use crate::support::Stage;

/// A stage with the journal of a finished campaign `trial`, and what that is in bytes.
async fn finished() -> (Stage, Vec<u8>) {
    let stage = Stage::new().await;
    stage.planned(3);
    stage.campaign(&run(&[])).exits(0);
    let bytes = fs::read(stage.home.path().join(".cekura/campaigns/trial.db")).unwrap();
    assert!(
        bytes.len() > 20_000,
        "everything is in the file itself when nobody works on it"
    );
    (stage, bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_no_journal_is_refused_with_a_hint() {
    let (stage, good) = finished().await;
    let changed = |at: usize, bytes: &[u8]| {
        let mut copy = good.clone();
        copy[at..at + bytes.len()].copy_from_slice(bytes);
        copy
    };
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("empty.db", Vec::new(), "the journal is empty"),
        (
            "foreign.db",
            b"PK\x03\x04 something else entirely".to_vec(),
            "not a campaign journal",
        ),
        ("other.db", changed(68, &[0; 4]), "not a campaign journal"),
        ("newer.db", changed(60, &[0, 0, 0, 99]), "newer program"),
        ("torn.db", torn, "damaged"),
        ("spoilt.db", changed(4096, &[0x55; 4096]), "damaged"),
    ];
    let before = stage.sandbox.request_log().len();
    for (name, bytes, expected) in cases {
        fs::write(stage.home.path().join(name), bytes).unwrap();
        for command in ["resume", "status", "report", "export"] {
            let ended = stage.campaign(&[command, name]).exits(2);
            assert!(
                ended.err.contains(name) && ended.err.contains(expected),
                "{command} {name}: {}",
                ended.err
            );
        }
        let said = stage
            .campaign(&["resume", name, "--format", "json"])
            .exits(2)
            .json_error();
        assert_eq!(said["kind"], "usage");
    }
    assert_eq!(stage.sandbox.request_log().len(), before, "nothing is sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_journal_is_reported_as_missing() {
    let stage = Stage::new().await;
    for command in ["resume", "status", "report", "export"] {
        stage
            .campaign(&[command, "april"])
            .exits(2)
            .says("there is no journal .cekura/campaigns/april.db");
    }
    let folder = stage.home.path().to_str().unwrap();
    stage
        .campaign(&["status", folder])
        .exits(2)
        .says("is a folder");
    stage
        .campaign(&["status", "a b"])
        .exits(2)
        .says("not the name of a campaign");
    stage
        .campaign(&["list"])
        .exits(0)
        .says("there are no campaigns");
    assert_eq!(
        stage
            .campaign(&["list", "--format", "json"])
            .exits(0)
            .json(),
        serde_json::json!([])
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_place_that_cannot_be_written_is_named_before_anything_is_sent() {
    let stage = Stage::new().await;
    stage.planned(3);
    stage.home.write("file", "in the way");
    let blocked = [
        "run",
        "--plan",
        "plan.json",
        "--yes",
        "--journal",
        "file/trial.db",
    ];
    let ended = stage.campaign(&blocked).exits(1);
    assert!(ended.err.contains("file"), "{}", ended.err);
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_only_journal_can_be_read_and_not_worked_on() {
    use std::os::unix::fs::PermissionsExt as _;
    let (stage, _) = finished().await;
    let folder = stage.home.path().join(".cekura/campaigns");
    let allow = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    fs::set_permissions(folder.join("trial.db"), fs::Permissions::from_mode(0o400)).unwrap();
    for file in ["trial.db-shm", "trial.db-wal", "trial.lock"] {
        let _ = fs::remove_file(folder.join(file));
    }
    allow(0o500);
    let is_all_powerful = fs::write(folder.join("probe"), "").is_ok();
    let read = stage.campaign(&["report", "trial"]);
    let worked = stage.campaign(&resume(&[]));
    allow(0o700);
    read.exits(0);
    if is_all_powerful {
        cekura_test_skip::skip("this user may write everywhere, so that nothing is read-only");
    } else {
        worked.exits(1).says("trial");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_that_lost_requests_is_read_with_a_warning_and_resumed_only_on_demand() {
    let stage = Stage::new().await;
    let ids = stage.planned(20);
    let limited = run(&["--batch-size", "5", "--max-evaluations", "5"]);
    stage.campaign(&limited).exits(101);
    let folder = stage.home.path().join(".cekura/campaigns");
    let old = fs::read(folder.join("trial.db")).unwrap();
    let more = resume(&["--max-evaluations", "15"]);
    stage.campaign(&more).exits(101);
    let paid = stage.paid(&ids);
    assert_eq!(paid.iter().sum::<u64>(), 15);
    fs::write(folder.join("trial.db"), old).unwrap();
    for command in [
        &["status", "trial"][..],
        &["report", "trial"],
        &["list"],
        &["export", "trial"],
        &["merge", "trial", "--out", "merged.db"],
    ] {
        let ended = stage.campaign(command);
        assert!(ended.err.contains("has lost requests"), "{}", ended.err);
        assert!(
            ended.err.contains("2 requests with 10 call logs"),
            "{}",
            ended.err
        );
    }
    stage
        .campaign(&resume(&["--max-evaluations", "20"]))
        .exits(2)
        .says("may have been sent and paid")
        .says("cekura campaign resume trial --recover");
    assert_eq!(stage.paid(&ids), paid);
    stage.campaign(&resume(&[
        "--recover",
        "--settle-window",
        "1s",
        "--max-evaluations",
        "20",
    ]));
    assert_eq!(stage.paid(&ids), [1; 20], "the rest, and nothing twice");
    let ended = stage.campaign(&["status", "trial"]).exits(0);
    assert!(!ended.err.contains("lost"), "{}", ended.err);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_filesystem_that_is_not_known_to_be_local_is_refused_and_can_be_allowed() {
    let stage = Stage::new().await;
    stage.planned(3);
    let there = [
        "run",
        "--plan",
        "plan.json",
        "--yes",
        "--journal",
        "/proc/trial.db",
    ];
    stage
        .campaign(&there)
        .exits(2)
        .says("/proc is on a filesystem that is not known to be local")
        .says("--allow-network-filesystem");
    // Then it is only not to be written to.
    let ended = stage.campaign(&[&there[..], &["--allow-network-filesystem"]].concat());
    assert!(!ended.err.contains("known to be local"), "{}", ended.err);
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}
