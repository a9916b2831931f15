//! The names of schemas and their hand-written types, and the areas of tags, which are cargo features.

use super::Change;
use crate::regen::{
    document::{Json, Value},
    spec::{area, reply_schemas, request_schemas},
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

/// Tags whose operations are behind another cargo feature.
pub(super) fn areas(before: &Value, now: &Value) -> Vec<Change> {
    let tags = now
        .items_of("tags")
        .iter()
        .filter_map(|tag| tag.text_of("name"));
    let both = tags.map(|tag| (tag, area(before, tag), area(now, tag)));
    both.filter_map(|(tag, was, is)| {
        let (was, is) = (was?, is?);
        (was != is).then(|| Change {
            how: "changed",
            what: format!("tag {tag}: x-cekura-area: {was} → {is}"),
            is_breaking: true,
        })
    })
    .collect()
}

/// Schemas that another hand-written type stands for.
pub(super) fn rust_types(before: &Value, now: &Value) -> Vec<Change> {
    let schemas = now["components"].entries_of("schemas");
    let both = schemas.filter_map(|(name, is)| {
        let was = before["components"]["schemas"].get(name)?;
        Some((name, [was, is].map(rust_type)))
    });
    both.filter(|(_, [was, is])| was != is)
        .map(|(name, [was, is])| Change {
            how: "changed",
            what: format!("schema {name}: x-rust-type: {was} → {is}"),
            is_breaking: true,
        })
        .collect()
}

/// The path of the hand-written type that stands for a schema.
fn rust_type(schema: &Value) -> &str {
    let written = schema.get("x-rust-type");
    written
        .and_then(|written| written.text_of("path"))
        .unwrap_or("nothing")
}
