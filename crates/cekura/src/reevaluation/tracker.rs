//! Tracks the state of one call log.

use std::time::{Duration, Instant};

use cekura_api::types::CallLog;

use super::{Completion, CompletionState, Snapshot, TrackerState, WaitOutcome};

/// Tracks the state of one call log until its re-evaluation is complete.
///
/// [`Wait`](super::Wait) has one for each call log. A program with a journal stores the [`TrackerState`] and continues
/// with [`resume`](Self::resume).
///
/// ```
/// use std::time::{Duration, Instant};
/// use cekura::types::CallLog;
/// use cekura::reevaluation::{CompletionState, DefaultCompletion, EvaluationTracker, Snapshot};
///
/// # fn at(status: &str, success: Option<bool>) -> Snapshot {
/// #     let log = serde_json::json!({ "status": status, "success": success });
/// #     Snapshot::from(&serde_json::from_value::<CallLog>(log).unwrap())
/// # }
/// let (before, during, after) = (at("success", Some(true)), at("evaluating", None), at("failure", Some(false)));
/// let start = Instant::now();
/// let mut tracker = EvaluationTracker::new(before, start);
/// let rule = DefaultCompletion::default();
///
/// tracker.record(during, start + Duration::from_secs(2));
/// assert_eq!(tracker.completion_state(&rule, false), CompletionState::Pending);
///
/// let stored = serde_json::to_string(tracker.state())?; // in another process:
/// let mut tracker = EvaluationTracker::resume(serde_json::from_str(&stored)?, start + Duration::from_secs(2));
/// tracker.record(after, start + Duration::from_secs(60));
/// assert!(matches!(tracker.completion_state(&rule, true), CompletionState::Confirmed(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct EvaluationTracker {
    state: TrackerState,
    /// When the latest state was recorded, leaving out older ones.
    as_of: Instant,
}

impl EvaluationTracker {
    /// Creates a tracker from `baseline`, the state at `now`.
    #[must_use]
    pub fn new(baseline: Snapshot, now: Instant) -> Self {
        Self::resume(TrackerState::from_baseline(baseline), now)
    }

    /// Continues from a stored state, such as after a restart.
    ///
    /// If the next state is the same, the time since `last_recorded` counts as unchanged. If you do not know that time, pass
    /// the present time.
    #[must_use]
    pub fn resume(state: TrackerState, last_recorded: Instant) -> Self {
        Self {
            state,
            as_of: last_recorded,
        }
    }

    /// Returns the state, which can be stored.
    #[must_use]
    pub fn state(&self) -> &TrackerState {
        &self.state
    }

    /// Returns the latest recorded state.
    #[must_use]
    pub fn last(&self) -> Option<&Snapshot> {
        (self.state.polls > 0).then_some(&self.state.now)
    }

    /// Records a state. A state older than the latest one only increases `polls`.
    pub fn record(&mut self, snapshot: Snapshot, now: Instant) {
        let seen = &mut self.state;
        seen.polls = seen.polls.saturating_add(1);
        if snapshot.is_older_than(&seen.now) {
            return;
        }
        let was_idle = !seen.now.is_busy();
        seen.became_busy |= was_idle && snapshot.is_busy();
        seen.success_reset |= was_idle
            && seen.now.success.is_some()
            && snapshot.success.is_none()
            && !snapshot.is_reviewed;
        seen.updated = snapshot.was_updated_since(&seen.baseline);
        seen.stable_for = if snapshot == seen.now {
            let since = now.saturating_duration_since(self.as_of);
            seen.stable_for.saturating_add(since)
        } else {
            Duration::ZERO
        };
        seen.now = snapshot;
        self.as_of = self.as_of.max(now);
    }

    /// Returns the decision of `completion`; with `confirmed_only`, `Inferred` becomes `Pending`.
    #[must_use]
    pub fn completion_state(
        &self,
        completion: &dyn Completion,
        confirmed_only: bool,
    ) -> CompletionState {
        match completion.decide(&self.state) {
            CompletionState::Inferred if confirmed_only => CompletionState::Pending,
            decided => decided,
        }
    }

    /// Returns the outcome by the latest state and `log`, the call log read by its id; `None` while there is none.
    ///
    /// Also `None` if the two disagree, because one of them may be stale, and if neither differs from the baseline, whatever
    /// `completion` decides.
    #[must_use]
    pub fn outcome(
        &self,
        log: &CallLog,
        completion: &dyn Completion,
        confirmed_only: bool,
    ) -> Option<WaitOutcome> {
        let read = Snapshot::from(log);
        if read.is_busy() || !read.agrees_with(&self.state.now) {
            return None;
        }
        if !read.differs_from(&self.state.baseline) && !self.state.differs_from_baseline() {
            return None;
        }
        self.decided(completion, confirmed_only)
    }

    /// Returns the outcome by the latest state alone; `None` while there is none.
    ///
    /// Also `None` for a state equal to the baseline: only a read by id shows whether that is a result or a stale copy.
    #[must_use]
    pub fn outcome_from_list(
        &self,
        completion: &dyn Completion,
        confirmed_only: bool,
    ) -> Option<WaitOutcome> {
        if self.state.now.is_busy() || !self.state.differs_from_baseline() {
            return None;
        }
        self.decided(completion, confirmed_only)
    }

    fn decided(&self, completion: &dyn Completion, confirmed_only: bool) -> Option<WaitOutcome> {
        match self.completion_state(completion, confirmed_only) {
            CompletionState::Confirmed(rule) => Some(WaitOutcome::Confirmed(rule)),
            CompletionState::Inferred => Some(WaitOutcome::Inferred),
            CompletionState::Pending => None,
        }
    }
}

#[cfg(test)]
#[path = "tracker_tests.rs"]
mod tests;
