//! The items that exist at the start: those of the modelled world, and a few for every other entity.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::entity::{Entity, text_of};
use super::moments::{self, time_of};
use super::store::Item;
use crate::random::Random;
use crate::render;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::{Agent, ORGANIZATION, World};

/// How many items an entity has at the start.
const ITEMS: usize = 4;
const HOUR: u64 = 3_600;
const KINDS: [&str; 8] = [
    "evening", "weekend", "pilot", "spring", "backup", "autumn", "harbor", "trial",
];

/// The items of an entity at the start. The same seed gives the same items.
pub(super) fn items(entity: &Entity, world: &World, state: &State, now: Timestamp) -> Vec<Item> {
    let agents = &world.agents;
    let items: Vec<(Value, &Agent)> = match entity.name.as_str() {
        "metric" => return metrics(entity, world, state, now),
        "agent" => agents
            .iter()
            .map(|agent| (agent.id.into(), agent))
            .collect(),
        "project" => {
            let projects = agents.chunk_by(|a, b| a.project == b.project);
            projects
                .map(|own| (own[0].project.into(), &own[0]))
                .collect()
        }
        "organization" => vec![(ORGANIZATION.into(), &agents[0])],
        _ => {
            let keys = keys(entity, world.seed).into_iter();
            keys.zip(agents.iter().cycle()).collect()
        }
    };
    let items = items.into_iter().enumerate();
    items
        .map(|(n, (key, agent))| item(entity, world, n, key, agent))
        .collect()
}

fn metrics(entity: &Entity, world: &World, state: &State, now: Timestamp) -> Vec<Item> {
    let mut items = Vec::new();
    for agent in &world.agents {
        for metric in state.metrics_of(world, agent.id, now) {
            let version = state.version(world, metric.id, now);
            let definition = render::definition(world, metric, version);
            let definition = serde_json::to_value(definition).unwrap_or_default();
            let mut item = item(entity, world, items.len(), metric.id.into(), agent);
            item.extend(definition.as_object().cloned().unwrap_or_default());
            items.push(item);
        }
    }
    items
}

/// The keys of the examples, then others.
fn keys(entity: &Entity, seed: u64) -> Vec<Value> {
    let mut draw = Random::of(seed, &[60, hash(&entity.name)]);
    let examples = entity.examples.iter();
    let mut keys: Vec<Value> = examples.map(|item| item[&entity.key].clone()).collect();
    while keys.len() < ITEMS {
        let n = keys.len();
        keys.push(match &keys[0] {
            Value::Number(_) => {
                let largest = keys.iter().filter_map(Value::as_i64).max().unwrap_or(0);
                Value::from(largest + 1 + draw.below(9) as i64)
            }
            key => format!("{}_{}", text_of(key), n + 1).into(),
        });
    }
    keys
}

fn item(entity: &Entity, world: &World, n: usize, key: Value, agent: &Agent) -> Item {
    let mut item = entity.examples.get(n).unwrap_or(entity.example()).clone();
    let mut draw = Random::of(world.seed, &[61, hash(&entity.name), n as u64]);
    if n > 0 {
        let kind = draw.word(&KINDS);
        for field in ["name", "title"] {
            let is_copy = item.get(field) == entity.example().get(field);
            if let (true, Some(Value::String(name))) = (is_copy, item.get_mut(field)) {
                *name = format!("{name} ({kind} {n})");
            }
        }
    }
    let age = (n as u64 + 2) * 24 * HOUR + draw.below(20) * HOUR;
    let created = world.started.minus(Duration::from_secs(age));
    let from = time_of(&item, "created_at").unwrap_or(created);
    item.values_mut()
        .for_each(|value| moments::shift(value, from, created));
    link(&mut item, world, agent, entity.name == "agent");
    if let Some(Value::Object(provider)) = item.get_mut("provider")
        && entity.name == "agent"
    {
        provider.insert("agent_id".to_owned(), agent.assistant_id.as_str().into());
    }
    item.insert(entity.key.clone(), key);
    item
}

/// Makes the item belong to an agent and its project.
fn link(item: &mut Map<String, Value>, world: &World, agent: &Agent, is_agent: bool) {
    let metrics = world.metrics_of(agent.id).iter().map(|metric| metric.id);
    let links = [
        ("agent", json!(agent.id)),
        ("project", json!(agent.project)),
        ("organization", json!(ORGANIZATION)),
    ];
    for (field, id) in links {
        for name in [field.to_owned(), format!("{field}_id")] {
            match item.get_mut(&name) {
                Some(Value::Object(object)) => drop(object.insert("id".to_owned(), id.clone())),
                Some(Value::String(text)) if text.parse::<i64>().is_ok() => *text = id.to_string(),
                Some(number @ Value::Number(_)) => *number = id.clone(),
                _ => {}
            }
        }
    }
    let own_name = if is_agent { "name" } else { "agent_name" };
    let others = [
        ("agent_name", json!(agent.name)),
        (own_name, json!(agent.name)),
        ("assistant_id", json!(agent.assistant_id)),
        ("agents", json!([agent.id])),
        ("metrics", metrics.collect()),
    ];
    for (field, value) in others {
        let fits = |old: &Value| match old {
            Value::Array(ids) => ids.iter().all(Value::is_number) && value.is_array(),
            other => other.is_string() && value.is_string(),
        };
        if item.get(field).is_some_and(fits) {
            item.insert(field.to_owned(), value);
        }
    }
}

/// The project that the item belongs to; `None` if it belongs to none.
pub(super) fn project_of(entity: &Entity, item: &Item, world: &World) -> Option<i64> {
    let id = |names: [&str; 2]| names.iter().find_map(|name| number(item.get(*name)?));
    if entity.name == "project" {
        return number(&item[&entity.key]);
    }
    id(["project", "project_id"]).or_else(|| {
        let agent = id(["agent", "agent_id"]).or_else(|| number(item.get("agents")?.get(0)?))?;
        Some(world.agent(agent)?.project)
    })
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Object(object) => number(object.get("id")?),
        Value::String(text) => text.parse().ok(),
        other => other.as_i64(),
    }
}

/// A number for the text, the same in every run (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
