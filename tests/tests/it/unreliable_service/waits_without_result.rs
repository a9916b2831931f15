//! A wait says why a call log has no result, ends in time, and pauses between two polls.

use std::time::Duration;

use cekura::reevaluation::{PollInterval, Reevaluation, WaitOutcome};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, page};

const S: fn(u64) -> Duration = Duration::from_secs;
const MS: fn(u64) -> Duration = Duration::from_millis;

/// Accepts both call logs; `respond` has the responses to reads.
async fn started(respond: impl Fn(&Asked) -> Answer + Send + 'static) -> (Script, Reevaluation) {
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        _ => respond(asked),
    })
    .await;
    let calls = script.client().call_logs();
    let started = calls.rerun_evaluation(AGENT, [LOG, OTHER]).await.unwrap();
    (script, started)
}

/// How many call logs were read whole.
fn reads(script: &Script) -> usize {
    let asked = script.asked();
    asked
        .iter()
        .filter(|asked| matches!(asked.kind, One(_)))
        .count()
}

#[tokio::test]
async fn a_call_log_that_is_not_listed_and_whose_read_fails_is_unreadable() {
    for status in [403, 500] {
        let (_script, started) = started(move |asked| match asked.kind {
            One(5001) => Answer::json(done(LOG)),
            One(_) => Answer::status(status, "{}"),
            _ => Answer::json(page([done(LOG)])),
        })
        .await;
        let waited = started.wait().await.unwrap();
        assert_eq!(waited.without_result().collect::<Vec<_>>(), [OTHER]);
        let other = waited.iter().find(|log| log.id == OTHER).unwrap();
        let WaitOutcome::Unreadable { reason, .. } = &other.outcome else {
            panic!("{status}: {waited:?}");
        };
        assert!(reason.contains(&status.to_string()), "{reason}");
    }
}

#[tokio::test]
async fn reads_that_hang_end_at_most_5_s_after_the_deadline() {
    let (script, started) = started(|asked| match asked.kind {
        List => Answer::json(page([done(LOG), done(OTHER)])),
        _ => Answer::bytes("").stalling(),
    })
    .await;
    // The results have stayed unchanged for long enough just before this.
    let waited = started.wait().with_timeout(S(50)).await.unwrap();
    assert_eq!(waited.without_result().count(), 2);
    assert!(reads(&script) > 0);
    let took = script.clock().elapsed();
    assert!((S(50)..=S(55)).contains(&took), "{took:?}");
}

#[tokio::test]
async fn a_revoked_key_ends_the_wait_at_once() {
    let (script, started) = started(|asked| match asked.kind {
        List => Answer::json(page([done(LOG), done(OTHER)])),
        _ => Answer::status(401, "{}"),
    })
    .await;
    let error = started.wait().await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(reads(&script), 2);
}

#[tokio::test]
async fn a_wait_sends_nothing_during_a_cooldown() {
    // Longer than the timeout of a call, so that a poll would fail.
    let (script, started) = started(|asked| match (asked.kind, asked.nth) {
        (List, 1) => Answer::too_many(400),
        (List, 2) => Answer::json(page([busy(LOG), busy(OTHER)])),
        (List, _) => Answer::json(page([done(LOG), done(OTHER)])),
        (One(5001), _) => Answer::json(done(LOG)),
        _ => Answer::json(done(OTHER)),
    })
    .await;
    let mut cooling = 0;
    let wait = started
        .wait()
        .with_progress(|at| cooling += u32::from(at.cooldown.is_some()));
    assert!(wait.await.unwrap().all_done());
    assert_eq!(cooling, 1, "one pause covers the whole cooldown");
    assert!(script.clock().elapsed() >= S(400));
}

#[tokio::test]
async fn a_poll_interval_is_between_10_ms_and_an_hour() {
    let jitter = 1.1;
    for (pause, deadline, limit) in [
        (Duration::ZERO, MS(200), MS(10)),
        (S(7_200), S(15_000), S(3_600)),
    ] {
        let latency = MS(1);
        let (script, started) =
            started(move |_| Answer::json(page([busy(LOG), busy(OTHER)])).taking(latency)).await;
        let wait = started.wait().with_timeout(deadline);
        let waited = wait.with_poll_interval(PollInterval::between(pause, pause));
        assert!(!waited.await.unwrap().all_done());
        let mut polls = script.asked();
        polls.retain(|asked| asked.kind == List);
        // The deadline cuts the last pause.
        polls.pop();
        assert!(polls.len() > 2, "{}", polls.len());
        for pair in polls.windows(2) {
            let gap = pair[1].at - pair[0].at;
            let range = limit..=limit.mul_f64(jitter) + latency;
            assert!(range.contains(&gap), "{pause:?}: {gap:?}");
        }
    }
}
