//! The rate limit.

use std::time::Duration;

use crate::stamp::Stamp;

/// How many requests are let through in which time. Counted in fixed windows on the sandbox's clock, over all
/// operations; a refused request does no work, uses up no fault, and does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    requests: u64,
    per: Duration,
}

impl RateLimit {
    /// At most `requests` in `per`.
    #[must_use]
    pub const fn new(requests: u64, per: Duration) -> Self {
        Self { requests, per }
    }

    /// At most `requests` in a second.
    #[must_use]
    pub const fn per_second(requests: u64) -> Self {
        Self::new(requests, Duration::from_secs(1))
    }

    /// At most `requests` in a minute.
    #[must_use]
    pub const fn per_minute(requests: u64) -> Self {
        Self::new(requests, Duration::from_secs(60))
    }
}

/// The count of the current window.
#[derive(Debug, Default)]
pub(crate) struct Limiter {
    window: Option<(Stamp, u64)>,
}

impl Limiter {
    /// Lets the request through, or says how long to wait.
    pub(crate) fn admit(&mut self, limit: RateLimit, now: Stamp) -> Result<(), Duration> {
        let (start, count) = match self.window {
            Some((start, count)) if now < start.plus(limit.per) => (start, count),
            _ => (now, 0),
        };
        if count >= limit.requests {
            self.window = Some((start, count));
            return Err(start.plus(limit.per).since(now));
        }
        self.window = Some((start, count + 1));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_lets_so_many_through_and_says_when_the_next_begins() {
        let limit = RateLimit::per_second(2);
        let start = Stamp::from_seconds(100);
        let later = start.plus(Duration::from_millis(400));
        let mut limiter = Limiter::default();
        assert_eq!(limiter.admit(limit, start), Ok(()));
        assert_eq!(limiter.admit(limit, later), Ok(()));
        let wait = Duration::from_millis(600);
        assert_eq!(limiter.admit(limit, later), Err(wait));
        assert_eq!(limiter.admit(limit, later), Err(wait));
        assert_eq!(limiter.admit(limit, later.plus(wait)), Ok(()));
    }
}
