//! A raw request has any body and any header, and is still sent once if it is paid.

use cekura::Method;
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use cekura_tests::script::{Answer, Script};
use serde_json::json;

const RERUN: &str = "/observability/v1/call-logs/rerun_evaluation/";

#[tokio::test]
async fn a_binary_body_is_sent_unchanged() {
    let script = Script::play(|_| Answer::json("{}")).await;
    let csv = "id;name\n7;Käthe\n";
    let request = script.client().raw(Method::PUT, "/tables/7/");
    let reply = request
        .header("content-type", "text/csv")
        .body(csv)
        .await
        .unwrap();
    assert_eq!((reply.status(), reply.attempts()), (200, 1));
    let form = script.client().raw(Method::POST, "/forms/");
    form.body(vec![b'a', b'=', b'1']).send().await.unwrap();
    let asked: Vec<_> = script.asked().into_iter().map(|asked| asked.body).collect();
    assert_eq!(asked, [csv, "a=1"]);
}

#[tokio::test]
async fn a_paid_body_of_any_kind_is_sent_once() {
    let lab = Lab::open().await;
    let log = lab.idle(1).await[0];
    let body = json!({ "agent_id": lab.agent(), "call_logs": [log] }).to_string();
    lab.faults().push(Fault::reset().after_work());
    let mark = lab.mark();
    let request = lab.client().raw(Method::POST, RERUN).body(body);
    let request = request
        .header("Content-Type", "application/json; charset=utf-8")
        .header("accept", "application/json");
    let error = tokio::spawn(request.send()).await.unwrap().unwrap_err();
    assert!(error.is_outcome_unknown(), "{error}");
    let arrived = lab.since(mark);
    assert_eq!((arrived.paid_requests(), lab.paid(log)), (1, 1));
    assert_eq!(
        arrived.all()[0].header("content-type"),
        Some("application/json; charset=utf-8")
    );
}
