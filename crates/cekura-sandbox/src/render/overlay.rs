//! Fields that were sent, in place of the seeded ones.

use serde::Serialize;
use serde_json::{Map, Value};

use super::detail::Detail;
use crate::state::View;
use crate::world::World;

/// Writes a call log with its sent fields. A call that is not evaluated has no duration, whatever was sent.
pub(super) fn write(
    out: &mut Vec<u8>,
    seeded: &impl Serialize,
    view: &View,
) -> serde_json::Result<()> {
    match &view.fields {
        None => serde_json::to_writer(out, seeded),
        Some(_) => serde_json::to_writer(out, &value(seeded, view)?),
    }
}

fn value(seeded: &impl Serialize, view: &View) -> serde_json::Result<Value> {
    let mut shown = serde_json::to_value(seeded)?;
    for (name, sent) in view.fields.iter().flat_map(|fields| fields.iter()) {
        let Some(field) = shown.get_mut(name) else {
            continue;
        };
        if name != "duration" || !field.is_null() {
            *field = sent.clone();
        }
    }
    Ok(shown)
}

/// A call log with its sent fields, in full.
pub(crate) fn whole(world: &World, view: &View) -> Option<Map<String, Value>> {
    match value(&Detail::new(world, view), view) {
        Ok(Value::Object(whole)) => Some(whole),
        _ => None,
    }
}
