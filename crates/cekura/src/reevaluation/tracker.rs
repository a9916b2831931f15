//! What has been seen of one call log since its re-evaluation was asked for.

use std::time::{Duration, Instant};

use super::Snapshot;

/// What a [`Completion`](super::Completion) judges: the changes of one call log since its baseline.
///
/// Only changes count. A call log that was in evaluation already when it was first seen proves nothing
/// when that evaluation ends: it may have been an earlier one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Seen {
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
}

impl Seen {
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
        }
    }
}

#[derive(Debug)]
pub(super) struct Tracker {
    seen: Seen,
    same_since: Instant,
    looks: u32,
}

impl Tracker {
    pub(super) fn new(baseline: Snapshot, now: Instant) -> Self {
        Self {
            seen: Seen::from_baseline(baseline),
            same_since: now,
            looks: 0,
        }
    }

    pub(super) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// The state at the latest look, if there was one.
    pub(super) fn last(&self) -> Option<&Snapshot> {
        (self.looks > 0).then_some(&self.seen.now)
    }

    /// Takes in one look. A look at an older state than the one known is no news.
    pub(super) fn look(&mut self, snapshot: Snapshot, now: Instant) {
        self.looks += 1;
        let seen = &mut self.seen;
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
        if snapshot != seen.now {
            self.same_since = now;
        }
        seen.unchanged_for = now.saturating_duration_since(self.same_since);
        seen.now = snapshot;
    }
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::snapshot;
    use super::*;

    const S: fn(u64) -> Duration = Duration::from_secs;

    #[test]
    fn edges_are_counted_from_idle_only() {
        let t0 = Instant::now();
        let mut tracker = Tracker::new(snapshot("evaluating", None, "2026-03-01T08:00:00Z"), t0);
        tracker.look(
            snapshot("success", Some(true), "2026-03-01T08:00:05Z"),
            t0 + S(5),
        );
        assert!(
            !tracker.seen().became_busy && !tracker.seen().success_reset && tracker.seen().updated
        );
        tracker.look(
            snapshot("evaluating", None, "2026-03-01T08:00:06Z"),
            t0 + S(6),
        );
        assert!(tracker.seen().became_busy && tracker.seen().success_reset);
    }

    #[test]
    fn a_lagging_list_proves_nothing() {
        let t0 = Instant::now();
        let mut tracker = Tracker::new(snapshot("success", Some(true), "2026-03-01T08:00:09Z"), t0);
        tracker.look(
            snapshot("evaluating", None, "2026-03-01T08:00:01Z"),
            t0 + S(2),
        );
        assert!(!tracker.seen().became_busy && !tracker.seen().updated);
    }

    #[test]
    fn stillness_starts_anew_with_every_change() {
        let t0 = Instant::now();
        let at = |time| snapshot("success", Some(true), time);
        let mut tracker = Tracker::new(at("2026-03-01T08:00:00Z"), t0);
        tracker.look(at("2026-03-01T08:00:01Z"), t0 + S(10));
        tracker.look(at("2026-03-01T08:00:01Z"), t0 + S(25));
        assert_eq!(tracker.seen().unchanged_for, S(15));
        tracker.look(at("2026-03-01T08:00:30Z"), t0 + S(40));
        assert_eq!(tracker.seen().unchanged_for, S(0));
    }
}
