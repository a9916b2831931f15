//! One gate per client: a 429 holds back every call that shares it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Closed until the moment that the last 429 named.
#[derive(Debug, Default)]
pub(crate) struct Gate(Mutex<Option<Instant>>);

impl Gate {
    /// Holds all calls back until `until`; a closing that ends earlier than the present one changes nothing.
    pub(crate) fn close_until(&self, until: Instant) {
        let mut closed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *closed = Some(closed.map_or(until, |already| already.max(until)));
    }

    /// How long calls are still held back.
    pub(crate) fn held(&self, now: Instant) -> Option<Duration> {
        let closed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        closed
            .and_then(|until| until.checked_duration_since(now))
            .filter(|wait| !wait.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_moment_counts() {
        let (gate, now) = (Gate::default(), Instant::now());
        let s = Duration::from_secs;
        assert_eq!(gate.held(now), None);
        gate.close_until(now + s(9));
        gate.close_until(now + s(3));
        assert_eq!(gate.held(now + s(2)), Some(s(7)));
        assert_eq!(gate.held(now + s(9)), None);
    }
}
