//! A client with a rate limit spaces its requests evenly, and fails calls whose slot is after the timeout.

use std::time::{Duration, SystemTime};

use cekura::{CallLogId, Client, RetryPolicy};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::Lab;
use futures_util::future;

const READ: &str = "call_logs_retrieve";
const S: fn(u64) -> Duration = Duration::from_secs;
const MS: fn(u64) -> Duration = Duration::from_millis;

fn paced(lab: &Lab, per_second: f64) -> Client {
    let builder = lab.client_builder().max_requests_per_second(per_second);
    builder.build().unwrap()
}

fn gaps(times: &[SystemTime]) -> Vec<Duration> {
    let pairs = times.windows(2);
    pairs
        .map(|pair| pair[1].duration_since(pair[0]).unwrap())
        .collect()
}

#[tokio::test]
async fn requests_of_all_clones_are_spaced_evenly() {
    let lab = Lab::open().await;
    let client = paced(&lab, 4.0);
    let clone = client.clone();
    for id in lab.fresh(3) {
        client.call_logs().get(id).await.unwrap();
        clone.billing().info().await.unwrap();
        let paid = clone.call_logs().rerun_evaluation(lab.agent(), id);
        let _started = paid.await.unwrap();
    }
    let times: Vec<_> = lab
        .arrived()
        .all()
        .iter()
        .map(|request| request.at)
        .collect();
    assert_eq!(gaps(&times), [MS(250); 8]);
}

#[tokio::test]
async fn idle_time_allows_no_burst() {
    let lab = Lab::open().await;
    let client = paced(&lab, 2.0);
    client.call_logs().get(CallLogId(5001)).await.unwrap();
    lab.sandbox().advance(S(60));
    let mark = lab.mark();
    for _ in 0..4 {
        client.call_logs().get(CallLogId(5001)).await.unwrap();
    }
    assert_eq!(gaps(&lab.since(mark).times(READ)), [MS(500); 3]);
}

#[tokio::test]
async fn concurrent_calls_share_the_rate_limit() {
    let lab = Lab::open().await;
    let client = paced(&lab, 10.0);
    let reads = (0..31).map(|_| async { client.call_logs().get(CallLogId(5001)).await.map(drop) });
    let done = future::join_all(reads).await;
    assert!(done.iter().all(Result::is_ok));
    assert_eq!(lab.clock().elapsed(), S(3));
}

#[tokio::test]
async fn retries_count_for_the_rate_limit() {
    let lab = Lab::open().await;
    let client = paced(&lab, 0.2);
    for _ in 0..3 {
        lab.fault(READ, Fault::status(502));
    }
    client.call_logs().get(CallLogId(5001)).await.unwrap();
    let gaps = gaps(&lab.arrived().times(READ));
    assert_eq!(gaps, [S(5); 3], "longer than any backoff here");
}

#[tokio::test]
async fn there_is_no_burst_after_a_cooldown() {
    let lab = Lab::open().await;
    let client = paced(&lab, 1.0);
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(30)));
    let get = client.call_logs().get(CallLogId(5001));
    get.with_retry_policy(RetryPolicy::none())
        .await
        .unwrap_err();
    assert_eq!(client.cooldown(), Some(S(30)), "by the 429");
    let mark = lab.mark();
    for _ in 0..4 {
        client.call_logs().get(CallLogId(5001)).await.unwrap();
    }
    let times = lab.since(mark).times(READ);
    assert_eq!(gaps(&times), [S(1); 3]);
}

#[tokio::test]
async fn a_slot_after_the_timeout_fails_the_call_without_a_request() {
    let lab = Lab::open().await;
    let client = paced(&lab, 0.01);
    client.call_logs().get(CallLogId(5001)).await.unwrap();
    assert_eq!(client.cooldown(), None, "a rate limit is no cooldown");
    let log = lab.fresh(1)[0];
    let mark = lab.mark();
    let paid = client.call_logs().rerun_evaluation(lab.agent(), log);
    let error = paid.with_timeout(S(60)).await.unwrap_err();
    assert!(error.is_rate_limited() && !error.is_outcome_unknown());
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert_eq!(error.retry_after(), Some(S(100)));
    let text = error.to_string();
    assert!(text.contains("own rate") && !text.contains("429"), "{text}");
    assert!(text.contains("nothing was sent"), "{text}");
    assert!(lab.since(mark).all().is_empty());
    assert_eq!(lab.clock().elapsed(), S(0), "nobody waited");

    // The turn that was too late for that call is there for a more patient one.
    client.call_logs().get(CallLogId(5001)).await.unwrap();
    assert_eq!(lab.clock().elapsed(), S(100));
}

#[tokio::test]
async fn an_invalid_rate_is_an_error() {
    let lab = Lab::open().await;
    for bad in [0.0, -2.0, f64::NAN, f64::INFINITY] {
        let error = lab
            .client_builder()
            .max_requests_per_second(bad)
            .build()
            .unwrap_err();
        let text = error.to_string();
        assert!(error.is_config() && text.contains("the rate "), "{text}");
    }
}
