//! The sandbox's clock: real, or moved by hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant, SystemTime};

use crate::timestamp::Timestamp;

/// Monday, 2 March 2026, 09:00 UTC: the default start of a manual clock.
const MANUAL_START: Timestamp = Timestamp::from_seconds(1_772_442_000);

/// The clock of a sandbox.
///
/// Evaluations, rate limits, `updated_at` and the age of the call logs follow this clock. Delays on the
/// wire (latency, [`Fault::delay`](crate::Fault::delay)) are always real time.
#[derive(Clone, Debug)]
pub struct SandboxClock {
    start: Option<SystemTime>,
    manual: bool,
    /// In microseconds.
    skew: i64,
}

impl SandboxClock {
    /// Returns a clock that only [`Sandbox::advance`](crate::Sandbox::advance) moves.
    ///
    /// It starts at a fixed moment (2026-03-02T09:00:00Z), so that the same seed gives the same world, byte for byte.
    #[must_use]
    pub fn manual() -> Self {
        Self {
            start: Some(MANUAL_START.into()),
            manual: true,
            skew: 0,
        }
    }

    /// Returns a manual clock that starts at `start`.
    #[must_use]
    pub fn manual_at(start: SystemTime) -> Self {
        Self {
            start: Some(start),
            manual: true,
            skew: 0,
        }
    }

    /// Returns the computer's clock. [`Sandbox::advance`](crate::Sandbox::advance) moves it ahead.
    #[must_use]
    pub fn real() -> Self {
        Self {
            start: None,
            manual: false,
            skew: 0,
        }
    }

    /// Sets the service's clock ahead: `Date`, `Retry-After` and every time in a response, but not
    /// [`Sandbox::now`](crate::Sandbox::now).
    #[must_use]
    pub fn ahead_by(mut self, time: Duration) -> Self {
        self.skew = self.skew.saturating_add(micros(time));
        self
    }

    /// Sets the service's clock behind.
    #[must_use]
    pub fn behind_by(mut self, time: Duration) -> Self {
        self.skew = self.skew.saturating_sub(micros(time));
        self
    }
}

impl Default for SandboxClock {
    fn default() -> Self {
        Self::real()
    }
}

/// A running clock.
#[derive(Debug)]
pub(crate) struct Clock {
    start: Timestamp,
    origin: Option<Instant>,
    skew: i64,
    advanced: AtomicI64,
}

impl Clock {
    pub(crate) fn start(kind: &SandboxClock) -> Self {
        let start = kind.start.unwrap_or_else(SystemTime::now);
        Self {
            start: start.into(),
            origin: (!kind.manual).then(Instant::now),
            skew: kind.skew,
            advanced: AtomicI64::new(0),
        }
    }

    /// Returns the service's time, with the skew.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp(self.true_now().0.saturating_add(self.skew))
    }

    /// Returns the time without the skew.
    pub(crate) fn true_now(&self) -> Timestamp {
        let real = self
            .origin
            .map_or(Duration::ZERO, |origin| origin.elapsed());
        let moved = Duration::from_micros(self.advanced.load(Ordering::SeqCst).unsigned_abs());
        self.start.plus(real).plus(moved)
    }

    pub(crate) fn advance(&self, time: Duration) {
        let micros = micros(time);
        let add = |moved: i64| Some(moved.saturating_add(micros));
        // The closure always answers `Some`, so the update cannot fail.
        let _moved = self
            .advanced
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, add);
    }
}

fn micros(time: Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_moves_only_when_told() {
        let clock = Clock::start(&SandboxClock::manual());
        assert_eq!(clock.now(), MANUAL_START);
        assert_eq!(clock.now(), MANUAL_START);
        clock.advance(Duration::from_millis(1_500));
        assert_eq!(
            clock.now().since(MANUAL_START),
            Duration::from_millis(1_500)
        );
    }

    #[test]
    fn the_services_clock_can_be_ahead_or_behind() {
        let minutes = Duration::from_secs(600);
        let ahead = Clock::start(&SandboxClock::manual().ahead_by(minutes));
        let behind = Clock::start(&SandboxClock::manual().behind_by(minutes));
        assert_eq!(ahead.now(), MANUAL_START.plus(minutes));
        assert_eq!(behind.now(), MANUAL_START.minus(minutes));
        assert_eq!(ahead.true_now(), behind.true_now());
        behind.advance(minutes);
        assert_eq!(behind.now(), MANUAL_START);
    }

    #[test]
    fn a_real_clock_starts_now_and_can_jump() {
        let before = Timestamp::from(SystemTime::now());
        let clock = Clock::start(&SandboxClock::real());
        assert!(clock.now() >= before);
        clock.advance(Duration::from_secs(3_600));
        assert!(clock.now() >= before.plus(Duration::from_secs(3_600)));
    }
}
