//! A 429 starts a cooldown of all clients that share it; a wrong clock elsewhere does not extend it for days.

use std::time::{Duration, SystemTime};

use cekura::{CallLogId, Client, Error, RetryPolicy, SharedCooldown};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::Lab;

use super::memory_cooldown::Board;

const READ: &str = "call_logs_retrieve";
const S: fn(u64) -> Duration = Duration::from_secs;

async fn read(client: &Client) -> Result<(), Error> {
    client.call_logs().get(CallLogId(5001)).await.map(drop)
}

fn sharing(lab: &Lab, board: &Board) -> Client {
    let builder = lab.client_builder().shared_cooldown(board.clone());
    builder.build().unwrap()
}

/// Starts the cooldown with a 429 that the client does not wait for; returns its end.
async fn refuse(lab: &Lab, client: &Client, seconds: u64) -> SystemTime {
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(seconds)));
    let impatient = RetryPolicy::none();
    let get = client
        .call_logs()
        .get(CallLogId(5001))
        .with_retry_policy(impatient);
    assert!(get.await.unwrap_err().is_rate_limited());
    lab.sandbox().now() + S(seconds)
}

#[tokio::test]
async fn a_429_starts_a_cooldown_of_all_clients() {
    let (lab, board) = (Lab::open().await, Board::default());
    let (a, b, stranger) = (
        sharing(&lab, &board),
        sharing(&lab, &board),
        lab.client_builder().build().unwrap(),
    );
    assert_eq!(b.cooldown(), None);
    let told = refuse(&lab, &a, 90).await;
    assert_eq!(board.cooldown_until(), Some(told));
    assert_eq!((a.cooldown(), b.cooldown()), (Some(S(90)), Some(S(90))));

    let mark = lab.mark();
    read(&stranger).await.unwrap();
    assert!(
        lab.since(mark).all()[0].at < told,
        "who shares nothing waits for nothing"
    );

    let (mark, logs) = (lab.mark(), lab.fresh(1));
    let paid = b.call_logs().rerun_evaluation(lab.agent(), logs.clone());
    let _started = paid.await.unwrap();
    read(&a).await.unwrap();
    let arrived = lab.since(mark);
    assert_eq!(arrived.all().len(), 2, "nobody knocked in vain");
    assert!(arrived.all().iter().all(|request| request.at >= told));
    assert!(arrived.all()[0].at <= told + S(9), "a tenth later at most");
    assert_eq!(lab.paid(logs[0]), 1);
    assert_eq!((a.cooldown(), b.cooldown()), (None, None));
}

#[tokio::test]
async fn a_cooldown_before_the_client_was_built_counts() {
    let (lab, board) = (Lab::open().await, Board::default());
    board.extend_cooldown(lab.sandbox().now() + S(40));
    let client = sharing(&lab, &board);
    assert_eq!(client.cooldown(), Some(S(40)));
    let get = client.call_logs().get(CallLogId(5001)).with_timeout(S(30));
    let error = get.await.unwrap_err();
    assert!(error.is_rate_limited() && error.attempts() == 0, "{error}");
    assert_eq!(error.retry_after(), Some(S(40)));
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    assert!(lab.arrived().all().is_empty());
}

#[tokio::test]
async fn the_later_cooldown_counts() {
    let (lab, board) = (Lab::open().await, Board::default());
    let client = sharing(&lab, &board);
    refuse(&lab, &client, 60).await;
    board.forget();
    board.extend_cooldown(lab.sandbox().now() + S(20));
    assert_eq!(client.cooldown(), Some(S(60)), "its own");
    board.extend_cooldown(lab.sandbox().now() + S(100));
    assert_eq!(client.cooldown(), Some(S(100)), "that of others");
}

#[tokio::test]
async fn a_clock_that_is_days_ahead_costs_15_minutes_once() {
    let (lab, board) = (Lab::open().await, Board::default());
    board.extend_cooldown(lab.sandbox().now() + S(3 * 24 * 3_600));
    let client = sharing(&lab, &board);
    assert_eq!(client.cooldown(), Some(S(900)));
    assert!(read(&client).await.unwrap_err().is_rate_limited());

    let get = client.call_logs().get(CallLogId(5001));
    get.with_timeout(S(3_600)).await.unwrap();
    let waited = lab.clock().elapsed();
    assert!((S(900)..=S(990)).contains(&waited), "{waited:?}");
    read(&client).await.unwrap();
    assert_eq!(
        lab.clock().elapsed(),
        waited,
        "the same end starts no second cooldown"
    );
}

#[tokio::test]
async fn the_delay_of_a_retry_is_shared_too() {
    let (lab, board) = (Lab::open().await, Board::default());
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(20)));
    let began = lab.sandbox().now();
    read(&sharing(&lab, &board)).await.unwrap();
    assert_eq!(board.cooldown_until(), Some(began + S(20)));
}

/// Others were told to wait for much longer at the moment when a client tells of its own 429.
#[derive(Debug)]
struct Worse(Board, SystemTime);

impl SharedCooldown for Worse {
    fn cooldown_until(&self) -> Option<SystemTime> {
        self.0.cooldown_until()
    }

    fn extend_cooldown(&self, until: SystemTime) {
        self.0.extend_cooldown(until.max(self.1));
    }
}

#[tokio::test]
async fn a_cooldown_after_its_own_429_says_that_the_call_was_sent() {
    let lab = Lab::open().await;
    let worse = Worse(Board::default(), lab.sandbox().now() + S(800));
    let client = lab.client_builder().shared_cooldown(worse).build().unwrap();
    lab.fault(READ, Fault::too_many_requests(RetryAfter::Seconds(20)));
    let error = read(&client).await.unwrap_err();
    assert!(error.is_rate_limited() && error.attempts() == 1, "{error}");
    let text = error.to_string();
    assert!(
        text.contains("sent once") && !text.contains("nothing was sent"),
        "{text}"
    );
    assert_eq!(lab.arrived().count(READ), 1);
}
