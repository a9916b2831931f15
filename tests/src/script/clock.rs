//! The clock of a script and of its clients.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use cekura::clock::{Clock, Sleep};
use tokio::sync::watch;
use tokio::task::yield_now;

use super::lock;

/// How often the client gets a turn before a limit is over: enough for everything that is on the wire.
const TURNS: usize = 64;

/// A clock that moves when somebody sleeps.
#[derive(Clone, Debug)]
pub struct ScriptClock {
    origin: Instant,
    elapsed: Arc<Mutex<Duration>>,
    /// How many answers never come to their end.
    stalled: watch::Sender<usize>,
}

impl ScriptClock {
    pub(super) fn new() -> Self {
        Self {
            origin: Instant::now(),
            elapsed: Arc::default(),
            stalled: watch::Sender::default(),
        }
    }

    /// How far it has moved.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        *lock(&self.elapsed)
    }

    /// Moves it by `span`.
    pub fn advance(&self, span: Duration) {
        *lock(&self.elapsed) += span;
    }

    /// Lets limits end until `over` does.
    pub(super) async fn stall_while(&self, over: impl Future<Output = ()>) {
        self.stalled.send_modify(|count| *count += 1);
        over.await;
        self.stalled.send_modify(|count| *count -= 1);
    }

    fn move_to(&self, end: Duration) {
        let mut elapsed = lock(&self.elapsed);
        *elapsed = end.max(*elapsed);
    }
}

impl Clock for ScriptClock {
    fn now(&self) -> Instant {
        self.origin + self.elapsed()
    }

    fn system_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_775_552_400) + self.elapsed()
    }

    fn sleep(&self, span: Duration) -> Sleep {
        let (clock, end) = (self.clone(), self.elapsed() + span);
        Box::pin(async move {
            clock.move_to(end);
            yield_now().await;
        })
    }

    fn timeout(&self, span: Duration) -> Sleep {
        let (clock, end) = (self.clone(), self.elapsed().saturating_add(span));
        Box::pin(async move {
            let mut stalled = clock.stalled.subscribe();
            // The sender is the clock's own, so this ends only by what it waits for.
            let _ = stalled.wait_for(|count| *count > 0).await;
            for _ in 0..TURNS {
                yield_now().await;
            }
            clock.move_to(end);
        })
    }
}
