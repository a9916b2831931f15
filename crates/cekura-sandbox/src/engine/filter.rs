//! Query parameters that narrow a list.

use serde_json::Value;

use super::entity::{Entity, text_of};
use super::store::Item;

/// The fields with the name of an item.
pub(super) const NAMES: [&str; 3] = ["name", "agent_name", "title"];

/// Returns whether the item fits the query parameter. A parameter that belongs to no field fits every item.
pub(super) fn fits(entity: &Entity, item: &Item, parameter: &str, wanted: &str) -> bool {
    if matches!(parameter, "search" | "q") {
        let wanted = wanted.to_lowercase();
        if entity.key_of(item) == wanted {
            return true;
        }
        let texts = NAMES.iter().filter_map(|name| item.get(*name)?.as_str());
        return texts
            .map(str::to_lowercase)
            .any(|text| text.contains(&wanted));
    }
    match field(entity, parameter) {
        Some(field) => wanted
            .split(',')
            .any(|wanted| matches(item.get(&field).unwrap_or(&Value::Null), wanted.trim())),
        None => true,
    }
}

/// The field that a parameter is about: `agent_id` is `agent_id`, `agent` or `agents`; `run_ids` is the key of a run.
fn field(entity: &Entity, parameter: &str) -> Option<String> {
    let one = parameter
        .strip_suffix("_ids")
        .map(|stem| format!("{stem}_id"));
    let name = one.as_deref().unwrap_or(parameter);
    let stem = name.strip_suffix("_id").unwrap_or(name);
    if parameter != stem && stem == entity.name {
        return Some(entity.key.clone());
    }
    let candidates = [
        name.to_owned(),
        stem.to_owned(),
        format!("{stem}_id"),
        format!("{stem}s"),
    ];
    candidates.into_iter().find(|field| entity.has(field))
}

fn matches(value: &Value, wanted: &str) -> bool {
    match value {
        Value::Array(values) => values.iter().any(|value| matches(value, wanted)),
        Value::Object(object) => object.get("id").is_some_and(|id| matches(id, wanted)),
        Value::Bool(value) => wanted.eq_ignore_ascii_case(if *value { "true" } else { "false" }),
        Value::Null => false,
        other => text_of(other) == wanted,
    }
}
