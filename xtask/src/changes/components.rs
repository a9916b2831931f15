//! The names of schemas, which are the names of types.

use super::Change;
use crate::regen::{
    document::{Json, Value},
    spec::{reply_schemas, request_schemas, schema_name},
};

/// Schemas that came or went. Those that only refusals use have no type.
pub(super) fn names(before: &Value, now: &Value) -> Vec<Change> {
    let used = |document| {
        let mut names = reply_schemas(document);
        names.extend(request_schemas(document));
        names
    };
    let (old, new) = (used(before), used(now));
    let change = |how, is_breaking| {
        move |name: &&str| Change {
            how,
            what: format!("schema {name}"),
            is_breaking,
        }
    };
    let added = new.difference(&old).map(change("added", false));
    added
        .chain(old.difference(&new).map(change("removed", true)))
        .collect()
}

/// Fields that refer to another schema, although it allows the same: no change known so far says so.
pub(super) fn types(before: &Value, now: &Value, known: &[Change]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (name, schema) in now["components"].entries_of("schemas") {
        let old = &before["components"]["schemas"][name];
        for (field, property) in schema.entries_of("properties") {
            let Some(was) = old.get("properties").and_then(|fields| fields.get(field)) else {
                continue;
            };
            let [was, is] = [was, property].map(named);
            let place = format!("{name} · {field}");
            let mut known = known.iter().map(|change| change.what.as_str());
            if was != is && !known.any(|what| what.starts_with(&format!("{place}: type: "))) {
                let what = format!("{place}: type: {was} → {is}");
                changes.push(Change {
                    how: "changed",
                    what,
                    is_breaking: true,
                });
            }
        }
    }
    changes
}

/// The schema that a field or its entries refer to, else its type.
fn named(schema: &Value) -> String {
    let around = schema
        .items_of("allOf")
        .first()
        .or_else(|| schema.get("items"));
    let reference = schema.text_of("$ref").and_then(schema_name);
    match (reference, around) {
        (Some(name), _) => name.to_owned(),
        (None, Some(inner)) => named(inner),
        (None, None) => schema.text_of("type").unwrap_or("anything").to_owned(),
    }
}
