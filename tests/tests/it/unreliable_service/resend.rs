//! A paid request is resent only if the caller chose that, once, and for unchanged call logs.

use std::time::Duration;

use cekura::reevaluation::MAX_RESENDS;
use cekura::resources::ReevaluationRequest;
use cekura::{CallLogId, Error, Evidence, LogEvidence, OnUnknown};
use cekura_tests::script::Kind::{One, Paid};
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, BEFORE, DURING, LOG, OTHER, busy, idle, log};

fn resending(script: &Script) -> ReevaluationRequest {
    rerun(script, vec![LOG])
}

fn rerun(script: &Script, ids: Vec<CallLogId>) -> ReevaluationRequest {
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, ids);
    rerun
        .with_baseline()
        .with_on_unknown(OnUnknown::ResendIfUnchanged)
}

/// What the baseline shows; every paid request is answered by 502; `respond` has the responses to later reads.
async fn failing(respond: impl Fn(&Asked) -> Answer + Send + 'static) -> Script {
    Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::status(502, ""),
        (One(id), 1) => Answer::json(idle(CallLogId(id))),
        _ => respond(asked),
    })
    .await
}

fn evidence(error: &Error) -> &[LogEvidence] {
    error.outcome_unknown().unwrap().evidence()
}

#[tokio::test]
async fn a_paid_request_is_sent_twice_at_most() {
    let script = failing(|_| Answer::json(idle(LOG))).await;
    let error = resending(&script).await.unwrap_err();
    let unknown = error.outcome_unknown().expect("an unknown outcome");
    assert_eq!(unknown.sends_possibly_charged(), 1 + MAX_RESENDS);
    assert_eq!(script.paid().len(), 2);
    let says = error.to_string();
    assert!(says.contains("charged up to 2 times"), "{says}");
    assert!(!says.contains("not sent again"), "{says}");
}

#[tokio::test]
async fn without_a_baseline_nothing_is_resent() {
    let script = failing(|_| Answer::json(idle(LOG))).await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let rerun = rerun.with_on_unknown(OnUnknown::ResendIfUnchanged);
    let error = rerun.await.unwrap_err();
    assert!(evidence(&error).is_empty());
    assert_eq!(script.asked().len(), 1);
}

#[tokio::test]
async fn an_accepted_resend_counts_two_sends() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, 1) => Answer::status(502, ""),
        (Paid, _) => Answer::json(json!([busy(LOG)])),
        _ => Answer::json(idle(LOG)),
    })
    .await;
    let started = resending(&script).await.unwrap();
    assert_eq!(started.sends_possibly_charged(), 2);
    let script = Script::play(|_| Answer::json(json!([busy(LOG)]))).await;
    let calls = script.client().call_logs();
    let started = calls.rerun_evaluation(AGENT, LOG).await.unwrap();
    assert_eq!(started.sends_possibly_charged(), 1);
    let attached = calls.attach(AGENT, [].into_iter().collect());
    assert_eq!(attached.sends_possibly_charged(), 1);
}

#[tokio::test]
async fn a_paid_request_is_sent_once_by_default() {
    let script = failing(|_| Answer::json(idle(LOG))).await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let error = rerun.with_baseline().await.unwrap_err();
    assert_eq!(evidence(&error)[0].evidence, Evidence::Unchanged);
    assert_eq!(error.outcome_unknown().unwrap().sends_possibly_charged(), 1);
    assert!(error.to_string().contains("not sent again"), "{error}");
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_lagging_read_does_not_weaken_evidence() {
    let script = failing(|asked| {
        let moved = (2..5).contains(&asked.nth);
        let updated_at = if moved { DURING } else { BEFORE };
        Answer::json(log(LOG, "success", Some(true), updated_at))
    })
    .await;
    let error = resending(&script).await.unwrap_err();
    assert_eq!(evidence(&error)[0].evidence, Evidence::OnlyUpdatedAt);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn one_read_is_not_enough_for_unchanged() {
    let script = failing(|asked| match asked.nth {
        9 => Answer::json(idle(LOG)),
        _ => Answer::status(403, "{}"),
    })
    .await;
    let error = resending(&script).await.unwrap_err();
    assert_eq!(evidence(&error)[0].evidence, Evidence::Inconclusive);
    assert!(script.asked().len() > 9, "the call log was read back");
    assert_eq!(script.paid().len(), 1);
}

/// What becomes of a log that is unmoved whenever `seen` says that a read succeeds.
async fn unmoved_where(
    window: Duration,
    seen: impl Fn(Duration, Duration) -> bool + Send + 'static,
) -> (Evidence, usize) {
    let script = failing(move |asked| match seen(asked.at, window) {
        true => Answer::json(idle(LOG)),
        false => Answer::status(403, "{}"),
    })
    .await;
    let rerun = resending(&script).with_settle_window(window);
    let error = rerun.await.unwrap_err();
    (evidence(&error)[0].evidence, script.paid().len())
}

const WINDOW: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_log_that_cannot_be_read_when_the_window_ends_is_not_unchanged() {
    let (found, sends) = unmoved_where(WINDOW, |at, window| at < window).await;
    assert_eq!((found, sends), (Evidence::Inconclusive, 1));
    let early = Duration::from_secs(3);
    let (found, sends) = unmoved_where(WINDOW, move |at, _| at < early).await;
    assert_eq!((found, sends), (Evidence::Inconclusive, 1));
}

#[tokio::test]
async fn unchanged_needs_a_read_before_the_end_of_the_window() {
    let (found, sends) = unmoved_where(WINDOW, |at, window| at >= window).await;
    assert_eq!((found, sends), (Evidence::Inconclusive, 1));
    // The first read and the last: two in each window, and the window of the second request begins where the first ends.
    let first_and_last = |at: Duration, window: Duration| at.is_zero() || at >= window;
    let (found, sends) = unmoved_where(WINDOW, first_and_last).await;
    assert_eq!((found, sends), (Evidence::Unchanged, 2));
}

#[tokio::test]
async fn without_a_window_one_read_is_enough() {
    let (found, sends) = unmoved_where(Duration::ZERO, |_, _| true).await;
    assert_eq!((found, sends), (Evidence::Unchanged, 2));
    let (found, sends) = unmoved_where(Duration::ZERO, |_, _| false).await;
    assert_eq!((found, sends), (Evidence::Inconclusive, 1));
}

#[tokio::test]
async fn a_deleted_log_is_not_resent() {
    let script = failing(|asked| match asked.nth {
        2 => Answer::json(idle(LOG)),
        _ => Answer::status(404, r#"{"detail":"Not found."}"#),
    })
    .await;
    let error = resending(&script).await.unwrap_err();
    assert_eq!(evidence(&error)[0].evidence, Evidence::Deleted);
    assert_eq!(script.paid().len(), 1);
    // A page that a proxy does not find is no call log that was deleted.
    let script = failing(|_| Answer::new(404, "", "<html>no such page")).await;
    let error = resending(&script).await.unwrap_err();
    assert_eq!(evidence(&error)[0].evidence, Evidence::Inconclusive);
}

#[tokio::test]
async fn each_call_log_is_read_until_the_end_of_the_window() {
    let script = Script::play(|asked| match (asked.kind, asked.at >= WINDOW) {
        (Paid, _) => Answer::status(502, ""),
        (One(5001), true) => Answer::status(403, "{}"),
        (One(id), _) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let rerun = rerun(&script, vec![LOG, OTHER]).with_settle_window(WINDOW);
    let error = rerun.await.unwrap_err();
    let found: Vec<_> = evidence(&error).iter().map(|e| e.evidence).collect();
    assert_eq!(found, [Evidence::Inconclusive, Evidence::Unchanged]);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn the_last_read_is_at_the_end_of_the_window() {
    let window = Duration::from_secs(55);
    let script = failing(move |asked| match asked.at >= window {
        true => Answer::json(busy(LOG)),
        false => Answer::json(idle(LOG)),
    })
    .await;
    let started = resending(&script).with_settle_window(window).await.unwrap();
    assert_eq!(started.evidence()[0].evidence, Evidence::BecameBusy);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_refused_resend_leaves_the_first_send_unknown() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, 1) => Answer::status(502, ""),
        (Paid, _) => Answer::status(402, r#"{"detail":"No credits."}"#),
        (One(5001), 2..) => Answer::json(busy(LOG)),
        (One(id), _) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let error = rerun(&script, vec![LOG, OTHER]).await.unwrap_err();
    assert!(
        error.is_outcome_unknown() && !error.is_out_of_credits(),
        "{error}"
    );
    let unknown = error.outcome_unknown().unwrap();
    assert_eq!(unknown.accepted().collect::<Vec<_>>(), [LOG]);
    assert_eq!(unknown.unknown().collect::<Vec<_>>(), [OTHER]);
    assert_eq!(
        unknown.sends_possibly_charged(),
        1,
        "the second was refused"
    );
    assert_eq!(script.paid().len(), 2);
    assert!(script.paid()[1].contains("[5002]"), "{:?}", script.paid());
}

#[tokio::test]
async fn a_refused_resend_counts_where_it_did_work() {
    for (shown, sends, found) in [
        (busy(LOG), 2, Evidence::BecameBusy),
        (idle(LOG), 1, Evidence::Unchanged),
    ] {
        let mut sent = 0;
        let script = Script::play(move |asked| match asked.kind {
            Paid if asked.nth == 1 => Answer::status(502, ""),
            Paid => {
                sent = asked.nth;
                Answer::status(402, r#"{"detail":"No credits."}"#)
            }
            _ if sent == 2 => Answer::json(&shown),
            _ => Answer::json(idle(LOG)),
        })
        .await;
        let error = resending(&script).await.unwrap_err();
        let unknown = error.outcome_unknown().unwrap();
        assert_eq!(unknown.evidence()[0].evidence, found);
        assert_eq!(unknown.sends_possibly_charged(), sends);
        assert_eq!(error.to_string().contains("were started"), sends == 2);
        assert_eq!(script.paid().len(), 2);
    }
}

#[tokio::test]
async fn evidence_is_only_for_call_logs_without_a_response() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (Paid, 1) => Answer::status(502, ""),
        (Paid, _) => Answer::json(json!({ "results": [] })),
        (One(5001), 2..) => Answer::json(busy(LOG)),
        (One(id), _) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let started = rerun(&script, vec![LOG, OTHER]).await.unwrap();
    let found: Vec<_> = started.evidence().iter().map(|e| e.id).collect();
    assert_eq!(found, [LOG]);
    assert!(script.paid()[1].contains("[5002]"), "{:?}", script.paid());
}
