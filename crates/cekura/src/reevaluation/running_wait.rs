//! A wait that was started: pauses and polls.

use std::time::Instant;

use super::wait::{Wait, WaitSettings};
use super::wait_state::State;
use super::{
    CallLogResult, CompletionState, EvaluationTracker, FetchStatuses, GetMany, WaitProgress,
    WaitResults,
};
use crate::Error;
use crate::clock::after;
use crate::polling::{FINAL_POLL_EXTRA, Pauses, is_final, note_failed_poll};

/// A wait that was started.
pub(super) struct RunningWait<'a> {
    settings: WaitSettings,
    progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
    state: State,
    end: Instant,
    pauses: Pauses,
    last_error: Option<Error>,
}

impl<'a> RunningWait<'a> {
    pub(super) fn new(wait: Wait<'a>) -> Self {
        let Wait { settings, progress } = wait;
        let now = settings.work.client.shared.clock.now();
        Self {
            state: State::new(&settings.work, now),
            end: after(now, settings.timeout),
            pauses: Pauses::new(settings.interval),
            last_error: None,
            settings,
            progress,
        }
    }

    /// Pauses and polls once; returns whether the wait continues.
    pub(super) async fn step(&mut self) -> Result<bool, Error> {
        let (settings, state) = (&self.settings, &mut self.state);
        let client = &settings.work.client;
        if let Some(show) = &mut self.progress {
            show(settings.progress(state));
        }
        let now = client.shared.clock.now();
        if state.open.is_empty() || now >= self.end {
            return match self.last_error.take() {
                Some(e) if state.has_seen_nothing() => Err(e),
                _ => Ok(false),
            };
        }
        self.pauses.sleep(client, self.end).await;
        self.last_error = settings
            .poll(state, after(self.end, FINAL_POLL_EXTRA))
            .await;
        if let Some(e) = self.last_error.take_if(|e| is_final(e)) {
            if state.has_ended_none() {
                return Err(e);
            }
            state.give_up(&e.to_string());
            return Ok(false);
        }
        if let Some(e) = &self.last_error {
            note_failed_poll(e);
        }
        Ok(true)
    }

    /// Returns the results of all call logs, at the end of the wait.
    pub(super) fn into_results(self) -> WaitResults {
        self.state.into_results(&self.settings.work)
    }

    /// Takes the call logs whose wait has ended since the last time; at the end of the wait all the others too.
    pub(super) fn take_ended(&mut self, is_over: bool) -> Vec<CallLogResult> {
        let mut ids = std::mem::take(&mut self.state.ended);
        if is_over {
            let targets = self.settings.work.targets.iter();
            ids.extend(targets.filter(|id| self.state.open.contains(**id)));
        }
        let work = &self.settings.work;
        ids.into_iter()
            .map(|id| self.state.take(work, id))
            .collect()
    }
}

impl WaitSettings {
    /// Polls everything that is outstanding and returns the first error.
    async fn poll(&self, state: &mut State, until: Instant) -> Option<Error> {
        let (client, options) = (&self.work.client, &self.work.options);
        let wanted = state
            .open
            .ids()
            .map(|id| (id, self.work.times.get(id).copied().flatten()))
            .collect();
        let scope = self.work.scope.clone();
        let fetch = FetchStatuses::new(client.clone(), options.clone(), scope, wanted);
        let statuses = fetch.with_deadline(until).await;
        let mut first_error = statuses.error;
        statuses.deleted.into_iter().for_each(|id| state.delete(id));
        state.unread.extend(statuses.unreadable);
        let mut ready = Vec::new();
        for (id, snapshot) in statuses.found {
            let now = client.shared.clock.now();
            let tracker = state.open.get_or_insert_with(id, || None);
            let tracker =
                tracker.get_or_insert_with(|| EvaluationTracker::new(snapshot.clone(), now));
            tracker.record(snapshot, now);
            state.has_polled = true;
            state.unread.remove(id);
            if tracker.completion_state(&*self.completion, self.confirmed_only)
                != CompletionState::Pending
            {
                ready.push(id);
            }
        }
        let reads = GetMany::new(client.clone(), options.clone(), ready);
        let mut reads = reads.until(Some(until));
        while let Some((id, read)) = reads.next().await {
            match (read, state.open.get(id)) {
                (Ok(log), Some(Some(tracker))) => {
                    let outcome = tracker.outcome(&log, &*self.completion, self.confirmed_only);
                    if let Some(outcome) = outcome {
                        state.complete(id, outcome, log);
                    }
                }
                (Err(e), _) if e.is_certainly_missing() => state.delete(id),
                (Err(e), _) => {
                    state.unread.insert(id, e.to_string());
                    if !e.is_forbidden() {
                        first_error.get_or_insert(e);
                    }
                }
                _ => {}
            }
        }
        first_error
    }

    fn progress(&self, state: &State) -> WaitProgress {
        WaitProgress {
            done: state.results,
            deleted: state.deleted.len(),
            total: self.work.targets.len(),
            cooldown: self.work.client.cooldown(),
        }
    }
}
