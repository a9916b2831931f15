//! A call log in full.

use serde::Serialize;
use serde_json::{Value, json};

use super::metric::{Evaluation, critical_categories, rubric};
use crate::state::View;
use crate::timestamp::Timestamp;
use crate::world::{Json, LINE_WENT_SILENT, World};

#[derive(Debug, Serialize)]
pub(super) struct Detail<'w> {
    id: i64,
    call_id: String,
    duration: Option<String>,
    voice_recording_url: Option<String>,
    critical_categories: Vec<Value>,
    transcript_object: Json,
    status: &'static str,
    agent_id: String,
    agent_name: &'w str,
    evaluation: Option<Evaluation<'w>>,
    metadata: Value,
    dynamic_variables: Value,
    testing_channel_index: Option<i64>,
    timestamp: Timestamp,
    success: Option<bool>,
    is_reviewed: bool,
    feedback: &'static str,
    rubric: Value,
    transcript: Json,
    call_ended_reason: &'static str,
    dropoff_point: &'static str,
    topic: &'static str,
    customer_number: String,
    user_generated_transcript: Value,
    error_message: Option<String>,
    trace_id: String,
    created_at: Timestamp,
    updated_at: Timestamp,
    agent: i64,
    project: i64,
}

impl<'w> Detail<'w> {
    pub(super) fn new(world: &'w World, view: &View) -> Self {
        let id = view.id;
        let call = world.call(id);
        let times = world.times(id);
        let agent = world.agent_of(id);
        let transcript = world.written(id, &call);
        let verdicts = view.verdicts.as_deref();
        let evaluation = verdicts.map(|verdicts| Evaluation::new(world, id, verdicts));
        let direction = if call.inbound { "inbound" } else { "outbound" };
        Self {
            id,
            duration: verdicts.map(|_| transcript.duration.clone()),
            voice_recording_url: call
                .has_recording
                .then(|| format!("https://recordings.example.com/{}/{id}.wav", agent.id)),
            critical_categories: critical_categories(world, verdicts.unwrap_or_default()),
            status: view.status,
            agent_id: agent.id.to_string(),
            agent_name: &agent.name,
            evaluation,
            metadata: json!({
                "carrier": call.carrier,
                "queue_seconds": call.queue_seconds,
                "direction": direction,
                "line": format!("trunk-{}", id % 4),
            }),
            dynamic_variables: json!({
                "caller_name": format!("{} {}", call.caller.first, call.caller.last),
                "reference": call.caller.order,
            }),
            testing_channel_index: call.has_recording.then_some(id % 2),
            timestamp: times.timestamp,
            success: view.success,
            is_reviewed: view.is_reviewed,
            feedback: if view.is_reviewed {
                "Listened to the recording."
            } else {
                ""
            },
            rubric: match verdicts.filter(|_| call.has_rubric) {
                Some(verdicts) => rubric(world, id, verdicts),
                None => Value::Null,
            },
            transcript: transcript.text.clone(),
            call_ended_reason: call.ended_reason,
            dropoff_point: dropoff(call.ended_reason),
            topic: transcript.topic,
            customer_number: call.caller.phone,
            user_generated_transcript: if call.corrected {
                json!([{
                    "role": "Testing Agent",
                    "content": "That was all, thank you.",
                    "timestamp": transcript.duration
                }])
            } else {
                Value::Null
            },
            error_message: None,
            trace_id: call.trace_id,
            created_at: times.created_at,
            updated_at: view.updated_at,
            agent: agent.id,
            project: agent.project,
            call_id: call.call_id,
            transcript_object: transcript.turns.clone(),
        }
    }
}

pub(super) fn dropoff(ended_reason: &str) -> &'static str {
    if ended_reason == LINE_WENT_SILENT {
        "while the agent was summing up"
    } else {
        "at the end, with nothing left open"
    }
}
