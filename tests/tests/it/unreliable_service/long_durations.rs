//! Durations of any length, from the caller or the server, are handled.

use std::time::Duration;

use cekura::reevaluation::{CompletionState, TrackerState};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, busy, done, idle, page};

#[tokio::test]
async fn an_endless_settle_window_is_handled() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (One(_), 1 | 2) => Answer::json(idle(LOG)),
        _ => Answer::json(busy(LOG)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let rerun = rerun.with_baseline().with_settle_window(Duration::MAX);
    assert_eq!(rerun.await.unwrap().targets(), [LOG]);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn an_endless_wait_is_handled() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        List => Answer::json(page([done(LOG)])),
        _ => Answer::json(done(LOG)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.await.unwrap();
    let wait = started.wait().with_timeout(Duration::MAX);
    let waited = wait
        .with_completion(|_: &TrackerState| CompletionState::Inferred)
        .await;
    assert!(waited.unwrap().all_done());
}

#[tokio::test]
async fn an_endless_timeout_is_handled() {
    let script = Script::play(|_| Answer::json(idle(LOG))).await;
    let get = script.client().call_logs().get(LOG);
    let get = get
        .with_timeout(Duration::MAX)
        .with_attempt_timeout(Duration::MAX);
    assert_eq!(get.await.unwrap().id, Some(LOG));
}

#[tokio::test]
async fn an_endless_retry_after_is_handled() {
    let script = Script::play(|_| Answer::too_many(9_300_000_000_000_000_000)).await;
    let error = script.client().call_logs().get(LOG).await.unwrap_err();
    assert!(error.is_rate_limited(), "{error}");
    assert_eq!(script.asked().len(), 1);
}

#[tokio::test]
async fn a_unix_time_as_retry_after_starts_no_endless_cooldown() {
    let script = Script::play(|asked| match asked.nth {
        1 => Answer::too_many(1_775_552_400),
        _ => Answer::json(idle(LOG)),
    })
    .await;
    let client = script.client();
    assert!(client.call_logs().get(LOG).await.is_err());
    script.clock().advance(Duration::from_secs(86_400));
    assert!(client.call_logs().get(LOG).await.is_ok());
}
