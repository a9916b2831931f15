//! Names of schemas, alternatives, fields and words, and the Rust names made from them.

use std::collections::BTreeMap;

use super::schemas::{all_schemas, properties};
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    names,
};

/// Component names are Rust type names already, so that nobody has to guess what the generator makes of them.
pub(super) fn schema_name(document: &Value) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let schemas = document.pointer(base.as_str());
    let names = schemas.into_iter().flat_map(Value::entries);
    names
        .filter(|(name, _)| {
            let camel = name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.bytes().all(|b| b.is_ascii_alphanumeric())
                && !name
                    .as_bytes()
                    .windows(2)
                    .any(|w| w.iter().all(u8::is_ascii_uppercase));
            !camel
        })
        .map(|(name, _)| {
            Finding::new(
                "schema-name",
                base.then(name),
                format!("{name:?} is not in UpperCamelCase; write it like `CallLog`"),
            )
        })
        .collect()
}

/// Names that mean something to every Rust file; the generated code would mean the wrong one.
const PRELUDE: [&str; 20] = [
    "AsMut", "AsRef", "Box", "Clone", "Copy", "Default", "Drop", "Err", "From", "Into", "Iterator",
    "None", "Ok", "Option", "Result", "Self", "Some", "String", "ToString", "Vec",
];

/// No schema is called like something of Rust's own.
pub(super) fn own_type_name(document: &Value) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let schemas = document.pointer(base.as_str());
    let names = schemas.into_iter().flat_map(Value::entries);
    names
        .filter(|(name, _)| PRELUDE.contains(name))
        .map(|(name, _)| {
            let message =
                format!("`{name}` is already a name in Rust; choose another, like `Call{name}`");
            Finding::new("own-type-name", base.then(name), message)
        })
        .collect()
}

/// A `title` names a type or a variant. Two equal ones outside of unions are merged into one type.
pub(super) fn unique_titles(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<&str, Pointer> = BTreeMap::new();
    for (pointer, schema) in all_schemas(document) {
        let is_arm = pointer.as_str().rsplit('/').nth(1) == Some("oneOf");
        let Some(title) = schema.text_of("title").filter(|_| !is_arm) else {
            continue;
        };
        if let Some(other) = seen.insert(title, pointer.clone()) {
            findings.push(Finding::new(
                "unique-title",
                &pointer,
                format!(
                    "the title {title:?} is also at {other}, which would merge the two types; remove both"
                ),
            ));
        }
    }
    findings
}

/// Each arm of a `oneOf` has a title of its own, which names the variant.
pub(super) fn titled_arms(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        let arms = schema.items_of("oneOf");
        let mut titles = Vec::new();
        for (i, arm) in arms.iter().enumerate() {
            let pointer = pointer.then("oneOf").then(&i.to_string());
            match arm.text_of("title") {
                None => findings.push(Finding::new(
                    "titled-arm",
                    &pointer,
                    "this arm has no title to name its variant after; add one (around a reference: `title` and `allOf`)",
                )),
                Some(title) if titles.contains(&title) => findings.push(Finding::new(
                    "titled-arm",
                    &pointer,
                    format!("another arm has the title {title:?}; choose another title"),
                )),
                Some(title) => titles.push(title),
            }
        }
    }
    findings
}

/// Property names stay distinct as Rust fields, and none is the catch-all's.
pub(super) fn distinct_fields(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (key, _) in properties(schema) {
            let field = names::field(key);
            let problem = if field == "unknown_fields" {
                Some("this name is reserved for unknown fields; change the name in the pass `lenient-records` first".to_owned())
            } else {
                seen.insert(field.clone(), key).map(|other| {
                    format!(
                        "{key:?} and {other:?} both become the Rust field `{field}`; rename one"
                    )
                })
            };
            if let Some(problem) = problem {
                findings.push(Finding::new(
                    "distinct-fields",
                    pointer.then("properties").then(key),
                    problem,
                ));
            }
        }
    }
    findings
}

/// Enums hold words that can be told apart as variants, none of them "unknown", which every open enum adds.
pub(super) fn enum_of_words(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        let Some(words) = schema.get("enum") else {
            continue;
        };
        if schema.text_of("type") != Some("string") {
            findings.push(Finding::new(
                "enum-of-words",
                pointer.then("enum"),
                "enum values must be strings; add `type: string`",
            ));
            continue;
        }
        let mut seen = BTreeMap::new();
        for (i, node) in words.items().iter().enumerate() {
            let variant = node.as_str().map(names::variant);
            let problem = match (node.as_str(), variant) {
                (Some(word), Some(variant))
                    if word.starts_with(|c: char| c.is_ascii_alphabetic()) =>
                {
                    if variant == "Unknown" {
                        Some(
                            "`Unknown` is reserved for undocumented values; remove this value"
                                .to_owned(),
                        )
                    } else {
                        seen.insert(variant, word).map(|other| {
                            format!("{word:?} and {other:?} become the same variant; remove one")
                        })
                    }
                }
                _ => Some(
                    "this value cannot become a variant name; enum values must start with a letter"
                        .to_owned(),
                ),
            };
            if let Some(problem) = problem {
                let place = pointer.then("enum").then(&i.to_string());
                findings.push(Finding::new("enum-of-words", &place, problem));
            }
        }
    }
    findings
}

/// Whether each word can be a variant of its own.
pub(crate) fn is_word_list<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let words = serde_json::json!({ "type": "string", "enum": words.collect::<Vec<_>>() });
    let document = serde_json::json!({ "components": { "schemas": { "Words": words } } });
    enum_of_words(&document).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn schema(yaml: &str) -> String {
        format!("components:\n  schemas:\n    Call:\n      {yaml}")
    }

    #[test]
    fn names_are_in_upper_camel_case() {
        for name in ["call", "Call_Log", "CALLLog", "Call-Log"] {
            one_bad_one_good(
                schema_name,
                &format!("components:\n  schemas:\n    {name}: {{}}"),
                3,
                "UpperCamelCase",
                "components: {schemas: {CallLog2: {}}}",
            );
        }
    }

    #[test]
    fn names_of_rust_are_left_to_rust() {
        for name in PRELUDE {
            one_bad_one_good(
                own_type_name,
                &format!("components:\n  schemas:\n    {name}: {{}}"),
                3,
                "Call",
                "components: {schemas: {Value: {}}}",
            );
        }
    }

    #[test]
    fn equal_titles_are_refused() {
        one_bad_one_good(
            unique_titles,
            "components:\n  schemas:\n    A: {title: X}\n    B: {title: X}",
            4,
            "/components/schemas/A",
            "components: {schemas: {A: {oneOf: [{title: X}]}, B: {oneOf: [{title: X}]}}}",
        );
    }

    #[test]
    fn arms_have_titles_of_their_own() {
        let good = schema("oneOf: [{title: A}, {title: B}]");
        one_bad_one_good(
            titled_arms,
            &schema("oneOf: [{type: string}]"),
            4,
            "no title",
            &good,
        );
        one_bad_one_good(
            titled_arms,
            &schema("oneOf: [{title: A}, {title: A}]"),
            4,
            "another arm has",
            &good,
        );
    }

    #[test]
    fn field_names_stay_distinct() {
        let good = schema("properties: {fooBar: {}, foo_baz: {}, extra: {}}");
        for (bad, words) in [
            ("properties: {fooBar: {}, foo_bar: {}}", "foo_bar"),
            ("properties: {a-b: {}, a_b: {}}", "a_b"),
            (
                "properties: {HTTPStatus: {}, http_status: {}}",
                "http_status",
            ),
            ("properties: {type: {}, Type: {}}", "`type`"),
            ("properties: {unknown_fields: {}}", "reserved"),
        ] {
            one_bad_one_good(distinct_fields, &schema(bad), 4, words, &good);
        }
    }

    #[test]
    fn enums_hold_distinct_words() {
        let good = schema("{type: string, enum: [critical, non-critical, not_a_bug]}");
        for (bad, words) in [
            ("{type: string, enum: ['+', a]}", "letter"),
            ("{type: string, enum: [1, a]}", "letter"),
            ("{type: string, enum: [not_a, not-a]}", "same variant"),
            ("{type: string, enum: [a, unknown]}", "Unknown"),
            ("enum: [a]", "type: string"),
            ("{type: integer, enum: [1]}", "type: string"),
        ] {
            one_bad_one_good(enum_of_words, &schema(bad), 4, words, &good);
        }
    }
}
