//! The contract, as the sandbox's copy of `openapi.yaml` has it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

const TEXT: &str = include_str!("../../../../crates/cekura-sandbox/src/contract/openapi.json");

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(TEXT).expect("openapi.json is JSON"));

/// The schemas, by name.
pub(crate) fn schemas() -> impl Iterator<Item = (&'static str, &'static Value)> {
    members(&DOCUMENT["components"]["schemas"])
}

/// The schema of this name.
pub(crate) fn schema(name: &str) -> &'static Value {
    let found = &DOCUMENT["components"]["schemas"][name];
    assert!(!found.is_null(), "the contract has no schema {name}");
    found
}

/// The fields that a schema describes, in alphabetical order.
pub(crate) fn fields(name: &str) -> Vec<&'static str> {
    let mut names: Vec<_> = members(&schema(name)["properties"])
        .map(|(field, _)| field)
        .collect();
    names.sort_unstable();
    names
}

/// The noun that a schema belongs to: the tag of the first operation that refers to it, directly or through others.
pub(crate) fn noun_of(schema: &str) -> &'static str {
    fn refers(node: &'static Value, schema: &str, seen: &mut Vec<&'static str>) -> bool {
        match node {
            Value::Object(fields) => fields.iter().any(|(key, value)| match value.as_str() {
                Some(target) if key == "$ref" && !seen.contains(&target) => {
                    seen.push(target);
                    target.rsplit('/').next() == Some(schema) || refers(resolve(node), schema, seen)
                }
                _ => refers(value, schema, seen),
            }),
            Value::Array(items) => items.iter().any(|item| refers(item, schema, seen)),
            _ => false,
        }
    }
    let first = operations().find(|operation| refers(operation, schema, &mut Vec::new()));
    let operation = first.unwrap_or_else(|| panic!("no operation refers to {schema}"));
    operation["tags"][0].as_str().expect("it has a tag")
}

/// A request or a successful response with one of its examples.
pub(crate) struct Example {
    /// `call_logs_list response page`: the operation, the direction, the example's own name.
    pub(crate) name: String,
    pub(crate) schema: &'static Value,
    pub(crate) value: &'static Value,
}

/// Every example of every request and every successful response.
pub(crate) fn examples() -> Vec<Example> {
    let mut all = Vec::new();
    for operation in operations() {
        let id = operation["operationId"]
            .as_str()
            .expect("every operation has an id");
        for (direction, content) in [
            ("request", &operation["requestBody"]["content"]),
            ("reply", &success(operation)["content"]),
        ] {
            for (_, media) in members(content) {
                for (name, example) in members(&media["examples"]) {
                    all.push(Example {
                        name: format!("{id} {direction} {name}"),
                        schema: &media["schema"],
                        value: &resolve(example)["value"],
                    });
                }
            }
        }
    }
    all
}

/// Whether an operation polls a job that another one starts.
pub(crate) fn is_poll(operation_id: &str) -> bool {
    operations().any(|operation| operation["x-cekura-job"]["poll"] == operation_id)
}

/// What the example of an operation looks like on the wire.
pub(crate) struct Sent {
    pub(crate) path: String,
    /// Sorted by name.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Option<&'static Value>,
}

/// The request of an operation with the examples of its parameters and its body.
pub(crate) fn sent(operation_id: &str) -> Sent {
    let items = members(&DOCUMENT["paths"])
        .flat_map(|(path, item)| members(item).map(move |(_, operation)| (path, item, operation)));
    let mut named = items.filter(|(.., operation)| operation["operationId"] == operation_id);
    let (path, item, operation) = named.next().expect("the contract has the operation");
    let mut sent = Sent {
        path: path.to_owned(),
        query: Vec::new(),
        body: members(&operation["requestBody"]["content"]["application/json"]["examples"])
            .next()
            .map(|(_, example)| &resolve(example)["value"]),
    };
    for parameter in elements(&item["parameters"]).chain(elements(&operation["parameters"])) {
        let parameter = resolve(parameter);
        let (name, example) = (parameter["name"].as_str().unwrap(), &parameter["example"]);
        let text = example
            .as_str()
            .map_or_else(|| example.to_string(), str::to_owned);
        match parameter["in"].as_str() {
            Some("path") => sent.path = sent.path.replace(&format!("{{{name}}}"), &text),
            _ if example.is_null() => {}
            _ => sent.query.push((name.to_owned(), text)),
        }
    }
    sent.query.sort();
    sent
}

/// The schema of the successful response of an operation.
pub(crate) fn reply_schema(operation_id: &str) -> &'static Value {
    let operation = operations().find(|operation| operation["operationId"] == operation_id);
    let operation =
        operation.unwrap_or_else(|| panic!("the contract has no operation {operation_id}"));
    &success(operation)["content"]["application/json"]["schema"]
}

/// The successful response of an operation.
fn success(operation: &'static Value) -> &'static Value {
    let mut all = members(&operation["responses"]);
    all.find(|(status, _)| status.starts_with('2'))
        .map_or(&Value::Null, |(_, response)| response)
}

/// The successful responses with a named schema, each once: `CallLog` for one, `[CallLog]` for a list.
pub(crate) fn replies() -> Vec<String> {
    let schemas =
        operations().map(|operation| &success(operation)["content"]["application/json"]["schema"]);
    let named = schemas.filter_map(|schema| match named(schema)? {
        (name, true) => Some(format!("[{name}]")),
        (name, false) => Some(name.to_owned()),
    });
    let names: BTreeSet<String> = named.collect();
    names.into_iter().collect()
}

/// The name of a schema, or that of the entries of a list, and whether it is a list; none for other inline schemas.
pub(crate) fn named(schema: &'static Value) -> Option<(&'static str, bool)> {
    let is_list = schema["type"] == "array";
    let one = if is_list { &schema["items"] } else { schema };
    one.get("$ref").map(|_| (referred(one), is_list))
}

/// One place in a JSON value, with a schema that describes it.
pub(crate) struct Place<'a> {
    /// The JSON pointer of the place.
    pub(crate) path: &'a str,
    /// The name of the schema, if it is one of the contract's named ones.
    pub(crate) name: Option<&'a str>,
    pub(crate) schema: &'a Value,
    pub(crate) value: &'a Value,
}

/// Shows `see` every place in `value` that the contract says something about, once for each schema that does.
pub(crate) fn walk(schema: &Value, value: &Value, see: &mut dyn FnMut(&Place<'_>)) {
    step(schema, None, value, "", see);
}

fn step(
    schema: &Value,
    name: Option<&str>,
    value: &Value,
    path: &str,
    see: &mut dyn FnMut(&Place<'_>),
) {
    if schema.get("$ref").is_some() {
        return step(resolve(schema), Some(referred(schema)), value, path, see);
    }
    see(&Place {
        path,
        name,
        schema,
        value,
    });
    for part in elements(&schema["allOf"]) {
        step(part, None, value, path, see);
    }
    if let Some(arm) = elements(&schema["oneOf"]).find(|arm| violations(arm, value).is_empty()) {
        step(arm, None, value, path, see);
    }
    match value {
        Value::Object(object) => {
            for (field, inner) in object {
                let described = schema["properties"]
                    .get(field)
                    .or_else(|| schema.get("additionalProperties"));
                if let Some(described) = described.filter(|described| described.is_object()) {
                    let path = format!("{path}/{}", escape(field));
                    step(described, None, inner, &path, see);
                }
            }
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                if let Some(described) = schema.get("items") {
                    step(described, None, item, &format!("{path}/{n}"), see);
                }
            }
        }
        _ => {}
    }
}

/// Every way in which `value` breaks a schema of the contract; empty if it fits.
pub(crate) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let found = cekura_schema::check(&DOCUMENT, schema, value);
    found.iter().map(ToString::to_string).collect()
}

/// A field's name as a part of a JSON pointer.
pub(crate) fn escape(field: &str) -> String {
    field.replace('~', "~0").replace('/', "~1")
}

/// What a `$ref` stands for; anything else is itself.
pub(crate) fn resolve(node: &Value) -> &Value {
    let Some(reference) = node["$ref"].as_str() else {
        return node;
    };
    let found = reference
        .strip_prefix('#')
        .and_then(|pointer| DOCUMENT.pointer(pointer));
    found.unwrap_or_else(|| panic!("{reference} leads nowhere"))
}

fn referred(node: &Value) -> &str {
    let reference = node["$ref"]
        .as_str()
        .unwrap_or_else(|| panic!("{node} is no reference"));
    reference.rsplit('/').next().unwrap_or(reference)
}

fn operations() -> impl Iterator<Item = &'static Value> {
    let methods = members(&DOCUMENT["paths"]).flat_map(|(_, item)| members(item));
    methods
        .map(|(_, operation)| operation)
        .filter(|operation| operation.get("operationId").is_some())
}

fn members(object: &'static Value) -> impl Iterator<Item = (&'static str, &'static Value)> {
    object
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

fn elements(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
