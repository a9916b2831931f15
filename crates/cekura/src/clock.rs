//! The clock and the source of jitter, which tests can replace.
//!
//! Production code does not need this module. A test passes its own [`Clock`] and [`JitterSource`] to the
//! [`ClientBuilder`](crate::ClientBuilder), so that minutes of waiting take no time.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// A future that is ready after a span of time.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Reads the time and sleeps.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// Returns the monotonic time, for measuring spans.
    fn now(&self) -> Instant;

    /// Returns the system time, for reading an HTTP-date in `Retry-After`.
    fn system_time(&self) -> SystemTime;

    /// Sleeps for `span`: a backoff or the pause before the next poll.
    fn sleep(&self, span: Duration) -> Sleep;

    /// Returns a future that is ready after `span`: the timeout of a running request.
    ///
    /// Calls [`sleep`](Self::sleep) by default. A test clock whose sleeps return at once has to implement this method, so that
    /// requests do not time out at once.
    fn timeout(&self, span: Duration) -> Sleep {
        self.sleep(span)
    }
}

/// The system's clock, with the timers of tokio.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, span: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(span))
    }
}

/// Returns `now + span`, or a century after `now` where that is sooner.
pub(crate) fn after(now: Instant, span: Duration) -> Instant {
    now + span.min(Duration::from_secs(100 * 365 * 24 * 3600))
}

/// Supplies the random numbers for the jitter of delays.
pub trait JitterSource: fmt::Debug + Send + Sync + 'static {
    /// Returns the next number in `0.0..1.0`.
    fn next_f64(&self) -> f64;
}

/// Returns the next number of `source`, or 0.5 where that is outside `0.0..1.0`.
pub(crate) fn next_unit(source: &dyn JitterSource) -> f64 {
    let unit = source.next_f64();
    if (0.0..1.0).contains(&unit) {
        unit
    } else {
        0.5
    }
}

/// The default source of jitter: a fast generator, not a cryptographic one.
#[derive(Debug, Default)]
pub struct Jitter(Mutex<fastrand::Rng>);

impl Jitter {
    /// Returns a source that gives the same numbers for the same `seed`.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(fastrand::Rng::with_seed(seed)))
    }
}

impl JitterSource for Jitter {
    fn next_f64(&self) -> f64 {
        let mut rng = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rng.f64()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_repeats_with_its_seed() {
        let (a, b) = (Jitter::seeded(5), Jitter::seeded(5));
        let draws: Vec<f64> = (0..1000).map(|_| a.next_f64()).collect();
        assert!(draws.iter().all(|x| (0.0..1.0).contains(x)));
        assert_eq!(draws, (0..1000).map(|_| b.next_f64()).collect::<Vec<_>>());
    }
}
