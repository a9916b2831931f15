//! What has been seen of one call log since its re-evaluation was asked for.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Snapshot;

/// What a [`Completion`](super::Completion) judges: the changes of one call log since its baseline.
///
/// Only changes count. A call log that was in evaluation already when it was first seen proves nothing
/// when that evaluation ends: it may have been an earlier one.
///
/// It can be stored and read back, and taken up again by [`EvaluationTracker::resume`](super::EvaluationTracker::resume).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TrackerState {
    /// The state that changes are counted from: before the request, else in its reply, else at the first look.
    pub baseline: Snapshot,
    /// The state at the latest look.
    pub now: Snapshot,
    /// It was seen idle, and in evaluation after that.
    pub became_busy: bool,
    /// `success` had a value, and was null after that.
    pub success_reset: bool,
    /// `updated_at` is not the baseline's any more.
    pub updated: bool,
    /// For how long status, success, metrics and `updated_at` have been the same, over two looks or more.
    pub unchanged_for: Duration,
    /// How many looks there were, lagging ones included.
    #[serde(default)]
    pub looks: u32,
}

impl TrackerState {
    /// Nothing seen yet but the baseline; for testing a [`Completion`](super::Completion), set what it shall have seen.
    #[must_use]
    pub fn from_baseline(baseline: Snapshot) -> Self {
        Self {
            now: baseline.clone(),
            baseline,
            became_busy: false,
            success_reset: false,
            updated: false,
            unchanged_for: Duration::ZERO,
            looks: 0,
        }
    }

    /// Whether the latest look shows anything that the baseline does not.
    ///
    /// A state that equals the baseline in everything may be a copy from before the request, so it is never a result.
    /// Metrics count only where both states come from the same kind of read: the list and the single read show them
    /// differently.
    #[must_use]
    pub fn differs_from_baseline(&self) -> bool {
        self.now.differs_from(&self.baseline)
    }
}
