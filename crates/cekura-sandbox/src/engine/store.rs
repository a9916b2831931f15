//! What has changed since the start: created, changed and deleted items, and jobs.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::catalog::Site;
use super::entity::Entity;
use crate::timestamp::Timestamp;

/// An item's fields.
pub(super) type Item = Map<String, Value>;

/// The changes of all entities.
#[derive(Debug, Default)]
pub(crate) struct Store {
    /// By set and by key; `None` is deleted.
    changes: HashMap<String, BTreeMap<String, Option<Item>>>,
    /// When the jobs were started, by the operation that polls them and their id.
    jobs: HashMap<(String, String), Timestamp>,
    started: u64,
    /// By entity.
    hidden: HashMap<String, Vec<Hidden>>,
}

/// What the items of a project do not show any more.
#[derive(Debug)]
pub(super) struct Hidden {
    pub(super) project: i64,
    /// The field of the item, a list.
    pub(super) list: String,
    /// The field of its entries, and the value that is not shown.
    pub(super) field: String,
    pub(super) value: Value,
}

impl Store {
    /// The items of a set: those from the start as they are now, then the created ones.
    pub(super) fn items(&self, entity: &Entity, set: &str, stock: Vec<Item>) -> Vec<Item> {
        let Some(changes) = self.changes.get(set) else {
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

    pub(super) fn put(&mut self, site: &Site<'_>, item: Item) {
        let key = site.entity.key_of(&item);
        let set = self.changes.entry(site.set.clone()).or_default();
        set.insert(key, Some(item));
    }

    pub(super) fn delete(&mut self, site: &Site<'_>, item: &Item) {
        let key = site.entity.key_of(item);
        let set = self.changes.entry(site.set.clone()).or_default();
        set.insert(key, None);
    }

    /// The largest number that a changed or deleted item has.
    pub(super) fn largest(&self, set: &str) -> i64 {
        let keys = self.changes.get(set).into_iter().flat_map(BTreeMap::keys);
        keys.filter_map(|key| key.parse().ok()).max().unwrap_or(0)
    }

    /// Returns the next number of everything that is created.
    pub(super) fn count(&mut self) -> u64 {
        self.started += 1;
        self.started
    }

    pub(super) fn start(&mut self, poll: &str, id: String, at: Timestamp) {
        self.jobs.insert((poll.to_owned(), id), at);
    }

    /// When the job was started; `None` if there is no such job.
    pub(super) fn started(&self, poll: &str, id: &str) -> Option<Timestamp> {
        self.jobs.get(&(poll.to_owned(), id.to_owned())).copied()
    }

    pub(super) fn hide(&mut self, entity: &str, hidden: Hidden) {
        self.hidden
            .entry(entity.to_owned())
            .or_default()
            .push(hidden);
    }

    pub(super) fn hidden(&self, entity: &str) -> &[Hidden] {
        self.hidden.get(entity).map_or(&[], Vec::as_slice)
    }
}
