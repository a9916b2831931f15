//! A call log as an entry of the list.

use serde::{Serialize, Serializer};

use super::detail::dropoff;
use super::metric::{Brief, Evaluation};
use crate::state::View;
use crate::timestamp::Timestamp;
use crate::world::{Json, World};

#[derive(Debug, Serialize)]
pub(super) struct Summary<'w> {
    id: i64,
    duration: Option<String>,
    success: Option<bool>,
    is_reviewed: bool,
    status: &'static str,
    feedback: &'static str,
    metrics: Vec<Brief<'w>>,
    call_ended_reason: &'static str,
    customer_number: String,
    agent: i64,
    agent_name: &'w str,
    call_id: String,
    trace_id: String,
    timestamp: Timestamp,
    error_message: Option<String>,
    dropoff_point: &'static str,
    topic: &'static str,
    created_at: Timestamp,
    updated_at: Timestamp,
    transcript: Json,
    transcript_object: Nested<Json>,
    evaluation: Option<Nested<Evaluation<'w>>>,
}

/// JSON in JSON: as it is, or as text.
#[derive(Debug)]
struct Nested<T> {
    inner: T,
    as_text: bool,
}

impl<T: Serialize> Serialize for Nested<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.as_text {
            let text = serde_json::to_string(&self.inner).map_err(serde::ser::Error::custom)?;
            serializer.serialize_str(&text)
        } else {
            self.inner.serialize(serializer)
        }
    }
}

impl<'w> Summary<'w> {
    pub(super) fn new(world: &'w World, view: &View, nested_as_text: bool) -> Self {
        let id = view.id;
        let call = world.call(id);
        let times = world.times(id);
        let agent = world.agent_of(id);
        let transcript = world.written(id, &call);
        let verdicts = view.verdicts.as_deref();
        let evaluation = verdicts.map(|verdicts| Evaluation::new(world, id, verdicts));
        let entries = verdicts.unwrap_or_default().iter();
        Self {
            id,
            duration: verdicts.map(|_| transcript.duration.clone()),
            success: view.success,
            is_reviewed: view.is_reviewed,
            status: view.status,
            feedback: if view.is_reviewed {
                "Listened to the recording."
            } else {
                ""
            },
            metrics: entries
                .filter_map(|verdict| Brief::new(world, verdict))
                .collect(),
            call_ended_reason: call.ended_reason,
            customer_number: call.caller.phone,
            agent: agent.id,
            agent_name: &agent.name,
            call_id: call.call_id,
            trace_id: call.trace_id,
            timestamp: times.timestamp,
            error_message: None,
            dropoff_point: dropoff(call.ended_reason),
            topic: transcript.topic,
            created_at: times.created_at,
            updated_at: view.updated_at,
            transcript: transcript.text.clone(),
            transcript_object: Nested {
                inner: transcript.turns.clone(),
                as_text: nested_as_text,
            },
            evaluation: evaluation.map(|inner| Nested {
                inner,
                as_text: nested_as_text,
            }),
        }
    }
}
