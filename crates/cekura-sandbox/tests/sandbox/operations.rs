//! Every operation of the contract, with the contract's own example of a request.

use cekura_sandbox::Sandbox;
use cekura_schema::{check, resolve};
use serde_json::{Value, json};

use crate::client::{LIST, Reply, get, send, small};

const LEVEL: &str = "x-cekura-sandbox-level";

/// An operation as the contract and the control route describe it.
struct Operation<'c> {
    document: &'c Value,
    description: &'c Value,
    id: String,
    method: String,
    path: String,
    effect: String,
    level: String,
}

impl Operation<'_> {
    /// The example of a parameter, as it is written into a path or a query.
    fn parameters(&self, place: &str) -> Vec<(String, String)> {
        let item = &self.document["paths"][&self.path];
        let lists = [&item["parameters"], &self.description["parameters"]];
        let all = lists.into_iter().filter_map(Value::as_array).flatten();
        all.map(|parameter| resolve(self.document, parameter))
            .filter(|parameter| parameter["in"] == place)
            .map(|parameter| {
                let name = parameter["name"].as_str().unwrap().to_owned();
                let value = &parameter["example"];
                (
                    name,
                    value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned),
                )
            })
            .collect()
    }

    /// The path and the query of the example; `job` is the name and the value of a job's id.
    fn target(&self, job: Option<&(String, String)>) -> String {
        let value = |(name, example): (String, String)| match job {
            Some((own, id)) if *own == name => (name, id.clone()),
            _ => (name, example),
        };
        let mut target = self.path.clone();
        for (name, value) in self.parameters("path").into_iter().map(value) {
            target = target.replace(&format!("{{{name}}}"), &value);
        }
        for (n, (name, value)) in self.parameters("query").into_iter().map(value).enumerate() {
            let value = escape(&value);
            target.push_str(&format!("{}{name}={value}", if n == 0 { '?' } else { '&' }));
        }
        target
    }

    fn body(&self) -> Option<String> {
        let body = resolve(self.document, &self.description["requestBody"]);
        example(self.document, &body["content"]["application/json"]).map(Value::to_string)
    }

    fn success(&self) -> (u16, &Value) {
        let responses = self.description["responses"].as_object().unwrap();
        let mut responses = responses
            .iter()
            .filter_map(|(status, response)| Some((status.parse().ok()?, response)));
        let (status, response) = responses
            .find(|(status, _)| (200..300).contains(status))
            .unwrap();
        (
            status,
            &resolve(self.document, response)["content"]["application/json"]["schema"],
        )
    }
}

/// Escapes everything but letters, digits and `-._~`.
fn escape(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn example<'c>(document: &'c Value, content: &'c Value) -> Option<&'c Value> {
    let first = content["examples"]
        .as_object()
        .and_then(|all| all.values().next());
    content
        .get("example")
        .or_else(|| resolve(document, first?).get("value"))
}

fn document() -> Value {
    serde_json::from_str(include_str!("../../src/contract/openapi.json")).unwrap()
}

async fn operations<'c>(document: &'c Value, sandbox: &Sandbox) -> Vec<Operation<'c>> {
    let listed = get(sandbox, "/__sandbox/operations").await.json();
    let text = |operation: &Value, field: &str| operation[field].as_str().unwrap().to_owned();
    let listed = listed.as_array().unwrap().iter().map(|operation| {
        let (method, path) = (text(operation, "method"), text(operation, "path"));
        Operation {
            document,
            description: &document["paths"][&path][method.to_lowercase()],
            id: text(operation, "id"),
            effect: text(operation, "effect"),
            level: text(operation, "level"),
            method,
            path,
        }
    });
    listed.collect()
}

async fn send_with(sandbox: &Sandbox, key: &str, operation: &Operation<'_>, target: &str) -> Reply {
    let headers = [
        ("X-CEKURA-API-KEY", key),
        ("Content-Type", "application/json"),
    ];
    let body = operation.body().unwrap_or_default();
    send(sandbox, &operation.method, target, &headers, &body)
        .await
        .unwrap()
}

/// Starts the job that the operation polls, if it polls one; the parameter that names the job, and its value.
async fn start(
    sandbox: &Sandbox,
    all: &[Operation<'_>],
    poll: &Operation<'_>,
) -> Option<(String, String)> {
    let starts = |operation: &&Operation<'_>| {
        operation.description["x-cekura-job"]["poll"] == poll.id.as_str()
    };
    let starter = all.iter().find(starts)?;
    let name = starter.description["x-cekura-job"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let started = send_with(sandbox, sandbox.api_key(), starter, &starter.target(None))
        .await
        .json();
    let id = started[&name]
        .as_str()
        .map_or_else(|| started[&name].to_string(), str::to_owned);
    Some((name, id))
}

#[tokio::test]
async fn each_is_answered_as_the_contract_says() {
    let document = document();
    let sandbox = small().start().await.unwrap();
    let all = operations(&document, &sandbox).await;
    for operation in &all {
        let key = [("X-CEKURA-API-KEY", sandbox.api_key())];
        send(&sandbox, "POST", "/__sandbox/reset", &key, "")
            .await
            .unwrap();
        let job = start(&sandbox, &all, operation).await;
        let target = operation.target(job.as_ref());
        let id = format!("{} {target}", operation.id);
        let reply = send_with(&sandbox, "wrong", operation, &target).await;
        assert_eq!(
            (reply.status, reply.header(LEVEL)),
            (401, Some(&*operation.level)),
            "{id}"
        );
        let reply = send_with(&sandbox, sandbox.read_only_key(), operation, &target).await;
        assert_eq!(
            reply.status == 403,
            operation.effect != "read",
            "{id}: {}",
            reply.text()
        );
        if operation.level == "modelled" {
            continue;
        }
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
        } else {
            assert_eq!(
                check(&document, schema, &reply.json()),
                [],
                "{id}: {}",
                reply.text()
            );
        }
        if operation.effect == "billable" {
            send_with(&sandbox, sandbox.api_key(), operation, &target).await;
            assert_eq!(sandbox.ledger().charges().len(), 2, "{id}");
        }
    }
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

#[tokio::test]
async fn lists_show_the_world() {
    let document = document();
    let sandbox = small().agents(4).start().await.unwrap();
    for operation in operations(&document, &sandbox).await {
        let ids: Vec<i64> = match operation.id.as_str() {
            "agents_list" => sandbox.agent_ids(),
            "projects_list" => sandbox.project_ids(),
            "metrics_list" => sandbox
                .agent_ids()
                .into_iter()
                .flat_map(|agent| sandbox.metric_ids_of(agent))
                .collect(),
            _ => continue,
        };
        let reply = get(&sandbox, &operation.path).await.json();
        let entries = reply
            .as_array()
            .or_else(|| reply["results"].as_array())
            .unwrap();
        let shown: Value = entries.iter().map(|entry| entry["id"].clone()).collect();
        assert_eq!(shown, json!(ids), "{}", operation.id);
    }
}

#[tokio::test]
async fn each_entity_lives_from_creation_to_deletion() {
    let document = document();
    let sandbox = small().start().await.unwrap();
    let all = operations(&document, &sandbox).await;
    for create in all.iter().filter(|operation| operation.method == "POST") {
        let of_item = |method: &str| {
            let mut all = all.iter();
            let is_item = |path: &str| {
                let rest = path.strip_prefix(create.path.as_str());
                rest.is_some_and(|rest| rest.starts_with('{') && rest.ends_with("}/"))
            };
            all.find(|other| other.method == method && is_item(&other.path))
        };
        let (Some(retrieve), Some(destroy)) = (of_item("GET"), of_item("DELETE")) else {
            continue;
        };
        if create.level != "engine" {
            continue;
        }
        let key = sandbox.api_key();
        let new = send_with(&sandbox, key, create, &create.target(None)).await;
        let new = new.json();
        let (_, parameter) = retrieve.path.rsplit_once('{').unwrap();
        let parameter = parameter.trim_end_matches("}/").to_owned();
        let id = new.get(&parameter).unwrap_or(&new["id"]);
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let path = retrieve.target(Some(&(parameter, id)));
        let path = path.split('?').next().unwrap();
        let at = format!("{} {path}", create.id);
        assert_eq!(get(&sandbox, path).await.status, 200, "{at}");
        if let Some(update) = of_item("PATCH") {
            let changed = send_with(&sandbox, key, update, path).await;
            assert_eq!(
                changed.status,
                update.success().0,
                "{at}: {}",
                changed.text()
            );
        }
        let gone = send_with(&sandbox, key, destroy, path).await;
        assert_eq!(gone.status, destroy.success().0, "{at}");
        assert_eq!(get(&sandbox, path).await.status, 404, "{at}");
    }
}

#[tokio::test]
async fn a_call_log_is_deleted_by_keys_that_see_it() {
    let sandbox = small().agents(4).start().await.unwrap();
    let own = format!("{LIST}{}/", sandbox.call_log_ids_of(310)[0]);
    let foreign = format!("{LIST}{}/", sandbox.call_log_ids_of(312)[0]);
    let key = [("X-CEKURA-API-KEY", sandbox.project_key())];
    for (path, status) in [(&foreign, 404), (&own, 204), (&own, 404)] {
        let reply = send(&sandbox, "DELETE", path, &key, "").await.unwrap();
        assert_eq!(reply.status, status, "{path}");
    }
    assert_eq!(get(&sandbox, &own).await.status, 404);
    assert_eq!(get(&sandbox, &foreign).await.status, 200);
}
