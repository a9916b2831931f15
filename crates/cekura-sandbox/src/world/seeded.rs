//! The data of the sandbox, generated from a seed.

use std::sync::{Arc, Mutex};

use super::sent::Sent;
use super::transcript_cache::TranscriptCache;
use super::{Agent, Call, Metric, Times, Transcript, Written, agents, calls, metrics, transcript};
use crate::lock;
use crate::timestamp::Timestamp;

/// The id of the first call log; the others follow without gaps.
pub(super) const FIRST_CALL_LOG: i64 = 5001;

/// The generated data of a sandbox.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) started: Timestamp,
    pub(crate) agents: Vec<Agent>,
    pub(crate) metrics: Vec<Metric>,
    spare_metrics: Vec<Metric>,
    pub(super) calls: u64,
    /// The calls that were sent since the start; their ids follow those of the seeded ones.
    pub(super) sent: Mutex<Vec<Sent>>,
    transcripts: TranscriptCache,
}

impl World {
    pub(crate) fn new(seed: u64, started: Timestamp, agents: u32, calls: u64) -> Self {
        let agents = agents::all(agents);
        let metrics = metrics::all(&agents);
        let spare_metrics = metrics::spare(&agents);
        Self {
            seed,
            started,
            agents,
            metrics,
            spare_metrics,
            calls,
            sent: Mutex::default(),
            transcripts: TranscriptCache::default(),
        }
    }

    /// The ids of the call logs at the start, the oldest first.
    pub(crate) fn seeded_ids(&self) -> std::ops::Range<i64> {
        FIRST_CALL_LOG..FIRST_CALL_LOG + i64::try_from(self.calls).unwrap_or(i64::MAX / 2)
    }

    /// The ids of all call logs: those at the start, then those that were sent.
    pub(crate) fn call_log_ids(&self) -> std::ops::Range<i64> {
        let seeded = self.seeded_ids();
        seeded.start..seeded.end + lock(&self.sent).len() as i64
    }

    pub(crate) fn has_call_log(&self, id: i64) -> bool {
        self.call_log_ids().contains(&id)
    }

    /// Returns the agent that took the call; the calls at the start go to the agents in turn.
    pub(crate) fn agent_of(&self, call_log: i64) -> &Agent {
        if let Some(sent) = self.sent(call_log) {
            return sent.agent(self);
        }
        let turn = (call_log - FIRST_CALL_LOG).unsigned_abs() as usize;
        &self.agents[turn % self.agents.len()]
    }

    pub(crate) fn agent(&self, id: i64) -> Option<&Agent> {
        self.agents.iter().find(|agent| agent.id == id)
    }

    pub(crate) fn agent_of_assistant(&self, assistant_id: &str) -> Option<&Agent> {
        self.agents
            .iter()
            .find(|agent| agent.assistant_id == assistant_id)
    }

    /// The metrics that the agent's call logs are judged by at the start.
    pub(crate) fn metrics_of(&self, agent: i64) -> &[Metric] {
        of_agent(&self.metrics, agent)
    }

    /// The metrics that can be assigned to the agent later.
    pub(crate) fn spare_metrics_of(&self, agent: i64) -> &[Metric] {
        of_agent(&self.spare_metrics, agent)
    }

    /// The metric, assigned or not.
    pub(crate) fn metric(&self, id: i64) -> Option<&Metric> {
        [&self.metrics, &self.spare_metrics]
            .into_iter()
            .find_map(|metrics| {
                let at = metrics.binary_search_by_key(&id, |metric| metric.id);
                at.ok().map(|at| &metrics[at])
            })
    }

    /// The project ids, without repetition, ascending.
    pub(crate) fn projects(&self) -> Vec<i64> {
        let mut projects: Vec<i64> = self.agents.iter().map(|agent| agent.project).collect();
        projects.dedup();
        projects
    }

    pub(crate) fn call(&self, id: i64) -> Call {
        calls::call(self, id)
    }

    pub(crate) fn times(&self, id: i64) -> Times {
        match self.sent(id) {
            Some(sent) => sent.times(),
            None => calls::times(self, id),
        }
    }

    /// Returns whether the agent left out a step of its script.
    pub(crate) fn step_skipped(&self, id: i64) -> bool {
        calls::step_skipped(self, id)
    }

    /// Returns whether a human, who reviewed the call before the start, agreed with the judge; `None` without a review.
    pub(crate) fn reviewer_agreed(&self, id: i64) -> Option<bool> {
        match self.was_sent(id) {
            true => None,
            false => calls::reviewer_agreed(self, id),
        }
    }

    /// Returns the transcript of `call`, the call with this id.
    pub(crate) fn transcript(&self, id: i64, call: &Call) -> Transcript {
        transcript::write(self, id, call)
    }

    /// The same as JSON, kept for a while.
    pub(crate) fn written(&self, id: i64, call: &Call) -> Arc<Written> {
        self.transcripts.get(id, || self.transcript(id, call))
    }
}

fn of_agent(metrics: &[Metric], agent: i64) -> &[Metric] {
    let first = metrics.partition_point(|metric| metric.agent < agent);
    let end = metrics.partition_point(|metric| metric.agent <= agent);
    &metrics[first..end]
}
