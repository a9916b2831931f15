//! Entities: everything that the contract says about one, over all its operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::plan::{Parent, Plan, Target, Verb};
use super::shape::{fields, solid};
use crate::contract::Contract;

/// A kind of thing that operations list, read and change.
#[derive(Debug)]
pub(super) struct Entity {
    pub(super) name: String,
    /// The field that tells its items apart.
    pub(super) key: String,
    /// One item, as the contract's examples show it.
    pub(super) example: Map<String, Value>,
    /// The items that the contract's examples name.
    pub(super) known: Vec<Value>,
    /// The fields of its replies.
    pub(super) fields: BTreeSet<String>,
    /// The fields of its requests, with the value that they have if they are not sent.
    pub(super) settable: BTreeMap<String, Value>,
}

impl Entity {
    /// `None` if no reply shows an item, or nothing tells its items apart.
    pub(super) fn new(contract: &Contract, name: &str, plans: &[&Plan<'_>]) -> Option<Self> {
        let document = contract.document();
        let mut example = Map::new();
        let mut all = BTreeSet::new();
        let mut settable = BTreeMap::new();
        let mut ranked = plans.to_vec();
        let verb = |plan: &&Plan<'_>| plan.target.as_ref().map(|target| target.verb);
        ranked.retain(|plan| verb(plan) != Some(Verb::Destroy));
        ranked.sort_by_key(verb);
        for plan in ranked {
            let Some(entry) = plan.shape.entry() else {
                continue;
            };
            all.extend(fields(document, entry).map(|(field, _)| field.to_owned()));
            let examples = plan.operation.success.examples.iter();
            let shown = examples
                .filter_map(|shown| plan.shape.entry_of(shown))
                .next();
            for (field, value) in shown.into_iter().flatten() {
                example.entry(field).or_insert_with(|| value.clone());
            }
            let body = plan.operation.body().into_iter();
            for (field, schema) in body.flat_map(|body| fields(document, body)) {
                let blank = match solid(document, schema)["type"].as_str() {
                    Some("array") => Value::Array(Vec::new()),
                    _ => Value::Null,
                };
                settable.insert(field.to_owned(), blank);
            }
        }
        let keys = plans
            .iter()
            .filter_map(|plan| plan.target.as_ref()?.key.as_deref());
        let own = format!("{name}_");
        let key = keys
            .clone()
            .flat_map(|key| [key, key.strip_prefix(&own).unwrap_or(key)])
            .chain(["id", "uuid", "slug", "name"])
            .find(|key| example.contains_key(*key))?
            .to_owned();
        let mut known = vec![example[&key].clone()];
        for plan in plans {
            let key = plan
                .target
                .as_ref()
                .and_then(|target| target.key.as_deref());
            let named = key.and_then(|key| plan.operation.path_example(key));
            known.extend(named.filter(|named| !known.contains(named)).cloned());
        }
        known.retain(|value| value.is_number() || value.is_string());
        (!known.is_empty()).then(|| Self {
            name: name.to_owned(),
            key,
            example,
            known,
            fields: all,
            settable,
        })
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.fields.contains(field) || self.example.contains_key(field)
    }

    /// The field in which an item names this owner.
    pub(super) fn field_of(&self, parent: &Parent) -> Option<String> {
        let Parent { parameter, entity } = parent;
        let stem = parameter.strip_suffix("_id").unwrap_or(parameter);
        let candidates = [
            stem.to_owned(),
            format!("{stem}_id"),
            entity.clone(),
            format!("{entity}_id"),
        ];
        let mut candidates = candidates.into_iter();
        candidates.find(|field| field != "id" && field != &self.key && self.has(field))
    }

    /// The name of the set that the items of the path belong to: owners that no field names have sets of their own.
    pub(super) fn set_of(&self, target: &Target, path: &[(String, String)]) -> String {
        let mut set = self.name.clone();
        for parent in &target.parents {
            if self.field_of(parent).is_none() {
                set.push('/');
                set.push_str(value_of(path, &parent.parameter));
            }
        }
        set
    }

    /// The fields by which the path narrows the items.
    pub(super) fn owners<'a>(
        &self,
        target: &Target,
        path: &'a [(String, String)],
    ) -> Vec<(String, &'a str)> {
        let parents = target.parents.iter();
        let named =
            |parent: &Parent| Some((self.field_of(parent)?, value_of(path, &parent.parameter)));
        parents.filter_map(named).collect()
    }
}

/// The value of a parameter; empty if there is none.
pub(super) fn value_of<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    let found = pairs.iter().find(|(key, _)| key == name);
    found.map_or("", |(_, value)| value)
}

/// The text by which a path names the value.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
