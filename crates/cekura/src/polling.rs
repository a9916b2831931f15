//! What all waits share: their pauses, and the errors that end them.

use std::time::{Duration, Instant};

use crate::clock::next_unit;
use crate::{Client, Error};

/// How long the last poll may last beyond the deadline.
pub(crate) const FINAL_POLL_EXTRA: Duration = Duration::from_secs(5);

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

/// Logs that a poll failed and the wait continues.
pub(crate) fn note_failed_poll(error: &Error) {
    let (kind, status) = (error.detail().name(), error.status());
    tracing::warn!(target: "cekura", kind, status, "a poll failed; the wait continues");
}

/// Returns whether every later poll would meet the same error.
pub(crate) fn is_final(error: &Error) -> bool {
    error.is_unauthorized()
        || error.is_forbidden()
        || error.is_config()
        || error.is_invalid_certificate()
        || error.is_redirect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    #[test]
    fn only_errors_that_repeat_are_final() {
        let host = || "voice.harbor.test".to_owned();
        for kind in [
            Kind::Config("no TLS".to_owned()),
            Kind::InvalidCertificate { host: host() },
        ] {
            let error = Error::new(kind);
            assert!(is_final(&error), "{error}");
        }
        let unreachable = Kind::NotSent {
            host: host(),
            within: None,
        };
        for kind in [
            unreachable,
            Kind::Interrupted,
            Kind::CoolingDown,
            Kind::OutOfTime,
        ] {
            let error = Error::new(kind);
            assert!(!is_final(&error), "{error}");
        }
    }
}
