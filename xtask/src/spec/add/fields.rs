//! Writes the parts of schemas that have no name.

use serde_json::{Map, json};

use super::PLACEHOLDER;
use crate::{
    drift::{Facts, Use},
    regen::{document::Value, lint::is_word_list},
};

/// The longest enum that becomes one. A longer one, such as that of languages, is text.
const WORDS: usize = 40;

/// A schema as a property, with room for its description. Properties of replies may be null.
pub(super) fn property(schema: Map<String, Value>, used: Use) -> Value {
    let mut property = object(json!({ "description": PLACEHOLDER }));
    let null = used == Use::Reply && !schema.is_empty();
    if schema.contains_key("$ref") {
        if null {
            property.insert("nullable".to_owned(), true.into());
        }
        property.insert("allOf".to_owned(), json!([schema]));
        return Value::Object(property);
    }
    for (key, value) in schema {
        let is_limit = !["type", "format"].contains(&key.as_str());
        if null && is_limit && !property.contains_key("nullable") {
            property.insert("nullable".to_owned(), true.into());
        }
        property.insert(key, value);
    }
    if null {
        property.entry("nullable").or_insert(true.into());
    }
    Value::Object(property)
}

/// A text, number or flag with its limits. Text that is sent has no format and no pattern.
pub(super) fn scalar(kind: &str, facts: &Facts<'_>, used: Use) -> Map<String, Value> {
    let mut schema = object(json!({ "type": kind }));
    let format = match kind {
        "integer" => Some("int64"),
        "number" => Some("double"),
        _ if used == Use::Reply => facts.format,
        _ => None,
    };
    schema.extend(format.map(|format| ("format".to_owned(), format.into())));
    let all = limits(facts);
    schema.extend(all.filter(|(key, _)| used == Use::Reply || key != "pattern"));
    schema
}

/// The limits as OpenAPI 3.0 writes them.
pub(super) fn limits(facts: &Facts<'_>) -> impl Iterator<Item = (String, Value)> {
    facts.limits.iter().flat_map(|(key, limit)| {
        let limit = (*limit).clone();
        let inclusive = match *key {
            "exclusiveMinimum" => "minimum",
            "exclusiveMaximum" => "maximum",
            key => return vec![(key.to_owned(), limit)],
        };
        vec![
            (inclusive.to_owned(), limit),
            ((*key).to_owned(), true.into()),
        ]
    })
}

/// The words that a text is one of, if they can be variants. An empty text stands for none of them.
pub(super) fn enum_words<'f>(facts: &'f Facts<'_>) -> Option<Vec<&'f str>> {
    let words = facts.words.as_ref()?.iter().map(String::as_str);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let few = !words.is_empty() && words.len() <= WORDS;
    Some(words).filter(|words| few && is_word_list(words.iter().copied()))
}

/// A reference to a component.
pub(super) fn reference(name: &str) -> Map<String, Value> {
    object(json!({ "$ref": format!("#/components/schemas/{name}") }))
}

/// The entries of an object.
pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(entries) => entries,
        _ => Map::new(),
    }
}
