//! Everything that the requests of one sandbox share.

use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::credits::Credits;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::knobs::Knobs;
use crate::lock;
use crate::routes::Keys;
use crate::server::{Limiter, RateLimit};
use crate::state::State;
use crate::world::World;

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) world: World,
    pub(crate) keys: Keys,
    pub(crate) state: Mutex<State>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) limiter: Mutex<Limiter>,
    pub(crate) latency: Duration,
    pub(crate) judge_time: Duration,
    pub(crate) credits: Credits,
    /// One permit for every request that is being held.
    pub(crate) stalled: Semaphore,
    pub(crate) url: OnceLock<String>,
}

impl Shared {
    pub(crate) fn url(&self) -> &str {
        self.url.get().map_or("", String::as_str)
    }

    /// Back to the start, as far as the clock allows: knobs stay, everything that happened is forgotten.
    pub(crate) fn reset(&self) {
        let mut state = lock(&self.state);
        let knobs = Knobs::clone(&state.knobs);
        *state = State::new(knobs, self.credits, self.judge_time);
        self.journal.clear();
        self.faults.clear();
        *lock(&self.limiter) = Limiter::default();
    }
}
