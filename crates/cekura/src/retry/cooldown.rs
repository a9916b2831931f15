//! The cooldown after a 429: no call of the client is sent until it is over.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::SharedCooldown;
use crate::clock::{Clock, after};

/// The longest cooldown, whatever a 429 or the shared cooldown asks for.
const MAX_COOLDOWN: Duration = Duration::from_secs(15 * 60);

/// The cooldown of a client, and the one that it shares with others.
#[derive(Debug, Default)]
pub(crate) struct Cooldown {
    until_local: Mutex<Option<Instant>>,
    shared: Option<Shared>,
}

impl Cooldown {
    pub(crate) fn new(shared: Option<Arc<dyn SharedCooldown>>) -> Self {
        Self {
            until_local: Mutex::default(),
            shared: shared.map(Shared::new),
        }
    }

    /// Starts a cooldown of `span`; one that ends before the present one changes nothing.
    pub(crate) fn start(&self, span: Duration, clock: &dyn Clock) {
        let span = span.min(MAX_COOLDOWN);
        let until = after(clock.now(), span);
        {
            let mut until_local = self
                .until_local
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *until_local = (*until_local).max(Some(until));
        }
        if let Some(shared) = &self.shared
            && let Some(until) = clock.system_time().checked_add(span)
        {
            shared.store.extend_cooldown(until);
        }
    }

    /// Returns how long the cooldown still lasts.
    pub(crate) fn remaining(&self, clock: &dyn Clock) -> Option<Duration> {
        let until_local = *self
            .until_local
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let shared = self.shared.as_ref().and_then(|shared| shared.ends(clock));
        let until = until_local.max(shared)?;
        let wait = until.saturating_duration_since(clock.now());
        (!wait.is_zero()).then_some(wait)
    }
}

/// The shared cooldown, on this client's own clock.
#[derive(Debug)]
struct Shared {
    store: Arc<dyn SharedCooldown>,
    /// The last end that was read, and when it ends here. A wrong clock elsewhere must not stop this client for days.
    last_seen: Mutex<Option<(SystemTime, Instant)>>,
}

impl Shared {
    fn new(store: Arc<dyn SharedCooldown>) -> Self {
        Self {
            store,
            last_seen: Mutex::default(),
        }
    }

    fn ends(&self, clock: &dyn Clock) -> Option<Instant> {
        let until = self.store.cooldown_until()?;
        let rest = until.duration_since(clock.system_time()).ok()?;
        let ends = after(clock.now(), rest.min(MAX_COOLDOWN));
        let mut last_seen = self
            .last_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match *last_seen {
            Some((end, first)) if end == until => Some(ends.min(first)),
            _ => {
                *last_seen = Some((until, ends));
                Some(ends)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Sleep;

    const S: fn(u64) -> Duration = Duration::from_secs;

    /// A clock that only the test moves.
    #[derive(Clone, Debug)]
    struct Stopped(Arc<Mutex<Duration>>, Instant);

    impl Stopped {
        fn new() -> Self {
            Self(Arc::default(), Instant::now())
        }

        fn advance(&self, span: Duration) {
            *self.0.lock().unwrap() += span;
        }
    }

    impl Clock for Stopped {
        fn now(&self) -> Instant {
            self.1 + *self.0.lock().unwrap()
        }

        fn system_time(&self) -> SystemTime {
            SystemTime::UNIX_EPOCH + S(1_775_000_000) + *self.0.lock().unwrap()
        }

        fn sleep(&self, _: Duration) -> Sleep {
            unreachable!("a cooldown does not wait")
        }
    }

    /// A shared cooldown in memory.
    #[derive(Clone, Debug, Default)]
    struct Board(Arc<Mutex<Option<SystemTime>>>);

    impl SharedCooldown for Board {
        fn cooldown_until(&self) -> Option<SystemTime> {
            *self.0.lock().unwrap()
        }

        fn extend_cooldown(&self, until: SystemTime) {
            let mut stored = self.0.lock().unwrap();
            *stored = (*stored).max(Some(until));
        }
    }

    fn cooldowns() -> (Cooldown, Cooldown, Board, Stopped) {
        let board = Board::default();
        let cooldown = || Cooldown::new(Some(Arc::new(board.clone())));
        (cooldown(), cooldown(), board.clone(), Stopped::new())
    }

    #[test]
    fn the_longest_cooldown_counts() {
        let (cooldown, clock) = (Cooldown::default(), Stopped::new());
        assert_eq!(cooldown.remaining(&clock), None);
        cooldown.start(S(9), &clock);
        cooldown.start(S(3), &clock);
        clock.advance(S(2));
        assert_eq!(cooldown.remaining(&clock), Some(S(7)));
        clock.advance(S(7));
        assert_eq!(cooldown.remaining(&clock), None);
    }

    #[test]
    fn a_shared_cooldown_that_is_over_has_no_effect() {
        let (cooldown, _, board, clock) = cooldowns();
        board.extend_cooldown(clock.system_time());
        assert_eq!(cooldown.remaining(&clock), None);
        board.extend_cooldown(clock.system_time() + S(1));
        assert_eq!(cooldown.remaining(&clock), Some(S(1)));
        clock.advance(S(1));
        assert_eq!(cooldown.remaining(&clock), None);
    }

    #[test]
    fn clients_share_a_cooldown() {
        let (a, b, board, clock) = cooldowns();
        a.start(S(40), &clock);
        assert_eq!(
            (a.remaining(&clock), b.remaining(&clock)),
            (Some(S(40)), Some(S(40)))
        );
        clock.advance(S(30));
        b.start(S(5), &clock);
        assert_eq!(b.remaining(&clock), Some(S(10)), "the longer one counts");
        clock.advance(S(10));
        assert_eq!((a.remaining(&clock), b.remaining(&clock)), (None, None));
        assert!(
            board.cooldown_until().is_some(),
            "an end in the past is no cooldown"
        );
    }

    #[test]
    fn no_cooldown_is_longer_than_the_maximum() {
        let (a, b, board, clock) = cooldowns();
        a.start(S(100_000), &clock);
        assert_eq!(
            (a.remaining(&clock), b.remaining(&clock)),
            (Some(MAX_COOLDOWN), Some(MAX_COOLDOWN))
        );
        assert_eq!(
            board.cooldown_until(),
            Some(clock.system_time() + MAX_COOLDOWN)
        );
    }

    #[test]
    fn a_clock_that_is_days_ahead_elsewhere_stops_the_client_once_for_15_minutes() {
        let (cooldown, _, board, clock) = cooldowns();
        let day = S(24 * 3600);
        board.extend_cooldown(clock.system_time() + 3 * day);
        assert_eq!(cooldown.remaining(&clock), Some(MAX_COOLDOWN));
        clock.advance(S(300));
        assert_eq!(cooldown.remaining(&clock), Some(MAX_COOLDOWN - S(300)));
        clock.advance(MAX_COOLDOWN);
        assert_eq!(
            cooldown.remaining(&clock),
            None,
            "the same end starts no second cooldown"
        );
        board.extend_cooldown(clock.system_time() + 4 * day);
        assert_eq!(
            cooldown.remaining(&clock),
            Some(MAX_COOLDOWN),
            "another 429, another cooldown"
        );
    }
}
