//! Promise: each attempt and each call has a timeout, whatever the server does, and each call can set its own.

use std::time::Duration;

use cekura::clock::SystemClock;
use cekura::{BoxFuture, CallLogId, Client, Error, Method, RetryPolicy, Timeouts};
use cekura_sandbox::Fault;
use cekura_tests::Lab;

const READ: &str = "call_logs_retrieve";
const S: fn(u64) -> Duration = Duration::from_secs;

/// One way of calling the service, with the operation that it reaches.
type Call = (
    &'static str,
    fn(&Lab, &Client) -> BoxFuture<Result<(), Error>>,
);

/// Every resource, and the way around them.
const CALLS: [Call; 7] = [
    (READ, |_, client| {
        let get = client.call_logs().get(CallLogId(5001));
        Box::pin(async { get.await.map(drop) })
    }),
    ("call_logs_list", |lab, client| {
        let list = client.call_logs().list().agent_id(lab.agent());
        Box::pin(async { list.await.map(drop) })
    }),
    ("metrics_retrieve", |lab, client| {
        let get = client.metrics().get(lab.metrics()[0]);
        Box::pin(async { get.await.map(drop) })
    }),
    ("billing_info", |_, client| {
        let info = client.billing().info();
        Box::pin(async { info.await.map(drop) })
    }),
    ("call_logs_rerun_evaluation", |lab, client| {
        let rerun = client
            .call_logs()
            .rerun_evaluation(lab.agent(), lab.fresh(1));
        Box::pin(async { rerun.await.map(drop) })
    }),
    ("call_logs_evaluate_metrics", |lab, client| {
        let calls = client.call_logs();
        let evaluate = calls.evaluate_metrics(lab.agent(), lab.fresh(1), lab.metrics());
        Box::pin(async { evaluate.await.map(drop) })
    }),
    (READ, |_, client| {
        let raw = client.raw(Method::GET, "/observability/v2/call-logs/5001/");
        Box::pin(async { raw.await.map(drop) })
    }),
];

#[tokio::test]
async fn attempt_timeout_ends_an_unanswered_attempt() {
    let lab = Lab::open().await;
    for (operation, call) in CALLS {
        for fault in [
            Fault::hang(),
            Fault::hang().after_work(),
            Fault::delay(S(86_400)),
        ] {
            let name = format!("{operation}: {fault}");
            let client = lab.client_builder().retry_policy(RetryPolicy::none());
            let client = client.build().unwrap();
            lab.fault(operation, fault);
            let began = lab.clock().elapsed();
            let error = call(&lab, &client).await.expect_err(&name);
            assert!(error.is_timeout() && error.is_network(), "{name}: {error}");
            assert_eq!(lab.clock().elapsed() - began, S(60), "{name}");
        }
    }
}

#[tokio::test]
async fn total_timeout_covers_all_attempts() {
    let lab = Lab::open().await;
    for (operation, call) in CALLS {
        for _ in 0..20 {
            lab.fault(operation, Fault::hang());
        }
        let client = lab.client_builder().timeout(S(100)).build().unwrap();
        let began = lab.clock().elapsed();
        let error = call(&lab, &client).await.expect_err(operation);
        assert!(error.is_timeout(), "{operation}: {error}");
        let paid = is_paid(operation);
        let took = lab.clock().elapsed() - began;
        assert_eq!(error.attempts(), if paid { 1 } else { 2 }, "{operation}");
        assert_eq!(took, if paid { S(60) } else { S(100) }, "{operation}");
        assert_eq!(error.is_outcome_unknown(), paid, "{operation}: {error}");
        lab.faults().clear();
    }
}

#[tokio::test]
async fn timeouts_can_be_set_per_call() {
    let lab = Lab::open().await;
    let get = || lab.client().call_logs().get(CallLogId(5001));
    let once = |get: cekura::resources::GetCallLog| get.with_retry_policy(RetryPolicy::none());
    for (get, limit) in [
        (once(get()).with_attempt_timeout(S(3)), S(3)),
        (once(get()).with_timeout(S(4)), S(4)),
        (
            once(get()).with_attempt_timeout(S(9)).with_timeout(S(5)),
            S(5),
        ),
        (
            once(get())
                .with_attempt_timeout(S(900))
                .with_timeout(S(700)),
            S(700),
        ),
    ] {
        lab.fault(READ, Fault::hang());
        let began = lab.clock().elapsed();
        assert!(get.await.unwrap_err().is_timeout());
        assert_eq!(lab.clock().elapsed() - began, limit);
    }
    let mut timeouts = Timeouts::default();
    (timeouts.attempt, timeouts.total) = (S(2), S(6));
    let client = lab.client_builder().timeouts(timeouts).build().unwrap();
    lab.fault(READ, Fault::hang());
    let began = lab.clock().elapsed();
    let log = client.call_logs().get(CallLogId(5001)).await.unwrap();
    assert_eq!(
        log.id,
        Some(CallLogId(5001)),
        "the second attempt is answered"
    );
    assert!(lab.clock().elapsed() - began >= S(2));
}

#[tokio::test]
async fn attempt_timeout_covers_a_slow_body() {
    let lab = Lab::open().await;
    for operation in [READ, "call_logs_list", "metrics_retrieve", "billing_info"] {
        for (name, call) in CALLS.into_iter().filter(|(name, _)| *name == operation) {
            let client = lab.client_builder().retry_policy(RetryPolicy::none());
            let client = client.attempt_timeout(S(8)).build().unwrap();
            lab.fault(operation, Fault::slow_body(3, S(86_400)));
            let began = lab.clock().elapsed();
            let error = call(&lab, &client).await.expect_err(name);
            assert!(error.is_timeout() && !error.is_connect(), "{name}: {error}");
            assert_eq!(lab.clock().elapsed() - began, S(8), "{name}");
        }
    }
}

#[tokio::test]
async fn retries_a_slow_body_of_a_free_call() {
    let lab = Lab::open().await;
    lab.fault(READ, Fault::slow_body(3, S(86_400)));
    let log = lab.client().call_logs().get(CallLogId(5001)).await.unwrap();
    assert_eq!(log.id, Some(CallLogId(5001)));
    assert_eq!(lab.arrived().count(READ), 2);
}

#[tokio::test]
async fn an_error_with_a_slow_body_keeps_its_status() {
    let lab = Lab::open().await;
    // The status of a slow body is that of the true response: here of a log that does not exist.
    lab.fault(READ, Fault::slow_body(3, S(86_400)));
    let error = lab
        .client()
        .call_logs()
        .get(CallLogId(999_999))
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(lab.clock().elapsed(), S(60));
}

#[tokio::test]
async fn returns_before_a_backoff_longer_than_the_total_timeout() {
    let lab = Lab::open().await;
    let slow = RetryPolicy::default()
        .initial_backoff(S(100_000))
        .max_backoff(S(100_000));
    lab.fault(READ, Fault::status(503));
    let get = lab.client().call_logs().get(CallLogId(5001));
    let error = get
        .with_retry_policy(slow)
        .with_timeout(S(30))
        .await
        .unwrap_err();
    assert_eq!(
        (error.status(), error.attempts()),
        (Some(503), 1),
        "{error}"
    );
    assert_eq!(lab.clock().elapsed(), S(0), "there was no use in waiting");
    assert!(lab.clock().sleeps().is_empty());
}

#[tokio::test]
async fn a_refused_connection_fails_at_once() {
    let lab = Lab::open().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for (operation, call) in CALLS {
        let client = lab
            .client_builder()
            .base_url(&address)
            .retry_policy(RetryPolicy::none());
        let client = client.connect_timeout(S(1)).build().unwrap();
        let error = call(&lab, &client).await.expect_err(operation);
        assert!(
            error.is_connect() && !error.is_timeout(),
            "{operation}: {error}"
        );
        assert!(!error.is_outcome_unknown(), "{operation}: {error}");
        assert!(error.to_string().contains("nothing was sent"), "{error}");
    }
    assert!(lab.arrived().all().is_empty());
}

#[tokio::test]
async fn attempt_timeout_covers_slow_headers() {
    for (operation, call) in CALLS {
        let lab = Lab::open().await;
        let client = lab.client_builder().retry_policy(RetryPolicy::none());
        let client = client.base_url(half_a_head(&lab).await).build().unwrap();
        let error = call(&lab, &client).await.expect_err(operation);
        assert!(
            error.is_timeout() && error.status().is_none(),
            "{operation}: {error}"
        );
        assert_eq!(lab.clock().elapsed(), S(60), "{operation}");
        let paid = is_paid(operation);
        assert_eq!(error.is_outcome_unknown(), paid, "{operation}: {error}");
    }
}

/// The address of a server that begins a head and never ends it.
///
/// When that is on its way, another client asks the sandbox for something that it holds: the sign that the lab's clock
/// waits for.
async fn half_a_head(lab: &Lab) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
    let listener = listener.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let bystander = lab.client().call_logs().get(CallLogId(5001));
    lab.fault(READ, Fault::hang());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut request = [0; 16 << 10];
        let read = stream.read(&mut request).await;
        assert!(read.is_ok_and(|bytes| bytes > 0), "a request");
        let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-slow: ";
        stream.write_all(head).await.expect("half a head");
        let _ = bystander.await;
    });
    format!("http://{address}")
}

#[tokio::test]
async fn a_timeout_while_connecting_means_not_sent() {
    for (limit, span) in [(Limit::Attempt, S(3)), (Limit::Total, S(2))] {
        for (operation, call) in CALLS.iter().filter(|(operation, _)| is_paid(operation)) {
            let name = format!("{operation}, {limit:?}");
            let lab = Lab::open().await;
            let client = lab.client_builder().retry_policy(RetryPolicy::none());
            let client = match limit {
                Limit::Attempt => client.attempt_timeout(span),
                Limit::Total => client.timeout(span),
            };
            let client = client.connect_timeout(S(86_400));
            let client = client.base_url(silent_tls(&lab).await).build().unwrap();
            let error = call(&lab, &client).await.expect_err(&name);
            assert!(error.is_connect() && error.is_timeout(), "{name}: {error}");
            assert!(!error.is_outcome_unknown(), "{name}: {error}");
            assert!(
                error.to_string().contains("nothing was sent"),
                "{name}: {error}"
            );
            assert_eq!(lab.clock().elapsed(), span, "{name}");
        }
    }
}

#[tokio::test]
async fn retries_a_paid_call_after_a_connect_timeout() {
    let lab = Lab::open().await;
    let client = lab.client_builder().connect_timeout(S(86_400));
    let client = client.timeout(S(61));
    let client = client.base_url(silent_tls(&lab).await).build().unwrap();
    let paid = client
        .call_logs()
        .rerun_evaluation(lab.agent(), lab.fresh(1));
    let error = paid.await.unwrap_err();
    assert!(error.is_connect() && !error.is_outcome_unknown(), "{error}");
    assert_eq!(
        error.attempts(),
        2,
        "the limit of an attempt, then what was left"
    );
}

#[tokio::test]
async fn a_deadline_before_sending_means_not_sent() {
    let lab = Lab::open().await;
    for (operation, call) in CALLS {
        let client = lab.client_builder().timeout(S(0)).build().unwrap();
        let mark = lab.mark();
        let error = call(&lab, &client).await.expect_err(operation);
        assert!(
            error.is_timeout() && !error.is_outcome_unknown(),
            "{operation}: {error}"
        );
        assert_eq!(error.attempts(), 0, "{operation}");
        assert!(
            error.to_string().contains("nothing was sent"),
            "{operation}: {error}"
        );
        assert!(lab.since(mark).all().is_empty(), "{operation}");
    }
}

#[derive(Clone, Copy, Debug)]
enum Limit {
    Attempt,
    Total,
}

fn is_paid(operation: &str) -> bool {
    operation.ends_with("evaluation") || operation.ends_with("metrics")
}

/// The address of a server that accepts connections and never says a word of TLS.
async fn silent_tls(lab: &Lab) -> String {
    use tokio::io::AsyncReadExt;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
    let listener = listener.expect("a free port");
    let address = listener.local_addr().expect("its address");
    // One whose own limits do not wait for the same sign.
    let reader = lab.client_builder().clock(SystemClock).build();
    let (reader, sandbox) = (reader.expect("a client"), lab.sandbox_handle());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            // The sign that the lab's clock waits for.
            sandbox.faults().push_for(READ, Fault::hang());
            let bystander = reader.call_logs().get(CallLogId(5001));
            tokio::spawn(async {
                bystander
                    .with_retry_policy(RetryPolicy::none())
                    .await
                    .map(drop)
            });
            tokio::spawn(async move {
                while stream.read(&mut [0; 4_096]).await.is_ok_and(|n| n > 0) {}
            });
        }
    });
    format!("https://{address}")
}
