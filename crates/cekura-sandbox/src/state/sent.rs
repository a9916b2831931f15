//! Calls and fields that clients send.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};

use super::accept::third_more_or_less;
use super::{Refusal, State};
use crate::credits::Credits;
use crate::judge::sampled_out;
use crate::quirks::{EvaluationTime, picks};
use crate::timestamp::Timestamp;
use crate::world::{Metric, World};

/// An evaluation that never ends, ends after this time.
const NEVER: Duration = Duration::from_secs(100 * 365 * 86_400);

/// A finished call, checked.
#[derive(Debug)]
pub(crate) struct NewCall {
    pub(crate) request: u64,
    pub(crate) agent: i64,
    pub(crate) timestamp: Timestamp,
    /// The fields of the call log that were sent.
    pub(crate) fields: Map<String, Value>,
}

impl State {
    /// Takes the call in, pays for its evaluation by every metric of the agent, and returns its id.
    pub(crate) fn take_in(
        &mut self,
        world: &World,
        now: Timestamp,
        call: NewCall,
    ) -> Result<i64, Refusal> {
        let id = world.call_log_ids().end;
        let metrics = self.metrics_of(world, call.agent, now);
        let billed = |metric: &&Metric| !sampled_out(world, id, metric);
        let billed: Vec<i64> = metrics.filter(billed).map(|metric| metric.id).collect();
        let needed = Credits::PER_METRIC.times(billed.len() as u64);
        let left = self.credits_left(now);
        if needed > left {
            return Err(Refusal::Credits { needed, left });
        }
        let takes = match self.quirks.evaluation_time {
            _ if picks(self.quirks.stuck_every, id) => NEVER,
            EvaluationTime::Varied => third_more_or_less(self.evaluation_time, world, id, 0),
            EvaluationTime::Instant => Duration::ZERO,
        };
        let id = world
            .send(call.agent, call.timestamp, now, takes)
            .unwrap_or(id);
        self.ledger.pay(call.request, id, billed.into_iter());
        self.set_fields(id, call.fields);
        Ok(id)
    }

    /// Replaces fields of a call log.
    pub(crate) fn set_fields(&mut self, call_log: i64, sent: Map<String, Value>) {
        if let Some(call_id) = sent.get("call_id").and_then(Value::as_str) {
            let same = self.sent_as.entry(call_id.to_owned()).or_default();
            same.push(call_log);
        }
        let history = self.histories.entry(call_log).or_default();
        let fields = Arc::make_mut(history.fields.get_or_insert_default());
        fields.extend(sent);
    }

    /// Returns whether there is a call log with this id of the provider at `at`.
    pub(crate) fn knows_call(&self, world: &World, call_id: &str, at: Timestamp) -> bool {
        let own = |id: i64| match self.fields(id) {
            Some(fields) if fields.contains_key("call_id") => fields["call_id"] == call_id,
            _ => world.call(id).call_id == call_id,
        };
        let sent = self.sent_as.get(call_id).into_iter().flatten().copied();
        let mut ids = sent.chain(world.seeded_ids());
        ids.any(|id| own(id) && self.has_call_log(world, id, at))
    }
}
