//! `call_logs_partial_update`: changes what was sent about a call, records a review, and re-evaluates on request.

use serde_json::{Map, Value};

use super::rerun::start;
use super::transcript;
use crate::events::Event;
use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::{State, View, Work};
use crate::world::World;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, now, body) = (call.world, call.now, call.body);
    let id = call.call_log(state, now)?;
    let fields = fields(world, &state.view(world, id, now), body)?;
    // A call log whose evaluation is running is left out of the re-evaluation.
    let reevaluates = body["reevaluate_metrics"] == true && !state.is_busy(world, id, now);
    if reevaluates {
        start(state, call, Work::Rerun, &[id], &[])?;
    }
    state.set_fields(id, fields);
    let event = match body["status"].as_str() {
        Some(status) => Event::Review {
            call_log: id,
            success: status.ends_with("success"),
        },
        None => Event::EditCallLog { call_log: id },
    };
    let _happened = state.happen(world, now, &event);
    Ok(render::detail(world, &state.view_in_reply(world, id, now)))
}

/// The fields that change, as the call log shows them.
fn fields(world: &World, view: &View, body: &Value) -> Result<Map<String, Value>, Reply> {
    let mut fields = Map::new();
    for (name, sent) in body.as_object().into_iter().flatten() {
        match name.as_str() {
            "status" | "transcript_type" | "reevaluate_metrics" => {}
            "transcript_json" => {
                fields.extend(transcript::fields(body["transcript_type"].as_str(), sent)?);
            }
            "metadata" | "dynamic_variables" => {
                let whole = render::whole(world, view);
                let old = whole.and_then(|mut whole| whole.remove(name));
                let mut all = old.unwrap_or_default();
                if let (Some(all), Some(sent)) = (all.as_object_mut(), sent.as_object()) {
                    all.extend(sent.clone());
                }
                fields.insert(name.clone(), all);
            }
            _ => {
                fields.insert(name.clone(), sent.clone());
            }
        }
    }
    // Minutes as a number are read, and minutes and seconds as text are shown.
    if let Some(minutes) = body["duration"].as_f64() {
        let shown = transcript::clock(minutes * 60.0);
        fields.insert("duration".to_owned(), shown.into());
    }
    Ok(fields)
}
