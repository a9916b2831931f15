//! `call_logs_observe`: a finished call becomes a call log that is evaluated and paid for.
//!
//! A `call_id` that is known already is refused with 409, unless duplicates are allowed. Verdicts do not depend on what was said: they are drawn from the seed.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::rerun::{WHOLE, refused};
use super::transcript;
use crate::errors::{FieldErrors, detail, not_found};
use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::{NewCall, State};
use crate::timestamp::Timestamp;

/// The fields of a call log that are shown as they were sent, and what they are without.
fn defaults() -> Value {
    json!({
        "call_id": "", "trace_id": "", "voice_recording_url": null, "call_ended_reason": "", "customer_number": "",
        "metadata": {}, "dynamic_variables": {}, "feedback": "", "transcript_object": [], "transcript": "",
        "duration": "00:00", "topic": "", "dropoff_point": "", "user_generated_transcript": null,
        "testing_channel_index": null
    })
}

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, now, body) = (call.world, call.now, call.body);
    let (number, assistant) = (body["agent"].as_i64(), body["assistant_id"].as_str());
    let agent = match (number, assistant) {
        (Some(id), None) => world.agent(id),
        (None, Some(id)) => world.agent_of_assistant(id),
        _ => {
            let text = "Name the agent by exactly one of agent and assistant_id.";
            return Err(FieldErrors::one(WHOLE, text).reply());
        }
    };
    let agent = agent
        .filter(|agent| call.scope.sees(agent.project))
        .ok_or_else(not_found)?;
    let timestamp = body["timestamp"].as_str().and_then(Timestamp::parse);
    let new = NewCall {
        request: call.asked.number,
        agent: agent.id,
        timestamp: timestamp.unwrap_or(now),
        fields: fields(body)?,
    };
    if !state.quirks.allow_duplicate_call_ids
        && state.knows_call(world, body["call_id"].as_str().unwrap_or_default(), now)
    {
        let text = "A call log with this call_id already exists.";
        return Err(detail(StatusCode::CONFLICT, text));
    }
    let id = state
        .take_in(world, now, new)
        .map_err(|refusal| refused(&refusal))?;
    let mut view = state.view(world, id, now);
    // The reply shows it before any verdict, even if the evaluation takes no time.
    view.verdicts = None;
    view.success = None;
    view.status = state.quirks.busy_status.as_str();
    let mut reply = render::summary(world, &view, state.quirks.list_nested_as_text);
    if reply.status == StatusCode::OK {
        reply.status = StatusCode::CREATED;
    }
    Ok(reply)
}

/// The fields of the new call log.
fn fields(body: &Value) -> Result<Map<String, Value>, Reply> {
    let Value::Object(mut fields) = defaults() else {
        return Ok(Map::new());
    };
    for (name, field) in &mut fields {
        if let Some(sent) = body.get(name) {
            *field = sent.clone();
        }
    }
    if let Some(sent) = body.get("transcript_json") {
        let kind = body["transcript_type"].as_str();
        fields.extend(transcript::fields(kind, sent)?);
    }
    if let Some(file) = body["voice_recording"].as_str() {
        let address = format!("https://recordings.example.com/sent/{file}");
        fields.insert("voice_recording_url".to_owned(), address.into());
    }
    if let Some(channel) = body["main_agent_channel_index"].as_i64() {
        fields.insert("testing_channel_index".to_owned(), (1 - channel).into());
    }
    Ok(fields)
}
