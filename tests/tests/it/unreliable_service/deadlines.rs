//! The limit of a paid call covers all of it: the reads before, the request, and reading back after it.

use std::time::Duration;

use cekura::resources::ReevaluationRequest;
use cekura::{CallLogId, Evidence, OnUnknown, RetryPolicy};
use cekura_tests::script::Kind::{One, Paid};
use cekura_tests::script::{Answer, Asked, Script};

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, idle, page};

const S: fn(u64) -> Duration = Duration::from_secs;
const LIMIT: Duration = Duration::from_secs(30);

/// A service that shows every log once, loses the answer, and then goes by `later`.
async fn losing(later: impl Fn(&Asked) -> Answer + Send + 'static) -> Script {
    Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (One(id), 1) => Answer::json(idle(CallLogId(id))),
        _ => later(asked),
    })
    .await
}

fn rerun(script: &Script, logs: &[CallLogId]) -> ReevaluationRequest {
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, logs);
    rerun
        .with_baseline()
        .with_on_unknown(OnUnknown::ResendIfUnchanged)
        .with_timeout(LIMIT)
}

fn hanging() -> Answer {
    Answer::bytes("").stalling()
}

fn many() -> Vec<CallLogId> {
    (5001..5201).map(CallLogId).collect()
}

#[tokio::test]
async fn nothing_is_sent_if_the_timeout_ends_before_the_request() {
    let script = Script::play(|_| hanging()).await;
    let error = rerun(&script, &many()).await.unwrap_err();
    assert!(error.is_timeout() && !error.is_outcome_unknown(), "{error}");
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    assert_eq!(script.clock().elapsed(), LIMIT);
    assert!(script.asked().len() <= 8, "{}", script.asked().len());
    assert!(script.paid().is_empty());
}

#[tokio::test]
async fn a_failed_read_before_the_deadline_keeps_its_own_error() {
    let patience = Duration::from_secs(5);
    let script = Script::play(|_| hanging()).await;
    let rerun = rerun(&script, &[LOG]).with_attempt_timeout(patience);
    let error = rerun
        .with_retry_policy(RetryPolicy::none())
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(error.to_string().contains("one attempt"), "{error}");
    assert_eq!(script.clock().elapsed(), patience);
}

#[tokio::test]
async fn a_failed_read_at_the_deadline_keeps_its_own_error() {
    let missing = || Answer::status(404, r#"{"detail":"Not found."}"#);
    let script = Script::play(move |_| missing().taking(LIMIT)).await;
    let error = rerun(&script, &[LOG]).await.unwrap_err();
    assert!(error.is_not_found() && !error.is_timeout(), "{error}");
    assert_eq!(script.clock().elapsed(), LIMIT);
    assert!(script.paid().is_empty());
}

#[tokio::test]
async fn slow_reads_do_not_extend_the_timeout_of_the_call() {
    let script = Script::play(|asked| match asked.kind {
        One(id) => Answer::json(idle(CallLogId(id))).taking(S(1)),
        _ => Answer::status(500, ""),
    })
    .await;
    let error = rerun(&script, &many()).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    assert!(script.asked().len() < 60, "{}", script.asked().len());
    assert!(script.paid().is_empty());

    let calls = script.client().call_logs();
    let error = calls.baseline(many()).with_timeout(LIMIT).await;
    assert!(error.unwrap_err().is_timeout());
}

#[tokio::test]
async fn a_timeout_while_reading_back_keeps_the_evidence_so_far() {
    let script = losing(|asked| match asked.kind {
        One(5001) => Answer::json(busy(LOG)),
        _ => hanging(),
    })
    .await;
    let error = rerun(&script, &many()).await.unwrap_err();
    let unknown = error.outcome_unknown().expect("an unknown outcome");
    assert_eq!(unknown.accepted().collect::<Vec<_>>(), [LOG]);
    assert_eq!(unknown.evidence().len(), 200);
    assert_eq!(unknown.evidence()[1].evidence, Evidence::Inconclusive);
    assert_eq!(script.clock().elapsed(), LIMIT);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_settle_window_cut_by_the_timeout_shows_nothing_unchanged() {
    let script = losing(|_| Answer::json(idle(LOG))).await;
    let error = rerun(&script, &[LOG]).await.unwrap_err();
    let unknown = error.outcome_unknown().expect("an unknown outcome");
    assert_eq!(unknown.evidence()[0].evidence, Evidence::Inconclusive);
    assert_eq!(script.clock().elapsed(), LIMIT);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_request_that_uses_the_whole_timeout_is_not_read_back() {
    let script = Script::play(|asked| match asked.kind {
        One(id) => Answer::json(idle(CallLogId(id))).taking(S(5)),
        _ => hanging(),
    })
    .await;
    let error = rerun(&script, &[LOG, OTHER]).await.unwrap_err();
    assert!(error.is_outcome_unknown() && error.is_timeout(), "{error}");
    assert_eq!(error.outcome_unknown().unwrap().evidence().len(), 2);
    assert_eq!(script.clock().elapsed(), LIMIT);
    assert_eq!(script.asked().len(), 3);
}

#[tokio::test]
async fn the_wait_has_a_deadline_of_its_own() {
    let script = losing(|asked| match (asked.kind, asked.nth) {
        (One(_), 2) => Answer::json(busy(LOG)),
        (One(_), _) => Answer::json(done(LOG)),
        _ => Answer::json(page([done(LOG)])),
    })
    .await;
    let started = rerun(&script, &[LOG]).await.unwrap();
    script.clock().advance(2 * LIMIT);
    assert!(started.wait().await.unwrap().all_done());
}

#[tokio::test]
async fn reconcile_ends_without_any_response() {
    let script = Script::play(|asked| match asked.nth {
        1 => Answer::json(idle(LOG)),
        _ => hanging(),
    })
    .await;
    let calls = script.client().call_logs();
    let before = calls.baseline(LOG).await.unwrap();
    let began = script.clock().elapsed();
    let reconcile = calls.reconcile(before).with_settle_window(S(60));
    let found = reconcile.with_timeout(LIMIT).await;
    assert_eq!(found[0].evidence, Evidence::Inconclusive);
    let took = script.clock().elapsed() - began;
    assert!((S(60)..=S(90)).contains(&took), "{took:?}");
}
