//! Refusals concern one call, or end the import.

use std::sync::Arc;

use cekura_campaign::engine::{Observer, Progress, StopHandle};
use cekura_campaign::import::{ImportError, ImportOutcome};
use cekura_sandbox::{Fault, RetryAfter};

use serde_json::json;

use super::rig::{LIST, OBSERVE, Rig, late_and_twice};

#[tokio::test]
async fn a_refused_call_stops_nothing_and_is_tried_again_by_the_next_import() {
    let rig = Rig::open(5).await;
    rig.lab.fault(OBSERVE, Fault::none());
    rig.lab.fault(OBSERVE, Fault::status(400));
    let summary = rig.finish().await;
    assert_eq!(
        (summary.sent, summary.refused, summary.not_tried()),
        (4, 1, 0)
    );
    let refusal = &summary.refusals[0];
    assert_eq!((refusal.line, refusal.call_id.as_str()), (2, "harbor-1"));
    assert!(refusal.reason.contains("400"), "{refusal:?}");
    let summary = rig.finish().await;
    assert_eq!((summary.sent, summary.refused), (5, 0));
    assert_eq!((rig.sent_calls(), rig.paid()), (6, 5));
}

#[tokio::test]
async fn a_refusal_after_the_work_is_not_paid_twice() {
    let rig = Rig::open(2).await;
    rig.lab.fault(OBSERVE, Fault::status(422).after_work());
    assert_eq!(rig.finish().await.refused, 1);
    let summary = rig.finish().await;
    assert_eq!((summary.sent, summary.already_there), (1, 1));
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 2));
}

#[tokio::test]
async fn a_conflict_is_looked_up() {
    for (fault, there) in [
        (Fault::status(409).after_work(), 1),
        (Fault::status(409), 0),
    ] {
        let rig = Rig::open(2).await;
        rig.lab.fault(OBSERVE, fault);
        let summary = rig.finish().await;
        assert_eq!(
            (summary.sent, summary.already_there, summary.refused),
            (1, there, 1 - there)
        );
        if there == 0 {
            let reason = &summary.refusals[0].reason;
            assert!(reason.contains("409"), "{reason}");
        }
        let summary = rig.finish().await;
        assert_eq!((summary.sent, summary.already_there), (2 - there, there));
        assert_eq!(rig.paid(), 2);
    }
}

/// The call has no outcome, and nothing more is sent.
#[tokio::test]
async fn a_conflict_whose_look_up_shows_nothing_ends_the_import() {
    let rig = Rig::open(4).await;
    rig.lab.fault(OBSERVE, Fault::none());
    rig.lab.fault(OBSERVE, Fault::status(409));
    let other = json!({ "count": 1, "results": [{ "id": 5_001, "call_id": "other" }] });
    for _ in 0..rig.look_ups_of_new_calls().await {
        rig.lab.fault(LIST, Fault::none());
    }
    rig.lab
        .fault(LIST, Fault::none().with_body(other.to_string()));
    let mut import = rig.import();
    assert!(import.run().await.is_err());
    let summary = import.summary();
    assert_eq!(
        (summary.sent, summary.unknown, summary.not_tried()),
        (1, 1, 2)
    );
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 1));
}

/// A kill while a conflict is looked up loses no response.
#[tokio::test]
async fn what_was_accepted_is_written_down_before_a_conflict_is_looked_up() {
    let rig = Rig::open(4).await;
    rig.lab.fault(OBSERVE, Fault::status(409));
    for _ in 0..rig.look_ups_of_new_calls().await {
        rig.lab.fault(LIST, Fault::none());
    }
    rig.lab.fault(LIST, Fault::hang());
    let mut import = rig.import().with_concurrency(4);
    tokio::select! {
        () = rig.lab.sandbox().stalled() => {}
        ended = import.run() => panic!("{ended:?}"),
    }
    let journal = std::fs::read_to_string(rig.journal()).unwrap();
    let sent = journal.matches("\"state\":\"sent\"").count();
    assert_eq!((sent, rig.paid()), (3, 3), "{journal}");
}

/// No status proves that nothing was done, and a list may be late.
#[tokio::test]
async fn a_refused_call_is_sent_again_only_after_the_settle_window() {
    for status in [400, 402, 409, 422] {
        let rig = Rig::with(2, |sandbox| sandbox.quirks(late_and_twice(45))).await;
        let fault = Fault::status(status).after_work();
        rig.lab.fault(OBSERVE, fault);
        let _ = rig.import().run().await;
        let summary = rig.finish().await;
        assert_eq!(
            (summary.sent, summary.already_there),
            (1, 1),
            "{status}: {summary:?}"
        );
        assert_eq!((rig.sent_calls(), rig.paid()), (2, 2), "{status}");
    }
}

/// A rate limit delays the request, so that the refusal comes long after the send was written down.
#[tokio::test]
async fn the_settle_window_of_a_refused_call_begins_with_the_refusal() {
    let rig = Rig::with(1, |sandbox| sandbox.quirks(late_and_twice(45))).await;
    let limit = Fault::too_many_requests(RetryAfter::Seconds(90));
    rig.lab.fault(OBSERVE, limit);
    rig.lab.fault(OBSERVE, Fault::status(422).after_work());
    assert_eq!(rig.finish().await.refused, 1);
    assert!(rig.lab.clock().elapsed().as_secs() >= 90);
    assert_eq!(rig.finish().await.already_there, 1);
    assert_eq!((rig.sent_calls(), rig.paid()), (2, 1));
}

#[tokio::test]
async fn no_credits_no_key_and_no_permission_end_the_import() {
    for status in [401, 402, 403] {
        let rig = Rig::open(5).await;
        rig.lab.fault(OBSERVE, Fault::none());
        rig.lab.fault(OBSERVE, Fault::status(status));
        let mut import = rig.import();
        let error = import.run().await.unwrap_err();
        let service = error.service_error().unwrap();
        assert_eq!(service.status(), Some(status));
        let summary = import.summary();
        assert_eq!(
            (summary.sent, summary.not_tried(), summary.unknown),
            (1, 4, 0)
        );
        drop(import);
        assert_eq!(rig.finish().await.sent, 5);
        assert_eq!(rig.paid(), 5);
    }
}

#[tokio::test]
async fn a_file_whose_first_calls_are_all_refused_is_not_sent_to_its_end() {
    let rig = Rig::open(100).await;
    for _ in 0..100 {
        rig.lab.fault(OBSERVE, Fault::status(400));
    }
    let mut import = rig.import();
    let error = import.run().await.unwrap_err();
    assert!(matches!(error, ImportError::AllRefused(_)), "{error}");
    let summary = import.summary();
    assert_eq!((summary.refused, summary.not_tried()), (20, 80));
}

#[tokio::test]
async fn a_rate_limit_is_waited_for() {
    let rig = Rig::open(3).await;
    // More than one request waits for.
    for _ in 0..7 {
        let fault = Fault::too_many_requests(RetryAfter::Seconds(30));
        rig.lab.fault(OBSERVE, fault);
    }
    assert_eq!(rig.finish().await.sent, 3);
    assert_eq!(rig.paid(), 3);
    assert!(rig.lab.clock().elapsed().as_secs() >= 7 * 30);

    // Four responses are one round.
    let rig = Rig::open(8).await;
    for _ in 0..20 {
        let fault = Fault::too_many_requests(RetryAfter::Seconds(30));
        rig.lab.fault(OBSERVE, fault);
    }
    let summary = super::rig::run(rig.import().with_concurrency(4)).await;
    assert_eq!((summary.sent, rig.paid()), (8, 8));

    // So is a look-up.
    let rig = Rig::open(3).await;
    for _ in 0..9 {
        let fault = Fault::too_many_requests(RetryAfter::Seconds(100));
        rig.lab.fault(LIST, fault);
    }
    assert_eq!(rig.finish().await.sent, 3);

    let rig = Rig::open(3).await;
    for _ in 0..60 {
        rig.lab.fault(OBSERVE, Fault::status(429));
    }
    let mut import = rig.import();
    let error = import.run().await.unwrap_err();
    assert!(error.service_error().unwrap().is_rate_limited(), "{error}");
    assert_eq!(import.summary().not_tried(), 3);
}

/// Requests a stop when so many calls are done.
struct StopAt(u64, StopHandle);

impl Observer for StopAt {
    fn progress(&self, progress: Progress) {
        if progress.done >= self.0 {
            self.1.stop();
        }
    }
}

#[tokio::test]
async fn a_stop_waits_for_what_is_in_flight() {
    let rig = Rig::open(20).await;
    let stop = StopHandle::default();
    let mut import = rig
        .import()
        .with_concurrency(4)
        .with_stop(stop.clone())
        .with_observer(Arc::new(StopAt(5, stop)));
    assert_eq!(import.run().await.unwrap(), ImportOutcome::Stopped);
    let summary = import.summary();
    drop(import);
    assert_eq!(summary.unknown, 0);
    assert_eq!(summary.sent, rig.paid(), "every response was written down");
    assert!((5..=9).contains(&summary.sent), "{summary:?}");
    assert_eq!(summary.not_tried(), 20 - summary.sent);
    assert_eq!(rig.finish().await.sent, 20);
    assert_eq!(rig.paid(), 20);
}
