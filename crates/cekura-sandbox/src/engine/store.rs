//! What has changed since the start: created, changed and deleted items, and jobs.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::entity::Entity;
use crate::timestamp::Timestamp;

/// An item's fields.
pub(super) type Item = Map<String, Value>;

/// The changes of all entities.
#[derive(Debug, Default)]
pub(crate) struct Store {
    /// By entity and by key; `None` is deleted.
    changes: HashMap<String, BTreeMap<String, Option<Item>>>,
    /// When each job was started, by the operation that polls it and its id.
    jobs: HashMap<(String, String), Timestamp>,
    /// The number of items and jobs that were created.
    created: u64,
}

impl Store {
    /// The items of an entity: those from the start as they are now, then the created ones.
    pub(super) fn items(&self, entity: &Entity, stock: Vec<Item>) -> Vec<Item> {
        let Some(changes) = self.changes.get(&entity.name) else {
            return stock;
        };
        let mut items = Vec::with_capacity(stock.len());
        let mut seen = Vec::new();
        for item in stock {
            let key = entity.key_of(&item);
            match changes.get(&key) {
                Some(change) => items.extend(change.clone()),
                None => items.push(item),
            }
            seen.push(key);
        }
        let created = changes.iter().filter(|(key, _)| !seen.contains(key));
        let mut created: Vec<Item> = created.filter_map(|(_, item)| item.clone()).collect();
        created.sort_by_key(|item| item[&entity.key].as_i64());
        items.extend(created);
        items
    }

    pub(super) fn put(&mut self, entity: &Entity, item: Item) {
        self.change(entity, entity.key_of(&item), Some(item));
    }

    pub(super) fn delete(&mut self, entity: &Entity, item: &Item) {
        self.change(entity, entity.key_of(item), None);
    }

    fn change(&mut self, entity: &Entity, key: String, change: Option<Item>) {
        let changes = self.changes.entry(entity.name.clone()).or_default();
        changes.insert(key, change);
    }

    /// The largest number that a changed or deleted item has.
    pub(super) fn largest(&self, entity: &Entity) -> i64 {
        let keys = self
            .changes
            .get(&entity.name)
            .into_iter()
            .flat_map(BTreeMap::keys);
        keys.filter_map(|key| key.parse().ok()).max().unwrap_or(0)
    }

    /// Returns the next number of everything that is created.
    pub(super) fn count(&mut self) -> u64 {
        self.created += 1;
        self.created
    }

    pub(super) fn start(&mut self, poll: &str, id: String, at: Timestamp) {
        self.jobs.insert((poll.to_owned(), id), at);
    }

    /// When the job was started; `None` if there is no such job.
    pub(super) fn started(&self, poll: &str, id: &str) -> Option<Timestamp> {
        self.jobs.get(&(poll.to_owned(), id.to_owned())).copied()
    }
}
