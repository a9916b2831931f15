//! The responses of the contract, and their places.

use serde_json::{Value, json};

use crate::json::models::{self, Pass};
use crate::json::{contract, fixtures};

/// A response of the contract, with a sample that has every field.
pub(super) struct Reply {
    pub(super) name: String,
    /// The schema of the whole response.
    pub(super) schema: Value,
    pub(super) sample: Value,
    pub(super) pass: Pass,
    /// The same from bytes alone, for where there are many cases.
    pub(super) pass_bytes: Pass,
}

pub(super) fn replies() -> Vec<Reply> {
    contract::replies().into_iter().map(reply).collect()
}

fn reply(name: String) -> Reply {
    let schema = name.trim_matches(['[', ']']);
    let model = models::find(schema).unwrap_or_else(|| panic!("there is no model {schema}"));
    let reference = json!({"$ref": format!("#/components/schemas/{schema}")});
    let one = fixtures::of(schema);
    match name.starts_with('[') {
        true => Reply {
            schema: json!({"type": "array", "items": reference}),
            sample: json!([one, {"id": 5018}]),
            pass: model.pass_list,
            pass_bytes: model.pass_list_bytes,
            name,
        },
        false => Reply {
            schema: reference,
            sample: one,
            pass: model.pass,
            pass_bytes: model.pass_bytes,
            name,
        },
    }
}

/// The JSON pointers of everything below `value`.
pub(super) fn places(value: &Value) -> Vec<String> {
    fn collect(value: &Value, at: &str, all: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match value {
            Value::Object(fields) => fields
                .iter()
                .map(|(name, v)| (contract::escape(name), v))
                .collect(),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(n, v)| (n.to_string(), v))
                .collect(),
            _ => return,
        };
        for (name, value) in inner {
            let place = format!("{at}/{name}");
            collect(value, &place, all);
            all.push(place);
        }
    }
    let mut all = Vec::new();
    collect(value, "", &mut all);
    // The entries of a response that is a list are responses themselves.
    all.retain(|place| value.is_object() || place.matches('/').count() > 1);
    all
}

pub(super) fn replaced(reply: &Value, place: &str, with: Value) -> Value {
    let mut reply = reply.clone();
    *reply
        .pointer_mut(place)
        .unwrap_or_else(|| panic!("nothing is at {place}")) = with;
    reply
}

pub(super) fn removed(reply: &Value, place: &str) -> Value {
    let mut reply = reply.clone();
    let (parent, name) = place.rsplit_once('/').expect("a place below the root");
    match reply.pointer_mut(parent).expect("it has a parent") {
        Value::Array(items) => {
            drop(items.remove(name.parse().expect("a list's places are numbers")))
        }
        Value::Object(fields) => drop(fields.remove(name)),
        scalar => panic!("{scalar} has no places"),
    }
    reply
}

/// The places that the contract describes, with the innermost schema and the value there.
pub(super) fn described(reply: &Reply) -> Vec<(String, Value, Value)> {
    let mut found = Vec::new();
    contract::walk(&reply.schema, &reply.sample, &mut |place| {
        if place.schema.get("type").is_some() && !place.path.is_empty() {
            found.push((
                place.path.to_owned(),
                place.schema.clone(),
                place.value.clone(),
            ));
        }
    });
    assert!(!found.is_empty());
    found
}
