//! Promise: raw requests are as safe as the typed calls: the same key, limits, retries and spans. A paid path is paid once.

use std::time::Duration;

use cekura::types::{BillingInfo, CallLog};
use cekura::{Effect, Method, RetryPolicy};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::script::{Answer, Script};
use cekura_tests::{Lab, Recorder};
use serde_json::{Value, json};

const BILLING: &str = "/test_framework/billing/info/";
const RERUN: &str = "/observability/v1/call-logs/rerun_evaluation/";

#[tokio::test]
async fn a_read_has_the_key_and_is_tried_again() {
    let lab = Lab::open().await;
    lab.faults().push(Fault::status(503)).push(Fault::reset());
    let reply = lab.client().raw(Method::GET, BILLING).await.unwrap();
    assert_eq!(reply.status(), 200);
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let info: BillingInfo = reply.json().unwrap();
    assert_eq!(Some(info), lab.client().billing().info().await.ok());
    let arrived = lab.arrived();
    assert_eq!(arrived.count("billing_info"), 4);
    for request in arrived.all() {
        assert_eq!(
            request.header("x-cekura-api-key"),
            Some(lab.sandbox().api_key())
        );
        assert_eq!(request.header("x-client-source"), Some("sdk"));
        assert_eq!(request.header("accept"), Some("application/json"));
        assert!(
            request
                .header("user-agent")
                .unwrap()
                .starts_with("cekura-rust/")
        );
        assert_eq!(request.header("api-version"), None);
    }
}

#[tokio::test]
async fn queries_are_escaped_and_bodies_are_json() {
    let lab = Lab::open().await;
    let list = lab
        .client()
        .raw(Method::GET, "/observability/v2/call-logs/?page_size=3");
    let filter = json!({ "field": "topic", "op": "neq", "value": "ä&b=c d/?#" }).to_string();
    let list = list
        .query("agent_id", lab.agent())
        .query("filters_v2", &filter);
    let page: Value = list.await.unwrap().json().unwrap();
    assert_eq!(page["results"].as_array().unwrap().len(), 3);
    let arrived = lab.arrived();
    assert_eq!(arrived.all()[0].query("filters_v2"), Some(filter.as_str()));

    let logs = lab.idle(2).await;
    let body = json!({ "agent_id": lab.agent(), "call_logs": logs });
    let reply = lab
        .client()
        .raw(Method::POST, RERUN)
        .json(&body)
        .await
        .unwrap();
    let entries: Vec<CallLog> = reply.json().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(lab.paid_each(&logs), [1, 1]);
    let arrived = lab.arrived();
    let sent = arrived.of("call_logs_rerun_evaluation").next().unwrap();
    assert_eq!(sent.json(), Some(body));
    assert_eq!(sent.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn a_path_that_costs_money_is_never_sent_twice() {
    let lab = Lab::open().await;
    let faults = [
        Fault::status(500).after_work(),
        Fault::status(502).after_work(),
        Fault::status(503)
            .with_header("Retry-After", "1")
            .after_work(),
        Fault::status(504).after_work(),
        Fault::status(408).after_work(),
        Fault::hang().after_work(),
        Fault::reset().after_work(),
        Fault::redirect(302, "http://127.0.0.1:9/").after_work(),
    ];
    for fault in faults {
        let (name, logs, mark) = (fault.to_string(), lab.idle(1).await, lab.mark());
        lab.fault("call_logs_rerun_evaluation", fault);
        let body = json!({ "agent_id": lab.agent(), "call_logs": logs });
        let error = lab.client().raw(Method::POST, RERUN).json(&body).await;
        assert!(error.expect_err(&name).is_outcome_unknown(), "{name}");
        assert_eq!(lab.since(mark).paid_requests(), 1, "{name}");
        assert_eq!(lab.paid(logs[0]), 1, "{name}");
    }
}

#[tokio::test]
async fn a_429_is_waited_out_here_too() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let mark = lab.mark();
    lab.fault(
        "call_logs_rerun_evaluation",
        Fault::too_many_requests(RetryAfter::Seconds(6)),
    );
    let body = json!({ "agent_id": lab.agent(), "call_logs": logs });
    let raw = lab.client().raw(Method::POST, RERUN).json(&body);
    assert_eq!(raw.await.unwrap().status(), 200);
    let times = lab.since(mark).times("call_logs_rerun_evaluation");
    assert!(times[1].duration_since(times[0]).unwrap() >= Duration::from_secs(6));
    assert_eq!(lab.paid(logs[0]), 1);
}

#[tokio::test]
async fn an_unknown_path_goes_by_its_method_or_by_what_the_caller_says() {
    // The sandbox knows no such path; what is looked at is how the client judges a connection that breaks.
    let lab = Lab::open().await;
    let url = dead_end().await;
    let client = lab.client_builder().base_url(url).build().unwrap();
    for (method, effect, attempts) in [
        (Method::GET, None, 5),
        (Method::PUT, None, 5),
        (Method::DELETE, None, 5),
        (Method::POST, None, 1),
        (Method::PATCH, None, 1),
        (Method::POST, Some(Effect::Read), 5),
        (Method::GET, Some(Effect::Billable), 1),
    ] {
        let name = format!("{method} {effect:?}");
        let raw = client.raw(method, "/elsewhere/");
        let raw = match effect {
            Some(effect) => raw.with_effect(effect),
            None => raw,
        };
        let error = raw.await.expect_err(&name);
        assert_eq!(error.attempts(), attempts, "{name}: {error}");
        assert_eq!(error.is_outcome_unknown(), attempts == 1, "{name}: {error}");
        assert!(error.is_network() && !error.is_connect(), "{name}: {error}");
    }
}

/// The address of a server that accepts every connection, reads a request, and hangs up.
async fn dead_end() -> String {
    use tokio::io::AsyncReadExt;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a free port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4_096]).await;
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn nothing_leaves_the_base_url() {
    let lab = Lab::open().await;
    for path in [
        "x/",
        "",
        "//127.0.0.1:9/",
        "http://127.0.0.1:9/",
        "/\\127.0.0.1:9/",
        "@127.0.0.1:9/",
        "/x/\r\nx-client-source: y",
        "/x\n/",
        "/x/\u{7f}",
    ] {
        let error = lab.client().raw(Method::GET, path).await.unwrap_err();
        assert!(error.is_invalid_request(), "{path}: {error}");
    }
    assert!(lab.arrived().all().is_empty());
}

#[tokio::test]
async fn limits_and_errors_are_those_of_the_typed_calls() {
    let lab = Lab::open().await;
    let get = || {
        lab.client()
            .raw(Method::GET, BILLING)
            .with_retry_policy(RetryPolicy::none())
    };
    lab.faults().push(Fault::hang());
    let error = get()
        .with_attempt_timeout(Duration::from_secs(2))
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(lab.clock().elapsed(), Duration::from_secs(2));
    lab.faults().push(Fault::oversize(1));
    assert!(
        get()
            .with_max_response_bytes(1_000)
            .await
            .unwrap_err()
            .is_invalid_response()
    );
    lab.faults()
        .push(Fault::status(403).with_body(r#"{"detail":"No."}"#));
    let error = get().await.unwrap_err();
    assert_eq!(error.message().unwrap().detail(), Some("No."));
    assert_eq!(error.operation(), Some("billing_info"));
    let missing = lab
        .client()
        .raw(Method::GET, "/nothing/here/")
        .await
        .unwrap_err();
    assert!(
        missing.is_not_found() && missing.operation() == Some("raw"),
        "{missing}"
    );
}

#[tokio::test]
async fn a_reply_that_does_not_fit_is_named_by_its_place() {
    let lab = Lab::open().await;
    let reply = lab.client().raw(Method::GET, BILLING).await.unwrap();
    let error = reply.json::<Vec<u8>>().unwrap_err();
    assert!(error.is_invalid_response(), "{error}");
    assert!(
        !format!("{reply:?}").contains("credits"),
        "a body is not shown by accident"
    );
}

#[tokio::test]
async fn spans_name_the_operation_and_no_query() {
    let lab = Lab::open().await;
    let (recorder, _guard) = Recorder::start();
    let raw = lab
        .client()
        .raw(Method::GET, "/observability/v2/call-logs/5001/");
    raw.await.unwrap();
    let list = lab
        .client()
        .raw(Method::GET, "/observability/v2/call-logs/?call_ids=5001");
    list.query("agent_id", lab.agent()).await.unwrap();
    let body = json!({ "agent_id": lab.agent(), "call_logs": lab.fresh(1) });
    lab.client()
        .raw(Method::POST, RERUN)
        .json(&body)
        .await
        .unwrap();
    let calls = recorder.spans("cekura.call");
    let seen: Vec<_> = calls
        .iter()
        .map(|call| ["cekura.operation", "url.template", "cekura.effect"].map(|f| &call.fields[f]))
        .collect();
    let list = "/observability/v2/call-logs/";
    let one = "/observability/v2/call-logs/{id}/";
    assert_eq!(
        seen,
        [
            ["call_logs_retrieve", one, "read"],
            ["call_logs_list", list, "read"],
            ["call_logs_rerun_evaluation", RERUN, "billable"],
        ]
    );
    let text = recorder.text();
    assert!(
        !text.contains("call_ids") && !text.contains("agent_id"),
        "{text}"
    );
}

#[tokio::test]
async fn a_paid_path_costs_once_however_it_is_written() {
    let lab = Lab::open().await;
    for path in [
        RERUN.trim_end_matches('/').to_owned(),
        RERUN.replace('_', "%5f"),
        RERUN.replace("/v1/", "//v1/"),
    ] {
        let url = dead_end().await;
        let client = lab.client_builder().base_url(url).build().unwrap();
        let raw = client
            .raw(Method::POST, &path)
            .with_effect(Effect::Idempotent);
        let body = json!({ "agent_id": lab.agent(), "call_logs": [5001] });
        let error = raw.json(&body).await.expect_err(&path);
        assert!(error.is_outcome_unknown(), "{path}: {error}");
        assert_eq!(error.attempts(), 1, "{path}");
    }
}

#[tokio::test]
async fn a_success_without_a_body_is_one_where_no_body_is_documented() {
    for (status, body) in [(204, ""), (200, ""), (200, "fine"), (202, "<html></html>")] {
        let script = Script::play(move |_| Answer::status(status, body)).await;
        for method in [Method::POST, Method::DELETE, Method::GET] {
            let name = format!("{method} {status} {body:?}");
            let reply = script
                .client()
                .raw(method, "/elsewhere/")
                .await
                .expect(&name);
            assert_eq!(
                (reply.status(), reply.bytes()),
                (status, body.as_bytes()),
                "{name}"
            );
        }
        // The paid ones are documented to response with JSON: this came from somebody else.
        let error = script.client().raw(Method::POST, RERUN).await.unwrap_err();
        assert!(error.is_outcome_unknown(), "{error}");
    }
}

#[tokio::test]
async fn json_behind_a_byte_order_mark_is_json() {
    let script = Script::play(|asked| match asked.nth {
        1 => Answer::json("\u{feff}[{\"id\": 5001, \"status\": \"evaluating\"}]"),
        _ => Answer::status(400, "\u{feff}{\"detail\": \"No.\"}"),
    })
    .await;
    let raw = || script.client().raw(Method::POST, RERUN).json(&json!({}));
    let logs: Vec<CallLog> = raw().await.unwrap().json().unwrap();
    assert_eq!(logs[0].id, Some(cekura::CallLogId(5001)));
    let error = raw().await.unwrap_err();
    assert_eq!(error.message().unwrap().detail(), Some("No."));
}
