//! The calls that were sent since the start.

use std::time::Duration;

use super::{Times, World};
use crate::lock;
use crate::timestamp::Timestamp;

/// A call that was sent: its agent, and when it was made, taken in and evaluated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent {
    /// The place of the agent among the agents.
    agent: usize,
    times: Times,
}

impl World {
    /// The ids of the calls that were sent, the first one first.
    pub(crate) fn sent_ids(&self) -> std::ops::Range<i64> {
        self.seeded_ids().end..self.call_log_ids().end
    }

    /// Returns whether the call was sent since the start.
    pub(crate) fn was_sent(&self, id: i64) -> bool {
        self.sent(id).is_some()
    }

    /// The agent and the times of a call that was sent.
    pub(super) fn sent(&self, id: i64) -> Option<Sent> {
        let nth = usize::try_from(id - self.seeded_ids().end).ok()?;
        lock(&self.sent).get(nth).copied()
    }

    /// Adds a call that takes `takes` to evaluate; returns its id. `None`: there is no such agent.
    pub(crate) fn send(
        &self,
        agent: i64,
        timestamp: Timestamp,
        now: Timestamp,
        takes: Duration,
    ) -> Option<i64> {
        let agent = self.agents.iter().position(|known| known.id == agent)?;
        let times = Times {
            timestamp,
            created_at: now,
            evaluated_at: now.plus(takes),
        };
        lock(&self.sent).push(Sent { agent, times });
        Some(self.call_log_ids().end - 1)
    }

    /// Forgets all calls that were sent.
    pub(crate) fn forget_sent(&self) {
        lock(&self.sent).clear();
    }
}

impl Sent {
    pub(super) fn agent(self, world: &World) -> &super::Agent {
        &world.agents[self.agent]
    }

    pub(super) fn times(self) -> Times {
        self.times
    }
}
