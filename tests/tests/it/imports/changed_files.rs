//! What is sent is what was checked.

use std::fs;

use cekura_campaign::import::ImportError;
use serde_json::json;

use super::rig::{OBSERVE, Rig, late_and_twice};

/// Edits the file after the check; the import ends before it sends anything of it.
async fn edited(edit: impl FnOnce(&Rig)) -> String {
    let rig = Rig::with(3, |sandbox| sandbox.quirks(late_and_twice(0))).await;
    let mut import = rig.import();
    edit(&rig);
    let error = import.run().await.unwrap_err();
    assert!(matches!(error, ImportError::Changed { .. }), "{error}");
    assert!(!error.is_usage());
    assert_eq!(rig.sent_calls(), 0);
    error.to_string()
}

#[tokio::test]
async fn a_file_that_changed_since_the_check_is_not_sent() {
    let error = edited(|rig| {
        let text = fs::read_to_string(rig.file()).unwrap();
        fs::write(rig.file(), text.replace("0.2", "0.3")).unwrap();
    })
    .await;
    assert!(
        error.contains("changed during the import: lines 1 to 3"),
        "{error}"
    );
    // Two calls with the same id.
    edited(|rig| {
        let text = fs::read_to_string(rig.file()).unwrap();
        fs::write(rig.file(), text.replace("harbor-2", "harbor-1")).unwrap();
    })
    .await;
    let blank = |rig: &Rig| {
        let length = fs::metadata(rig.file()).unwrap().len();
        fs::write(rig.file(), " ".repeat(usize::try_from(length).unwrap())).unwrap();
    };
    edited(blank).await;
}

#[tokio::test]
async fn a_file_that_became_shorter_is_not_complete() {
    let error = edited(|rig| rig.write(&[rig.call(0), rig.call(1)])).await;
    assert!(error.contains("became shorter"), "{error}");
}

#[tokio::test]
async fn lines_that_are_added_during_the_import_are_left_to_the_next() {
    let rig = Rig::open(3).await;
    let mut import = rig.import();
    rig.write(&rig.calls(5));
    import.run().await.unwrap();
    assert_eq!(import.summary().sent, 3);
    drop(import);
    assert_eq!(rig.finish().await.sent, 5);
    assert_eq!((rig.sent_calls(), rig.paid()), (5, 5));
}

/// A file of more than one block, and blocks that are in the journal.
#[tokio::test]
async fn every_block_is_read() {
    let rig = Rig::open(0).await;
    let call = |n: usize| json!({ "call_id": format!("harbor-{n}"), "agent": rig.lab.agent().0 });
    for calls in [1_000, 2_700] {
        rig.write(&(0..calls).map(call).collect::<Vec<_>>());
        let import = rig.import().with_concurrency(100);
        let summary = super::rig::run(import).await;
        assert_eq!(summary.sent, calls as u64);
    }
    assert_eq!(rig.lab.arrived().count(OBSERVE), 2_700);
}
