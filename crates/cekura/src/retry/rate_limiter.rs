//! The client's own rate limit: evenly spaced requests.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::Error;
use crate::clock::after;

/// Hands out evenly spaced slots. Unused slots are not saved for a burst.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    distance: Duration,
    next: Mutex<Option<Instant>>,
}

impl RateLimiter {
    /// Creates a limiter of `per_second` requests per second.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) for a number that is not above 0.
    pub(crate) fn new(per_second: f64) -> Result<Self, Error> {
        let distance = (per_second > 0.0 && per_second.is_finite())
            .then(|| Duration::try_from_secs_f64(per_second.recip()).ok())
            .flatten();
        let distance = distance.ok_or_else(|| {
            Error::config(format!(
                "the rate {per_second:?} is not valid: give the requests per second as a number above 0, such as 2.5, or \
                 set none for no limit"
            ))
        })?;
        Ok(Self {
            distance,
            next: Mutex::default(),
        })
    }

    /// Takes the next slot; returns how long to wait for it.
    ///
    /// # Errors
    /// How long the wait would be, where the slot is not before `deadline`; it stays free.
    pub(crate) fn reserve(&self, now: Instant, deadline: Instant) -> Result<Duration, Duration> {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = next.map_or(now, |next| next.max(now));
        let wait = slot.saturating_duration_since(now);
        if slot > now && slot >= deadline {
            return Err(wait);
        }
        *next = Some(after(slot, self.distance));
        Ok(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn slots_are_even_without_bursts() {
        let (limiter, t0) = (RateLimiter::new(4.0).unwrap(), Instant::now());
        let far = t0 + MS(3_600_000);
        let three = |now| [(); 3].map(|()| limiter.reserve(now, far).unwrap());
        assert_eq!(three(t0), [MS(0), MS(250), MS(500)]);
        assert_eq!(limiter.reserve(t0 + MS(100), far), Ok(MS(650)));
        assert_eq!(three(t0 + MS(60_000)), [MS(0), MS(250), MS(500)]);
    }

    #[test]
    fn a_slot_after_the_deadline_stays_free() {
        let (limiter, t0) = (RateLimiter::new(1.0).unwrap(), Instant::now());
        assert_eq!(limiter.reserve(t0, t0 + MS(10)), Ok(MS(0)));
        assert_eq!(limiter.reserve(t0, t0 + MS(1_000)), Err(MS(1_000)));
        assert_eq!(limiter.reserve(t0, t0 + MS(1_001)), Ok(MS(1_000)));
    }

    #[test]
    fn a_free_slot_ignores_the_deadline() {
        let (limiter, t0) = (RateLimiter::new(1.0).unwrap(), Instant::now());
        assert_eq!(limiter.reserve(t0, t0), Ok(MS(0)));
        assert_eq!(limiter.reserve(t0 + MS(1_000), t0), Ok(MS(0)));
    }

    #[test]
    fn an_invalid_rate_is_refused_with_its_value() {
        for bad in [
            0.0,
            -1.0,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e-300,
        ] {
            let error = RateLimiter::new(bad).unwrap_err();
            let text = error.to_string();
            assert!(
                error.is_config() && text.contains(&format!("the rate {bad:?}")),
                "{text}"
            );
        }
        assert!(RateLimiter::new(1e12).is_ok() && RateLimiter::new(1e-6).is_ok());
    }
}
