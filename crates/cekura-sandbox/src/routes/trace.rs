//! `call_logs_trace`: the trace of a call, with one span.

use http::StatusCode;
use serde_json::{Value, json};

use crate::errors::not_found;
use crate::random::Random;
use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let world = call.world;
    let id = call.call_log(state, call.now)?;
    let shown = render::whole(world, &state.view(world, id, call.now)).unwrap_or_default();
    let text = |field: &str| shown.get(field).and_then(Value::as_str);
    let trace_id = text("trace_id").filter(|trace_id| !trace_id.is_empty());
    let trace_id = trace_id.ok_or_else(not_found)?;
    let start = text("timestamp").and_then(Timestamp::parse);
    let microseconds = start.unwrap_or(world.times(id).timestamp).0;
    let example = call.asked.operation.success.examples.first();
    let attributes = example.map(|example| &example["spans"][0]["attributes"]);
    let span = Random::of(world.seed, &[65, id.unsigned_abs()]).next();
    let trace = json!({
        "trace_id": trace_id,
        "spans": [{
            "name": "conversation",
            "spanId": format!("{span:016x}"),
            "startTimeUnixNano": format!("{microseconds}000"),
            "attributes": attributes,
        }],
    });
    Ok(Reply::json(StatusCode::OK, &trace))
}
