//! What a schema allows, in one form for OpenAPI 3.0 and 3.1.
//!
//! References, `allOf`, unions and the ways to write null are resolved: a [`Shape`] has the facts of each JSON type.

use std::collections::{BTreeMap, BTreeSet};

use super::read::read;
use crate::regen::document::{Json, Pointer, Value};

/// Where the reading of references and `allOf` inside each other stops.
pub(super) const DEPTH: usize = 32;

/// An object of a document.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) pointer: Pointer,
    pub(crate) value: &'a Value,
}

/// What values a schema allows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape<'a> {
    /// Whether every type is allowed.
    pub(crate) any: bool,
    pub(crate) nullable: bool,
    /// The allowed types other than null, and what is known of each.
    pub(crate) types: BTreeMap<&'a str, Facts<'a>>,
    /// The schemas that were read for it.
    pub(crate) read: Vec<Pointer>,
}

/// What is known of the values of one type.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts<'a> {
    pub(crate) words: Option<BTreeSet<String>>,
    pub(crate) format: Option<&'a str>,
    pub(crate) limits: BTreeMap<&'static str, &'a Value>,
    pub(crate) required: BTreeSet<&'a str>,
    /// The fields of an object, each with the schemas that allow it.
    pub(crate) fields: Vec<(&'a str, Vec<Node<'a>>)>,
    /// The schemas of a list's elements.
    pub(crate) items: Vec<Node<'a>>,
    /// The schemas of a map's values.
    pub(crate) values: Vec<Node<'a>>,
}

impl<'a> Node<'a> {
    pub(crate) fn new(pointer: Pointer, value: &'a Value) -> Self {
        Self { pointer, value }
    }

    /// Returns the node under a key.
    pub(crate) fn child(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self::new(self.pointer.then(key), value))
    }

    /// Returns the node that a `$ref` leads to, or this one. `None` if it leads nowhere or in a circle.
    pub(crate) fn follow(mut self, document: &'a Value) -> Option<Self> {
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
    pub(crate) fn of(document: &'a Value, nodes: &[Node<'a>]) -> Self {
        let shapes = nodes.iter().map(|node| read(document, node, 0));
        shapes.reduce(Self::or).unwrap_or_else(Self::anything)
    }

    pub(crate) fn anything() -> Self {
        Self {
            any: true,
            ..Self::default()
        }
    }

    /// Allows what either allows.
    pub(crate) fn or(mut self, other: Self) -> Self {
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
    pub(crate) fn and(mut self, other: Self) -> Self {
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
