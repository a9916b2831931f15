//! Every operation of the contract, with the contract's own example of a request.

use cekura_sandbox::{Fault, RateLimit, Sandbox};
use cekura_schema::check;
use serde_json::Value;

use crate::client::{send, small};
use crate::examples::{document, operations, send_with, start};

const LEVEL: &str = "x-cekura-sandbox-level";

/// A sandbox with one agent, so that the examples name call logs of their agent.
async fn walked() -> Sandbox {
    small().agents(1).call_logs(400).start().await.unwrap()
}

async fn reset(sandbox: &Sandbox) {
    send(sandbox, "POST", "/__sandbox/reset", &[], "")
        .await
        .unwrap();
}

/// Everything that was paid for.
fn payments(sandbox: &Sandbox) -> u64 {
    let ledger = sandbox.ledger();
    ledger.charges().len() as u64 + ledger.metric_evaluations()
}

/// Checks that the value has the form of the example: its types and its fields, unless it names them by ids.
fn same_form(value: &Value, example: &Value) -> bool {
    match (value, example) {
        (Value::Array(values), Value::Array(examples)) => {
            let fits = |value| {
                examples
                    .first()
                    .is_none_or(|example| same_form(value, example))
            };
            values.iter().all(fits)
        }
        (Value::Object(values), Value::Object(examples)) => {
            let is_by_id = examples.keys().all(|key| key.parse::<i64>().is_ok());
            let first = examples.values().next();
            is_by_id
                && values
                    .values()
                    .all(|value| Some(value.is_number()) == first.map(Value::is_number))
                || values.len() == examples.len()
                    && values.iter().all(|(name, value)| {
                        examples
                            .get(name)
                            .is_some_and(|example| same_form(value, example))
                    })
        }
        _ => std::mem::discriminant(value) == std::mem::discriminant(example),
    }
}

#[tokio::test]
async fn each_is_answered_as_the_contract_says() {
    let document = document();
    let sandbox = walked().await;
    let all = operations(&document, &sandbox).await;
    for operation in &all {
        reset(&sandbox).await;
        let job = start(&sandbox, &all, operation).await;
        let target = operation.target(job.as_ref());
        let id = format!("{} {target}", operation.id);
        let reply = send_with(&sandbox, sandbox.api_key(), operation, &target).await;
        let (status, schema) = operation.success();
        assert_eq!(
            (reply.status, reply.header(LEVEL)),
            (status, Some(&*operation.level)),
            "{id}: {}",
            reply.text()
        );
        if schema.is_null() {
            assert!(reply.body.is_empty(), "{id}: {}", reply.text());
            continue;
        }
        let body = reply.json();
        assert_eq!(check(&document, schema, &body), [], "{id}: {body}");
        let example = operation.reply_example().unwrap();
        // What a call log has besides its schema depends on the call.
        let has_call_logs = example.to_string().contains("\"call_id\":");
        if operation.is_untyped_reply() || operation.level == "modelled" && !has_call_logs {
            assert!(same_form(&body, example), "{id}: {body}");
        }
    }
}

#[tokio::test]
async fn keys_hold_for_each_and_billable_ones_are_in_the_ledger() {
    let document = document();
    let sandbox = walked().await;
    let all = operations(&document, &sandbox).await;
    for operation in &all {
        reset(&sandbox).await;
        let job = start(&sandbox, &all, operation).await;
        let target = operation.target(job.as_ref());
        let id = format!("{} {target}", operation.id);
        let before = payments(&sandbox);
        let success = operation.success().0;
        let read_only = if operation.effect == "read" {
            success
        } else {
            403
        };
        let keys = [("wrong", 401), (sandbox.read_only_key(), read_only)];
        for (key, expected) in keys {
            let reply = send_with(&sandbox, key, operation, &target).await;
            assert_eq!(reply.status, expected, "{id}: {}", reply.text());
        }
        assert_eq!(
            payments(&sandbox),
            before,
            "{id}: what is refused is not paid"
        );
        let reply = send_with(&sandbox, sandbox.api_key(), operation, &target).await;
        assert_eq!(reply.status, success, "{id}: {}", reply.text());
        let paid = payments(&sandbox) - before;
        // A call that comes in is evaluated and paid for, like those that are evaluated on request.
        assert_eq!(paid > 0, operation.effect == "billable", "{id}: {paid}");
        if paid > 0 && sandbox.ledger().metric_evaluations() == 0 {
            assert!(paid == 1 || operation.level == "modelled", "{id}: {paid}");
            send_with(&sandbox, sandbox.api_key(), operation, &target).await;
            assert_eq!(payments(&sandbox) - before, 2 * paid, "{id}: each time");
        }
    }
}

#[tokio::test]
async fn faults_and_limits_apply_to_each() {
    let document = document();
    let sandbox = walked().await;
    let all = operations(&document, &sandbox).await;
    let key = sandbox.api_key().to_owned();
    for operation in &all {
        reset(&sandbox).await;
        let job = start(&sandbox, &all, operation).await;
        let target = operation.target(job.as_ref());
        let before = payments(&sandbox);
        sandbox.faults().push(Fault::status(503).on(&*operation.id));
        let reply = send_with(&sandbox, &key, operation, &target).await;
        assert_eq!(
            (reply.status, payments(&sandbox)),
            (503, before),
            "{}",
            operation.id
        );
        sandbox.faults().push(Fault::status(503).after_work());
        let reply = send_with(&sandbox, &key, operation, &target).await;
        let is_paid = payments(&sandbox) > before;
        assert_eq!(
            (reply.status, is_paid),
            (503, operation.effect == "billable"),
            "{}",
            operation.id
        );
        sandbox.set_rate_limit(Some(RateLimit::new(1, std::time::Duration::from_secs(60))));
        send_with(&sandbox, "wrong", operation, &target).await;
        let reply = send_with(&sandbox, &key, operation, &target).await;
        sandbox.set_rate_limit(None);
        assert_eq!(
            (reply.status, reply.header(LEVEL)),
            (429, Some(&*operation.level))
        );
    }
}

#[tokio::test]
async fn what_a_path_names_has_to_exist() {
    let document = document();
    let sandbox = walked().await;
    for operation in operations(&document, &sandbox).await {
        for (name, _) in operation.parameters("path") {
            for unknown in ["987654", "nothing-like-it"] {
                let target = operation.target(Some(&(name.clone(), unknown.to_owned())));
                let reply = send_with(&sandbox, sandbox.api_key(), &operation, &target).await;
                let id = format!("{} {target}", operation.id);
                assert_eq!(reply.status, 404, "{id}: {}", reply.text());
                // A number of another form is a path that does not exist.
                let is_html = reply.text().starts_with('<');
                assert!(is_html || reply.json()["detail"].is_string(), "{id}");
            }
        }
    }
    assert_eq!(payments(&sandbox), 0);
}

/// `cargo xtask coverage` reads the file.
#[tokio::test]
async fn each_has_the_recorded_level() {
    let document = document();
    let sandbox = small().start().await.unwrap();
    let all = operations(&document, &sandbox).await;
    let lines = all
        .iter()
        .map(|operation| format!("{} {}\n", operation.id, operation.level));
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    let levels = lines.concat();
    assert!(
        levels == include_str!("levels.txt"),
        "levels changed; write them into tests/sandbox/levels.txt:\n{levels}"
    );
}

#[tokio::test]
async fn each_job_ends() {
    let document = document();
    let sandbox = small().start().await.unwrap();
    let all = operations(&document, &sandbox).await;
    for operation in &all {
        let Some(job) = start(&sandbox, &all, operation).await else {
            continue;
        };
        let target = operation.target(Some(&job));
        let mut states = Vec::new();
        for _ in 0..2 {
            states.push(
                send_with(&sandbox, sandbox.api_key(), operation, &target)
                    .await
                    .json(),
            );
            sandbox.advance(std::time::Duration::from_secs(5));
        }
        assert_ne!(states[0], states[1], "{}", operation.id);
        let unknown = (job.0, "987654".to_owned());
        let reply = send_with(
            &sandbox,
            sandbox.api_key(),
            operation,
            &operation.target(Some(&unknown)),
        )
        .await;
        assert!(
            [400, 404].contains(&reply.status),
            "{}: {}",
            operation.id,
            reply.text()
        );
    }
}
