//! When call logs are read, how often, and which state is kept.

use std::time::Duration;

use cekura::reevaluation::{Baseline, PollInterval, Snapshot};
use cekura::{CallLogId, Evidence, LogEvidence};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Asked, Kind, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, idle, log, page, read};

const S: fn(u64) -> Duration = Duration::from_secs;

/// Reads both call logs back for `window`, with the responses of `respond`.
async fn read_back(
    window: Duration,
    respond: impl Fn(&Asked) -> Answer + Send + 'static,
) -> (Vec<(LogEvidence, Option<Snapshot>)>, Script) {
    let script = Script::play(respond).await;
    let before: Baseline = [LOG, OTHER]
        .map(|id| (id, read(idle(id))))
        .into_iter()
        .collect();
    let reconcile = script.client().call_logs().reconcile(before);
    let found = reconcile.with_settle_window(window).with_snapshots().await;
    (found, script)
}

fn unmoved(asked: &Asked) -> Answer {
    match asked.kind {
        One(id) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    }
}

/// When requests of one kind arrived.
fn times(script: &Script, kind: Kind) -> Vec<Duration> {
    let asked = script.asked().into_iter();
    asked.filter(|a| a.kind == kind).map(|a| a.at).collect()
}

#[tokio::test]
async fn the_intervals_of_reading_back_grow_and_the_last_read_is_at_the_end_of_the_window() {
    let (found, script) = read_back(S(60), unmoved).await;
    let ms = [
        0, 2_000, 5_000, 9_500, 16_250, 26_375, 41_375, 56_375, 60_000,
    ];
    assert_eq!(times(&script, One(LOG.0)), ms.map(Duration::from_millis));
    assert!(
        found
            .iter()
            .all(|(log, _)| log.evidence == Evidence::Unchanged)
    );
}

#[tokio::test]
async fn a_settle_window_may_be_longer_than_the_timeout_of_a_call() {
    let (found, script) = read_back(S(400), unmoved).await;
    assert_eq!(times(&script, One(LOG.0)).last(), Some(&S(400)));
    assert!(
        found
            .iter()
            .all(|(log, _)| log.evidence == Evidence::Unchanged)
    );
}

#[tokio::test]
async fn a_short_settle_window_has_two_reads() {
    let (found, script) = read_back(S(1), unmoved).await;
    assert_eq!(times(&script, One(LOG.0)), [S(0), S(1)]);
    assert!(
        found
            .iter()
            .all(|(log, _)| log.evidence == Evidence::Unchanged)
    );
}

#[tokio::test]
async fn a_call_log_with_strong_evidence_is_not_read_again() {
    let (found, script) = read_back(S(60), |asked| match asked.kind {
        One(5001) => Answer::json(busy(LOG)),
        _ => unmoved(asked),
    })
    .await;
    assert_eq!(times(&script, One(LOG.0)), [S(0)]);
    assert_eq!(times(&script, One(OTHER.0)).len(), 9);
    let evidence: Vec<_> = found.iter().map(|(log, _)| log.evidence).collect();
    assert_eq!(evidence, [Evidence::BecameBusy, Evidence::Unchanged]);
}

#[tokio::test]
async fn a_deleted_call_log_keeps_its_last_state() {
    let (found, _) = read_back(S(60), |asked| match (asked.kind, asked.nth) {
        (One(5001), 2..) => Answer::status(404, r#"{"detail":"Not found."}"#),
        _ => unmoved(asked),
    })
    .await;
    let (log, state) = &found[0];
    assert_eq!((log.id, log.evidence), (LOG, Evidence::Deleted));
    assert_eq!(state, &Some(Snapshot::from(read(idle(LOG)))));
}

/// A call log that is in evaluation at every poll.
async fn endless() -> Script {
    Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        List => Answer::json(page([busy(LOG)])),
        _ => Answer::json(busy(LOG)),
    })
    .await
}

#[tokio::test]
async fn poll_intervals_grow_to_the_longest_and_have_jitter() {
    let script = endless().await;
    let started = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = started.await.unwrap();
    let poll = PollInterval::between(S(4), S(10));
    let wait = started.wait().with_poll_interval(poll).with_timeout(S(100));
    assert!(!wait.await.unwrap().all_done());
    let times = times(&script, List);
    let mut pauses = vec![times[0]];
    pauses.extend(times.windows(2).map(|two| two[1] - two[0]));
    // The last one ends with the wait.
    let last = pauses.pop();
    assert!(last.is_some_and(|last| last <= S(11)), "{last:?}");
    assert_eq!(times.last(), Some(&S(100)));
    for (nth, pause) in pauses.iter().enumerate() {
        let least = Duration::from_secs_f64([4.0, 6.0, 9.0][nth.min(2)]).min(S(10));
        let least = if nth > 2 { S(10) } else { least };
        assert!(
            (least..=least.mul_f64(1.1)).contains(pause),
            "{nth}: {pause:?}"
        );
    }
    assert_ne!(pauses[4], pauses[5], "no two waits keep in step");
}

#[tokio::test]
async fn confirmed_only_does_not_read_call_logs_that_merely_changed() {
    let changed = || log(LOG, "success", Some(true), "2026-04-07T09:01:00Z");
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::json(json!([idle(LOG)])),
        List => Answer::json(page([changed()])),
        _ => Answer::json(changed()),
    })
    .await;
    let started = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = started.await.unwrap();
    let waited = started.wait().confirmed_only().await.unwrap();
    assert_eq!(waited.timed_out().collect::<Vec<_>>(), [LOG]);
    assert_eq!(times(&script, One(LOG.0)), []);
}

#[tokio::test]
async fn a_wait_ends_with_its_last_result() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([busy(LOG)])),
        (List, 1) => Answer::json(page([busy(LOG)])),
        (List, _) => Answer::json(page([done(LOG)])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let started = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = started.with_stored_baseline([(LOG, read(idle(LOG)))].into_iter().collect());
    let waited = started.await.unwrap().wait().await.unwrap();
    assert!(waited.all_done());
    assert!(script.clock().elapsed() < S(6), "two polls are enough");
    assert_eq!(times(&script, List).len(), 2);
}

#[tokio::test]
async fn each_call_log_of_a_wait_has_its_own_outcome() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        List => Answer::json(page([done(LOG), busy(OTHER)])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let started = script
        .client()
        .call_logs()
        .rerun_evaluation(AGENT, [LOG, OTHER]);
    let before: Baseline = [LOG, OTHER]
        .map(|id| (id, read(idle(id))))
        .into_iter()
        .collect();
    let started = started.with_stored_baseline(before).await.unwrap();
    let mut shown = Vec::new();
    let wait = started
        .wait()
        .with_progress(|progress| shown.push(progress.done));
    let waited = wait.await.unwrap();
    assert!(!waited.all_done());
    assert_eq!(waited.timed_out().collect::<Vec<_>>(), [OTHER]);
    assert_eq!(waited.without_result().collect::<Vec<_>>(), [OTHER]);
    let confirmed: Vec<_> = waited.iter().map(|log| log.is_confirmed()).collect();
    assert_eq!(confirmed, [true, false]);
    assert_eq!((shown.first(), shown.last()), (Some(&0), Some(&1)));
}

#[tokio::test]
async fn a_call_log_that_is_listed_again_after_a_failed_read_is_not_unreadable() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([busy(LOG)])),
        (List, 1) => Answer::json(page([])),
        (List, _) => Answer::json(page([busy(LOG)])),
        _ => Answer::status(403, r#"{"detail":"Not yours."}"#),
    })
    .await;
    let started = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let waited = started.await.unwrap().wait().await.unwrap();
    assert_eq!(waited.timed_out().collect::<Vec<_>>(), [LOG]);
}
