//! Writes the schemas of a published document as the rules of the contract have them.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::{Map, json};

use super::{
    PLACEHOLDER,
    fields::{enum_words, limits, object, property, reference, scalar},
};
use crate::{
    contract::Contract,
    drift::{Comparison, Facts, Node, Place, Shape, Use, is_unused},
    regen::{
        document::{Json, Pointer, Value},
        names::singular,
        spec::{reply_schemas, request_schemas},
    },
};

/// A new component.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) used: Use,
    pub(super) schema: Value,
}

/// The schemas of one operation, under way.
pub(super) struct Schemas<'a> {
    contract: &'a Value,
    published: &'a Value,
    pub(super) comparison: Comparison<'a>,
    /// The names of published schemas, each for its use.
    known: BTreeMap<(bool, Vec<Pointer>), String>,
    pub(super) new: Vec<Component>,
    /// What the published document says and the contract cannot.
    pub(super) left_out: Vec<String>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(contract: &'a Contract, published: &'a Value) -> Self {
        Self {
            contract: &contract.document.root,
            published,
            comparison: Comparison::new(&contract.document, published),
            known: BTreeMap::new(),
            new: Vec::new(),
            left_out: Vec::new(),
        }
    }

    pub(super) fn shape(&self, nodes: &[Node<'a>]) -> Shape<'a> {
        Shape::of(self.published, nodes)
    }

    /// Writes what may stand at a place. `field` is what the place is called, `name` the name of a type for it; `place` is
    /// what messages call it.
    pub(super) fn schema(
        &mut self,
        nodes: &[Node<'a>],
        used: Use,
        field: &str,
        name: &str,
        place: &Place,
    ) -> Map<String, Value> {
        let shape = self.shape(nodes);
        let mut types = shape.types.iter();
        let (Some((kind, facts)), None, false) = (types.next(), types.next(), shape.any) else {
            if !shape.any {
                let types: Vec<&str> = shape.types.keys().copied().collect();
                let types = types.join(" or ");
                self.left_out
                    .push(format!("{place}: {types}; here it is any JSON"));
            }
            return Map::new();
        };
        if let Some(hand_written) = self.hand_written(kind, facts, field) {
            return reference(&hand_written);
        }
        match *kind {
            "object" if self.has_fields(facts, used) => {
                reference(&self.object(&shape, facts, nodes, used, name, place))
            }
            "string" if enum_words(facts).is_some() => {
                reference(&self.words(facts, nodes, &shape, used, name))
            }
            "object" => object(json!({ "type": "object", "additionalProperties": {} })),
            "array" => {
                let name = singular(name);
                let place = place.step("[]");
                let items = self.schema(&facts.items, used, &singular(field), &name, &place);
                let mut list = object(json!({ "type": "array" }));
                list.extend(limits(facts));
                list.insert("items".to_owned(), Value::Object(items));
                list
            }
            kind => scalar(kind, facts, used),
        }
    }

    fn has_fields(&self, facts: &Facts<'a>, used: Use) -> bool {
        let mut fields = facts.fields.iter();
        fields.any(|(_, nodes)| !is_unused(self.published, nodes, used))
    }

    /// The component of a hand-written type, such as that of an id.
    fn hand_written(&self, kind: &str, facts: &Facts<'_>, field: &str) -> Option<String> {
        let all = self.contract["components"].entries_of("schemas");
        let mut typed = all.filter(|(_, schema)| schema.get("x-rust-type").is_some());
        let field = field.to_snake_case();
        let found = typed.find(|(name, schema)| {
            let same_type = schema.text_of("type") == Some(kind);
            let same_format = kind != "string" || schema.text_of("format") == facts.format;
            let moment = facts.format == Some("date-time");
            let name = name.to_snake_case();
            let named = name == field || name == format!("{field}_id");
            same_type && same_format && (named || moment)
        });
        found.map(|(name, _)| name.to_owned())
    }

    fn object(
        &mut self,
        shape: &Shape<'a>,
        facts: &Facts<'a>,
        nodes: &[Node<'a>],
        used: Use,
        name: &str,
        place: &Place,
    ) -> String {
        if let Some(known) = self.known(shape, nodes, used) {
            return known;
        }
        let (name, index) = self.add(shape, used, name);
        let stem = name.strip_suffix("Summary").unwrap_or(&name).to_owned();
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (field, nodes) in &facts.fields {
            if is_unused(self.published, nodes, used) {
                continue;
            }
            if facts.required.contains(field) {
                required.push(*field);
            }
            let place = place.step(field);
            self.default(nodes, &place);
            let inner = field.to_pascal_case();
            let inner = if inner.starts_with(&stem) {
                inner
            } else {
                stem.clone() + &inner
            };
            let schema = self.schema(nodes, used, field, &inner, &place);
            properties.insert((*field).to_owned(), property(schema, used));
        }
        let mut schema = object(json!({ "description": PLACEHOLDER, "type": "object" }));
        if used != Use::Reply && !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        let others = if used == Use::Reply {
            json!({})
        } else {
            json!(false)
        };
        schema.insert("additionalProperties".to_owned(), others);
        schema.insert("properties".to_owned(), Value::Object(properties));
        self.settle(index, Value::Object(schema), shape)
    }

    fn words(
        &mut self,
        facts: &Facts<'a>,
        nodes: &[Node<'a>],
        shape: &Shape<'a>,
        used: Use,
        name: &str,
    ) -> String {
        if let Some(known) = self.known(shape, nodes, used) {
            return known;
        }
        let (_, index) = self.add(shape, used, name);
        let words = enum_words(facts);
        let schema = json!({ "description": PLACEHOLDER, "type": "string", "enum": words });
        self.settle(index, schema, shape)
    }

    /// Sets the schema of a component, or drops the component for one that says the same. Returns the name.
    fn settle(&mut self, index: usize, schema: Value, shape: &Shape<'a>) -> String {
        let used = self.new[index].used;
        let is_last = index + 1 == self.new.len();
        let same = self.new[..index]
            .iter()
            .find(|other| is_last && other.schema == schema);
        let Some(same) = same.map(|other| other.name.clone()) else {
            self.new[index].schema = schema;
            return self.new[index].name.clone();
        };
        self.new.pop();
        self.known.insert(key(shape, used), same.clone());
        same
    }

    /// A component that is there already, or that was added for the same published schema.
    fn known(&mut self, shape: &Shape<'a>, nodes: &[Node<'a>], used: Use) -> Option<String> {
        if let Some(known) = self.known.get(&key(shape, used)) {
            return Some(known.clone());
        }
        let contract = self.contract;
        let names = match used {
            Use::Reply => reply_schemas(contract),
            Use::Request | Use::Parameter => request_schemas(contract),
        };
        let all = contract["components"].entries_of("schemas");
        let base = Pointer::from("/components/schemas");
        for (name, schema) in all {
            let is_enum = schema.get("enum").is_some();
            let is_object = schema.get("properties").is_some() && names.contains(name);
            let ours = Node::new(base.then(name), schema);
            let holder = ours.pointer.clone();
            if (is_enum || is_object) && self.comparison.fits(&holder, ours, nodes, used) {
                return Some(name.to_owned());
            }
        }
        None
    }

    /// Makes room for a component under a name that is free.
    fn add(&mut self, shape: &Shape<'a>, used: Use, name: &str) -> (String, usize) {
        let is_taken = |name: &str| {
            let schemas = &self.contract["components"]["schemas"];
            schemas.get(name).is_some() || self.new.iter().any(|other| other.name == name)
        };
        // Two capitals side by side are written as one.
        let name = name.to_pascal_case();
        let kind = if used == Use::Reply {
            "Reply"
        } else {
            "Request"
        };
        let mut free = name.clone();
        for n in 1.. {
            if !is_taken(&free) {
                break;
            }
            let number = if n == 1 { String::new() } else { n.to_string() };
            free = format!("{name}{kind}{number}");
        }
        self.known.insert(key(shape, used), free.clone());
        self.new.push(Component {
            name: free.clone(),
            used,
            schema: Value::Null,
        });
        (free, self.new.len() - 1)
    }

    /// Notes a default, which is never sent: the service fills it in.
    pub(super) fn default(&mut self, nodes: &[Node<'a>], place: &Place) {
        let default = nodes.iter().find_map(|node| node.value.get("default"));
        if let Some(default) = default.filter(|default| !default.is_null()) {
            self.left_out
                .push(format!("{place}: the default {default}"));
        }
    }
}

/// What identifies a published schema: the components that were read for it, or the place itself.
fn key(shape: &Shape<'_>, used: Use) -> (bool, Vec<Pointer>) {
    let is_component = |pointer: &&Pointer| {
        let name = pointer.as_str().strip_prefix("/components/schemas/");
        name.is_some_and(|name| !name.contains('/'))
    };
    let mut read: Vec<Pointer> = shape.read.iter().filter(is_component).cloned().collect();
    if read.is_empty() {
        read.clone_from(&shape.read);
    }
    (used == Use::Reply, read)
}
