//! The poll interval and the progress of a wait.

use std::fmt;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::Client;
use crate::clock::next_unit;

/// The pauses between two polls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PollInterval {
    /// The pause before the first poll; 2 s by default.
    pub initial: Duration,
    /// The longest pause; 15 s by default. Each pause is 1.5 times the one before, up to this.
    pub max: Duration,
}

impl Default for PollInterval {
    fn default() -> Self {
        Self {
            initial: Duration::from_secs(2),
            max: Duration::from_secs(15),
        }
    }
}

impl PollInterval {
    /// Creates an interval that grows from `initial` to `max`.
    #[must_use]
    pub fn between(initial: Duration, max: Duration) -> Self {
        Self { initial, max }
    }
}

/// The limits of a pause, whatever [`PollInterval`] says.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// The pauses of one wait.
#[derive(Debug)]
pub(crate) struct Pauses {
    next: Duration,
    max: Duration,
}

impl Pauses {
    pub(crate) fn new(interval: PollInterval) -> Self {
        let within = |pause: Duration| pause.clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
        Self {
            next: within(interval.initial),
            max: within(interval.max),
        }
    }

    /// Sleeps for the next pause, for a cooldown that is longer, and never beyond `end`.
    pub(crate) async fn sleep(&mut self, client: &Client, end: Instant) {
        let shared = &client.shared;
        let spread = self.next.mul_f64(next_unit(&*shared.jitter) / 10.0);
        let pause = (self.next + spread).max(client.cooldown().unwrap_or_default());
        self.next = self.next.mul_f64(1.5).min(self.max);
        let left = end.saturating_duration_since(shared.clock.now());
        shared.clock.sleep(pause.min(left)).await;
    }
}

/// The progress of a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WaitProgress {
    /// Call logs with a result.
    pub done: usize,
    /// Call logs that were deleted.
    pub deleted: usize,
    /// Call logs in all.
    pub total: usize,
    /// How long the cooldown after a 429 still lasts.
    pub cooldown: Option<Duration>,
}

impl fmt::Display for WaitProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} done", self.done, self.total)?;
        if self.deleted > 0 {
            write!(f, ", {} deleted", self.deleted)?;
        }
        match self.cooldown {
            Some(left) => write!(f, ", rate limited for {:.0} s", left.as_secs_f64()),
            None => Ok(()),
        }
    }
}
