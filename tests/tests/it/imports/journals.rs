//! A journal belongs to one process, one service and nobody else's file.

use std::fs;

use cekura_campaign::import::{ImportError, ImportJournal};
use cekura_campaign::journal::OpenOptions;

use super::rig::Rig;

#[tokio::test]
async fn two_processes_do_not_share_a_journal() {
    let rig = Rig::open(2).await;
    // Neither finds a journal, and both begin.
    let (mut one, mut two) = (rig.import(), rig.import());
    one.run().await.unwrap();
    let error = two.run().await.unwrap_err();
    assert!(
        matches!(&error, ImportError::Journal(e) if e.is_locked()),
        "{error}"
    );
    assert!(error.is_usage(), "it sent nothing");
    let error = rig.try_import().unwrap_err();
    assert!(error.is_locked(), "{error}");
    drop(one);
    // The second one has not read what the first one wrote.
    let error = two.run().await.unwrap_err();
    assert!(error.is_usage(), "{error}");
    assert_eq!(rig.finish().await.sent_before, 2);
    assert_eq!(rig.sent_calls(), 2);
}

#[tokio::test]
async fn another_file_is_never_overwritten() {
    let rig = Rig::open(1).await;
    for content in ["{\"call_id\": \"a\"}", "{\"call_id\": \"a\"}\n", "\n"] {
        fs::write(rig.journal(), content).unwrap();
        let error = rig.try_import().unwrap_err();
        assert!(error.is_usage(), "{error}");
        assert!(
            error.to_string().contains("not the journal of an import"),
            "{error}"
        );
        assert_eq!(fs::read_to_string(rig.journal()).unwrap(), content);
    }
}

#[tokio::test]
async fn damage_and_another_service_are_noticed() {
    let rig = Rig::open(3).await;
    rig.finish().await;
    let other = ImportJournal::open(&rig.journal(), "https://other.example", OpenOptions::new());
    let error = other.unwrap_err().to_string();
    assert!(
        error.contains(rig.lab.client().base_url().trim_end_matches('/')),
        "{error}"
    );

    let whole = fs::read(rig.journal()).unwrap();
    for at in (0..whole.len() - 1).step_by(13) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        fs::write(rig.journal(), flipped).unwrap();
        assert!(rig.try_import().unwrap_err().is_usage(), "{at}");
    }
    assert_eq!(rig.sent_calls(), 3);
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_can_read_a_journal() {
    use std::os::unix::fs::PermissionsExt as _;
    let rig = Rig::open(1).await;
    rig.finish().await;
    let mode = fs::metadata(rig.journal()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
