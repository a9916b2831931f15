//! Items that are created, changed and duplicated.

use serde_json::Value;

use super::answer::Call;
use super::catalog::Site;
use super::entity::{Entity, text_of};
use super::stock::{hash, is_uuid, uuid};
use super::store::{Item, Store};
use crate::random::Random;
use crate::routes::Scope;

/// A new item: the example, with the fields of the request. What could be sent and was not is empty.
pub(super) fn create(call: &Call<'_>, site: &Site<'_>, store: &mut Store, items: &[Item]) -> Item {
    let entity = site.entity;
    let mut item = entity.example().clone();
    item.extend(entity.settable.clone());
    for (field, owner) in site.owners(call.asked) {
        let number = owner.parse::<i64>().map(Value::from);
        item.insert(field, number.unwrap_or_else(|_| owner.into()));
    }
    let project = match call.scope {
        Scope::Project(own) => own,
        Scope::Organization | Scope::ReadOnly => call.world.agents[0].project,
    };
    if entity.settable.contains_key("project") || item.get("project").is_some_and(Value::is_number)
    {
        item.insert(
            "project".to_owned(),
            project_of(call).unwrap_or(project).into(),
        );
    }
    sent(call, &mut item);
    finish(call, site, store, items, item, "created_at")
}

/// The item with the fields that were sent; null clears. What was not sent stays, or is empty if all is replaced.
pub(super) fn update(call: &Call<'_>, entity: &Entity, old: &Item, replaced: bool) -> Item {
    let mut item = old.clone();
    if replaced {
        item.extend(entity.settable.clone());
    }
    sent(call, &mut item);
    item.insert(entity.key.clone(), old[&entity.key].clone());
    stamp(call, entity, &mut item, "updated_at");
    item
}

/// A copy with a key of its own.
pub(super) fn duplicate(
    call: &Call<'_>,
    site: &Site<'_>,
    store: &mut Store,
    items: &[Item],
    old: &Item,
) -> Item {
    let mut item = old.clone();
    for field in ["name", "agent_name", "title"] {
        if let Some(Value::String(name)) = item.get_mut(field) {
            name.push_str(" (copy)");
        }
    }
    sent(call, &mut item);
    finish(call, site, store, items, item, "created_at")
}

fn finish(
    call: &Call<'_>,
    site: &Site<'_>,
    store: &mut Store,
    items: &[Item],
    mut item: Item,
    created: &str,
) -> Item {
    stamp(call, site.entity, &mut item, created);
    stamp(call, site.entity, &mut item, "updated_at");
    let key = next_key(call, site, store, items);
    item.insert(site.entity.key.clone(), key);
    item
}

/// The key that was sent if no item has it, or a new one.
fn next_key(call: &Call<'_>, site: &Site<'_>, store: &mut Store, items: &[Item]) -> Value {
    let entity = site.entity;
    let sent = call
        .body
        .get(&entity.key)
        .filter(|key| key.is_string() || key.is_number());
    let taken = |key: &Value| items.iter().any(|item| item[&entity.key] == *key);
    if let Some(key) = sent.filter(|key| !taken(key)) {
        return key.clone();
    }
    let n = store.count();
    match &entity.example()[&entity.key] {
        Value::Number(_) => {
            let keys = items.iter().filter_map(|item| item[&entity.key].as_i64());
            (keys.max().unwrap_or(0).max(store.largest(&site.set)) + 1).into()
        }
        Value::String(text) if is_uuid(text) => {
            uuid(&mut Random::of(call.world.seed, &[62, hash(&site.set), n])).into()
        }
        known => format!("{}_new_{n}", text_of(known)).into(),
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
