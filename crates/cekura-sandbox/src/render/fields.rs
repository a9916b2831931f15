//! Single fields, for filters: cheaper than writing the whole call log.

use serde_json::Value;

use super::detail::dropoff;
use crate::state::View;
use crate::world::World;

/// The fields that filters may name.
pub(crate) const FILTER_FIELDS: [&str; 17] = [
    "id",
    "call_id",
    "agent",
    "agent_name",
    "status",
    "success",
    "is_reviewed",
    "duration",
    "timestamp",
    "created_at",
    "updated_at",
    "call_ended_reason",
    "customer_number",
    "topic",
    "dropoff_point",
    "trace_id",
    "error_message",
];

/// One of [`FILTER_FIELDS`]; null for any other name. The duration is in seconds here.
pub(crate) fn filter_field(world: &World, view: &View, name: &str) -> Value {
    let call = || world.call(view.id);
    if let Some(sent) = view.fields.as_ref().and_then(|fields| fields.get(name))
        && name != "duration"
    {
        return sent.clone();
    }
    match name {
        "id" => view.id.into(),
        "call_id" => call().call_id.into(),
        "agent" => world.agent_of(view.id).id.into(),
        "agent_name" => world.agent_of(view.id).name.as_str().into(),
        "status" => view.status.into(),
        "success" => view.success.into(),
        "is_reviewed" => view.is_reviewed.into(),
        "duration" if view.verdicts.is_some() => world.transcript(view.id, &call()).seconds.into(),
        "timestamp" => world.times(view.id).timestamp.to_string().into(),
        "created_at" => world.times(view.id).created_at.to_string().into(),
        "updated_at" => view.updated_at.to_string().into(),
        "call_ended_reason" => call().ended_reason.into(),
        "customer_number" => call().caller.phone.into(),
        "topic" => world.transcript(view.id, &call()).topic.into(),
        "dropoff_point" => dropoff(call().ended_reason).into(),
        "trace_id" => call().trace_id.into(),
        _ => Value::Null,
    }
}
