//! Redirects and next links to another origin are never followed.

use std::io::ErrorKind;
use std::net::TcpListener;

use cekura::{CallLogId, Method};
use cekura_sandbox::{Fault, NextLink, Quirks, Sandbox};
use cekura_tests::Lab;
use futures_util::TryStreamExt;

/// A port on which nobody has called so far, and nobody ever should.
struct Ear(TcpListener);

impl Ear {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a listener");
        Self(listener)
    }

    fn authority(&self) -> String {
        self.0.local_addr().expect("its address").to_string()
    }

    fn has_heard_nothing(&self) -> bool {
        matches!(self.0.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

#[tokio::test]
async fn redirects_never_send_the_key_to_another_origin() {
    let lab = Lab::open().await;
    let elsewhere = Sandbox::builder().start().await.unwrap();
    let ear = Ear::open();
    let own_port = lab.sandbox().url().rsplit(':').next().unwrap();
    let places = [
        format!("{}/observability/v2/call-logs/5001/", elsewhere.url()),
        format!("//{}/x/", elsewhere.url().trim_start_matches("http://")),
        format!("http://{}/x/", ear.authority()),
        format!("https://{}/x/", ear.authority()),
        // The same machine and port under another name or scheme is another place.
        format!("http://localhost:{own_port}/x/"),
        format!("https://127.0.0.1:{own_port}/x/"),
        format!("http://ann@127.0.0.1:{own_port}/x/"),
        "ftp://127.0.0.1/x/".to_owned(),
    ];
    for place in places {
        for status in [301, 302, 303, 307, 308] {
            let mark = lab.mark();
            lab.fault("call_logs_retrieve", Fault::redirect(status, &place));
            let error = lab
                .client()
                .call_logs()
                .get(CallLogId(5001))
                .await
                .unwrap_err();
            assert!(error.is_redirect(), "{status} to {place}: {error}");
            lab.fault("billing_info", Fault::redirect(status, &place));
            let raw = lab
                .client()
                .raw(Method::GET, "/test_framework/billing/info/");
            assert!(raw.await.unwrap_err().is_redirect(), "{status} to {place}");
            lab.fault(
                "call_logs_rerun_evaluation",
                Fault::redirect(status, &place),
            );
            let calls = lab.client().call_logs();
            let rerun = calls.rerun_evaluation(lab.agent(), CallLogId(5001));
            assert!(
                rerun.await.unwrap_err().is_redirect(),
                "{status} to {place}"
            );
            assert_eq!(lab.since(mark).all().len(), 3, "{status} to {place}");
        }
    }
    assert!(elsewhere.request_log().is_empty());
    assert!(ear.has_heard_nothing());
}

#[tokio::test]
async fn redirects_within_the_origin_keep_method_and_body_or_are_not_followed() {
    let lab = Lab::open().await;
    let path = "/observability/v2/call-logs/5002/";
    for status in [307, 308] {
        lab.fault("call_logs_retrieve", Fault::redirect(status, path));
        let read = lab.client().call_logs().get(CallLogId(5001)).await;
        let error = read.unwrap_err();
        let why = std::error::Error::source(&error).unwrap().to_string();
        assert_eq!(
            why, "5001 was requested, but the response has 5002",
            "{error}"
        );
    }
    for status in [301, 302, 303] {
        lab.fault("call_logs_retrieve", Fault::redirect(status, path));
        let error = lab
            .client()
            .call_logs()
            .get(CallLogId(5001))
            .await
            .unwrap_err();
        assert!(error.is_redirect(), "{status}");
    }
    // Four hops are one too many.
    let mark = lab.mark();
    for _ in 0..4 {
        lab.fault("call_logs_retrieve", Fault::redirect(307, path));
    }
    let error = lab
        .client()
        .call_logs()
        .get(CallLogId(5001))
        .await
        .unwrap_err();
    assert!(error.is_redirect(), "{error}");
    assert_eq!(lab.since(mark).all().len(), 4);
}

#[tokio::test]
async fn a_redirected_paid_request_keeps_its_body_and_is_paid_once() {
    let lab = Lab::open().await;
    let path = "/observability/v1/call-logs/rerun_evaluation/";
    lab.fault("call_logs_rerun_evaluation", Fault::redirect(307, path));
    let logs = lab.idle(2).await;
    let rerun = lab.rerun(logs.clone());
    let _started = rerun.await.unwrap();
    let arrived = lab.arrived();
    let bodies: Vec<_> = arrived
        .of("call_logs_rerun_evaluation")
        .map(|e| &e.body)
        .collect();
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0], bodies[1]);
    assert_eq!(lab.paid_each(&logs), [1, 1]);
}

#[tokio::test]
async fn next_links_never_change_the_host() {
    let elsewhere = Sandbox::builder().start().await.unwrap();
    let lab = Lab::with_quirks(Quirks {
        list_next: NextLink::Elsewhere(elsewhere.url().to_owned()),
        ..Quirks::default()
    })
    .await;
    let list = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent())
        .page_size(40);
    let pages: Vec<_> = list.pages().try_collect().await.unwrap();
    assert!(pages.len() > 3);
    let leads_away = |link: &String| link.starts_with(elsewhere.url());
    assert!(pages[0].next.as_ref().is_some_and(leads_away));
    assert!(elsewhere.request_log().is_empty());
}
