//! The observed changes of one call log since its re-evaluation was requested.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Snapshot;

/// The changes of one call log since its baseline, from which a [`Completion`](super::Completion) decides.
///
/// Only changes count. An evaluation that was running at the baseline may be an earlier one, so its end is not a result.
///
/// It can be serialized, and continued by [`EvaluationTracker::resume`](super::EvaluationTracker::resume).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TrackerState {
    /// The state before the request, else in its response, else at the first poll.
    pub baseline: Snapshot,
    /// The latest state.
    pub now: Snapshot,
    /// It was idle, and busy after that.
    pub became_busy: bool,
    /// `success` had a value, and was null after that.
    pub success_reset: bool,
    /// `updated_at` differs from the baseline's.
    pub updated: bool,
    /// How long status, success, metrics and `updated_at` have been the same, over at least two polls.
    pub stable_for: Duration,
    /// The number of recorded states.
    #[serde(default)]
    pub polls: u32,
}

impl TrackerState {
    /// Creates the state without changes. Set its fields to test a [`Completion`](super::Completion).
    #[must_use]
    pub fn from_baseline(baseline: Snapshot) -> Self {
        Self {
            now: baseline.clone(),
            baseline,
            became_busy: false,
            success_reset: false,
            updated: false,
            stable_for: Duration::ZERO,
            polls: 0,
        }
    }

    /// Returns whether the latest state differs from the baseline.
    ///
    /// An equal state may be an old copy, so it is never a result. Metrics are compared only where both states come from
    /// the same kind of read, the list or the single read.
    #[must_use]
    pub fn differs_from_baseline(&self) -> bool {
        self.now.differs_from(&self.baseline)
    }
}
