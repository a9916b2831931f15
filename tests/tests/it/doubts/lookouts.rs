//! A wait outlives what goes wrong on the way, loses nothing it has seen, and does not hammer.

use std::time::Duration;

use cekura::{CallLogId, Poll, Waited};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::json;

use super::logs::{AGENT, LOG, OTHER, busy, done, page};

const S: fn(u64) -> Duration = Duration::from_secs;

/// Accepts both call logs, which are then looked for by `look`; what the wait comes to, and after how long.
async fn wait(look: impl Fn(&Asked) -> Answer + Send + 'static) -> (Waited, Duration) {
    let script = Script::play(move |asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG), busy(OTHER)])),
        _ => look(asked),
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

fn has_all_but(waited: &Waited, missing: &[CallLogId]) -> bool {
    waited.timed_out().collect::<Vec<_>>() == missing
}

#[tokio::test]
async fn a_log_that_is_gone_does_not_take_the_others_along() {
    let (waited, _) = wait(|asked| match asked.kind {
        One(5002) => Answer::status(404, "{}"),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[OTHER]), "{waited:?}");
}

#[tokio::test]
async fn a_log_that_cannot_be_read_does_not_take_the_others_along() {
    let (waited, _) = wait(|asked| match asked.kind {
        One(5001) => Answer::status(500, "{}"),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[LOG]), "{waited:?}");
}

#[tokio::test]
async fn a_list_that_refuses_is_replaced_by_single_reads() {
    let (waited, took) = wait(|asked| match asked.kind {
        List => Answer::status(400, r#"{"timestamp_from":["No."]}"#),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[]), "{waited:?}");
    assert!(took < S(600), "{took:?}");
}

#[tokio::test]
async fn a_hold_longer_than_a_call_may_wait_does_not_end_it() {
    let (waited, took) = wait(|asked| match (asked.kind, asked.nth) {
        (List, 1) => Answer::too_many(180),
        _ => soon(asked),
    })
    .await;
    assert!(has_all_but(&waited, &[]), "{waited:?}");
    assert!((S(180)..S(600)).contains(&took), "{took:?}");
}

#[tokio::test]
async fn a_pause_of_nothing_does_not_hammer() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        _ => Answer::json(page([busy(LOG)])).taking(Duration::from_millis(20)),
    })
    .await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.await.unwrap();
    let wait = started.wait().with_deadline(S(10));
    let waited = wait
        .with_poll(Poll::between(Duration::ZERO, S(15)))
        .await
        .unwrap();
    assert!(!waited.all_done());
    let looks = script.asked().len() - 1;
    assert!(looks < 50, "{looks} looks in 10 s");
}
