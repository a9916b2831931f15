//! The operations of the contract, with the contract's own examples of their requests.

use cekura_sandbox::Sandbox;
use cekura_schema::resolve;
use serde_json::Value;

use crate::client::{Reply, get, send};

/// An operation as the contract and the control route describe it.
pub(crate) struct Operation<'c> {
    pub(crate) document: &'c Value,
    pub(crate) description: &'c Value,
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) effect: String,
    pub(crate) level: String,
}

impl Operation<'_> {
    /// The example of a parameter, as it is written into a path or a query.
    pub(crate) fn parameters(&self, place: &str) -> Vec<(String, String)> {
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
    pub(crate) fn target(&self, job: Option<&(String, String)>) -> String {
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

    pub(crate) fn body(&self) -> Option<String> {
        let body = resolve(self.document, &self.description["requestBody"]);
        example(self.document, &body["content"]["application/json"]).map(Value::to_string)
    }

    /// Does the contract leave the form of the reply open?
    pub(crate) fn is_untyped_reply(&self) -> bool {
        let schema = self.success().1;
        schema.get("type").is_none() && schema.get("$ref").is_none()
    }

    pub(crate) fn reply_example(&self) -> Option<&Value> {
        let responses = self.description["responses"].as_object()?;
        let mut responses = responses
            .iter()
            .filter(|(status, _)| status.starts_with('2'));
        let response = resolve(self.document, responses.next()?.1);
        example(self.document, &response["content"]["application/json"])
    }

    pub(crate) fn success(&self) -> (u16, &Value) {
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

pub(crate) fn example<'c>(document: &'c Value, content: &'c Value) -> Option<&'c Value> {
    let first = content["examples"]
        .as_object()
        .and_then(|all| all.values().next());
    content
        .get("example")
        .or_else(|| resolve(document, first?).get("value"))
}

pub(crate) fn document() -> Value {
    serde_json::from_str(include_str!("../../src/contract/openapi.json")).unwrap()
}

pub(crate) async fn operations<'c>(document: &'c Value, sandbox: &Sandbox) -> Vec<Operation<'c>> {
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

pub(crate) async fn send_with(
    sandbox: &Sandbox,
    key: &str,
    operation: &Operation<'_>,
    target: &str,
) -> Reply {
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
pub(crate) async fn start(
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
