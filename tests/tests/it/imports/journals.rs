//! A journal belongs to one process, one service and nobody else's file.

use std::fs;
use std::time::Duration;

use cekura_campaign::import::{ImportError, ImportJournal};
use cekura_campaign::journal::OpenOptions;
use cekura_sandbox::Fault;

use super::rig::{OBSERVE, Rig, run};

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

/// What an import sums up are the calls of its file.
#[tokio::test]
async fn calls_of_another_file_with_the_same_journal_are_left_to_it() {
    let rig = Rig::open(2).await;
    let calls = rig.calls(4);
    rig.lab.fault(OBSERVE, Fault::reset());
    assert_eq!(rig.finish().await.unknown, 1);
    let elapsed = rig.lab.clock().elapsed();
    rig.write(&calls[2..]);
    rig.lab.fault(OBSERVE, Fault::none());
    rig.lab.fault(OBSERVE, Fault::status(402));
    let mut import = rig.import().with_resends(true);
    import.run().await.unwrap_err();
    let summary = import.summary();
    assert_eq!(
        (summary.sent, summary.unknown, summary.not_tried()),
        (1, 0, 1)
    );
    assert_eq!(summary.unknown_elsewhere, 1);
    drop(import);
    let forecast = rig.import().with_resends(true).pending().await.unwrap();
    assert_eq!((forecast.to_send, forecast.unknown), (1, 0));
    let summary = rig.finish().await;
    assert_eq!((summary.sent, summary.not_tried()), (2, 0));
    assert_eq!((summary.unknown, summary.unknowns.len()), (0, 0));
    assert!(rig.lab.clock().elapsed() < elapsed + Duration::from_secs(70));
    assert_eq!(rig.sent_calls(), 5);

    // The first file, with a line before that of the call.
    rig.write(&[&calls[2..3], &calls[..2]].concat());
    let summary = rig.finish().await;
    assert_eq!(
        (summary.sent, summary.unknown, summary.unknown_elsewhere),
        (2, 1, 0)
    );
    assert_eq!(summary.unknowns[0].line, 2);
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.sent, summary.unknown), (3, 0), "{summary:?}");
    assert_eq!((rig.sent_calls(), rig.paid()), (6, 4));
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
