//! Responses written out by hand. A field that is newer than a fixture is filled in from its schema.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::contract;

/// A call log with all fields, every nested field, and both shapes of turns, metrics and deviations.
pub(crate) fn call_log() -> Value {
    completed("CallLog", read(include_str!("../fixtures/call_log.json")))
}

/// The fields of the fixture of a call log, each holding what documentation pages hold in place of a value.
pub(crate) fn placeholder() -> Value {
    let fields = |value: &Value| {
        let fields = value.as_object().expect("a call log is an object").keys();
        fields.cloned().collect::<Vec<_>>()
    };
    let placeholder = read(include_str!("../fixtures/call_log_placeholder.json"));
    let call_log = read(include_str!("../fixtures/call_log.json"));
    assert_eq!(fields(&placeholder), fields(&call_log));
    placeholder
}

/// A page in the middle of a list; its entry has all fields of a list entry.
pub(crate) fn page() -> Value {
    completed(
        "CallLogPage",
        read(include_str!("../fixtures/call_log_page.json")),
    )
}

/// A value of a schema, with every field: a fixture, or the richest example of the contract.
pub(crate) fn of(schema: &str) -> Value {
    match schema {
        "CallLog" => call_log(),
        "CallLogPage" => page(),
        "CallLogSummary" => page()["results"][0].clone(),
        _ => {
            let mut richest = Value::Null;
            for example in contract::examples() {
                contract::walk(example.schema, example.value, &mut |place| {
                    let is_richer = place.value.to_string().len() > richest.to_string().len();
                    if place.name == Some(schema) && is_richer {
                        richest = place.value.clone();
                    }
                });
            }
            completed(schema, richest)
        }
    }
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("fixtures are JSON")
}

/// Adds each field of the contract that no object of its schema has. An invented value goes into the first such object.
fn completed(name: &str, mut value: Value) -> Value {
    let schema = json!({"$ref": format!("#/components/schemas/{name}")});
    let mut objects = BTreeMap::<String, Vec<(String, Value)>>::new();
    contract::walk(&schema, &value, &mut |place| {
        if let (Some(name), true) = (place.name, place.value.is_object()) {
            let seen = objects.entry(name.to_owned()).or_default();
            seen.push((place.path.to_owned(), place.value.clone()));
        }
    });
    for (name, objects) in objects {
        let first = &objects[0].0;
        for field in contract::fields(&name) {
            if !objects
                .iter()
                .any(|(_, object)| object.get(field).is_some_and(|value| !value.is_null()))
            {
                let object = value.pointer_mut(first).expect("it was seen there");
                object[field] = invented(&contract::schema(&name)["properties"][field]);
            }
        }
    }
    value
}

fn invented(schema: &Value) -> Value {
    let schema = contract::resolve(schema);
    for word in ["allOf", "oneOf"] {
        if let Some(part) = schema[word].get(0) {
            return invented(part);
        }
    }
    if let Some(word) = schema["enum"].get(0) {
        return word.clone();
    }
    match schema["type"].as_str() {
        Some("integer") => 1.into(),
        Some("number") => 0.5.into(),
        Some("boolean") => true.into(),
        Some("array") => json!([invented(&schema["items"])]),
        Some("object") => json!({}),
        _ if schema["format"] == "date-time" => "2026-06-03T16:42:07Z".into(),
        _ if schema.get("pattern").is_some() => "1.50".into(),
        _ => "invented".into(),
    }
}
