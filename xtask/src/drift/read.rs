//! Reads a schema of OpenAPI 3.0 or 3.1.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    decisions::plain,
    shape::{DEPTH, Facts, Node, Shape},
};
use crate::regen::{
    document::{Json, Value},
    lint::LIMITS,
};

/// Reads what a schema allows.
pub(super) fn read<'a>(document: &'a Value, node: &Node<'a>, depth: usize) -> Shape<'a> {
    if depth > DEPTH {
        return Shape::anything();
    }
    let (facts, mut shape) = own(node);
    let parts = |key: &str| -> Vec<Shape<'a>> {
        let parts = node.value.items_of(key).iter().enumerate();
        let parts = parts.map(|(i, part)| {
            let pointer = node.pointer.then(key).then(&i.to_string());
            read(document, &Node::new(pointer, part), depth + 1)
        });
        parts.collect()
    };
    if node.value.text_of("$ref").is_some() {
        let target = node.clone().follow(document);
        let target = target.map(|target| read(document, &target, depth + 1));
        shape = shape.and(target.unwrap_or_else(Shape::anything));
    }
    shape = parts("allOf").into_iter().fold(shape, Shape::and);
    for key in ["anyOf", "oneOf"] {
        if let Some(union) = parts(key).into_iter().reduce(Shape::or) {
            shape = shape.and(union);
        }
    }
    // Limits beside a reference, an `allOf` or a union hold for what these allow.
    if type_names(node.value).is_empty() {
        for own in shape.types.values_mut() {
            own.words = facts.words.clone().or(own.words.take());
            own.format = facts.format.or(own.format);
            own.limits.extend(facts.limits.clone());
        }
    }
    shape
}

/// The facts and the types that a schema states without its parts.
fn own<'a>(node: &Node<'a>) -> (Facts<'a>, Shape<'a>) {
    let schema = node.value;
    let facts = facts(node);
    let names = type_names(schema);
    let types = names.iter().filter(|name| **name != "null");
    let types: BTreeMap<_, _> = types.map(|name| (*name, facts.clone())).collect();
    let says_null = schema.get("nullable").and_then(Value::as_bool) == Some(true);
    let shape = Shape {
        any: names.is_empty(),
        nullable: says_null
            || names.contains(&"null")
            || schema.items_of("enum").contains(&Value::Null),
        types,
        read: vec![node.pointer.clone()],
    };
    (facts, shape)
}

/// The types that a schema names, or that its other keywords imply; null included.
fn type_names(schema: &Value) -> Vec<&str> {
    let named: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(list) => list.items().iter().filter_map(Value::as_str).collect(),
        None => Vec::new(),
    };
    if !named.is_empty() {
        return named;
    }
    let of = |word: &Value| match word {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(n) if n.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let words: BTreeSet<&str> = words(schema).map(of).collect();
    if !words.is_empty() {
        return words.into_iter().collect();
    }
    let implied = [
        ("properties", "object"),
        ("required", "object"),
        ("items", "array"),
    ];
    let implied = implied.iter().find(|(key, _)| schema.get(key).is_some());
    implied.map(|(_, name)| *name).into_iter().collect()
}

fn words(schema: &Value) -> impl Iterator<Item = &Value> {
    schema.items_of("enum").iter().chain(schema.get("const"))
}

fn facts<'a>(node: &Node<'a>) -> Facts<'a> {
    let schema = node.value;
    let words: BTreeSet<String> = words(schema)
        .filter(|word| !word.is_null())
        .map(plain)
        .collect();
    let fields = schema.entries_of("properties").map(|(name, value)| {
        let pointer = node.pointer.then("properties").then(name);
        (name, vec![Node::new(pointer, value)])
    });
    let required = schema.items_of("required").iter();
    Facts {
        words: (!words.is_empty()).then_some(words),
        format: schema.text_of("format"),
        limits: limits(schema),
        required: required.filter_map(Value::as_str).collect(),
        fields: fields.collect(),
        items: node.child("items").into_iter().collect(),
        values: node
            .child("additionalProperties")
            .filter(|values| values.value.is_object())
            .into_iter()
            .collect(),
    }
}

/// The limits of a schema. `exclusiveMinimum: true` of 3.0 is read as the number of 3.1.
fn limits(schema: &Value) -> BTreeMap<&'static str, &Value> {
    let mut limits = BTreeMap::new();
    for key in LIMITS {
        if let Some(limit) = schema.get(key).filter(|limit| !limit.is_boolean()) {
            limits.insert(key, limit);
        }
    }
    for (key, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        if schema.get(exclusive) == Some(&Value::Bool(true))
            && let Some(limit) = limits.remove(key)
        {
            limits.insert(exclusive, limit);
        }
    }
    limits
}
