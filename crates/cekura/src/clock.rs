//! Time and chance as arguments: what the client waits on and rolls dice with can be replaced.
//!
//! Production code never needs this module. Tests hand in their own [`Clock`] and [`JitterSource`], and a
//! suite that covers minutes of waiting takes no time at all.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// A future that ends when a span of time is over.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where the client reads the time and waits.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The monotonic time, for measuring spans.
    fn now(&self) -> Instant;

    /// The calendar time, for reading an HTTP-date in `Retry-After`.
    fn system_time(&self) -> SystemTime;

    /// Waits for `span` because there is nothing to do before: a backoff, the next poll.
    fn sleep(&self, span: Duration) -> Sleep;

    /// Ends after `span`, beside work that it cuts off: the limit of an attempt.
    ///
    /// The same as [`sleep`](Self::sleep) on a real clock. A test's clock, whose sleeps are over at
    /// once, ends a limit only when the peer is known to be stalled.
    fn timeout(&self, span: Duration) -> Sleep {
        self.sleep(span)
    }
}

/// The machine's own clock, with timers of tokio.
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

/// The moment `span` after `now`, or a century after it where that is sooner.
pub(crate) fn after(now: Instant, span: Duration) -> Instant {
    now + span.min(Duration::from_secs(100 * 365 * 24 * 3600))
}

/// Where the client takes its jitter from.
pub trait JitterSource: fmt::Debug + Send + Sync + 'static {
    /// The next number in `0.0..1.0`.
    fn unit(&self) -> f64;
}

/// The next number of `chance`; the middle, where it breaks its promise.
pub(crate) fn next_unit(chance: &dyn JitterSource) -> f64 {
    let unit = chance.unit();
    if (0.0..1.0).contains(&unit) {
        unit
    } else {
        0.5
    }
}

/// Jitter for spreading waits; not for secrets.
///
/// A SplitMix64 sequence that starts from the process's own random hash seed.
#[derive(Debug)]
pub struct Jitter(AtomicU64);

impl Jitter {
    /// A sequence that is the same for the same `seed`.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Default for Jitter {
    fn default() -> Self {
        use std::hash::{BuildHasher, RandomState};
        Self::seeded(RandomState::new().hash_one(0_u8))
    }
}

impl JitterSource for Jitter {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a float exactly")]
    fn unit(&self) -> f64 {
        const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut z = self
            .0
            .fetch_add(GOLDEN, Ordering::Relaxed)
            .wrapping_add(GOLDEN);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_stays_in_the_unit_interval_and_repeats_with_its_seed() {
        let (a, b) = (Jitter::seeded(5), Jitter::seeded(5));
        let draws: Vec<f64> = (0..1000).map(|_| a.unit()).collect();
        assert!(draws.iter().all(|x| (0.0..1.0).contains(x)));
        assert!(draws.iter().any(|x| *x < 0.1) && draws.iter().any(|x| *x > 0.9));
        assert_eq!(draws, (0..1000).map(|_| b.unit()).collect::<Vec<_>>());
    }
}
