//! Items that are created, changed and duplicated.

use serde_json::Value;

use super::catalog::Engine;
use super::entity::{Entity, text_of};
use super::filter::NAMES;
use super::store::{Item, Store};
use crate::request::Call;
use crate::state::State;

impl Engine<'_> {
    /// A new item with a key of its own, or a copy of `old`, with the fields of the request. It is not stored yet.
    pub(super) fn create(
        &self,
        state: &mut State,
        call: &Call<'_>,
        entity: &Entity,
        old: Option<Item>,
    ) -> Item {
        let mut item = match old {
            Some(old) => copy(old),
            None => blank(call, entity),
        };
        sent(call, &mut item);
        stamp(call, entity, &mut item, "created_at");
        stamp(call, entity, &mut item, "updated_at");
        let all = self.all(state, call, entity);
        let key = next_key(entity, &mut state.entities, &all);
        item.insert(entity.key.clone(), key);
        item
    }
}

/// The example. What could be sent and was not is empty.
fn blank(call: &Call<'_>, entity: &Entity) -> Item {
    let mut item = entity.example().clone();
    item.extend(entity.settable.clone());
    let has_project = item.get("project").is_some_and(Value::is_number);
    if entity.settable.contains_key("project") || has_project {
        let project = project_of(call).or_else(|| call.project());
        let project = project.unwrap_or(call.world.agents[0].project);
        item.insert("project".to_owned(), project.into());
    }
    item
}

fn copy(mut item: Item) -> Item {
    for field in NAMES {
        if let Some(Value::String(name)) = item.get_mut(field) {
            name.push_str(" (copy)");
        }
    }
    item
}

/// The item with the fields that were sent; null clears, and what was not sent stays.
pub(super) fn update(call: &Call<'_>, entity: &Entity, old: &Item) -> Item {
    let mut item = old.clone();
    sent(call, &mut item);
    item.insert(entity.key.clone(), old[&entity.key].clone());
    stamp(call, entity, &mut item, "updated_at");
    item
}

/// A key that no item has or had.
fn next_key(entity: &Entity, store: &mut Store, items: &[Item]) -> Value {
    match &entity.example()[&entity.key] {
        Value::Number(_) => {
            let keys = items.iter().filter_map(|item| item[&entity.key].as_i64());
            (keys.max().unwrap_or(0).max(store.largest(entity)) + 1).into()
        }
        known => format!("{}_new_{}", text_of(known), store.count()).into(),
    }
}

fn sent(call: &Call<'_>, item: &mut Item) {
    for (field, value) in call.body.as_object().into_iter().flatten() {
        item.insert(field.clone(), value.clone());
    }
}

fn stamp(call: &Call<'_>, entity: &Entity, item: &mut Item, field: &str) {
    if entity.has(field) {
        item.insert(field.to_owned(), call.now.to_string().into());
    }
}

/// The project of the agent that the request names.
fn project_of(call: &Call<'_>) -> Option<i64> {
    let body = call.body;
    let agents = [&body["agent"], &body["agent_id"], &body["agents"][0]];
    let agent = agents.into_iter().find_map(Value::as_i64)?;
    Some(call.world.agent(agent)?.project)
}
