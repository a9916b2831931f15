//! What a schema allows, in one form for OpenAPI 3.0 and 3.1.
//!
//! References, `allOf`, unions and the ways to write null are resolved: a [`Shape`] has the facts of each JSON type.

use std::collections::{BTreeMap, BTreeSet};

use crate::regen::{
    document::{Json, Pointer, Value},
    lint::LIMITS,
};

/// Where the reading of references and `allOf` inside each other stops.
const DEPTH: usize = 32;

/// An object of a document.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) pointer: Pointer,
    pub(super) value: &'a Value,
}

/// What values a schema allows.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape<'a> {
    /// Whether every type is allowed.
    pub(super) any: bool,
    pub(super) nullable: bool,
    /// The allowed types other than null, and what is known of each.
    pub(super) types: BTreeMap<&'a str, Facts<'a>>,
    /// The schemas that were read for it.
    pub(super) read: Vec<Pointer>,
}

/// What is known of the values of one type.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts<'a> {
    pub(super) words: Option<BTreeSet<String>>,
    pub(super) format: Option<&'a str>,
    pub(super) limits: BTreeMap<&'static str, &'a Value>,
    pub(super) required: BTreeSet<&'a str>,
    /// The fields of an object, each with the schemas that allow it.
    pub(super) fields: Vec<(&'a str, Vec<Node<'a>>)>,
    /// The schemas of a list's elements.
    pub(super) items: Vec<Node<'a>>,
    /// The schemas of a map's values.
    pub(super) values: Vec<Node<'a>>,
}

impl<'a> Node<'a> {
    pub(super) fn new(pointer: Pointer, value: &'a Value) -> Self {
        Self { pointer, value }
    }

    /// Returns the node under a key.
    pub(super) fn child(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self::new(self.pointer.then(key), value))
    }

    /// Returns the node that a `$ref` leads to, or this one. `None` if it leads nowhere or in a circle.
    pub(super) fn follow(mut self, document: &'a Value) -> Option<Self> {
        for _ in 0..DEPTH {
            let Some(target) = self.value.text_of("$ref") else {
                return Some(self);
            };
            let pointer = target.strip_prefix('#')?;
            self = Self::new(Pointer::from(pointer), document.pointer(pointer)?);
        }
        None
    }
}

impl<'a> Shape<'a> {
    /// Reads what at least one of the schemas allows.
    pub(super) fn of(document: &'a Value, nodes: &[Node<'a>]) -> Self {
        let shapes = nodes.iter().map(|node| read(document, node, 0));
        shapes.reduce(Self::or).unwrap_or_else(Self::anything)
    }

    fn anything() -> Self {
        Self {
            any: true,
            ..Self::default()
        }
    }

    /// Allows what either allows.
    fn or(mut self, other: Self) -> Self {
        self.any |= other.any;
        self.nullable |= other.nullable;
        self.read.extend(other.read);
        for (name, facts) in other.types {
            match self.types.remove(name) {
                Some(own) => self.types.insert(name, own.or(facts)),
                None => self.types.insert(name, facts),
            };
        }
        self
    }

    /// Allows what both allow. Null is allowed if either mentions it, as `nullable` beside `allOf` means.
    fn and(mut self, other: Self) -> Self {
        let types = match (self.any, other.any) {
            (true, false) => other.types,
            (false, true) => self.types,
            (both_any, _) => {
                let (mut all, mut theirs) = (BTreeMap::new(), other.types);
                for (name, facts) in self.types {
                    match theirs.remove(name) {
                        Some(other) => all.insert(name, facts.and(other)),
                        None if both_any => all.insert(name, facts),
                        None => None,
                    };
                }
                if both_any {
                    all.extend(theirs);
                }
                all
            }
        };
        self.types = types;
        self.any &= other.any;
        self.nullable |= other.nullable;
        self.read.extend(other.read);
        self
    }
}

impl<'a> Facts<'a> {
    fn or(mut self, other: Self) -> Self {
        self.words = match (self.words, other.words) {
            (Some(ours), Some(theirs)) => Some(ours.into_iter().chain(theirs).collect()),
            _ => None,
        };
        self.format = self.format.filter(|format| other.format == Some(format));
        self.limits
            .retain(|key, limit| other.limits.get(key) == Some(limit));
        self.required.retain(|name| other.required.contains(name));
        for (name, nodes) in other.fields {
            match self.fields.iter_mut().find(|(own, _)| *own == name) {
                Some((_, own)) => own.extend(nodes),
                None => self.fields.push((name, nodes)),
            }
        }
        self.items.extend(other.items);
        self.values.extend(other.values);
        self
    }

    /// Keeps both. What is said twice holds as the second says.
    fn and(mut self, other: Self) -> Self {
        self.words = other.words.or(self.words);
        self.format = other.format.or(self.format);
        self.limits.extend(other.limits);
        self.required.extend(other.required);
        for (name, nodes) in other.fields {
            self.fields.retain(|(own, _)| *own != name);
            self.fields.push((name, nodes));
        }
        if !other.items.is_empty() {
            self.items = other.items;
        }
        if !other.values.is_empty() {
            self.values = other.values;
        }
        self
    }
}

fn read<'a>(document: &'a Value, node: &Node<'a>, depth: usize) -> Shape<'a> {
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
        .map(|word| {
            word.as_str()
                .map_or_else(|| word.to_string(), str::to_owned)
        })
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
