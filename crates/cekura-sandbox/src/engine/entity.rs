//! Entities: everything that the contract says about one, over all its operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::moments::{self, time_of};
use super::plan::{Parent, Plan, Target, Verb};
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
    pub(super) fields: BTreeSet<String>,
    /// The fields of its requests, with the value that they have if they are not sent.
    pub(super) settable: BTreeMap<String, Value>,
    /// Each of its items is about a metric and the calls that fail it.
    pub(super) is_about_calls: bool,
}

/// The fields by which an item that is about calls belongs to them. Replies show them where the contract has them.
const OF_CALLS: [&str; 4] = ["agent", "project", "metric", "created_at"];

impl Entity {
    /// `None` if nothing tells its items apart.
    pub(super) fn new(contract: &Contract, name: &str, plans: &[&Plan<'_>]) -> Option<Self> {
        let document = contract.document();
        let mut entries: Vec<&Item> = Vec::new();
        let mut all = BTreeSet::new();
        let mut settable = BTreeMap::new();
        let mut ranked = plans.to_vec();
        let verb = |plan: &&Plan<'_>| plan.target.as_ref().map(|target| target.verb);
        ranked.retain(|plan| verb(plan) < Some(Verb::Act));
        ranked.sort_by_key(verb);
        if ranked.is_empty() {
            let reports = plans.iter().filter(|plan| plan.is_report());
            entries.extend(reports.flat_map(|plan| plan.rows()));
        }
        for plan in ranked {
            let Some(entry) = plan.shape.entry() else {
                continue;
            };
            all.extend(fields(document, entry).map(|(field, _)| field.to_owned()));
            let examples = plan.operation.success.examples.iter();
            entries.extend(examples.flat_map(|shown| plan.shape.entries_of(shown)));
            let body = plan.operation.body().into_iter();
            for (field, schema) in body.flat_map(|body| fields(document, body)) {
                let blank = match solid(document, schema)["type"].as_str() {
                    Some("array") => Value::Array(Vec::new()),
                    _ => Value::Null,
                };
                settable.insert(field.to_owned(), blank);
            }
        }
        let whole = filled(Item::new(), &entries);
        let keys = plans
            .iter()
            .filter_map(|plan| plan.target.as_ref()?.key.as_deref());
        let mut keys = keys
            .flat_map(|key| [key, key.rsplit_once('_').map_or(key, |(_, last)| last)])
            .chain(["id", "uuid", "slug", "name"]);
        let key = match whole.is_empty() {
            true => keys.next()?.to_owned(),
            false => keys.find(|key| whole.contains_key(*key))?.to_owned(),
        };
        let mut examples: Vec<Item> = Vec::new();
        let like = whole.get(&key);
        let named = plans.iter().flat_map(|plan| named(plan, name, like));
        let named: Vec<Item> = named
            .map(|id| Item::from_iter([(key.clone(), id)]))
            .collect();
        for entry in entries.iter().copied().chain(&named) {
            let known = |known: &&mut Item| known.get(&key) == entry.get(&key);
            match examples.iter_mut().find(known) {
                Some(known) => *known = filled(std::mem::take(known), &[entry]),
                None => examples.push(entry.clone()),
            }
        }
        examples.retain(|item| {
            item.get(&key)
                .is_some_and(|id| id.is_number() || id.is_string())
        });
        let examples = examples
            .into_iter()
            .map(|item| filled(item, &[&whole]))
            .collect::<Vec<_>>();
        let is_about_calls = plans.iter().any(|plan| plan.is_about_calls());
        if is_about_calls {
            all.extend(OF_CALLS.map(str::to_owned));
        }
        (!examples.is_empty()).then(|| Self {
            name: name.to_owned(),
            key,
            examples,
            fields: all,
            settable,
            is_about_calls,
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

/// The keys that the examples of the parameters name, in the form of `like`.
fn named(plan: &Plan<'_>, entity: &str, like: Option<&Value>) -> Vec<Value> {
    let key = plan.target.as_ref().and_then(|target| target.key.clone());
    let parameters = key
        .into_iter()
        .chain([format!("{entity}_id"), format!("{entity}_ids")]);
    let examples = parameters.filter_map(|name| plan.operation.parameter(&name)?.get("example"));
    let texts: Vec<String> = examples.map(text_of).collect();
    let texts = texts.iter().flat_map(|list| list.split(','));
    let ids = texts.filter_map(|text| match (text.parse::<i64>(), like) {
        (Ok(number), None | Some(Value::Number(_))) => Some(number.into()),
        (Err(_), Some(Value::Number(_))) => None,
        _ => Some(text.into()),
    });
    ids.collect()
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
