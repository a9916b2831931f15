//! One operation of the contract: its request, and its documented reply.

use cekura_schema::resolve;
use http::StatusCode;
use serde::Serialize;
use serde_json::Value;

use super::route::Route;

/// One operation of the contract.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    /// The path with its parameters in braces.
    pub(crate) path: String,
    pub(crate) effect: Effect,
    pub(crate) success: Success,
    route: Route,
    parameters: Vec<Value>,
    body: Option<Value>,
    needs_body: bool,
}

/// What an operation does, as `x-cekura-effect` says. Without it, GET reads and everything else writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Effect {
    Read,
    Idempotent,
    Write,
    Billable,
}

/// The documented reply of an operation that succeeds.
#[derive(Debug)]
pub(crate) struct Success {
    pub(crate) status: StatusCode,
    /// `None` if the reply has no JSON body.
    pub(crate) schema: Option<Value>,
    /// The examples of the reply, in their order.
    pub(crate) examples: Vec<Value>,
}

impl Operation {
    pub(super) fn new(
        document: &Value,
        path: &str,
        method: &str,
        operation: &Value,
        shared: Option<&Vec<Value>>,
    ) -> Self {
        let own = operation["parameters"].as_array();
        let parameters = shared
            .into_iter()
            .chain(own)
            .flatten()
            .map(|parameter| resolve(document, parameter).clone())
            .collect();
        let body = resolve(document, &operation["requestBody"]);
        let effect = match operation["x-cekura-effect"].as_str() {
            Some("read") => Effect::Read,
            Some("idempotent") => Effect::Idempotent,
            Some("billable") => Effect::Billable,
            None if method == "get" => Effect::Read,
            _ => Effect::Write,
        };
        Self {
            id: operation["operationId"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            effect,
            success: Success::new(document, &operation["responses"]),
            route: Route::new(path),
            parameters,
            body: json_of(body).get("schema").cloned(),
            needs_body: body["required"] == true,
        }
    }

    /// The parameters in the path, as sent; `None` if it is another path.
    pub(super) fn matches(&self, path: &str) -> Option<Vec<(String, String)>> {
        self.route.matches(path)
    }

    pub(super) fn parameters(&self) -> &[Value] {
        &self.parameters
    }

    /// The schema of its JSON body.
    pub(crate) fn body(&self) -> Option<&Value> {
        self.body.as_ref()
    }

    pub(crate) fn needs_body(&self) -> bool {
        self.needs_body
    }

    /// The parameter of this name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Value> {
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| parameter["name"] == name)
    }

    /// Returns whether its reply has pages.
    pub(crate) fn is_paged(&self, document: &Value) -> bool {
        let schema = self.success.schema.as_ref();
        schema.is_some_and(|schema| {
            resolve(document, schema)["properties"]
                .get("results")
                .is_some()
        })
    }

    /// Returns whether it costs credits.
    pub(crate) fn is_paid(&self) -> bool {
        self.effect == Effect::Billable
    }
}

impl Success {
    /// The first documented status from 200 on.
    fn new(document: &Value, responses: &Value) -> Self {
        let documented = (200..300_u16).find_map(|status| {
            let response = responses.get(status.to_string())?;
            Some((StatusCode::from_u16(status).ok()?, response))
        });
        let (status, response) = documented.unwrap_or((StatusCode::OK, &Value::Null));
        let json = json_of(resolve(document, response));
        let several = json["examples"].as_object().into_iter().flatten();
        let several = several.map(|(_, example)| &resolve(document, example)["value"]);
        let one = json.get("example");
        Self {
            status,
            schema: json.get("schema").cloned(),
            examples: one.into_iter().chain(several).cloned().collect(),
        }
    }
}

/// The JSON of a body or a response.
fn json_of(content: &Value) -> &Value {
    &content["content"]["application/json"]
}
