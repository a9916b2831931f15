//! Replies are tolerant.

use super::schemas::{is_component, nested_components, properties};
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{reply_schemas, resolve},
};

/// In replies nothing is required, everything may be null, and unknown fields are kept: one field that is
/// missing must not lose a reply that has been paid for.
pub(super) fn tolerant_replies(document: &Value) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let mut findings = Vec::new();
    for name in reply_schemas(document) {
        let pointer = base.then(name);
        let Some(schema) = document.pointer(pointer.as_str()) else {
            continue;
        };
        if schema.text_of("type") != Some("object") {
            continue;
        }
        let mut add = |pointer: &Pointer, message: &str| {
            findings.push(Finding::new("tolerant-reply", pointer, message));
        };
        if schema.get("required").is_some() {
            add(
                &pointer.then("required"),
                "`required` is not allowed in replies; remove it",
            );
        }
        if !keeps_unknown(schema) {
            add(
                &pointer,
                "objects in replies need `additionalProperties: {}` to keep unknown fields (`true` would drop them)",
            );
        }
        for (key, property) in properties(schema) {
            if !may_be_null(document, property) {
                add(
                    &pointer.then("properties").then(key),
                    "properties of replies must be nullable; add `nullable: true` (around a reference: `nullable` and `allOf`)",
                );
            }
        }
    }
    findings
}

/// A map in a reply holds any JSON, since no rule says what becomes of one value that does not fit.
pub(super) fn open_maps(document: &Value) -> Vec<Finding> {
    in_replies(document)
        .into_iter()
        .filter(|(pointer, _)| !is_component(pointer))
        .filter(|(_, schema)| schema.text_of("type") == Some("object"))
        .filter(|(_, schema)| !keeps_unknown(schema))
        .map(|(pointer, _)| {
            Finding::new(
                "open-map",
                &pointer,
                "an inline object in a reply can contain any JSON; write `additionalProperties: {}` and describe in the text what its \
                 values are",
            )
        })
        .collect()
}

/// Every schema that replies reach, and those inside them.
fn in_replies(document: &Value) -> Vec<(Pointer, &Value)> {
    nested_components(document, reply_schemas(document))
}

/// Whether an object takes any other key with any value.
fn keeps_unknown(schema: &Value) -> bool {
    schema
        .get("additionalProperties")
        .is_some_and(|rest| *rest == serde_json::json!({}))
}

/// A union in a reply is a list of named objects or else anything, so that reading it cannot fail.
pub(super) fn total_unions(document: &Value) -> Vec<Finding> {
    in_replies(document)
        .into_iter()
        .filter(|(_, schema)| {
            let Some(arms) = schema.get("oneOf").map(Value::items) else {
                return false;
            };
            let total = matches!(arms, [list, other]
                if list.text_of("type") == Some("array")
                    && list.pointer("/items/$ref").is_some()
                    && other.text_of("title") == Some("Other")
                    && other.pointer("/not/type").and_then(Value::as_str) == Some("array"));
            !total
        })
        .map(|(pointer, _)| {
            Finding::new(
                "total-union",
                &pointer,
                "a oneOf in a reply must have two arms, a list of named objects and `{title: Other, not: {type: array}}`; \
                 for other mixtures leave the type out and take any JSON",
            )
        })
        .collect()
}

/// Whether null is allowed: by `nullable`, or because anything is.
fn may_be_null(document: &Value, schema: &Value) -> bool {
    const NARROWING: [&str; 6] = ["type", "allOf", "oneOf", "enum", "not", "properties"];
    let Some(schema) = resolve(document, schema) else {
        return true;
    };
    schema.get("nullable").and_then(Value::as_bool) == Some(true)
        || !NARROWING.iter().any(|key| schema.get(key).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn tells(yaml: &str) -> String {
        format!(
            "paths: {{/a/: {{get: {{responses: {{'200': {{content: {{j: {{$ref: '#/components/schemas/Told'}}}}}}}}}}}}}}\n\
             components:\n  schemas:\n    Told: {yaml}\n    Unused: {{type: object, required: [a]}}"
        )
    }

    #[test]
    fn replies_bend() {
        let good = tells(
            "{type: object, additionalProperties: {}, properties: {a: {type: string, nullable: true}, b: {description: any}}}",
        );
        for (bad, words) in [
            (
                "{type: object, additionalProperties: {}, required: [a]}",
                "`required` is not allowed",
            ),
            ("{type: object}", "keep unknown fields"),
            (
                "{type: object, additionalProperties: true}",
                "keep unknown fields",
            ),
            (
                "{type: object, additionalProperties: {}, properties: {a: {type: string}}}",
                "must be nullable",
            ),
            (
                "{type: object, additionalProperties: {}, properties: {a: {$ref: '#/components/schemas/Unused'}}}",
                "must be nullable",
            ),
        ] {
            let found = crate::regen::lint::testing::findings(tolerant_replies, &tells(bad));
            assert!(found[0].message.contains(words), "{found:#?}");
            if !bad.contains("$ref") {
                one_bad_one_good(tolerant_replies, &tells(bad), 4, words, &good);
            }
        }
    }

    #[test]
    fn maps_hold_any_json() {
        let good = tells("{properties: {a: {type: object, additionalProperties: {}}}}");
        for bad in [
            "{properties: {a: {type: object}}}",
            "{properties: {a: {type: object, additionalProperties: {type: string}}}}",
            "{properties: {a: {type: array, items: {type: object, additionalProperties: true}}}}",
        ] {
            one_bad_one_good(open_maps, &tells(bad), 4, "any JSON", &good);
        }
    }

    #[test]
    fn unions_are_total() {
        let good = tells(
            "{oneOf: [{title: Rows, type: array, items: {$ref: '#/x'}}, {title: Other, not: {type: array}}]}",
        );
        for bad in [
            "{oneOf: [{title: A, type: string}, {title: B, type: integer}]}",
            "{oneOf: [{title: Rows, type: array, items: {type: string}}, {title: Other, not: {type: array}}]}",
            "{oneOf: [{title: Rows, type: array, items: {$ref: '#/x'}}, {title: Other, type: string}]}",
        ] {
            one_bad_one_good(total_unions, &tells(bad), 4, "any JSON", &good);
        }
    }
}
