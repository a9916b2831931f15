//! Promise: the responses of the service and of the sandbox match the contract, and pass through the models without loss.

use std::collections::BTreeSet;
use std::time::Duration;

use cekura::types::{BillingInfo, CallLog, CallLogPage, CallLogSummary, Metric};
use cekura::{AgentId, CallLogId, Client, Error, Method, MetricId, RawResponse};
use cekura_sandbox::Quirks;
use cekura_tests::Lab;
use serde_json::{Value, json};

use crate::json::compare::differences;
use crate::json::contract;
use crate::json::models::{Passed, pass};

async fn lab(seed: u64) -> Lab {
    Lab::with(|sandbox| sandbox.seed(seed).call_logs(60)).await
}

/// A response, checked against the contract and sent through its model.
fn examine(operation: &str, reply: &Value, pass: fn(&Value) -> Result<Passed, String>) -> Passed {
    assert_eq!(
        contract::violations(contract::reply_schema(operation), reply),
        [""; 0],
        "{operation}"
    );
    let passed = pass(reply).unwrap_or_else(|e| panic!("{operation}: {e}"));
    assert_eq!(
        differences(reply, &passed.json, None),
        [""; 0],
        "{operation}"
    );
    assert_eq!(
        passed.strays(),
        [""; 0],
        "{operation}: the contract lacks a field"
    );
    passed
}

/// The response to a request without a body, as it came.
async fn get(client: &Client, path: &str) -> Value {
    read(client.raw(Method::GET, path).await)
}

/// The response to a request with a body, as it came.
async fn post(client: &Client, path: &str, body: Value) -> Value {
    read(client.raw(Method::POST, path).json(&body).await)
}

fn read(reply: Result<RawResponse, Error>) -> Value {
    let reply = reply.expect("the sandbox answers");
    reply.json().expect("it answers with JSON")
}

#[tokio::test]
async fn lists() {
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let (sandbox, client) = (lab.sandbox(), lab.client());
        let agent = sandbox.agent_ids()[0];
        let mut entries = 0;
        for page in 1..=2 {
            let path =
                format!("/observability/v2/call-logs/?agent_id={agent}&page_size=8&page={page}");
            let reply = get(client, &path).await;
            let passed = examine("call_logs_list", &reply, pass::<CallLogPage>);
            entries += reply["results"].as_array().unwrap().len();

            let typed = client
                .call_logs()
                .list()
                .agent_id(AgentId(agent))
                .page_size(8)
                .page(page)
                .await
                .unwrap();
            assert_eq!(format!("{typed:?}"), passed.debug);
        }
        assert!(entries > 8, "seed {seed} lists {entries} call logs");
    }
}

#[tokio::test]
async fn call_logs_in_full() {
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let (sandbox, client) = (lab.sandbox(), lab.client());
        for id in sandbox.call_log_ids().into_iter().step_by(5) {
            let reply = get(client, &format!("/observability/v2/call-logs/{id}/")).await;
            let passed = examine("call_logs_retrieve", &reply, pass::<CallLog>);
            for field in [
                "id",
                "transcript_object",
                "evaluation",
                "agent_id",
                "duration",
                "timestamp",
            ] {
                assert!(
                    !reply[field].is_null(),
                    "call log {id} of seed {seed} has no {field}"
                );
            }

            let typed = client.call_logs().get(CallLogId(id)).await.unwrap();
            assert_eq!(typed.id, Some(CallLogId(id)));
            assert_eq!(format!("{typed:?}"), passed.debug);
        }
    }
}

#[tokio::test]
async fn re_evaluations() {
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let (sandbox, client) = (lab.sandbox(), lab.client());
        let agent = sandbox.agent_ids()[0];
        let ids = &sandbox.call_log_ids_of(agent)[..3];
        let body = json!({"agent_id": agent, "call_logs": ids});
        let reply = post(
            client,
            "/observability/v1/call-logs/rerun_evaluation/",
            body,
        )
        .await;
        examine("call_logs_rerun_evaluation", &reply, pass::<Vec<CallLog>>);
        assert_eq!(reply.as_array().map(Vec::len), Some(3));
    }
}

#[tokio::test]
async fn evaluations_with_chosen_metrics() {
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let (sandbox, client) = (lab.sandbox(), lab.client());
        let agent = sandbox.agent_ids()[0];
        let (ids, metrics) = (
            &sandbox.call_log_ids_of(agent)[..2],
            &sandbox.metric_ids_of(agent)[..1],
        );
        let body = json!({"agent_id": agent, "call_logs": ids, "metrics": metrics});
        let reply = post(
            client,
            "/observability/v1/call-logs/evaluate_metrics/",
            body,
        )
        .await;
        examine(
            "call_logs_evaluate_metrics",
            &reply,
            pass::<Vec<CallLogSummary>>,
        );
        assert_eq!(reply.as_array().map(Vec::len), Some(2));
    }
}

#[tokio::test]
async fn metrics() {
    let mut texts = BTreeSet::new();
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let client = lab.client();
        for id in lab.metrics() {
            for _ in 0..2 {
                let reply = get(client, &format!("/test_framework/v2/metrics/{id}/")).await;
                let passed = examine("metrics_retrieve", &reply, pass::<Metric>);
                let typed = client.metrics().get(id).await.unwrap();
                assert_eq!(typed.id, Some(id));
                assert_eq!(format!("{typed:?}"), passed.debug);
                texts.insert(format!("{id} {:?} {:?}", typed.prompt, typed.custom_code));
                lab.sandbox().edit_metric(id.0).unwrap();
            }
        }
    }
    assert_eq!(
        texts.len(),
        10,
        "five metrics, each before and after an edit"
    );
}

#[tokio::test]
async fn a_metric_that_is_not_there_is_not_found() {
    let lab = lab(7).await;
    let error = lab.client().metrics().get(MetricId(4040)).await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test]
async fn balances() {
    for seed in [1, 7, 42] {
        let lab = lab(seed).await;
        let client = lab.client();
        let reply = get(client, "/test_framework/billing/info/").await;
        let passed = examine("billing_info", &reply, pass::<BillingInfo>);
        let typed = client.billing().info().await.unwrap();
        assert_eq!(format!("{typed:?}"), passed.debug);
        let remaining = typed
            .credits_remaining
            .expect("the sandbox says what is left");
        assert_eq!(
            reply["credits_remaining"],
            remaining.to_string(),
            "amounts keep their text"
        );
    }
}

/// Not all of these responses keep to the contract; they are what a service that nobody has described well may send.
#[tokio::test]
async fn replies_under_every_quirk() {
    for (quirk, quirks) in Quirks::variations() {
        let lab = Lab::with(|sandbox| sandbox.call_logs(60).quirks(quirks)).await;
        let (sandbox, client) = (lab.sandbox(), lab.client());
        let agent = sandbox.agent_ids()[0];
        let ids = sandbox.call_log_ids_of(agent);
        let newest = &ids[ids.len() - 3..];

        let body = json!({"agent_id": agent, "call_logs": newest});
        let reply = post(
            client,
            "/observability/v1/call-logs/rerun_evaluation/",
            body,
        )
        .await;
        let passed = pass::<Vec<CallLog>>(&reply).unwrap_or_else(|e| panic!("{quirk}: {e}"));
        assert_eq!(passed.strays(), [""; 0], "{quirk}");

        for seconds in [1, 120] {
            sandbox.advance(Duration::from_secs(seconds));
            let reply = get(
                client,
                &format!("/observability/v2/call-logs/?agent_id={agent}"),
            )
            .await;
            assert_ne!(reply["results"], json!([]), "{quirk}");
            let passed = pass::<CallLogPage>(&reply).unwrap_or_else(|e| panic!("{quirk}: {e}"));
            assert_eq!(passed.strays(), [""; 0], "{quirk}");

            let reply = get(
                client,
                &format!("/observability/v2/call-logs/{}/", newest[0]),
            )
            .await;
            let passed = pass::<CallLog>(&reply).unwrap_or_else(|e| panic!("{quirk}: {e}"));
            assert_eq!(differences(&reply, &passed.json, None), [""; 0], "{quirk}");
            assert_eq!(passed.strays(), [""; 0], "{quirk}");
        }
    }
}
