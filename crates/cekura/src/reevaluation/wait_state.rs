//! The state of a wait: open, done and deleted call logs.

use std::collections::BTreeSet;
use std::time::Instant;

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;

use super::started::Work;
use super::{ById, CallLogResult, EvaluationTracker, TrackerState, WaitOutcome, WaitResults};

/// The call logs of a wait.
pub(super) struct State {
    pub(super) open: ById<Option<EvaluationTracker>>,
    pub(super) done: ById<(WaitOutcome, CallLog)>,
    pub(super) deleted: BTreeSet<CallLogId>,
    /// How many results there are, those that were taken included.
    pub(super) results: usize,
    /// Call logs whose wait has ended and that were not taken yet.
    pub(super) ended: Vec<CallLogId>,
    /// Why the last read of a call log failed.
    pub(super) unread: ById<String>,
    /// Whether any poll has returned a state.
    pub(super) has_polled: bool,
}

impl State {
    /// Tracks changes since the baseline if there is one, else since the response.
    pub(super) fn new(work: &Work, now: Instant) -> Self {
        let tracker = |id: CallLogId| {
            let before = work
                .baseline
                .as_ref()
                .and_then(|baseline| baseline.snapshot(id));
            let seen = work.seen.get(id).cloned();
            let mut state = TrackerState::from_baseline(before.or_else(|| seen.clone())?);
            state.became_busy = work.is_first && state.now.is_busy();
            let mut tracker = EvaluationTracker::resume(state, now);
            if let Some(seen) = seen {
                tracker.record(seen, now);
            }
            Some(tracker)
        };
        let open = work.targets.iter().map(|id| (*id, tracker(*id))).collect();
        Self {
            open,
            done: ById::default(),
            deleted: BTreeSet::new(),
            results: 0,
            ended: Vec::new(),
            unread: ById::default(),
            has_polled: false,
        }
    }

    pub(super) fn delete(&mut self, id: CallLogId) {
        self.open.remove(id);
        if self.deleted.insert(id) {
            self.ended.push(id);
        }
    }

    pub(super) fn complete(&mut self, id: CallLogId, outcome: WaitOutcome, log: CallLog) {
        self.open.remove(id);
        self.done.insert(id, (outcome, log));
        self.results += 1;
        self.ended.push(id);
    }

    /// Ends the wait for everything that is still open.
    pub(super) fn give_up(&mut self, reason: &str) {
        let open = self.open.ids().map(|id| (id, reason.to_owned()));
        self.unread.extend(open);
    }

    /// Returns whether no call log is done or deleted yet.
    pub(super) fn has_ended_none(&self) -> bool {
        self.results == 0 && self.deleted.is_empty()
    }

    /// Returns whether no poll has returned a state and no call log has ended.
    pub(super) fn has_seen_nothing(&self) -> bool {
        !self.has_polled && self.has_ended_none()
    }

    /// Removes and returns the result of one call log.
    pub(super) fn take(&mut self, work: &Work, id: CallLogId) -> CallLogResult {
        let (outcome, after) = match self.done.remove(id) {
            Some((outcome, log)) => (outcome, Some(log)),
            None if self.deleted.contains(&id) => (WaitOutcome::Deleted, None),
            None => {
                let tracker = self.open.remove(id).flatten();
                let last = tracker.and_then(|tracker| tracker.last().cloned());
                let outcome = match self.unread.remove(id) {
                    Some(reason) => WaitOutcome::Unreadable { last, reason },
                    None => WaitOutcome::TimedOut { last },
                };
                (outcome, None)
            }
        };
        CallLogResult {
            id,
            outcome,
            before: work.before(id).cloned(),
            after,
        }
    }

    pub(super) fn into_results(mut self, work: &Work) -> WaitResults {
        let ids = work.targets.iter();
        WaitResults {
            logs: ids.map(|id| self.take(work, *id)).collect(),
        }
    }
}
