//! Promise: every ordinary operation does what the contract says, from its lines alone.
//!
//! The examples of the contract are sent through the facade. What arrives, what comes back, and what happens when the
//! service fails follows from the operation's effect.

use cekura::{Effect, Error, ErrorKind, Operation, operations};
use cekura_sandbox::LoggedRequest;
use cekura_tests::script::{Answer, KEY, Script};
use cekura_tests::{Lab, call};
use serde_json::Value;

use crate::json::compare::differences;
use crate::json::contract::{self, Sent};

/// The operations whose methods are generated.
fn ordinary() -> impl Iterator<Item = &'static Operation> {
    let offline = cekura::Client::builder()
        .api_key(cekura::ApiKey::new(KEY).unwrap())
        .build()
        .unwrap();
    let all = operations::ALL.iter();
    all.filter(move |operation| call(&offline, operation.id).is_some())
}

fn is_repeatable(operation: &Operation) -> bool {
    matches!(operation.effect, Effect::Read | Effect::Idempotent)
}

#[tokio::test]
async fn the_example_arrives_as_written_and_its_response_loses_nothing() {
    let mut tried = 0;
    for operation in ordinary() {
        let id = operation.id;
        let lab = Lab::open().await;
        let model = call(lab.client(), id).unwrap().await;
        let model = match model {
            // A job that was never started.
            Err(e) if e.is_not_found() && contract::is_poll(id) => None,
            model => Some(model.unwrap_or_else(|e| panic!("{id}: {e}"))),
        };
        let exchanges: Vec<LoggedRequest> = lab.sandbox().request_log();
        let [exchange] = <[LoggedRequest; 1]>::try_from(exchanges).expect("one request");
        let Sent { path, query, body } = contract::sent(id);
        assert_eq!(exchange.operation.as_deref(), Some(id));
        assert_eq!(exchange.violations, [""; 0], "{id}");
        assert_eq!(
            (exchange.method.as_str(), exchange.path.clone()),
            (operation.method, path)
        );
        let mut arrived = exchange.query.clone();
        arrived.sort();
        assert_eq!(arrived, query, "{id}");
        let sent: Option<Value> = serde_json::from_slice(&exchange.body).ok();
        assert_eq!(sent.as_ref(), body, "{id}");
        if let Some(model) = model
            && operation.effect == Effect::Read
            && operation.returns_json
        {
            let raw = lab.client().raw(cekura::Method::GET, &exchange.path);
            let raw = exchange
                .query
                .iter()
                .fold(raw, |raw, (name, value)| raw.query(name, value));
            let raw: Value = raw.await.unwrap().json().unwrap();
            let wrong = contract::violations(contract::reply_schema(id), &raw);
            assert_eq!(wrong, [""; 0], "{id}");
            // A list without pages is decoded as a page.
            let model = match (raw.is_array(), &model) {
                (true, Value::Object(page)) => &page["results"],
                _ => &model,
            };
            assert_eq!(differences(&raw, model, None), [""; 0], "{id}");
        }
        tried += 1;
    }
    assert!(tried > 30, "{tried} operations were tried");
}

/// Sends an operation to a server that answers everything so; the requests that arrived, and what the caller got.
async fn answered(
    operation: &Operation,
    answer: impl Fn() -> Answer + Send + 'static,
) -> (usize, Result<Value, Error>) {
    let script = Script::play(move |_| answer()).await;
    let got = call(&script.client(), operation.id).unwrap().await;
    (script.asked().len(), got)
}

#[tokio::test]
async fn only_what_changes_nothing_twice_is_repeated_after_503() {
    for operation in ordinary() {
        let (requests, got) = answered(operation, || Answer::status(503, "{}")).await;
        let error = got.unwrap_err();
        match is_repeatable(operation) {
            true => assert!(requests > 1, "{operation}: {requests}"),
            false => assert_eq!(requests, 1, "{operation}: {error}"),
        }
    }
}

#[tokio::test]
async fn every_operation_waits_for_a_rate_limit_and_is_sent_again() {
    for operation in ordinary() {
        let (requests, got) = answered(operation, || Answer::too_many(1)).await;
        assert!(requests > 1, "{operation}: {requests}");
        assert!(got.unwrap_err().is_rate_limited(), "{operation}");
    }
}

#[tokio::test]
async fn the_key_is_in_no_error() {
    for operation in ordinary() {
        let echo = format!(r#"{{"detail": "the key {KEY} may not do this"}}"#);
        let (_, got) = answered(operation, move || Answer::status(403, &echo)).await;
        let error = got.unwrap_err();
        let shown = format!("{error} {error:?} {error:#?}");
        assert!(
            error.is_forbidden() && !shown.contains(KEY),
            "{operation}: {shown}"
        );
    }
}

#[tokio::test]
async fn what_is_no_response_of_the_service_is_an_error_of_its_kind() {
    for operation in ordinary().filter(|operation| operation.returns_json) {
        for (what, answer) in [
            ("a web page", (|| Answer::page(900)) as fn() -> Answer),
            ("nothing", || Answer::status(200, "")),
            ("a cut-off body", || {
                Answer::bytes(
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{\"id\": 1",
                )
            }),
        ] {
            let (requests, got) = answered(operation, answer).await;
            let kind = got.map_err(|error| error.kind());
            let expected = [
                ErrorKind::InvalidResponse,
                ErrorKind::OutcomeUnknown,
                ErrorKind::Interrupted,
            ];
            let is_expected = kind.as_ref().is_err_and(|kind| expected.contains(kind));
            assert!(is_expected, "{operation} with {what}: {kind:?}");
            assert!(
                is_repeatable(operation) || requests == 1,
                "{operation} with {what}"
            );
        }
    }
}
