//! The retry policy.

use std::time::Duration;

/// How often a call is retried, and with which delays.
///
/// Which requests may be sent again cannot be configured: see the table in [`retry`](crate::retry).
///
/// Delays grow as `initial_backoff × 2ⁿ` up to `max_backoff`, with full jitter. A longer `Retry-After` takes precedence: the delay is never
/// shorter than that, and at most a tenth longer.
///
/// ```
/// use cekura::RetryPolicy;
/// let patient = RetryPolicy::default().max_retries(8);
/// let once = RetryPolicy::none();
/// assert_eq!((patient.max_retries, once.max_retries), (8, 0));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// The most retries after the first attempt; 4 by default.
    pub max_retries: u32,
    /// The first delay after a network or server error; 250 ms by default.
    pub initial_backoff: Duration,
    /// The first delay after a 429 without a `Retry-After`; 1 s by default.
    pub rate_limit_backoff: Duration,
    /// The longest delay without a `Retry-After`; 20 s by default.
    pub max_backoff: Duration,
    /// The longest `Retry-After` that a call waits for; 120 s by default.
    ///
    /// For a longer one the call fails, and [`Error::retry_after`](crate::Error::retry_after) returns the delay. This is no limit
    /// for a call that begins during a cooldown: it waits for the end of the cooldown if that is before its timeout.
    pub max_retry_after: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 4,
            initial_backoff: Duration::from_millis(250),
            rate_limit_backoff: Duration::from_secs(1),
            max_backoff: Duration::from_secs(20),
            max_retry_after: Duration::from_secs(120),
        }
    }
}

impl RetryPolicy {
    /// Disables retries.
    #[must_use]
    pub fn none() -> Self {
        Self {
            max_retries: 0,
            ..Self::default()
        }
    }

    /// Sets [`max_retries`](Self::max_retries).
    #[must_use]
    pub fn max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Sets [`initial_backoff`](Self::initial_backoff).
    #[must_use]
    pub fn initial_backoff(mut self, delay: Duration) -> Self {
        self.initial_backoff = delay;
        self
    }

    /// Sets [`rate_limit_backoff`](Self::rate_limit_backoff).
    #[must_use]
    pub fn rate_limit_backoff(mut self, delay: Duration) -> Self {
        self.rate_limit_backoff = delay;
        self
    }

    /// Sets [`max_backoff`](Self::max_backoff).
    #[must_use]
    pub fn max_backoff(mut self, delay: Duration) -> Self {
        self.max_backoff = delay;
        self
    }

    /// Sets [`max_retry_after`](Self::max_retry_after).
    #[must_use]
    pub fn max_retry_after(mut self, limit: Duration) -> Self {
        self.max_retry_after = limit;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_as_documented_and_can_be_set() {
        let s = Duration::from_secs;
        let policy = RetryPolicy::default();
        let RetryPolicy {
            max_retries,
            initial_backoff,
            rate_limit_backoff,
            max_backoff,
            max_retry_after,
        } = policy.clone();
        assert_eq!(
            (max_retries, initial_backoff),
            (4, Duration::from_millis(250))
        );
        assert_eq!(
            (rate_limit_backoff, max_backoff, max_retry_after),
            (s(1), s(20), s(120))
        );
        let set = policy
            .max_retries(9)
            .initial_backoff(s(2))
            .rate_limit_backoff(s(3))
            .max_backoff(s(4))
            .max_retry_after(s(5));
        assert_eq!(
            (set.max_retries, set.initial_backoff, set.rate_limit_backoff),
            (9, s(2), s(3))
        );
        assert_eq!((set.max_backoff, set.max_retry_after), (s(4), s(5)));
    }
}
