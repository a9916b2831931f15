//! The delay before a retry.

use std::time::Duration;

use super::RetryPolicy;
use crate::clock::{JitterSource, next_unit};

impl RetryPolicy {
    /// Returns the delay before retry number `retry`, counted from 0.
    ///
    /// Without a `Retry-After`: full jitter over `initial_backoff × 2ⁿ`, at most `max_backoff`. With one: the longer of the two, plus up to
    /// a tenth of it as jitter.
    pub(crate) fn delay(
        &self,
        retry: u32,
        throttled: bool,
        retry_after: Option<Duration>,
        jitter: &dyn JitterSource,
    ) -> Duration {
        let base = if throttled {
            self.rate_limit_backoff
        } else {
            self.initial_backoff
        };
        let ceiling = base
            .saturating_mul(2_u32.saturating_pow(retry))
            .min(self.max_backoff);
        let backoff = ceiling.mul_f64(next_unit(jitter));
        match retry_after {
            None => backoff,
            Some(retry_after) => {
                let wait = retry_after
                    .max(backoff)
                    .min(Duration::from_secs(u64::MAX / 4));
                wait.mul_f64(1.0 + next_unit(jitter) / 10.0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Always(f64);
    impl JitterSource for Always {
        fn next_f64(&self) -> f64 {
            self.0
        }
    }

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn the_ceiling_doubles_up_to_the_cap() {
        let policy = RetryPolicy::default();
        let half = |retry| policy.delay(retry, false, None, &Always(0.5));
        assert_eq!([half(0), half(1), half(2)], [MS(125), MS(250), MS(500)]);
        assert_eq!(half(40), MS(10_000));
        assert_eq!(policy.delay(0, true, None, &Always(0.5)), MS(500));
        assert_eq!(policy.delay(0, false, None, &Always(0.0)), MS(0));
    }

    #[test]
    fn retry_after_is_never_shortened_and_gets_a_tenth_of_jitter_at_most() {
        let policy = RetryPolicy::default();
        for unit in [0.0, 0.3, 0.999] {
            let wait = policy.delay(0, true, Some(MS(7_000)), &Always(unit));
            assert!((MS(7_000)..=MS(7_700)).contains(&wait), "{wait:?}");
        }
        assert!(
            policy.delay(6, false, Some(MS(1)), &Always(0.9)) > MS(10_000),
            "own backoff is longer"
        );
        let spread = policy.delay(0, true, Some(MS(7_000)), &Always(0.5));
        assert_eq!(spread, MS(7_350));
    }

    #[test]
    fn a_huge_retry_after_does_not_overflow() {
        let wait = RetryPolicy::default().delay(0, true, Some(Duration::MAX), &Always(0.999));
        assert!(wait > Duration::from_secs(1 << 60), "{wait:?}");
    }
}
