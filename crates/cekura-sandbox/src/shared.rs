//! Everything that the requests of one sandbox share.

use std::sync::atomic::AtomicU64;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::credits::Credits;
use crate::events::{Agenda, Event, EventTrigger};
use crate::faults::Faults;
use crate::lock;
use crate::quirks::Quirks;
use crate::request_log::RequestLog;
use crate::routes::Keys;
use crate::server::{ConnectDelay, Limiter};
use crate::settings::Settings;
use crate::state::State;
use crate::world::World;

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) world: World,
    pub(crate) keys: Keys,
    pub(crate) state: Mutex<State>,
    pub(crate) request_log: RequestLog,
    pub(crate) faults: Faults,
    pub(crate) settings: Mutex<Settings>,
    pub(crate) limiter: Mutex<Limiter>,
    pub(crate) credits: Credits,
    pub(crate) agenda: Mutex<Agenda>,
    /// One permit for every request that is being held.
    pub(crate) stalled: Semaphore,
    /// The number of unread requests.
    pub(crate) unread_requests: AtomicU64,
    pub(crate) url: OnceLock<String>,
    pub(crate) connect_delay: ConnectDelay,
    /// The timeout of a request's head and of its body.
    pub(crate) request_timeout: Duration,
}

impl Shared {
    pub(crate) fn url(&self) -> &str {
        self.url.get().map_or("", String::as_str)
    }

    /// Changes the settings from the next request on and returns them. Accepted evaluations keep their duration.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Settings {
        let mut settings = lock(&self.settings);
        change(&mut settings);
        lock(&self.state).evaluation_time = settings.evaluation_time;
        *settings
    }

    /// Schedules the event. Returns false if its call log, metric or agent does not exist.
    pub(crate) fn schedule(&self, trigger: EventTrigger, event: Event) -> bool {
        match trigger {
            EventTrigger::After(time) => {
                let at = self.clock.now().plus(time);
                lock(&self.state).happen(&self.world, at, &event)
            }
            EventTrigger::BeforePaidRequest(_) | EventTrigger::AfterPaidRequest(_) => {
                let possible = self.is_possible(&event);
                if possible {
                    lock(&self.agenda).push(trigger, event);
                }
                possible
            }
        }
    }

    /// Returns whether the call log, metric or agent of the event exists.
    fn is_possible(&self, event: &Event) -> bool {
        match *event {
            Event::Review { call_log, .. }
            | Event::EditCallLog { call_log }
            | Event::DeleteCallLog { call_log } => self.world.has_call_log(call_log),
            Event::EditMetric { metric } => self.world.metric(metric).is_some(),
            Event::AssignMetric { agent } => self.world.agent(agent).is_some(),
            Event::AddCredits { .. } => true,
        }
    }

    /// Applies the events that are scheduled for the trigger.
    pub(crate) fn reach(&self, trigger: EventTrigger) {
        let due = lock(&self.agenda).due(trigger);
        let now = self.clock.now();
        for event in due {
            // What has become impossible meanwhile, such as the review of a deleted call log, does not happen.
            let _happened = lock(&self.state).happen(&self.world, now, &event);
        }
    }

    /// Resets all data. Settings are kept, and the clock continues.
    pub(crate) fn reset(&self) {
        let evaluation_time = lock(&self.settings).evaluation_time;
        let mut state = lock(&self.state);
        self.world.forget_sent();
        let quirks = Quirks::clone(&state.quirks);
        *state = State::new(quirks, self.credits, evaluation_time);
        drop(state);
        self.request_log.clear();
        self.faults.clear();
        *lock(&self.agenda) = Agenda::default();
        *lock(&self.limiter) = Limiter::default();
    }
}
