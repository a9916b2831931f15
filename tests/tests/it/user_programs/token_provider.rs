//! A token provider is called when a token is needed, a paid request is not sent again with a new token, and no token is shown.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use cekura::clock::{Clock, Sleep};
use cekura::{AccessToken, Client, Error, RetryPolicy};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use futures_util::future::join_all;

const OLD: &str = "token-of-yesterday";
const RERUN: &str = "call_logs_rerun_evaluation";

/// A client whose provider gives these tokens one after the other, the last one ever after, and how often it was asked.
fn client(lab: &Lab, tokens: &[&str]) -> (Client, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let tokens: Vec<_> = tokens.iter().map(|token| (*token).to_owned()).collect();
    let provider = move || {
        let nth = count.fetch_add(1, Ordering::SeqCst);
        std::future::ready(AccessToken::new(&tokens[nth.min(tokens.len() - 1)]))
    };
    let builder = lab.client_builder().access_token_provider(provider);
    (builder.build().unwrap(), asked)
}

#[tokio::test]
async fn a_read_is_sent_again_with_a_new_token_after_a_401() {
    let lab = Lab::open().await;
    let (good, log) = (lab.sandbox().bearer_token(), lab.fresh(1)[0]);
    let (client, asked) = client(&lab, &[OLD, good]);
    for _ in 0..3 {
        client.call_logs().get(log).await.unwrap();
    }
    assert_eq!(
        asked.load(Ordering::SeqCst),
        2,
        "a token that works is kept"
    );
    let arrived = lab.arrived();
    let sent: Vec<_> = arrived
        .all()
        .iter()
        .map(|e| e.header("authorization").unwrap())
        .collect();
    let (old, good) = (format!("Bearer {OLD}"), format!("Bearer {good}"));
    assert_eq!(sent, [&old, &good, &good, &good]);
    assert!(
        arrived
            .all()
            .iter()
            .all(|e| e.header("x-cekura-api-key").is_none())
    );
}

#[tokio::test]
async fn a_paid_request_is_not_sent_again_after_a_401() {
    let lab = Lab::open().await;
    let log = lab.idle(1).await[0];
    let (client, asked) = client(&lab, &[OLD, lab.sandbox().bearer_token()]);
    let mark = lab.mark();
    let error = client
        .call_logs()
        .rerun_evaluation(lab.agent(), log)
        .await
        .unwrap_err();
    assert!(error.is_unauthorized() && error.attempts() == 1, "{error}");
    assert_eq!(lab.since(mark).paid_requests(), 1);
    assert_eq!((lab.paid(log), asked.load(Ordering::SeqCst)), (0, 1));

    let started = client
        .call_logs()
        .rerun_evaluation(lab.agent(), log)
        .await
        .unwrap();
    assert_eq!(
        lab.since(mark).paid_requests(),
        2,
        "the next call has the new token"
    );
    assert_eq!((lab.paid(log), asked.load(Ordering::SeqCst)), (1, 2));
    assert!(started.wait().await.unwrap().all_done());
}

/// As a proxy may answer that checks the token on the way back.
#[tokio::test]
async fn a_401_after_the_work_is_paid_once() {
    let lab = Lab::open().await;
    let log = lab.idle(1).await[0];
    let good = lab.sandbox().bearer_token();
    let (client, _) = client(&lab, &[good, good]);
    lab.fault(RERUN, Fault::status(401).after_work());
    let mark = lab.mark();
    let error = client
        .call_logs()
        .rerun_evaluation(lab.agent(), log)
        .await
        .unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!((lab.since(mark).paid_requests(), lab.paid(log)), (1, 1));
}

#[tokio::test]
async fn a_second_401_ends_the_call() {
    let lab = Lab::open().await;
    let log = lab.fresh(1)[0];
    let (client, asked) = client(&lab, &[OLD, "token-of-today"]);
    let error = client.call_logs().get(log).await.unwrap_err();
    assert!(error.is_unauthorized() && error.attempts() == 2, "{error}");
    assert_eq!(
        (lab.arrived().all().len(), asked.load(Ordering::SeqCst)),
        (2, 2)
    );

    let alone = client
        .call_logs()
        .get(log)
        .with_retry_policy(RetryPolicy::none());
    let error = alone.await.unwrap_err();
    assert!(error.is_unauthorized() && error.attempts() == 1, "{error}");
}

#[tokio::test]
async fn a_token_is_replaced_a_minute_before_it_expires() {
    let lab = Lab::open().await;
    let (log, good) = (
        lab.idle(1).await[0],
        lab.sandbox().bearer_token().to_owned(),
    );
    let (sandbox, asked) = (lab.sandbox_handle(), Arc::new(AtomicUsize::new(0)));
    let count = Arc::clone(&asked);
    let provider = move || {
        count.fetch_add(1, Ordering::SeqCst);
        let expiry = sandbox.now() + Duration::from_secs(600);
        std::future::ready(AccessToken::new(&good).map(|token| token.with_expiry(expiry)))
    };
    let client = lab
        .client_builder()
        .access_token_provider(provider)
        .build()
        .unwrap();
    let mark = lab.mark();
    for (later, total) in [(0, 1), (500, 1), (41, 2), (0, 2)] {
        lab.sandbox().advance(Duration::from_secs(later));
        client.call_logs().get(log).await.unwrap();
        assert_eq!(asked.load(Ordering::SeqCst), total, "{later} s later");
    }
    assert_eq!(lab.since(mark).all().len(), 4, "no request was refused");
}

#[tokio::test]
async fn if_the_provider_fails_nothing_is_sent_and_the_next_call_asks_again() {
    let lab = Lab::open().await;
    let (log, good) = (lab.fresh(1)[0], lab.sandbox().bearer_token().to_owned());
    let mut answers = vec![Ok(good), Err("no route to the token server")];
    let answers = Mutex::new(move || answers.pop().unwrap());
    let provider = move || {
        let answer = answers.lock().unwrap()();
        std::future::ready(
            answer
                .map_err(|why| Error::token(io::Error::other(why)))
                .and_then(AccessToken::new),
        )
    };
    let client = lab
        .client_builder()
        .access_token_provider(provider)
        .build()
        .unwrap();
    let mark = lab.mark();
    let error = client
        .call_logs()
        .rerun_evaluation(lab.agent(), log)
        .await
        .unwrap_err();
    assert!(
        error.is_token_unavailable() && error.attempts() == 0,
        "{error}"
    );
    let said = format!("{error}; {}", std::error::Error::source(&error).unwrap());
    assert_eq!(said.matches("no access token").count(), 1, "{said}");
    assert!(
        said.contains("nothing was sent") && said.contains("no route"),
        "{said}"
    );
    assert_eq!(lab.since(mark).all().len(), 0);
    client.call_logs().get(log).await.unwrap();
}

#[tokio::test]
async fn concurrent_calls_share_one_renewal() {
    let lab = Lab::open().await;
    let (client, asked) = client(&lab, &[OLD, lab.sandbox().bearer_token()]);
    let reads = lab
        .fresh(8)
        .into_iter()
        .map(|id| client.call_logs().get(id).into_future());
    assert!(join_all(reads).await.iter().all(Result::is_ok));
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn neither_the_new_nor_the_old_token_is_shown() {
    let lab = Lab::open().await;
    let (good, log) = (lab.sandbox().bearer_token(), lab.fresh(1)[0]);
    let (client, _) = client(&lab, &[OLD, good]);
    client.call_logs().get(log).await.unwrap();
    assert_eq!(
        client.redact(&format!("{OLD}, {good}")),
        "[redacted], [redacted]"
    );
    let echo = format!(r#"{{"detail": "neither {OLD} nor {good} may do this"}}"#);
    lab.faults().push(Fault::status(403).with_body(echo));
    let error = client.call_logs().get(log).await.unwrap_err();
    let body = String::from_utf8_lossy(error.body().unwrap()).into_owned();
    for shown in [format!("{error} {error:?}"), body, format!("{client:#?}")] {
        assert!(!shown.contains(OLD) && !shown.contains(good), "{shown}");
    }
}

/// A clock on which all time is over at once.
#[derive(Debug)]
struct Impatient;

impl Clock for Impatient {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, _: Duration) -> Sleep {
        Box::pin(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_provider_that_hangs_ends_with_the_timeout_of_the_call() {
    let builder = Client::builder().access_token_provider(std::future::pending);
    let client = builder
        .base_url("http://127.0.0.1:9")
        .clock(Impatient)
        .build()
        .unwrap();
    let error = client.call_logs().get(5001).await.unwrap_err();
    assert!(error.is_timeout() && error.attempts() == 0, "{error}");
}
