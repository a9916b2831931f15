use std::io::ErrorKind;
use std::time::Duration;

use cekura_sandbox::{Fault, FaultRates, FaultScript, RetryAfter, Sandbox};
use serde_json::json;

use crate::client::{BILLING, LIST, RERUN, Reply, detail, get, small, try_post};

/// Sends one re-evaluation into the fault; answers what the client saw and how often was paid.
async fn into(fault: Fault) -> (std::io::Result<Reply>, u64, Sandbox) {
    let sandbox = small().start().await.unwrap();
    sandbox.faults().push(fault);
    let reply = try_post(
        &sandbox,
        RERUN,
        &json!({"agent_id": 310, "call_logs": [5001]}),
    )
    .await;
    let paid = sandbox.ledger().evaluations_of(5001);
    (reply, paid, sandbox)
}

#[tokio::test]
async fn a_status_fault_comes_before_or_after_the_work() {
    for status in [400, 408, 500, 502, 503, 504] {
        let (reply, paid, _) = into(Fault::status(status)).await;
        assert_eq!((reply.unwrap().status, paid), (status, 0));
        let (reply, paid, sandbox) = into(Fault::status(status).after_work()).await;
        assert_eq!((reply.unwrap().status, paid), (status, 1));
        let exchange = &sandbox.request_log()[0];
        assert_eq!(exchange.status, Some(status));
        assert_eq!(
            exchange.fault.as_deref(),
            Some(&*format!("status {status} after the work"))
        );
        assert_eq!(
            exchange.operation.as_deref(),
            Some("call_logs_rerun_evaluation")
        );
        assert_eq!(exchange.json().unwrap()["call_logs"], json!([5001]));
    }
}

#[tokio::test]
async fn headers_and_bodies_of_a_fault_are_sent() {
    let fault = Fault::status(503)
        .with_header("Retry-After", "4")
        .with_body("{\"detail\": \"later\"}");
    let reply = into(fault).await.0.unwrap();
    assert_eq!(reply.header("retry-after"), Some("4"));
    assert_eq!(reply.json()["detail"], "later");
    let reply = into(Fault::status(502)).await.0.unwrap();
    assert!(reply.text().contains("<h1>502 Bad Gateway</h1>"));
}

#[tokio::test]
async fn a_reset_is_a_real_one_on_either_side_of_the_work() {
    for (fault, want) in [(Fault::reset(), 0), (Fault::reset().after_work(), 1)] {
        let (reply, paid, sandbox) = into(fault).await;
        assert_eq!(reply.unwrap_err().kind(), ErrorKind::ConnectionReset);
        assert_eq!(paid, want);
        assert_eq!(sandbox.request_log()[0].status, None);
    }
}

#[tokio::test]
async fn late_work_shows_nothing_until_it_begins() {
    let (reply, paid, sandbox) = into(Fault::late(Duration::from_secs(90))).await;
    assert_eq!(reply.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(paid, 1, "nothing can stop it any more");
    let before = detail(&sandbox, 5001).await;
    assert!(before["success"].is_boolean());
    sandbox.advance(Duration::from_secs(89));
    assert_eq!(detail(&sandbox, 5001).await, before);
    sandbox.advance(Duration::from_secs(1));
    assert_eq!(detail(&sandbox, 5001).await["status"], "evaluating");
}

#[tokio::test]
async fn a_cut_body_is_shorter_than_declared() {
    for (fault, want) in [
        (Fault::truncate(100), 1),
        (Fault::truncate(1).before_work(), 0),
    ] {
        let (reply, paid, _) = into(fault).await;
        let reply = reply.unwrap();
        assert_eq!((reply.status, paid), (200, want));
        let declared: usize = reply.header("content-length").unwrap().parse().unwrap();
        assert!(declared > reply.body.len(), "{declared}");
        assert!([1, 100].contains(&reply.body.len()), "{}", reply.body.len());
    }
}

#[tokio::test]
async fn faults_with_status_200_have_no_valid_body() {
    for (fault, start, kind) in [
        (Fault::garbage(), "{", "application/json"),
        (
            Fault::login_page(),
            "<!doctype html>",
            "text/html; charset=utf-8",
        ),
        (Fault::empty(), "", ""),
    ] {
        for (fault, want) in [(fault.clone().before_work(), 0), (fault.after_work(), 1)] {
            let (reply, paid, _) = into(fault).await;
            let reply = reply.unwrap();
            assert_eq!((reply.status, paid), (200, want));
            assert!(reply.text().starts_with(start));
            assert_eq!(reply.header("content-type").unwrap_or_default(), kind);
        }
    }
}

#[tokio::test]
async fn redirects_large_bodies_and_echoes() {
    let reply = into(Fault::redirect(307, "http://127.0.0.1:9/x/"))
        .await
        .0
        .unwrap();
    assert_eq!(
        (reply.status, reply.header("location")),
        (307, Some("http://127.0.0.1:9/x/"))
    );
    let reply = into(Fault::oversize(2)).await.0.unwrap();
    assert_eq!(reply.body.len(), 2 << 20);
    let reply = into(Fault::gzip_bomb(8)).await.0.unwrap();
    assert_eq!(reply.header("content-encoding"), Some("gzip"));
    assert!(reply.body.len() < 80_000);
    let (reply, _, sandbox) = into(Fault::echo_headers(403)).await;
    let reply = reply.unwrap();
    assert_eq!(reply.status, 403);
    assert!(
        reply.text().contains(sandbox.api_key()),
        "the key comes back: that is the trap"
    );
}

#[tokio::test]
async fn too_many_requests_in_every_form() {
    for (retry_after, want) in [
        (RetryAfter::Seconds(3), Some("3")),
        (
            RetryAfter::Date(Duration::from_secs(90)),
            Some("Mon, 02 Mar 2026 09:01:30 GMT"),
        ),
        (
            RetryAfter::Text("in a while".to_owned()),
            Some("in a while"),
        ),
        (RetryAfter::Absent, None),
    ] {
        let (reply, paid, _) = into(Fault::too_many_requests(retry_after)).await;
        let reply = reply.unwrap();
        assert_eq!((reply.status, paid), (429, 0));
        assert_eq!(reply.header("retry-after"), want);
        assert_eq!(reply.header("date"), Some("Mon, 02 Mar 2026 09:00:00 GMT"));
    }
}

#[tokio::test]
async fn a_held_request_can_be_waited_for_and_given_up() {
    for (fault, want) in [
        (Fault::hang(), 0),
        (Fault::hang().after_work(), 1),
        (Fault::delay(Duration::from_secs(3_600)), 0),
        (Fault::delay(Duration::from_secs(3_600)).after_work(), 1),
        (Fault::slow_body(5, Duration::from_secs(3_600)), 1),
    ] {
        let sandbox = small().start().await.unwrap();
        sandbox.faults().push(fault.clone());
        let body = json!({"agent_id": 310, "call_logs": [5001]});
        tokio::select! {
            reply = try_post(&sandbox, RERUN, &body) => panic!("{fault}: {reply:?}"),
            () = sandbox.stalled() => {}
        }
        assert_eq!(sandbox.ledger().evaluations_of(5001), want, "{fault}");
        assert_eq!(get(&sandbox, BILLING).await.status, 200, "others go on");
    }
}

#[tokio::test]
async fn delays_and_slow_bodies_end_in_the_true_reply() {
    for fault in [
        Fault::delay(Duration::from_millis(1)),
        Fault::slow_body(900, Duration::from_micros(10)),
    ] {
        let (reply, paid, _) = into(fault).await;
        let reply = reply.unwrap();
        assert_eq!((reply.status, paid), (200, 1));
        assert_eq!(reply.json()[0]["id"], 5001);
    }
}

#[tokio::test]
async fn scripted_faults_come_in_order_and_then_the_rates_apply() {
    let script: FaultScript = "{\"fault\": \"status\", \"status\": 500, \"times\": 2}\n\
         {\"fault\": \"status\", \"status\": 503, \"operation\": \"billing_info\"}"
        .parse()
        .unwrap();
    let sandbox = small().faults(script).start().await.unwrap();
    let path = format!("{LIST}5001/");
    let mut statuses = Vec::new();
    for path in [&path, BILLING, &path, BILLING, BILLING] {
        statuses.push(get(&sandbox, path).await.status);
    }
    assert_eq!(statuses, [500, 500, 200, 503, 200]);
    let rates = FaultRates {
        too_many_requests: 1.0,
        ..FaultRates::default()
    };
    sandbox.faults().set_rates(rates);
    assert_eq!(get(&sandbox, &path).await.status, 429);
    sandbox.faults().clear();
    assert_eq!(get(&sandbox, &path).await.status, 200);
}

#[tokio::test]
async fn nothing_is_left_when_the_sandbox_is_dropped() {
    let sandbox = small().start().await.unwrap();
    let address = sandbox.url().trim_start_matches("http://").to_owned();
    drop(sandbox);
    let mut refused = false;
    for _ in 0..1_000 {
        tokio::task::yield_now().await;
        refused = tokio::net::TcpStream::connect(&address).await.is_err();
        if refused {
            break;
        }
    }
    assert!(refused, "{address} still listens");
}
