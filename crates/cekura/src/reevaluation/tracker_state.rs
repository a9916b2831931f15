//! The changes of one call log since its baseline.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Snapshot;

/// The changes of one call log since its baseline, from which a [`Completion`](super::Completion) decides.
///
/// Only changes count. An evaluation that was already running at the baseline may be an earlier one, so its end is not a
/// result.
///
/// It can be serialized, and continued by [`EvaluationTracker::resume`](super::EvaluationTracker::resume).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TrackerState {
    /// The state before the request; without one, the state in its response, else at the first poll.
    pub baseline: Snapshot,
    /// The latest state.
    pub now: Snapshot,
    /// Whether it was idle and then became busy.
    pub became_busy: bool,
    /// Whether `success` had a value and then was null.
    pub success_reset: bool,
    /// Whether `updated_at` differs from the baseline's.
    pub updated: bool,
    /// How long status, success, metrics and `updated_at` have been the same, over at least two polls.
    pub stable_for: Duration,
    /// The number of polls that recorded a state.
    #[serde(default)]
    pub polls: u32,
}

impl TrackerState {
    /// Creates a state without changes. Set its fields to test a [`Completion`](super::Completion).
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
    /// An equal state may be a stale copy, so it is never a result. Metrics are compared only if both states come from the list,
    /// or both from a single read.
    #[must_use]
    pub fn differs_from_baseline(&self) -> bool {
        self.now.differs_from(&self.baseline)
    }
}
