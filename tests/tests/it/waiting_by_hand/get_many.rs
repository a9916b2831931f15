//! Reading any number of call logs: how many at once, in which order, and what counts as a response.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cekura::{CallLogId, RetryPolicy};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use cekura_tests::script::Kind::One;
use cekura_tests::script::{Answer, Script};
use futures_util::StreamExt;
use serde_json::json;

const READ: &str = "call_logs_retrieve";

#[tokio::test]
async fn each_id_has_one_item() {
    let lab = Lab::open().await;
    let ids = lab.fresh(40);
    lab.fault(READ, Fault::status(403));
    lab.fault(READ, Fault::status(502));
    let gone = CallLogId(9_999_999);
    let all: Vec<_> = ids.iter().copied().chain([gone]).collect();
    let reads = lab.client().call_logs().get_many(all.clone());
    let reads: Vec<_> = reads.collect().await;
    let seen: BTreeSet<_> = reads.iter().map(|(id, _)| *id).collect();
    assert_eq!((reads.len(), seen), (41, all.into_iter().collect()));
    let (well, ill): (Vec<_>, Vec<_>) = reads.into_iter().partition(|(_, read)| read.is_ok());
    assert!(
        well.iter()
            .all(|(id, read)| read.as_ref().unwrap().id == Some(*id))
    );
    let faults: Vec<_> = ill.into_iter().map(|(_, read)| read.unwrap_err()).collect();
    assert_eq!(faults.len(), 2, "the 502 was a reason to try again");
    assert!(faults.iter().any(|fault| fault.is_not_found()));
    assert!(faults.iter().any(|fault| fault.is_forbidden()));
}

#[tokio::test]
async fn ids_are_taken_when_their_read_can_begin() {
    let lab = Lab::open().await;
    let id = lab.fresh(1)[0];
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let endless = std::iter::repeat_with(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        id
    });
    let mark = lab.mark();
    let mut reads = lab
        .client()
        .call_logs()
        .get_many(endless)
        .with_concurrency(3);
    assert_eq!(
        taken.load(Ordering::Relaxed),
        0,
        "nothing before the first poll"
    );
    for done in 1..=20 {
        assert!(reads.next().await.unwrap().1.is_ok());
        let taken = taken.load(Ordering::Relaxed);
        assert!(
            (done..done + 3).contains(&taken),
            "{taken} taken, {done} done"
        );
    }
    drop(reads);
    assert!(lab.since(mark).count(READ) <= 22);
}

#[tokio::test]
async fn one_slow_read_does_not_block_the_others() {
    // A response of 100 bytes of which one came: the connection stays open.
    let script = Script::play(|asked| match asked.kind {
        One(5001) => Answer::bytes("HTTP/1.1 200 -\r\ncontent-length: 100\r\n\r\n{").stalling(),
        One(id) => Answer::json(json!({ "id": id, "status": "success" })),
        _ => Answer::status(500, ""),
    })
    .await;
    let reads = script
        .client()
        .call_logs()
        .get_many((5001..5009).map(CallLogId));
    let reads = reads.with_retry_policy(RetryPolicy::none());
    let order: Vec<_> = reads.map(|(id, read)| (id.0, read.is_ok())).collect().await;
    assert_eq!(order.len(), 8);
    assert_eq!(order.last(), Some(&(5001, false)), "{order:?}");
}

#[tokio::test]
async fn another_call_log_is_an_error() {
    let script = Script::play(|asked| match asked.kind {
        One(5001) => Answer::json(json!({ "id": 5002, "status": "success" })),
        One(5002) => Answer::json(json!({ "id": 5002, "detail": "try later" })),
        One(id) => Answer::json(json!({ "id": id, "status": "success" })),
        _ => Answer::status(500, ""),
    })
    .await;
    let reads = script
        .client()
        .call_logs()
        .get_many((5001..5004).map(CallLogId));
    let reads: Vec<_> = reads.collect().await;
    for (id, read) in reads {
        match (id.0, read) {
            (5003, Ok(log)) => assert_eq!(log.id, Some(id)),
            (5001 | 5002, Err(error)) => assert!(error.is_invalid_response(), "{id}: {error}"),
            (_, other) => panic!("{id}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn no_ids_end_at_once_and_zero_concurrency_is_one() {
    let lab = Lab::open().await;
    let calls = lab.client().call_logs();
    assert!(
        calls
            .get_many(Vec::<CallLogId>::new())
            .next()
            .await
            .is_none()
    );
    let mut reads = calls.get_many(lab.fresh(2)).with_concurrency(0);
    assert!(reads.next().await.is_some() && reads.next().await.is_some());
    assert!(reads.next().await.is_none());
    assert!(reads.next().await.is_none(), "and stays at its end");
}
