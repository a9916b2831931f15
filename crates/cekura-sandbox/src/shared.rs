//! Everything that the requests of one sandbox share.

use std::sync::{Mutex, OnceLock};

use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::credits::Credits;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::knobs::Knobs;
use crate::lock;
use crate::routes::Keys;
use crate::server::Limiter;
use crate::settings::Settings;
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
    pub(crate) settings: Mutex<Settings>,
    pub(crate) limiter: Mutex<Limiter>,
    pub(crate) credits: Credits,
    /// One permit for every request that is being held.
    pub(crate) stalled: Semaphore,
    pub(crate) url: OnceLock<String>,
}

impl Shared {
    pub(crate) fn url(&self) -> &str {
        self.url.get().map_or("", String::as_str)
    }

    /// Changes the settings, from the next request on; answers what they are now. An evaluation that was accepted before
    /// keeps its time.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Settings {
        let mut settings = lock(&self.settings);
        change(&mut settings);
        lock(&self.state).judge_time = settings.judge_time;
        *settings
    }

    /// Back to the start, as far as the clock allows: knobs and settings stay, everything that happened is forgotten.
    pub(crate) fn reset(&self) {
        let judge_time = lock(&self.settings).judge_time;
        let mut state = lock(&self.state);
        let knobs = Knobs::clone(&state.knobs);
        *state = State::new(knobs, self.credits, judge_time);
        drop(state);
        self.journal.clear();
        self.faults.clear();
        *lock(&self.limiter) = Limiter::default();
    }
}
