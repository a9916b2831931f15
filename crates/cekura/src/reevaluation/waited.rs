//! The results of a wait.

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;

use super::{CompletionSignal, LogDiff, Snapshot};

/// The results of a wait: one entry for each call log, in the order of the request.
#[derive(Clone, Debug)]
#[must_use = "call logs without a result are included: check each"]
pub struct Waited {
    pub(super) logs: Vec<Reevaluated>,
}

/// One call log after the wait.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reevaluated {
    /// The call log.
    pub id: CallLogId,
    /// How the wait ended.
    pub outcome: WaitOutcome,
    /// The call log before: from the baseline, else from the reply.
    pub before: Option<CallLog>,
    /// The call log after, with explanations; `None` without a result.
    pub after: Option<CallLog>,
}

/// How the wait for one call log ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitOutcome {
    /// The evaluation was seen to start and to end.
    Confirmed(CompletionSignal),
    /// The call log changed and then stayed unchanged; possibly premature.
    Inferred,
    /// The deadline ended the wait.
    TimedOut {
        /// The last state, if any was seen.
        last: Option<Snapshot>,
    },
    /// The call log was deleted: it is missing from the list, and its own read was a 404.
    Deleted,
    /// The wait ended while the call log could not be read. There may be a result.
    Unreadable {
        /// The last state, if any was seen.
        last: Option<Snapshot>,
        /// Why the last read failed.
        reason: String,
    },
}

impl Waited {
    /// Returns the call logs, in the order of the request.
    pub fn iter(&self) -> std::slice::Iter<'_, Reevaluated> {
        self.logs.iter()
    }

    /// Returns whether every call log has a result.
    #[must_use]
    pub fn all_done(&self) -> bool {
        self.logs.iter().all(Reevaluated::is_done)
    }

    /// Returns the call logs whose wait timed out.
    pub fn timed_out(&self) -> impl Iterator<Item = CallLogId> {
        let logs = self.logs.iter();
        logs.filter(|log| matches!(log.outcome, WaitOutcome::TimedOut { .. }))
            .map(|log| log.id)
    }

    /// Returns the call logs without a result: timed out, deleted or unreadable.
    pub fn without_result(&self) -> impl Iterator<Item = CallLogId> {
        let logs = self.logs.iter();
        logs.filter(|log| !log.is_done()).map(|log| log.id)
    }

    /// Returns the number of call logs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.logs.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.logs.is_empty()
    }
}

impl IntoIterator for Waited {
    type Item = Reevaluated;
    type IntoIter = std::vec::IntoIter<Reevaluated>;

    fn into_iter(self) -> Self::IntoIter {
        self.logs.into_iter()
    }
}

impl<'a> IntoIterator for &'a Waited {
    type Item = &'a Reevaluated;
    type IntoIter = std::slice::Iter<'a, Reevaluated>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Reevaluated {
    /// Returns whether there is a result.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(
            self.outcome,
            WaitOutcome::Confirmed(_) | WaitOutcome::Inferred
        )
    }

    /// Returns whether the result is confirmed, not inferred.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        matches!(self.outcome, WaitOutcome::Confirmed(_))
    }

    /// Returns the call's success; `None` without a result, and when no metric was applicable.
    #[must_use]
    pub fn passed(&self) -> Option<bool> {
        self.after.as_ref().and_then(|log| log.success)
    }

    /// Returns the difference to the state before, if both are known.
    #[must_use]
    pub fn diff(&self) -> Option<LogDiff> {
        Some(LogDiff::between(
            self.id,
            self.before.as_ref()?,
            self.after.as_ref()?,
        ))
    }
}
