//! Promise: a retry waits for `Retry-After`, never less and at most a tenth longer. All calls of a client wait together. A call
//! fails with the delay if that is too long for it.

use std::time::{Duration, SystemTime};

use cekura::clock::JitterSource;
use cekura::{CallLogId, Client, Error, RetryPolicy};
use cekura_sandbox::{Fault, RateLimit, RetryAfter};
use cekura_tests::script::{Answer, Script};
use cekura_tests::{Lab, Mark};
use futures_util::{StreamExt, future, stream};

const READ: &str = "call_logs_retrieve";
const S: fn(u64) -> Duration = Duration::from_secs;

/// The same number each time.
#[derive(Debug)]
struct Always(f64);

impl JitterSource for Always {
    fn next_f64(&self) -> f64 {
        self.0
    }
}

async fn read(client: &Client) -> Result<(), Error> {
    client.call_logs().get(CallLogId(5001)).await.map(drop)
}

fn times(lab: &Lab, mark: Mark) -> Vec<SystemTime> {
    lab.since(mark).times(READ)
}

fn gap(times: &[SystemTime]) -> f64 {
    let [first, second] = times else {
        panic!("two requests, not {}", times.len());
    };
    second
        .duration_since(*first)
        .expect("in order")
        .as_secs_f64()
}

#[tokio::test]
async fn retry_after_seconds_are_never_shortened() {
    for (text, told) in [
        ("1", 1.0),
        ("7", 7.0),
        ("2.5", 2.5),
        (" 30 ", 30.0),
        ("119.9", 119.9),
    ] {
        for busy in [429, 503] {
            let lab = Lab::open().await;
            let mark = lab.mark();
            lab.fault(READ, Fault::status(busy).with_header("retry-after", text));
            read(lab.client()).await.unwrap();
            let waited = gap(&times(&lab, mark));
            assert!(
                (told..=told * 1.1 + 0.001).contains(&waited),
                "{busy} {text}: {waited}"
            );
            // A client's own backoff of up to a second may be longer than what it was told.
            assert_eq!(lab.clock().sleeps().len(), 1, "{busy} {text}");
        }
    }
}

#[tokio::test]
async fn retry_after_dates_are_read() {
    for ahead in [2, 45, 118].map(S) {
        let lab = Lab::open().await;
        let mark = lab.mark();
        lab.fault(READ, Fault::too_many_requests(RetryAfter::Date(ahead)));
        read(lab.client()).await.unwrap();
        let times = times(&lab, mark);
        let since_epoch = |t: SystemTime| t.duration_since(SystemTime::UNIX_EPOCH).unwrap();
        let date = S(since_epoch(times[0] + ahead).as_secs());
        assert!(since_epoch(times[1]) >= date, "{ahead:?}: too early");
        assert!(
            gap(&times) <= ahead.as_secs_f64() * 1.1,
            "{ahead:?}: {}",
            gap(&times)
        );
    }
}

#[tokio::test]
async fn an_invalid_retry_after_uses_the_backoff() {
    let past = "Mon, 02 Mar 2020 08:00:00 GMT";
    for text in [past, "0", "-3", "soon", "NaN", "inf", "1e400", ""] {
        let lab = Lab::open().await;
        let mark = lab.mark();
        lab.fault(
            READ,
            Fault::too_many_requests(RetryAfter::Text(text.to_owned())),
        );
        read(lab.client()).await.unwrap();
        assert!(gap(&times(&lab, mark)) <= 1.0, "{text}");
    }
}

#[tokio::test]
async fn a_retry_after_beyond_the_limit_fails_at_once() {
    let lab = Lab::open().await;
    let mark = lab.mark();
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(121)));
    let error = read(lab.client()).await.unwrap_err();
    assert!(error.is_rate_limited(), "{error}");
    assert_eq!((error.retry_after(), error.attempts()), (Some(S(121)), 1));
    assert!(error.to_string().contains("121"), "{error}");
    assert_eq!(lab.clock().elapsed(), S(0), "nobody waited");

    // The client holds its next calls back until then, clones included: those that have the time wait, others end.
    let clone = lab.client().clone();
    let told = lab.sandbox().now() + S(121);
    for client in [lab.client(), &clone] {
        let get = client.call_logs().get(CallLogId(5001));
        let cooling = get.with_timeout(S(121)).await.unwrap_err();
        assert!(
            cooling.is_rate_limited() && cooling.attempts() == 0,
            "{cooling}"
        );
        assert_eq!(cooling.retry_after(), Some(S(121)));
        assert_eq!(client.cooldown(), Some(S(121)), "nobody waited");
    }
    assert_eq!(times(&lab, mark).len(), 1);
    read(&clone).await.unwrap();
    let times = times(&lab, mark);
    assert!(times[1] >= told && times[1] <= told + S(13), "{times:?}");
    assert_eq!(lab.client().cooldown(), None);
}

#[tokio::test]
async fn a_call_waits_for_the_end_of_a_cooldown() {
    let lab = Lab::open().await;
    let client = lab.client_builder().jitter(Always(0.999)).build().unwrap();
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(280)));
    read(&client).await.unwrap_err();
    let (recorder, guard) = cekura_tests::Recorder::start();
    let mark = lab.mark();
    // A tenth more would be too late: it comes back half-way between the moment it was told and its own last one.
    read(&client).await.unwrap();
    drop(guard);
    assert!(
        recorder.text().contains("cooling down after a 429"),
        "it says why it waits"
    );
    let waited = lab.clock().elapsed();
    assert_eq!(waited, S(290));
    assert_eq!(lab.since(mark).all().len(), 1);
}

#[tokio::test]
async fn retry_after_dates_are_measured_from_the_date_of_the_reply() {
    // Weeks before and after what the client takes for the time.
    for (day, month) in [("Mon", "Mar"), ("Tue", "Jun")] {
        let script = Script::play(move |asked| match asked.nth {
            1 => {
                let date = format!("date: {day}, 02 {month} 2026 08:00:00 GMT\r\n");
                let told = format!("retry-after: {day}, 02 {month} 2026 08:00:05 GMT\r\n");
                Answer::new(429, &(date + &told), "")
            }
            _ => Answer::json(r#"{"id": 5001}"#),
        })
        .await;
        read(&script.client()).await.unwrap();
        let waited = script.asked()[1].at;
        assert!((S(5)..=S(6)).contains(&waited), "{month}: {waited:?}");
    }
}

#[tokio::test]
async fn a_retry_after_beyond_the_timeout_fails_at_once() {
    for busy in [429, 503] {
        let lab = Lab::open().await;
        lab.fault(READ, Fault::status(busy).with_header("Retry-After", "60"));
        let get = lab.client().call_logs().get(CallLogId(5001));
        let error = get.with_timeout(S(60)).await.unwrap_err();
        assert_eq!(
            (error.status(), error.retry_after()),
            (Some(busy), Some(S(60)))
        );
        assert_eq!(lab.clock().elapsed(), S(0), "nobody waited");
    }
}

#[tokio::test]
async fn a_retry_after_that_ends_with_the_timeout_fails_at_once() {
    for (timeout, attempts) in [(60, 1), (61, 2)] {
        let lab = Lab::open().await;
        let client = lab.client_builder().jitter(Always(0.0)).build().unwrap();
        lab.fault(READ, Fault::status(503).with_header("Retry-After", "60"));
        let get = client.call_logs().get(CallLogId(5001));
        let _ = get.with_timeout(S(timeout)).await;
        assert_eq!(lab.arrived().count(READ), attempts, "{timeout}");
    }
}

#[tokio::test]
async fn the_limit_can_be_set() {
    let lab = Lab::open().await;
    let policy = |limit| RetryPolicy::default().max_retry_after(limit);
    let get = || lab.client().call_logs().get(CallLogId(5001));
    lab.fault(READ, Fault::status(503).with_header("Retry-After", "200"));
    get().with_retry_policy(policy(S(200))).await.unwrap();
    lab.fault(READ, Fault::status(503).with_header("Retry-After", "4"));
    let error = get().with_retry_policy(policy(S(3))).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(S(4)));
}

#[tokio::test]
async fn retries_are_counted_and_their_number_can_be_set() {
    let lab = Lab::open().await;
    for (policy, attempts) in [
        (RetryPolicy::default(), 5),
        (RetryPolicy::default().max_retries(2), 3),
        (RetryPolicy::none(), 1),
    ] {
        for _ in 0..attempts {
            lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(3)));
        }
        let get = lab.client().call_logs().get(CallLogId(5001));
        let error = get.with_retry_policy(policy).await.unwrap_err();
        assert_eq!(
            (error.attempts(), error.retry_after()),
            (attempts, Some(S(3)))
        );
        assert_eq!(lab.faults().remaining(), 0);
    }
}

#[tokio::test]
async fn the_backoff_doubles_up_to_its_cap() {
    let lab = Lab::open().await;
    for _ in 0..4 {
        lab.fault(READ, Fault::status(502));
    }
    read(lab.client()).await.unwrap();
    let sleeps = lab.clock().sleeps();
    assert_eq!(sleeps.len(), 4);
    for (sleep, ceiling) in sleeps.iter().zip([250, 500, 1_000, 2_000]) {
        assert!(*sleep <= Duration::from_millis(ceiling), "{sleeps:?}");
    }
    assert!(sleeps.iter().any(|sleep| !sleep.is_zero()), "{sleeps:?}");
}

#[tokio::test]
async fn a_429_starts_a_cooldown_of_one_client() {
    let lab = Lab::open().await;
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(90)));
    let impatient = RetryPolicy::default().max_retry_after(S(10));
    let get = lab.client().call_logs().get(CallLogId(5001));
    assert!(
        get.with_retry_policy(impatient)
            .await
            .unwrap_err()
            .is_rate_limited()
    );
    let told = lab.sandbox().now() + S(90);

    let mark = lab.mark();
    let (clone, logs) = (lab.client().clone(), lab.fresh(1));
    let calls = clone.call_logs();
    let reads = future::join_all((0..10).map(|_| read(&clone)));
    let paid = async { calls.rerun_evaluation(lab.agent(), logs).await.map(drop) };
    let stranger = lab.client_builder().build().unwrap();
    read(&stranger).await.unwrap();
    assert_eq!(
        lab.since(mark).all().len(),
        1,
        "another client is not held back"
    );
    let mark = lab.mark();
    let (reads, paid) = future::join(reads, paid).await;
    assert!(paid.is_ok() && reads.iter().all(Result::is_ok));
    let arrived = lab.since(mark);
    assert_eq!(arrived.all().len(), 11, "nobody knocked in vain");
    assert!(arrived.all().iter().all(|request| request.at >= told));
}

#[tokio::test]
async fn under_a_rate_limit_everything_gets_through() {
    let limit = RateLimit::per_second(20);
    let lab = Lab::with(|sandbox| sandbox.rate_limit(limit)).await;
    let ids = lab.fresh(200);
    let reads = ids.iter().map(|id| {
        let get = lab.client().call_logs().get(*id);
        async move { get.await.map(|log| log.id) }
    });
    let read: Vec<_> = stream::iter(reads).buffered(8).collect().await;
    let read: Vec<_> = read.into_iter().map(|id| id.unwrap().unwrap()).collect();
    assert_eq!(read, ids);
    let refused = lab
        .arrived()
        .all()
        .iter()
        .filter(|e| e.status == Some(429))
        .count();
    assert!(
        (1..=10 * 8).contains(&refused),
        "{refused} of the requests were refused"
    );
}
