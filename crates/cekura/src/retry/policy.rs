//! The retry policy: how often and how long.

use std::time::Duration;

/// How often a call is retried, and with which delays.
///
/// What may be sent again is not configurable: see the table in [`retry`](crate::retry).
///
/// Delays grow as `base × 2ⁿ` up to `cap`, with full jitter. A longer `Retry-After` takes precedence: the delay is never
/// shorter than that, and at most a tenth longer.
///
/// ```
/// use cekura::RetryPolicy;
/// let patient = RetryPolicy::default().with_max_retries(8);
/// let once = RetryPolicy::none();
/// assert_eq!((patient.max_retries, once.max_retries), (8, 0));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// The most retries after the first attempt; 4 by default.
    pub max_retries: u32,
    /// The delay that grows after a network or server error; 250 ms by default.
    pub base: Duration,
    /// The delay that grows after a 429 without a `Retry-After`; 1 s by default.
    pub throttled_base: Duration,
    /// The longest delay without a `Retry-After`; 20 s by default.
    pub cap: Duration,
    /// The longest `Retry-After` that a call waits for; 120 s by default.
    ///
    /// Above it the call fails with the delay in [`Error::retry_after`](crate::Error::retry_after). A call that begins
    /// during a cooldown waits for its end, however long, if that is before the call's timeout.
    pub retry_after_limit: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 4,
            base: Duration::from_millis(250),
            throttled_base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
            retry_after_limit: Duration::from_secs(120),
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
    pub fn with_max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Sets [`base`](Self::base).
    #[must_use]
    pub fn with_base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets [`throttled_base`](Self::throttled_base).
    #[must_use]
    pub fn with_throttled_base(mut self, base: Duration) -> Self {
        self.throttled_base = base;
        self
    }

    /// Sets [`cap`](Self::cap).
    #[must_use]
    pub fn with_cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Sets [`retry_after_limit`](Self::retry_after_limit).
    #[must_use]
    pub fn with_retry_after_limit(mut self, limit: Duration) -> Self {
        self.retry_after_limit = limit;
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
            base,
            throttled_base,
            cap,
            retry_after_limit,
        } = policy.clone();
        assert_eq!((max_retries, base), (4, Duration::from_millis(250)));
        assert_eq!(
            (throttled_base, cap, retry_after_limit),
            (s(1), s(20), s(120))
        );
        let set = policy
            .with_max_retries(9)
            .with_base(s(2))
            .with_throttled_base(s(3))
            .with_cap(s(4))
            .with_retry_after_limit(s(5));
        assert_eq!(
            (set.max_retries, set.base, set.throttled_base),
            (9, s(2), s(3))
        );
        assert_eq!((set.cap, set.retry_after_limit), (s(4), s(5)));
    }
}
