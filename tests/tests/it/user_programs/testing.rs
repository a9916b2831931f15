//! A program is tested without a server; everything but the network works as in production.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use cekura::Method;
use cekura::test_util::{self, Request, Response};

const LOG: &str =
    r#"{"id": 5001, "status": "success", "success": true, "updated_at": "2026-05-18T09:31:04Z"}"#;

#[tokio::test]
async fn the_program_gets_the_responses_and_the_test_the_requests() {
    let seen = Arc::new(Mutex::new(Vec::<Request>::new()));
    let kept = Arc::clone(&seen);
    let cekura = test_util::client(move |request| {
        kept.lock().unwrap().push(request.clone());
        Response::json(200, "[]").with_header("x-request-id", "r-1")
    });
    let started = cekura
        .call_logs()
        .rerun_evaluation(310, [5001])
        .await
        .unwrap();
    assert_eq!(started.response_meta().unwrap().request_id(), Some("r-1"));
    let reply = cekura
        .raw(Method::POST, "/x/")
        .query("a", 1)
        .body("text")
        .await
        .unwrap();
    assert_eq!(reply.bytes(), b"[]");
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 2);
    assert_eq!(
        (&*seen[0].method, &*seen[0].path),
        ("POST", "/observability/v1/call-logs/rerun_evaluation/")
    );
    assert_eq!(seen[0].body, br#"{"agent_id":310,"call_logs":[5001]}"#);
    assert!(
        seen[0]
            .headers
            .iter()
            .any(|(name, _)| name == "x-cekura-api-key")
    );
    assert_eq!((&*seen[1].query, &*seen[1].body), ("a=1", &b"text"[..]));
}

#[tokio::test]
async fn requests_are_retried_and_delays_take_no_time() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let cekura = test_util::client(move |_| match count.fetch_add(1, Ordering::SeqCst) {
        0 => Response::new(429, "").with_header("retry-after", "40"),
        1 => Response::json(503, "{}"),
        _ => Response::json(200, LOG),
    });
    let began = Instant::now();
    let response = cekura.call_logs().get(5001).with_response().await.unwrap();
    assert_eq!(
        (response.meta.attempts(), asked.load(Ordering::SeqCst)),
        (3, 3)
    );
    assert!(began.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn a_paid_request_is_sent_once() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let cekura = test_util::client(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        Response::json(502, "{}")
    });
    let error = cekura
        .call_logs()
        .rerun_evaluation(310, 5001)
        .await
        .unwrap_err();
    assert!(error.is_outcome_unknown(), "{error}");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}
