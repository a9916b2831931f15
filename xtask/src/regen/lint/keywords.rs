//! The keywords of a schema: their values and combinations.

use std::collections::BTreeSet;

use super::{
    LIMITS,
    schemas::{all_schemas, properties},
};
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::schema_name,
};

const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Runs `judge` on each schema, and places its findings at the keys it names.
fn judged(
    document: &Value,
    rule: &'static str,
    judge: impl Fn(&Pointer, &Value) -> Vec<(&'static str, String)>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        for (key, message) in judge(&pointer, schema) {
            findings.push(Finding::new(rule, pointer.then(key), message));
        }
    }
    findings
}

/// A type that OpenAPI 3.0 has; examples are judged by it.
pub(super) fn schema_type(document: &Value) -> Vec<Finding> {
    judged(document, "schema-type", |_, schema| {
        let unknown = schema.text_of("type").filter(|t| !TYPES.contains(t));
        let message = unknown.map(|word| {
            format!(
                "{word:?} is not a type of OpenAPI 3.0; write {}",
                TYPES.join(", ")
            )
        });
        message.map(|m| ("type", m)).into_iter().collect()
    })
}

/// What narrows a type stands beside it; the generator panics on limits of nothing.
pub(super) fn limits_of_a_type(document: &Value) -> Vec<Finding> {
    judged(document, "limits-of-a-type", |_, schema| {
        let mut keys = ["format", "items"].into_iter().chain(LIMITS);
        let found = keys.find(|key| schema.get(key).is_some() && schema.get("type").is_none());
        let message = "it narrows a type that is not named; write `type` beside it";
        found
            .map(|key| (key, message.to_owned()))
            .into_iter()
            .collect()
    })
}

/// Limits that a value can satisfy: counts are not negative, the minimum is not above the maximum, patterns are regular
/// expressions.
pub(super) fn limits(document: &Value) -> Vec<Finding> {
    judged(document, "limits", |_, schema| {
        let mut wrong = Vec::new();
        for key in ["minLength", "maxLength", "minItems", "maxItems"] {
            if let Some(node) = schema.get(key)
                && node.as_i64().is_none_or(|n| n < 0)
            {
                wrong.push((
                    key,
                    format!("{key} counts; write a whole number from 0 upwards"),
                ));
            }
        }
        for key in ["minimum", "maximum", "multipleOf"] {
            if let Some(node) = schema.get(key)
                && node
                    .as_f64()
                    .is_none_or(|n| key == "multipleOf" && n <= 0.0)
            {
                wrong.push((key, format!("{key} is a number; correct the value")));
            }
        }
        for (least, most) in [
            ("minLength", "maxLength"),
            ("minItems", "maxItems"),
            ("minimum", "maximum"),
        ] {
            let number = |key| schema.get(key).and_then(Value::as_f64);
            if let (Some(low), Some(high)) = (number(least), number(most))
                && low > high
            {
                wrong.push((
                    most,
                    format!("{least} is above {most}, so nothing can fit; correct one"),
                ));
            }
        }
        if let Some(pattern) = schema.text_of("pattern")
            && let Err(error) = regress::Regex::new(pattern)
        {
            wrong.push((
                "pattern",
                format!("{pattern:?} is not a regular expression: {error}; correct it"),
            ));
        }
        wrong
    })
}

/// An array has `items`.
pub(super) fn items(document: &Value) -> Vec<Finding> {
    judged(document, "items", |pointer, schema| {
        // `not: {type: array}` rules out every list.
        let ruled_out = pointer.as_str().ends_with("/not");
        let bare = schema.text_of("type") == Some("array") && schema.get("items").is_none();
        let message =
            "an array without `items` says nothing of its elements; add `items`, `{}` for any";
        (bare && !ruled_out)
            .then(|| ("type", message.to_owned()))
            .into_iter()
            .collect()
    })
}

/// An enum is not empty.
pub(super) fn empty_enum(document: &Value) -> Vec<Finding> {
    judged(document, "empty-enum", |_, schema| {
        let empty = schema.get("enum").is_some_and(|n| n.items().is_empty());
        let message =
            "an enum lists at least one word, else nothing can fit; list them, or remove the key";
        empty
            .then(|| ("enum", message.to_owned()))
            .into_iter()
            .collect()
    })
}

/// Every required name is a property; a misspelt name would require a field that cannot be sent.
pub(super) fn required_properties(document: &Value) -> Vec<Finding> {
    judged(document, "required-property", |_, schema| {
        let names = schema.items_of("required");
        names
            .iter()
            .filter_map(Value::as_str)
            .filter(|name| properties(schema).all(|(key, _)| key != *name))
            .map(|name| {
                let message = format!(
                    "{name:?} is required and not among the properties; correct the name or describe it there"
                );
                ("required", message)
            })
            .collect()
    })
}

/// No `not`, which the generator cannot express, but for the open arm of a union, whose `not` a transform removes.
pub(super) fn no_not(document: &Value) -> Vec<Finding> {
    judged(document, "no-not", |_, schema| {
        let open_arm = schema.text_of("title") == Some("Other")
            && schema.get("not").is_some_and(
                |not| matches!(not.entries().collect::<Vec<_>>()[..], [("type", only)] if only == "array"),
            );
        let message = "the generator has no `not`; say what is allowed (only an arm `{title: Other, not: {type: array}}` may have it)";
        (schema.get("not").is_some() && !open_arm)
            .then(|| ("not", message.to_owned()))
            .into_iter()
            .collect()
    })
}

/// No schema that is part of itself, but for the elements of its lists and maps: it would have no end, or need a
/// box that lenient reading does not know.
pub(super) fn cycles(document: &Value) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let schemas = document.pointer(base.as_str()).unwrap_or(&Value::Null);
    let parts = |name: &str| -> Vec<&str> {
        let mut all = Vec::new();
        if let Some(schema) = schemas.get(name) {
            direct(schema, &mut all);
        }
        all
    };
    let mut findings = Vec::new();
    for (key, _) in schemas.entries() {
        let mut seen = BTreeSet::new();
        let mut todo = parts(key);
        while let Some(name) = todo.pop() {
            if seen.insert(name) {
                todo.extend(parts(name));
            }
        }
        if seen.contains(key) {
            findings.push(Finding::new(
                "cycles",
                base.then(key),
                format!(
                    "{key} contains itself and would have no end; refer to it in the `items` of an array only"
                ),
            ));
        }
    }
    findings
}

/// The schemas that are part of every value of `schema`, as far as references name them.
fn direct<'a>(schema: &'a Value, all: &mut Vec<&'a str>) {
    all.extend(schema.text_of("$ref").and_then(schema_name));
    for key in ["allOf", "oneOf", "anyOf"] {
        for part in schema.items_of(key) {
            direct(part, all);
        }
    }
    for (_, property) in properties(schema) {
        direct(property, all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::{findings, one_bad_one_good};

    fn schema(yaml: &str) -> String {
        format!("components:\n  schemas:\n    Call:\n      {yaml}")
    }

    #[test]
    fn types_are_those_of_openapi() {
        let good = schema("properties: {a: {type: boolean}}");
        for bad in ["properties: {a: {type: bool}}", "type: int", "type: ''"] {
            one_bad_one_good(schema_type, &schema(bad), 4, "boolean", &good);
        }
    }

    #[test]
    fn what_is_narrowed_is_a_type() {
        let good = schema("{type: integer, format: int64, minimum: 0}");
        for bad in ["{format: int64, minimum: 0}", "minLength: 1", "items: {}"] {
            one_bad_one_good(limits_of_a_type, &schema(bad), 4, "`type`", &good);
        }
    }

    #[test]
    fn limits_can_be_kept_to() {
        let good = schema(
            "properties: {a: {minLength: 0, maxLength: 3, pattern: '^[0-9]+$'}, b: {minimum: -1, maximum: 1.5}}",
        );
        for (bad, words) in [
            ("maxLength: -1", "from 0 upwards"),
            ("minItems: 1.5", "from 0 upwards"),
            ("minLength: two", "from 0 upwards"),
            ("minimum: low", "number"),
            ("multipleOf: 0", "number"),
            ("{minLength: 3, maxLength: 2}", "above maxLength"),
            ("{minimum: 3, maximum: 2}", "above maximum"),
            ("pattern: '[a-'", "regular expression"),
        ] {
            one_bad_one_good(limits, &schema(bad), 4, words, &good);
        }
    }

    #[test]
    fn lists_have_items() {
        let good = schema("oneOf: [{type: array, items: {}}, {not: {type: array}}]");
        one_bad_one_good(items, &schema("type: array"), 4, "add `items`", &good);
    }

    #[test]
    fn enums_have_words() {
        let good = schema("enum: [a]");
        for bad in ["enum: []", "enum: a"] {
            one_bad_one_good(empty_enum, &schema(bad), 4, "at least one word", &good);
        }
    }

    #[test]
    fn what_is_required_is_a_property() {
        let good = schema("{required: [a], properties: {a: {}, b: {}}}");
        for bad in [
            "{required: [a, bb], properties: {a: {}, b: {}}}",
            "required: [bb]",
        ] {
            one_bad_one_good(required_properties, &schema(bad), 4, "\"bb\"", &good);
        }
    }

    #[test]
    fn not_is_for_open_arms() {
        let good = schema("oneOf: [{title: Other, not: {type: array}}]");
        for bad in [
            "not: {type: string}",
            "oneOf: [{title: Rest, not: {type: array}}]",
            "oneOf: [{title: Other, not: {type: string}}]",
            "oneOf: [{title: Other, not: {type: array, minItems: 1}}]",
        ] {
            one_bad_one_good(no_not, &schema(bad), 4, "no `not`", &good);
        }
    }

    #[test]
    fn nothing_contains_itself() {
        let a = "#/components/schemas/Call";
        let good = schema(&format!(
            "properties: {{a: {{type: array, items: {{$ref: '{a}'}}}}}}"
        ));
        for bad in [
            format!("allOf: [{{$ref: '{a}'}}]"),
            format!("oneOf: [{{title: A, allOf: [{{$ref: '{a}'}}]}}]"),
            format!("properties: {{a: {{nullable: true, allOf: [{{$ref: '{a}'}}]}}}}"),
        ] {
            one_bad_one_good(cycles, &schema(&bad), 3, "contains itself", &good);
        }
        let two = "components:\n  schemas:\n    A: {allOf: [{$ref: '#/components/schemas/B'}]}\n    B: {allOf: [{$ref: '#/components/schemas/A'}]}";
        assert_eq!(findings(cycles, two).len(), 2);
    }
}
