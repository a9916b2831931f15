//! A clock for the client that moves the sandbox's clock instead of waiting.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use cekura::clock::{Clock, Sleep};
use cekura_sandbox::Sandbox;

/// How often other tasks are polled before a limit expires: enough for everything that is on the wire.
const TURNS: usize = 64;

/// The client's view of the sandbox's manual clock.
///
/// A sleep is recorded, moves the clock to its end, and returns. A limit expires when the sandbox reports that it holds a
/// request; the clock is then at the end of the limit. Neither moves the clock back, so concurrent calls wait together.
#[derive(Clone, Debug)]
pub struct LabClock {
    sandbox: Arc<Sandbox>,
    origin: Instant,
    began: SystemTime,
    sleeps: Arc<Mutex<Vec<Duration>>>,
}

impl LabClock {
    pub(crate) fn new(sandbox: Arc<Sandbox>) -> Self {
        Self {
            began: sandbox.now(),
            sandbox,
            origin: Instant::now(),
            sleeps: Arc::default(),
        }
    }

    /// Returns every sleep so far, in the order in which they began.
    #[must_use]
    pub fn sleeps(&self) -> Vec<Duration> {
        let sleeps = self.sleeps.lock().unwrap_or_else(PoisonError::into_inner);
        sleeps.clone()
    }

    /// Returns how far the clock has moved since the lab was opened.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        let now = self.sandbox.now();
        now.duration_since(self.began).unwrap_or_default()
    }

    fn move_to(&self, end: Duration) {
        self.sandbox.advance(end.saturating_sub(self.elapsed()));
    }
}

/// Rounds up, since the sandbox counts whole microseconds and no wait may end too early.
fn whole_micros(span: Duration) -> Duration {
    Duration::from_micros(u64::try_from(span.as_nanos().div_ceil(1_000)).unwrap_or(u64::MAX))
}

impl Clock for LabClock {
    fn now(&self) -> Instant {
        self.origin + self.elapsed()
    }

    fn system_time(&self) -> SystemTime {
        self.sandbox.now()
    }

    fn sleep(&self, span: Duration) -> Sleep {
        let mut sleeps = self.sleeps.lock().unwrap_or_else(PoisonError::into_inner);
        sleeps.push(span);
        let (clock, end) = (self.clone(), self.elapsed() + whole_micros(span));
        Box::pin(async move { clock.move_to(end) })
    }

    fn timeout(&self, span: Duration) -> Sleep {
        let (clock, end) = (self.clone(), self.elapsed() + whole_micros(span));
        Box::pin(async move {
            clock.sandbox.stalled().await;
            for _ in 0..TURNS {
                tokio::task::yield_now().await;
            }
            clock.move_to(end);
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lab;

    const S: fn(u64) -> Duration = Duration::from_secs;

    #[tokio::test]
    async fn sleeps_side_by_side_take_as_long_as_the_longest() {
        let lab = Lab::open().await;
        let (clock, before) = (lab.clock(), lab.clock().now());
        let (short, long) = (clock.sleep(S(3)), clock.sleep(S(8)));
        long.await;
        short.await;
        assert_eq!(clock.now() - before, S(8));
        assert_eq!(clock.sleeps(), [S(3), S(8)]);
    }

    #[tokio::test]
    async fn no_sleep_is_too_short_and_both_sides_agree() {
        let lab = Lab::open().await;
        let (now, calendar) = (lab.clock().now(), lab.clock().system_time());
        let odd = Duration::from_nanos(1_234_567_891);
        lab.clock().sleep(odd).await;
        assert!(lab.clock().now() - now >= odd);
        let moved = lab.sandbox().now().duration_since(calendar).unwrap();
        assert_eq!(moved, lab.clock().now() - now);
    }
}
