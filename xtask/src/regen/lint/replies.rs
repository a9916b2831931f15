//! Replies are tolerant.

use super::schemas::{is_component, nested, properties};
use crate::regen::{
    document::{Node, Pointer, Value},
    finding::Finding,
    spec::{reply_schemas, resolve},
};

/// In replies nothing is required, everything may be null, and unknown fields are kept: one field that is
/// missing must not lose a reply that has been paid for.
pub(super) fn tolerant_replies(document: &Node) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let mut findings = Vec::new();
    for name in reply_schemas(document) {
        let pointer = base.then(name);
        let Some(schema) = document.at(pointer.as_str()) else {
            continue;
        };
        if schema.text_of("type") != Some("object") {
            continue;
        }
        let mut add = |node: &Node, pointer: &Pointer, message: &str| {
            findings.push(Finding::at("tolerant-reply", node, pointer, message));
        };
        if let Some(required) = schema.get("required") {
            add(
                required,
                &pointer.then("required"),
                "nothing is required in replies; remove this",
            );
        }
        if !keeps_unknown(schema) {
            add(
                schema,
                &pointer,
                "objects in replies have `additionalProperties: {}`, which keeps unknown fields (`true` would drop them)",
            );
        }
        for property in properties(schema) {
            if !may_be_null(document, &property.node) {
                add(
                    &property.node,
                    &pointer.then("properties").then(&property.key),
                    "everything in replies may be null; add `nullable: true` (around a reference: `nullable` and `allOf`)",
                );
            }
        }
    }
    findings
}

/// A map in a reply holds any JSON, since no rule says what becomes of one value that does not fit.
pub(super) fn open_maps(document: &Node) -> Vec<Finding> {
    in_replies(document)
        .into_iter()
        .filter(|(pointer, _)| !is_component(pointer))
        .filter(|(_, schema)| schema.text_of("type") == Some("object"))
        .filter(|(_, schema)| !keeps_unknown(schema))
        .map(|(pointer, schema)| {
            Finding::at(
                "open-map",
                schema,
                &pointer,
                "an object without a name in a reply holds any JSON; write `additionalProperties: {}` and say in words what its \
                 values are",
            )
        })
        .collect()
}

/// Every schema that replies reach, and those inside them.
fn in_replies(document: &Node) -> Vec<(Pointer, &Node)> {
    let base = Pointer::from("/components/schemas");
    let mut all = Vec::new();
    for name in reply_schemas(document) {
        let pointer = base.then(name);
        if let Some(schema) = document.at(pointer.as_str()) {
            nested(&pointer, schema, &mut all);
        }
    }
    all
}

/// Whether an object takes any other key with any value.
fn keeps_unknown(schema: &Node) -> bool {
    schema
        .get("additionalProperties")
        .is_some_and(|n| matches!(&n.value, Value::Map(entries) if entries.is_empty()))
}

/// A union in a reply is a list of named objects or else anything, so that reading it cannot fail.
pub(super) fn total_unions(document: &Node) -> Vec<Finding> {
    in_replies(document)
        .into_iter()
        .filter(|(_, schema)| {
            let Some(arms) = schema.get("oneOf").map(Node::items) else {
                return false;
            };
            let total = matches!(arms, [list, other]
                if list.text_of("type") == Some("array")
                    && list.at("/items/$ref").is_some()
                    && other.text_of("title") == Some("Other")
                    && other.at("/not/type").and_then(Node::text) == Some("array"));
            !total
        })
        .map(|(pointer, schema)| {
            Finding::at(
                "total-union",
                schema,
                &pointer,
                "a union in a reply has two arms, a list of named objects and `{title: Other, not: {type: array}}`; \
                 for other mixtures leave the type out and take any JSON",
            )
        })
        .collect()
}

/// Whether null is allowed: by `nullable`, or because anything is.
fn may_be_null(document: &Node, schema: &Node) -> bool {
    const NARROWING: [&str; 6] = ["type", "allOf", "oneOf", "enum", "not", "properties"];
    let Some(schema) = resolve(document, schema) else {
        return true;
    };
    schema.get("nullable").and_then(Node::bool) == Some(true)
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
                "nothing is required",
            ),
            ("{type: object}", "keeps unknown fields"),
            (
                "{type: object, additionalProperties: true}",
                "keeps unknown fields",
            ),
            (
                "{type: object, additionalProperties: {}, properties: {a: {type: string}}}",
                "may be null",
            ),
            (
                "{type: object, additionalProperties: {}, properties: {a: {$ref: '#/components/schemas/Unused'}}}",
                "may be null",
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
