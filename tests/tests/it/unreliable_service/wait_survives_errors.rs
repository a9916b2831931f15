//! A wait survives errors, keeps its results, and keeps its poll interval.

use std::time::Duration;

use cekura::CallLogId;
use cekura::reevaluation::{PollInterval, WaitOutcome, WaitResults};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, page};

const S: fn(u64) -> Duration = Duration::from_secs;

/// Accepts both call logs, `respond` has the responses to reads; what the wait comes to, and after how long.
async fn wait(respond: impl Fn(&Asked) -> Answer + Send + 'static) -> (WaitResults, Duration) {
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        _ => respond(asked),
    })
    .await;
    let logs = script.client();
    let rerun = logs.call_logs().rerun_evaluation(AGENT, [LOG, OTHER]);
    let waited = rerun.await.unwrap().wait().await.unwrap();
    (waited, script.clock().elapsed())
}

/// Both done a moment later: the list shows them busy once.
fn soon(asked: &Asked) -> Answer {
    match (asked.kind, asked.nth) {
        (List, 1) => Answer::json(page([busy(LOG), busy(OTHER)])),
        (List, _) => Answer::json(page([done(LOG), done(OTHER)])),
        (One(id), _) => Answer::json(done(CallLogId(id))),
        _ => Answer::status(500, ""),
    }
}

fn has_all_but(waited: &WaitResults, missing: &[CallLogId]) -> bool {
    waited.without_result().collect::<Vec<_>>() == missing
}

fn finish(waited: &WaitResults, id: CallLogId) -> &WaitOutcome {
    let log = waited.iter().find(|log| log.id == id);
    &log.expect("every log that was asked for").outcome
}

#[tokio::test]
async fn a_deleted_call_log_ends_alone() {
    // Hidden from the list, or still in it when it is read whole.
    for still_listed in [true, false] {
        let (waited, took) = wait(move |asked| match (asked.kind, asked.nth) {
            (One(5002), _) => Answer::status(404, r#"{"detail":"Not found."}"#),
            (List, _) if !still_listed => Answer::json(page([busy(LOG)])),
            (List, _) => Answer::json(page([busy(LOG), done(OTHER)])),
            _ => soon(asked),
        })
        .await;
        assert_eq!(
            finish(&waited, OTHER),
            &WaitOutcome::Deleted,
            "{still_listed}"
        );
        assert!(matches!(finish(&waited, LOG), WaitOutcome::TimedOut { .. }));
        assert_eq!(waited.timed_out().collect::<Vec<_>>(), [LOG]);
        assert!(took >= S(600), "{took:?}");

        let (waited, took) = wait(|asked| match asked.kind {
            One(5002) => Answer::status(404, r#"{"detail":"Not found."}"#),
            _ => soon(asked),
        })
        .await;
        assert!(has_all_but(&waited, &[OTHER]), "{waited:?}");
        assert!(!waited.all_done() && took < S(60), "{took:?}");
    }
}

#[tokio::test]
async fn a_404_of_a_proxy_is_not_a_deletion() {
    let (waited, _) = wait(|asked| match (asked.kind, asked.nth) {
        (One(_), 1) => Answer::new(404, "content-type: text/html\r\n", " <html>no such page"),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[]), "{waited:?}");
}

#[tokio::test]
async fn one_unreadable_call_log_does_not_affect_the_others() {
    for status in [403, 404, 500] {
        // The other one is done long after the first refusal.
        let (waited, _) = wait(move |asked| match asked.kind {
            One(5001) if status == 404 => Answer::new(404, "", "<html>no such page"),
            One(5001) => Answer::status(status, "{}"),
            List if asked.at < S(90) => Answer::json(page([done(LOG), busy(OTHER)])),
            List => Answer::json(page([done(LOG), done(OTHER)])),
            _ => soon(asked),
        })
        .await;
        assert!(has_all_but(&waited, &[LOG]), "{waited:?}");
        let WaitOutcome::Unreadable { last, reason } = finish(&waited, LOG) else {
            panic!("{status}: {waited:?}");
        };
        assert!(reason.contains(&status.to_string()), "{reason}");
        assert!(last.as_ref().is_some_and(|last| !last.is_busy()));
        assert_eq!(waited.timed_out().count(), 0);
    }
}

#[tokio::test]
async fn a_call_log_that_is_unreadable_for_a_while_gets_its_result() {
    // Hidden from the list and refused once; listed and busy from then on.
    let (waited, _) = wait(|asked| match (asked.kind, asked.nth) {
        (List, 1) => Answer::json(page([busy(LOG)])),
        (List, _) => Answer::json(page([done(LOG), busy(OTHER)])),
        (One(5002), _) => Answer::status(403, "{}"),
        _ => soon(asked),
    })
    .await;
    let finish = finish(&waited, OTHER);
    assert!(
        matches!(finish, WaitOutcome::TimedOut { last: Some(_) }),
        "{finish:?}"
    );
}

#[tokio::test]
async fn results_are_kept_when_the_key_is_revoked() {
    for status in [401, 403, 302] {
        let (waited, took) = wait(move |asked| match asked.kind {
            List if asked.at < S(60) => Answer::json(page([done(LOG), busy(OTHER)])),
            List => Answer::new(status, "location: https://login.test/\r\n", "{}"),
            _ => soon(asked),
        })
        .await;
        assert!(has_all_but(&waited, &[OTHER]), "{waited:?}");
        let WaitOutcome::Unreadable { reason, .. } = finish(&waited, OTHER) else {
            panic!("{status}: {waited:?}");
        };
        assert!(
            reason.contains(&status.to_string()) || reason.contains("redirect"),
            "{reason}"
        );
        assert!(took < S(90), "{took:?}");
    }
}

#[tokio::test]
async fn deletions_are_kept_when_the_key_is_revoked() {
    let (waited, _) = wait(|asked| match asked.kind {
        List if asked.at < S(60) => Answer::json(page([busy(LOG)])),
        List => Answer::status(401, "{}"),
        _ => Answer::status(404, r#"{"detail":"Not found."}"#),
    })
    .await;
    assert_eq!(finish(&waited, OTHER), &WaitOutcome::Deleted);
    assert!(matches!(
        finish(&waited, LOG),
        WaitOutcome::Unreadable { .. }
    ));
}

#[tokio::test]
async fn progress_counts_deleted_call_logs() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        One(5002) => Answer::status(404, r#"{"detail":"Not found."}"#),
        One(_) => Answer::json(done(LOG)),
        _ if asked.nth == 1 => Answer::json(page([busy(LOG), busy(OTHER)])),
        _ => Answer::json(page([done(LOG), done(OTHER)])),
    })
    .await;
    let calls = script.client().call_logs();
    let started = calls.rerun_evaluation(AGENT, [LOG, OTHER]).await.unwrap();
    let mut last = None;
    let wait = started.wait().with_progress(|at| last = Some(at));
    assert!(has_all_but(&wait.await.unwrap(), &[OTHER]));
    let last = last.unwrap();
    assert_eq!((last.done, last.deleted, last.total), (1, 1, 2));
}

#[tokio::test]
async fn a_list_with_status_400_is_replaced_by_single_reads() {
    let (waited, took) = wait(|asked| match asked.kind {
        List => Answer::status(400, r#"{"timestamp_from":["No."]}"#),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[]), "{waited:?}");
    assert!(took < S(600), "{took:?}");
}

#[tokio::test]
async fn a_cooldown_beyond_the_call_timeout_does_not_end_the_wait() {
    let (waited, took) = wait(|asked| match (asked.kind, asked.nth) {
        (List, 1) => Answer::too_many(400),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[]), "{waited:?}");
    assert!((S(400)..S(600)).contains(&took), "{took:?}");
}

#[tokio::test]
async fn a_zero_poll_interval_is_raised_to_the_minimum() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        _ => Answer::json(page([busy(LOG)])).taking(Duration::from_millis(20)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.await.unwrap();
    let wait = started.wait().with_timeout(S(10));
    let waited = wait
        .with_poll_interval(PollInterval::between(Duration::ZERO, S(15)))
        .await
        .unwrap();
    assert!(!waited.all_done());
    let polls = script.asked().len() - 1;
    assert!(polls < 50, "{polls} polls in 10 s");
}
