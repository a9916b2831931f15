//! An import that is killed at any point and repeated sends nothing twice.

use std::fs;

use cekura_campaign::import::ImportOutcome;
use cekura_sandbox::Fault;

use super::rig::{OBSERVE, Rig, run};

const CALLS: usize = 6;

/// Runs an import that is dropped while its `nth` call has this fault; `false` if it ended before.
async fn dropped(rig: &Rig, nth: usize, fault: Fault) -> bool {
    let faults = rig.lab.faults();
    for _ in 1..nth {
        faults.push_for(OBSERVE, Fault::none());
    }
    faults.push_for(OBSERVE, fault);
    let mut import = rig.import();
    let is_dropped = tokio::select! {
        () = rig.lab.sandbox().stalled() => true,
        ended = import.run() => {
            assert_eq!(ended.unwrap(), ImportOutcome::Finished);
            false
        }
    };
    faults.clear();
    is_dropped
}

#[tokio::test]
async fn after_the_send_and_before_the_response() {
    for nth in 1..=CALLS {
        let rig = Rig::open(CALLS).await;
        assert!(dropped(&rig, nth, Fault::hang().after_work()).await);
        assert_eq!(rig.paid(), nth as u64);
        let summary = rig.finish().await;
        assert_eq!((summary.sent, summary.unknown), (CALLS as u64, 0), "{nth}");
        assert_eq!(
            (rig.sent_calls(), rig.paid()),
            (CALLS, CALLS as u64),
            "{nth}"
        );
    }
}

#[tokio::test]
async fn before_the_service_has_the_call() {
    for nth in 1..=CALLS {
        let rig = Rig::open(CALLS).await;
        assert!(dropped(&rig, nth, Fault::hang()).await);
        // Nobody can tell this from a response that was lost.
        let summary = rig.finish().await;
        assert_eq!(
            (summary.sent, summary.unknown),
            (CALLS as u64 - 1, 1),
            "{nth}"
        );
        assert_eq!(summary.unknowns[0].call_id, format!("harbor-{}", nth - 1));
        assert_eq!(rig.paid(), CALLS as u64 - 1);
        let summary = run(rig.import().with_resends(true)).await;
        assert_eq!((summary.sent, summary.unknown), (CALLS as u64, 0), "{nth}");
        assert_eq!(rig.paid(), CALLS as u64);
    }
}

/// Wherever the process or the machine stopped, the journal is the beginning of the whole one. The service knows of more.
#[tokio::test]
async fn at_every_byte_of_the_journal() {
    let rig = Rig::open(CALLS).await;
    rig.finish().await;
    let whole = fs::read(rig.journal()).unwrap();
    let head = whole.iter().position(|byte| *byte == b'\n').unwrap();
    for cut in (0..=whole.len()).step_by(29) {
        // A file may have become longer before its content was on the disk. The head was there before anything was sent.
        let zeros: &[u8] = if cut > head { &[0; 40] } else { &[] };
        for tail in [&[], zeros] {
            fs::write(rig.journal(), [&whole[..cut], tail].concat()).unwrap();
            let summary = rig.finish().await;
            let found = summary.sent + summary.already_there;
            assert_eq!((found, summary.unknown), (CALLS as u64, 0), "{cut}");
        }
    }
    assert_eq!((rig.sent_calls(), rig.paid()), (CALLS, CALLS as u64));
}

#[tokio::test]
async fn many_times() {
    let rig = Rig::open(CALLS).await;
    let mut kills = 0;
    while dropped(&rig, 1, Fault::hang().after_work()).await {
        kills += 1;
    }
    assert_eq!(kills, CALLS);
    assert_eq!((rig.sent_calls(), rig.paid()), (CALLS, CALLS as u64));
}
