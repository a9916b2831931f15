//! Calls whose response was lost are looked for, and sent again only where that was chosen.

use std::time::Duration;

use cekura::clock::Clock as _;
use cekura_campaign::import::ImportError;
use cekura_sandbox::{Fault, Quirks};

use super::rig::{OBSERVE, Rig, late_and_twice, run};

#[tokio::test]
async fn a_call_that_is_found_is_not_sent_again() {
    let rig = Rig::open(6).await;
    for fault in [
        Fault::reset().after_work(),
        Fault::status(503).after_work(),
        Fault::truncate(3),
        Fault::garbage().after_work(),
        Fault::none().with_body("{\"id\": null}"),
        // A proxy holds the request.
        Fault::late(Duration::from_secs(40)),
    ] {
        rig.lab.fault(OBSERVE, fault);
    }
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.sent, summary.unknown), (6, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (6, 6));
}

#[tokio::test]
async fn a_call_that_is_listed_late_is_found_within_the_settle_window() {
    let quirks = Quirks {
        list_lag: Duration::from_secs(45),
        ..Quirks::default()
    };
    let rig = Rig::with(3, |sandbox| sandbox.quirks(quirks)).await;
    rig.lab.fault(OBSERVE, Fault::reset().after_work());
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.sent, summary.unknown), (3, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 3));
    assert!(rig.lab.clock().elapsed() >= Duration::from_secs(45));
}

#[tokio::test]
async fn a_call_that_is_not_found_is_reported_and_sent_again_once_if_that_was_chosen() {
    let rig = Rig::open(2).await;
    rig.lab.fault(OBSERVE, Fault::reset());
    for _ in 0..2 {
        let summary = rig.finish().await;
        assert_eq!((summary.sent, summary.unknown), (1, 1));
        assert_eq!((summary.unknowns[0].line, summary.resendable), (1, 1));
        assert_eq!(rig.sent_calls(), 2, "it is not sent again");
    }
    assert!(rig.lab.clock().elapsed() >= Duration::from_secs(60));
    // Lost again, and this is the last time.
    rig.lab.fault(OBSERVE, Fault::reset());
    for _ in 0..2 {
        let summary = run(rig.import().with_resends(true)).await;
        assert_eq!((summary.sent, summary.unknown), (1, 1));
        assert!(summary.unknowns[0].reason.contains("sent twice"));
        assert_eq!((rig.sent_calls(), summary.resendable), (3, 0));
    }
    assert_eq!(rig.paid(), 1);
}

#[tokio::test]
async fn a_line_that_changed_meanwhile_is_not_sent_again() {
    let rig = Rig::open(1).await;
    rig.lab.fault(OBSERVE, Fault::reset());
    rig.finish().await;
    let mut call = rig.call(0);
    call["feedback"] = "late".into();
    rig.write(&[call]);
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.sent, summary.unknown), (0, 1));
    assert!(summary.unknowns[0].reason.contains("line has changed"));
    assert_eq!((rig.sent_calls(), summary.resendable), (1, 0));
}

#[tokio::test]
async fn a_service_that_loses_everything_is_left_alone() {
    let rig = Rig::open(40).await;
    for _ in 0..40 {
        rig.lab.fault(OBSERVE, Fault::status(502).after_work());
    }
    let mut import = rig.import();
    let error = import.run().await.unwrap_err();
    assert!(matches!(error, ImportError::AllLost(_)), "{error}");
    let summary = import.summary();
    assert_eq!((summary.unknown, summary.not_tried()), (10, 30));
    drop(import);
    assert_eq!(rig.sent_calls(), 10);
    rig.lab.faults().clear();
    assert_eq!(rig.finish().await.sent, 40);
    assert_eq!((rig.sent_calls(), rig.paid()), (40, 40));
}

#[tokio::test]
async fn a_resend_that_is_not_carried_out_leaves_the_outcome_unknown() {
    let rig = Rig::open(1).await;
    rig.lab.fault(OBSERVE, Fault::reset());
    assert_eq!(rig.finish().await.unknown, 1);
    rig.lab.fault(OBSERVE, Fault::status(402));
    let mut import = rig.import().with_resends(true);
    assert!(import.run().await.is_err());
    assert_eq!(import.summary().unknown, 1);
    drop(import);
    // What was chosen once does not count for the next import.
    assert_eq!(rig.finish().await.unknown, 1);
    assert_eq!(rig.sent_calls(), 2);
    assert_eq!(run(rig.import().with_resends(true)).await.sent, 1);
    assert_eq!((rig.sent_calls(), rig.paid()), (3, 1));
}

/// The service may have the first one.
#[tokio::test]
async fn a_resend_that_is_refused_leaves_the_outcome_unknown() {
    let rig = Rig::open(1).await;
    rig.lab.fault(OBSERVE, Fault::reset());
    rig.finish().await;
    rig.lab.fault(OBSERVE, Fault::status(400));
    let summary = run(rig.import().with_resends(true)).await;
    assert_eq!((summary.unknown, summary.refused), (1, 0));
    assert!(
        summary.unknowns[0].reason.contains("400"),
        "{:?}",
        summary.unknowns
    );
    for resends in [false, true] {
        let summary = run(rig.import().with_resends(resends)).await;
        assert_eq!((summary.unknown, summary.refused), (1, 0));
        assert!(summary.unknowns[0].reason.contains("400"));
    }
    assert_eq!(rig.sent_calls(), 2, "no third time");
}

#[tokio::test]
async fn resends_are_part_of_what_would_be_sent() {
    let rig = Rig::open(3).await;
    rig.lab.fault(OBSERVE, Fault::reset());
    rig.finish().await;
    for (resends, to_send) in [(false, 0), (true, 1)] {
        let mut import = rig.import().with_resends(resends);
        let pending = import.pending().await.unwrap();
        let forecast = import.forecast().await.unwrap();
        for forecast in [pending, forecast] {
            assert_eq!((forecast.to_send, forecast.unknown), (to_send, 1));
            assert_eq!(forecast.agents.values().sum::<u64>(), to_send);
            assert_eq!((forecast.sent_before, forecast.already_there), (2, 0));
        }
    }
}

/// A proxy holds the request for longer than the client waits, and the list is late.
#[tokio::test]
async fn the_settle_window_begins_when_the_response_is_lost() {
    let rig = Rig::with(1, |sandbox| sandbox.quirks(late_and_twice(30))).await;
    let held = Fault::delay(Duration::from_millis(200))
        .after_work()
        .delay_work(Duration::from_secs(40))
        .with_body("a gateway's page");
    rig.lab.fault(OBSERVE, held);
    let lost_after_50_seconds = async {
        rig.lab.sandbox().stalled().await;
        rig.lab.clock().sleep(Duration::from_secs(50)).await;
    };
    let import = run(rig.import().with_resends(true));
    let (summary, ()) = tokio::join!(import, lost_after_50_seconds);
    assert_eq!((summary.sent, summary.unknown), (1, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (1, 1));
    assert!(rig.lab.clock().elapsed() >= Duration::from_secs(70));
}
