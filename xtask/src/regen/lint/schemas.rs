//! The structure of schemas.

use std::collections::BTreeSet;

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::operations,
};

/// Every schema in the document, nested ones included: those of components, bodies and parameters.
pub(super) fn all_schemas(document: &Value) -> Vec<(Pointer, &Value)> {
    let mut all = Vec::new();
    let components = Pointer::from("/components/schemas");
    if let Some(schemas) = document.pointer(components.as_str()) {
        for (name, schema) in schemas.entries() {
            nested(&components.then(name), schema, &mut all);
        }
    }
    let mut places: Vec<(Pointer, &Value)> =
        ["parameters", "responses", "requestBodies", "headers"]
            .iter()
            .map(|kind| Pointer::from("/components").then(kind))
            .filter_map(|pointer| Some((pointer.clone(), document.pointer(pointer.as_str())?)))
            .collect();
    places.extend(
        operations(document)
            .into_iter()
            .map(|o| (o.pointer, o.node)),
    );
    for (pointer, node) in places {
        node.walk(&pointer, &mut |pointer, node| {
            if let Some(schema) = node.get("schema") {
                nested(&pointer.then("schema"), schema, &mut all);
            }
        });
    }
    all
}

/// The component schemas with these names, and the schemas inside them.
pub(super) fn nested_components<'a>(
    document: &'a Value,
    names: BTreeSet<&str>,
) -> Vec<(Pointer, &'a Value)> {
    let base = Pointer::from("/components/schemas");
    let mut all = Vec::new();
    for name in names {
        let pointer = base.then(name);
        if let Some(schema) = document.pointer(pointer.as_str()) {
            nested(&pointer, schema, &mut all);
        }
    }
    all
}

/// `schema` and the schemas directly inside it, recursively. References are not followed.
fn nested<'a>(pointer: &Pointer, schema: &'a Value, all: &mut Vec<(Pointer, &'a Value)>) {
    all.push((pointer.clone(), schema));
    for key in ["items", "additionalProperties", "not"] {
        if let Some(node) = schema.get(key)
            && node.is_object()
        {
            nested(&pointer.then(key), node, all);
        }
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        let arms = schema.items_of(key);
        for (i, arm) in arms.iter().enumerate() {
            nested(&pointer.then(key).then(&i.to_string()), arm, all);
        }
    }
    for (key, node) in properties(schema) {
        nested(&pointer.then("properties").then(key), node, all);
    }
}

/// The properties of a schema.
pub(super) fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    schema.entries_of("properties")
}

/// No `anyOf`: the generator makes a struct of flattened options from it, which cannot be read or written.
pub(super) fn no_any_of(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter(|(_, schema)| schema.get("anyOf").is_some())
        .map(|(pointer, _)| {
            Finding::new(
                "no-any-of",
                pointer.then("anyOf"),
                "the generator does not support anyOf; write oneOf with a title on each arm, the narrowest first",
            )
        })
        .collect()
}

/// No `type: [x, null]`, which is OpenAPI 3.1.
pub(super) fn no_type_list(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter_map(|(pointer, schema)| {
            schema.get("type").filter(|n| n.as_str().is_none())?;
            Some(Finding::new(
                "no-type-list",
                pointer.then("type"),
                "type must be one word in OpenAPI 3.0; for null add `nullable: true`",
            ))
        })
        .collect()
}

/// No `default` anywhere: in a request it becomes a field that is always sent and overwrites what the caller
/// left out, in a reply it invents what the service did not say.
pub(super) fn no_default(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter_map(|(pointer, schema)| {
            schema.get("default")?;
            Some(Finding::new(
                "no-default",
                pointer.then("default"),
                "defaults are not supported: a request would always send them, a reply would invent them; describe the default in the text",
            ))
        })
        .collect()
}

/// Integers are `int64`: ids outgrow smaller ones, and replies are read into that one type.
pub(super) fn int64(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter(|(_, schema)| match schema.text_of("type") {
            Some("integer") => schema.text_of("format") != Some("int64"),
            Some("number") => schema.text_of("format") != Some("double"),
            _ => false,
        })
        .map(|(pointer, _)| {
            Finding::new(
                "int64",
                pointer.then("type"),
                "write `format: int64` for an integer, `format: double` for a number; replies are read into these",
            )
        })
        .collect()
}

/// Objects with properties, enums and unions are components of their own; inline ones get names that clash or change,
/// and are not read by the rules for replies.
pub(super) fn named_types(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        if is_component(&pointer) {
            continue;
        }
        let has = |key| schema.get(key).is_some();
        let what = if has("properties") || has("required") {
            "object"
        } else if has("enum") {
            "enum"
        } else if has("oneOf") {
            "union"
        } else {
            continue;
        };
        findings.push(Finding::new(
            "named-type",
            &pointer,
            format!("this {what} has no name; move it to components/schemas and refer to it"),
        ));
    }
    findings
}

/// An `allOf` is one reference, with something around it: parts that are merged would be a type without a name.
pub(super) fn one_all_of(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter(|(_, schema)| {
            schema.get("allOf").is_some_and(|parts| {
                !matches!(parts.items(), [only] if only.get("$ref").is_some())
                    || schema.get("type").is_some()
                    || schema.get("properties").is_some()
            })
        })
        .map(|(pointer, _)| {
            Finding::new(
                "one-all-of",
                pointer.then("allOf"),
                "allOf is only allowed around one reference, for `nullable` or `title`; write the properties out instead",
            )
        })
        .collect()
}

/// Whether it is a schema of `components/schemas` itself, and not inside one.
pub(super) fn is_component(pointer: &Pointer) -> bool {
    pointer
        .as_str()
        .strip_prefix("/components/schemas/")
        .is_some_and(|name| !name.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn schema(yaml: &str) -> String {
        format!("components:\n  schemas:\n    Call:\n      {yaml}")
    }

    #[test]
    fn any_of_is_refused_wherever_it_is() {
        let good = schema("oneOf: [{title: A}]");
        for bad in [
            "anyOf: [{type: string}]",
            "properties: {a: {anyOf: [{type: string}]}}",
            "items: {oneOf: [{title: A, anyOf: []}]}",
        ] {
            one_bad_one_good(no_any_of, &schema(bad), 4, "oneOf", &good);
        }
        let inline = "paths:\n  /a/:\n    get:\n      parameters: [{schema: {anyOf: []}}]";
        one_bad_one_good(no_any_of, inline, 4, "oneOf", &good);
    }

    #[test]
    fn type_lists_are_refused_but_a_property_may_be_called_type() {
        one_bad_one_good(
            no_type_list,
            &schema("type: [string, 'null']"),
            4,
            "nullable",
            &schema("properties: {type: {type: string}}"),
        );
    }

    #[test]
    fn defaults_are_refused_but_a_property_may_be_called_default() {
        one_bad_one_good(
            no_default,
            &schema("properties: {a: {default: 5}}"),
            4,
            "always send",
            &schema("properties: {default: {type: string}}"),
        );
    }

    #[test]
    fn numbers_have_one_size() {
        let good = schema(
            "properties: {a: {type: integer, format: int64}, b: {type: number, format: double}}",
        );
        for bad in [
            "type: integer",
            "{type: integer, format: int32}",
            "type: number",
        ] {
            one_bad_one_good(int64, &schema(bad), 4, "int64", &good);
        }
    }

    #[test]
    fn what_needs_a_name_is_a_component() {
        let good =
            schema("{type: object, properties: {a: {type: object, additionalProperties: {}}}}");
        for (bad, what) in [
            (
                "properties: {a: {type: object, properties: {b: {}}}}",
                "object",
            ),
            ("items: {type: object, required: [a]}", "object"),
            ("oneOf: [{title: A, properties: {}}]", "object"),
            ("properties: {a: {enum: [b]}}", "enum"),
            ("items: {enum: [b]}", "enum"),
            ("additionalProperties: {oneOf: []}", "union"),
        ] {
            one_bad_one_good(named_types, &schema(bad), 4, what, &good);
        }
        let enums = schema("enum: [a]");
        let inline = "paths:\n  /a/:\n    get:\n      parameters: [{schema: {enum: [a]}}]";
        one_bad_one_good(named_types, inline, 4, "components/schemas", &enums);
    }

    #[test]
    fn all_of_wraps_one_reference() {
        let good = schema("properties: {a: {nullable: true, allOf: [{$ref: '#/x'}]}}");
        for bad in [
            "allOf: [{$ref: '#/x'}, {$ref: '#/y'}]",
            "allOf: [{type: string}]",
            "{type: object, allOf: [{$ref: '#/x'}]}",
            "properties: {a: {allOf: []}}",
        ] {
            one_bad_one_good(one_all_of, &schema(bad), 4, "one reference", &good);
        }
    }
}
