//! Promise: one span for each call and one for each request, named as the OpenTelemetry conventions for HTTP clients name
//! things; never a key, a body or a query.

use std::collections::BTreeSet;

use cekura::{CallLogId, RetryPolicy};
use cekura_sandbox::Fault;
use cekura_tests::{Kind, Lab, Record, Recorder};

const READ: &str = "call_logs_retrieve";
const CALL: &str = "cekura.call";
const ATTEMPT: &str = "cekura.attempt";

fn names(span: &Record) -> BTreeSet<&str> {
    span.fields.keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_call_that_succeeds_at_once_is_two_spans() {
    let lab = Lab::open().await;
    let (recorder, _guard) = Recorder::start();
    lab.read(CallLogId(5001)).await;
    let (calls, attempts) = (recorder.spans(CALL), recorder.spans(ATTEMPT));
    let ([call], [attempt]) = (&calls[..], &attempts[..]) else {
        panic!("{}", recorder.text());
    };
    let shared = [
        "otel.name",
        "otel.kind",
        "http.request.method",
        "url.template",
        "server.address",
        "server.port",
    ];
    let mut expected: BTreeSet<_> = shared.into();
    expected.extend(["cekura.operation", "cekura.effect", "cekura.attempts"]);
    assert_eq!(names(call), expected);
    let mut expected: BTreeSet<_> = shared.into();
    expected.extend(["url.full", "http.response.status_code"]);
    assert_eq!(names(attempt), expected);

    assert_eq!(attempt.parent, Some(call.id));
    let port = lab.sandbox().url().rsplit(':').next().unwrap();
    let fields = |span: &Record, name| span.fields[name].clone();
    assert_eq!(fields(call, "otel.name"), READ);
    assert_eq!(fields(call, "cekura.effect"), "read");
    assert_eq!(fields(call, "cekura.attempts"), "1");
    for span in [call, attempt] {
        assert_eq!(span.target, "cekura");
        assert_eq!(fields(span, "otel.kind"), "client");
        assert_eq!(fields(span, "http.request.method"), "GET");
        assert_eq!(
            fields(span, "url.template"),
            "/observability/v2/call-logs/{id}/"
        );
        assert_eq!(fields(span, "server.address"), "127.0.0.1");
        assert_eq!(fields(span, "server.port"), port);
    }
    let url = format!("{}/observability/v2/call-logs/5001/", lab.sandbox().url());
    assert_eq!(fields(attempt, "url.full"), url);
    assert_eq!(fields(attempt, "http.response.status_code"), "200");
}

#[tokio::test]
async fn each_request_has_a_span_that_says_how_it_ended() {
    let lab = Lab::open().await;
    let (recorder, _guard) = Recorder::start();
    lab.fault(READ, Fault::status(503));
    lab.fault(READ, Fault::reset());
    lab.fault(READ, Fault::hang());
    lab.fault(
        READ,
        Fault::redirect(302, "https://elsewhere.example/?token=7"),
    );
    let error = lab
        .client()
        .call_logs()
        .get(CallLogId(5001))
        .await
        .unwrap_err();
    assert!(error.is_redirect());

    let attempts = recorder.spans(ATTEMPT);
    let field = |name| -> Vec<Option<String>> {
        attempts
            .iter()
            .map(|span| span.fields.get(name).cloned())
            .collect()
    };
    let some = |texts: [Option<&str>; 4]| texts.map(|text| text.map(str::to_owned)).to_vec();
    let resends = [None, Some("1"), Some("2"), Some("3")];
    assert_eq!(field("http.request.resend_count"), some(resends));
    let statuses = [Some("503"), None, None, Some("302")];
    assert_eq!(field("http.response.status_code"), some(statuses));
    let types = [
        Some("503"),
        Some("interrupted"),
        Some("timeout"),
        Some("redirect"),
    ];
    assert_eq!(field("error.type"), some(types));
    assert_eq!(field("otel.status_code"), some([Some("ERROR"); 4]));

    let calls = recorder.spans(CALL);
    let [call] = &calls[..] else {
        panic!("{calls:?}");
    };
    assert!(
        attempts
            .iter()
            .all(|attempt| attempt.parent == Some(call.id))
    );
    assert_eq!(call.fields["cekura.attempts"], "4");
    assert_eq!(call.fields["error.type"], "redirect");
    assert_eq!(call.fields["otel.status_code"], "ERROR");
    assert!(!recorder.text().contains("token"));
}

#[tokio::test]
async fn an_unknown_outcome_is_told_from_a_failure() {
    let lab = Lab::open().await;
    for (fault, expected) in [
        (Fault::reset().after_work(), "outcome_unknown"),
        (Fault::status(402), "402"),
    ] {
        let (recorder, _guard) = Recorder::start();
        lab.fault("call_logs_rerun_evaluation", fault);
        let rerun = lab.rerun(lab.fresh(1));
        rerun
            .with_retry_policy(RetryPolicy::none())
            .await
            .unwrap_err();
        let call = &recorder.spans(CALL)[0];
        assert_eq!(call.fields["error.type"], expected);
        assert_eq!(call.fields["cekura.effect"], "billable");
    }
}

#[tokio::test]
async fn events_belong_to_their_call_and_stay_quiet() {
    let lab = Lab::open().await;
    let (recorder, _guard) = Recorder::start();
    lab.fault(READ, Fault::status(502).with_body("a very private page"));
    let read = lab.client().call_logs().get(CallLogId(5001));
    read.await.unwrap();
    let records = recorder.records();
    let ours = |record: &&Record| record.kind == Kind::Event && record.target == "cekura";
    let events: Vec<_> = records.iter().filter(ours).collect();
    assert_eq!(events.len(), 1, "the retry: {events:?}");
    assert_eq!(events[0].parent, Some(recorder.spans(CALL)[0].id));
    let text = recorder.text();
    assert!(!text.contains("private"), "{text}");
}
