//! Entities: everything that the contract says about one, over all its operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::moments::{self, time_of};
use super::plan::{Plan, Target};
use super::shape::{fields, solid};
use super::store::Item;
use crate::contract::Contract;

/// A kind of thing that operations list, read and change.
#[derive(Debug)]
pub(super) struct Entity {
    pub(super) name: String,
    /// The field that tells its items apart.
    pub(super) key: String,
    /// The items that the contract's examples show or name, at least one.
    pub(super) examples: Vec<Item>,
    /// The fields of its replies.
    fields: BTreeSet<String>,
    /// The fields of its requests, with the value that they have if they are not sent.
    pub(super) settable: BTreeMap<String, Value>,
}

impl Entity {
    /// `None` if nothing tells its items apart.
    pub(super) fn new(
        contract: &Contract,
        name: &str,
        mut plans: Vec<(&Target<'_>, &Plan<'_>)>,
    ) -> Option<Self> {
        let document = contract.document();
        let mut shown: Vec<&Item> = Vec::new();
        let mut all = BTreeSet::new();
        let mut settable = BTreeMap::new();
        plans.sort_by_key(|(target, plan)| (target.verb, &plan.operation.id));
        for (_, plan) in &plans {
            let Some(entry) = plan.shape.entry() else {
                continue;
            };
            all.extend(fields(document, entry).map(|(field, _)| field.to_owned()));
            let examples = plan.operation.success.examples.iter();
            shown.extend(examples.flat_map(|shown| plan.shape.entries_of(shown)));
            let body = plan.operation.body().into_iter();
            for (field, schema) in body.flat_map(|body| fields(document, body)) {
                let blank = match solid(document, schema)["type"].as_str() {
                    Some("array") => Value::Array(Vec::new()),
                    _ => Value::Null,
                };
                settable.insert(field.to_owned(), blank);
            }
        }
        let whole = filled(Item::new(), &shown);
        let in_paths = plans.iter().filter_map(|(target, _)| target.key);
        let in_paths: Vec<&str> = in_paths.collect();
        let mut keys = in_paths.iter().copied().chain(["id"]);
        let key = keys.find(|key| whole.contains_key(*key))?;
        let parameters = [format!("{name}_id"), format!("{name}_ids")];
        let parameters = parameters.iter().map(String::as_str).chain(in_paths);
        let parameters: Vec<&str> = parameters.collect();
        let ids = plans.iter().flat_map(|(_, plan)| {
            let ids = parameters.iter();
            ids.flat_map(|name| ids_of(plan, name, &whole[key]))
        });
        let named = ids.map(|id| Item::from_iter([(key.to_owned(), id)]));
        let named: Vec<Item> = named.collect();
        let examples = merged(shown.iter().copied().chain(&named), key);
        let examples: Vec<Item> = examples.map(|item| filled(item, &[&whole])).collect();
        (!examples.is_empty()).then(|| Self {
            name: name.to_owned(),
            key: key.to_owned(),
            examples,
            fields: all,
            settable,
        })
    }

    /// The item that new ones are made from.
    pub(super) fn example(&self) -> &Item {
        &self.examples[0]
    }

    /// The text by which a path names the item.
    pub(super) fn key_of(&self, item: &Item) -> String {
        text_of(&item[&self.key])
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.fields.contains(field) || self.example().contains_key(field)
    }
}

/// The items that have a key, each once, with all its fields.
fn merged<'i>(items: impl Iterator<Item = &'i Item>, key: &str) -> impl Iterator<Item = Item> {
    let mut merged: Vec<Item> = Vec::new();
    let with_key = items.filter(|item| {
        let id = item.get(key);
        id.is_some_and(|id| id.is_number() || id.is_string())
    });
    for item in with_key {
        let is_same = |known: &&mut Item| known[key] == item[key];
        match merged.iter_mut().find(is_same) {
            Some(known) => *known = filled(std::mem::take(known), &[item]),
            None => merged.push(item.clone()),
        }
    }
    merged.into_iter()
}

/// The item with the fields that it lacks, from the first that has them, moved to its time.
fn filled(mut item: Item, others: &[&Item]) -> Item {
    for other in others {
        let [from, to] = [other, &item].map(|item| time_of(item, "created_at"));
        for (field, value) in *other {
            let mut value = value.clone();
            if let (Some(from), Some(to)) = (from, to) {
                moments::shift(&mut value, from, to);
            }
            item.entry(field).or_insert(value);
        }
    }
    item
}

/// The ids in the example of a parameter, in the form of `like`.
fn ids_of(plan: &Plan<'_>, parameter: &str, like: &Value) -> Vec<Value> {
    let parameter = plan.operation.parameter(parameter);
    let example = parameter.and_then(|known| known.get("example"));
    let text = example.map(text_of).unwrap_or_default();
    let texts = text.split(',').filter(|text| !text.is_empty());
    let ids = texts.filter_map(|text| match like {
        Value::Number(_) => text.parse::<i64>().ok().map(Value::from),
        _ => Some(text.into()),
    });
    ids.collect()
}

/// The text by which a path names the value.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
