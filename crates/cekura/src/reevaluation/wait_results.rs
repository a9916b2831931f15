//! The results of a wait.

use std::fmt;

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Confirmation, LogDiff, Snapshot};

/// The results of a wait: one entry for each call log, in the order of the request.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
#[must_use = "a call log may have no result: check the outcome of each"]
pub struct WaitResults {
    pub(super) logs: Vec<CallLogResult>,
}

/// The result of one call log: how its wait ended, and the call log before and after.
///
/// Serialized with two more fields, `passed` and `diff`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CallLogResult {
    /// The call log.
    pub id: CallLogId,
    /// How the wait ended.
    pub outcome: WaitOutcome,
    /// The call log before, from the baseline or else from the response.
    pub before: Option<CallLog>,
    /// The call log after, with explanations; `None` without a result.
    pub after: Option<CallLog>,
}

/// How the wait for one call log ended.
///
/// Serialized as an object with `kind` (`confirmed`, `inferred`, `timed_out`, `deleted` or `unreadable`), `confirmation`, `last` and
/// `reason`, which are null where they do not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitOutcome {
    /// Complete: the evaluation was seen to start and to end.
    Confirmed(Confirmation),
    /// Probably complete: the call log changed, and then did not change for a while. The result may be premature.
    Inferred,
    /// There was no result before the timeout.
    TimedOut {
        /// The last state, if any was seen.
        last: Option<Snapshot>,
    },
    /// The call log was deleted: it is missing from the list, and the service returned a 404 for it.
    Deleted,
    /// The call log could not be read until the wait ended. There may be a result.
    Unreadable {
        /// The last state, if any was seen.
        last: Option<Snapshot>,
        /// Why the last read failed.
        reason: String,
    },
}

impl WaitResults {
    /// Returns the call logs, in the order of the request.
    pub fn iter(&self) -> std::slice::Iter<'_, CallLogResult> {
        self.logs.iter()
    }

    /// Returns whether every call log has a result.
    #[must_use]
    pub fn all_done(&self) -> bool {
        self.logs.iter().all(CallLogResult::is_done)
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

impl FromIterator<CallLogResult> for WaitResults {
    fn from_iter<I: IntoIterator<Item = CallLogResult>>(logs: I) -> Self {
        Self {
            logs: logs.into_iter().collect(),
        }
    }
}

/// Prints one line for each call log, and one for each metric whose result changed.
impl fmt::Display for WaitResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut logs = self.iter();
        if let Some(first) = logs.next() {
            first.fmt(f)?;
        }
        logs.try_for_each(|log| write!(f, "\n{log}"))
    }
}

/// Prints the call log, whether it passed, and how the wait ended; then one line for each metric whose result changed.
impl fmt::Display for CallLogResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "call log {}: ", self.id)?;
        if self.is_done() {
            f.write_str(match self.passed() {
                Some(true) => "passed, ",
                Some(false) => "failed, ",
                None => "neither passed nor failed, ",
            })?;
        }
        write!(f, "{}", self.outcome)?;
        let diff = self.diff();
        let changes = diff.iter().flat_map(LogDiff::result_changes);
        changes
            .into_iter()
            .try_for_each(|metric| write!(f, "\n    {metric}"))
    }
}

impl fmt::Display for WaitOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Confirmed(confirmation) => write!(f, "confirmed ({confirmation})"),
            Self::Inferred => {
                f.write_str("inferred (the call log was updated and then stayed unchanged)")
            }
            Self::TimedOut { .. } => f.write_str("timed out"),
            Self::Deleted => f.write_str("deleted"),
            Self::Unreadable { reason, .. } => write!(f, "could not be read: {reason}"),
        }
    }
}

impl Serialize for WaitOutcome {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let (kind, confirmation, last, reason) = match self {
            Self::Confirmed(confirmation) => ("confirmed", Some(confirmation), None, None),
            Self::Inferred => ("inferred", None, None, None),
            Self::TimedOut { last } => ("timed_out", None, last.as_ref(), None),
            Self::Deleted => ("deleted", None, None, None),
            Self::Unreadable { last, reason } => ("unreadable", None, last.as_ref(), Some(reason)),
        };
        let mut fields = out.serialize_struct("WaitOutcome", 4)?;
        fields.serialize_field("kind", kind)?;
        fields.serialize_field("confirmation", &confirmation)?;
        fields.serialize_field("last", &last)?;
        fields.serialize_field("reason", &reason)?;
        fields.end()
    }
}

impl Serialize for CallLogResult {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut fields = out.serialize_struct("CallLogResult", 6)?;
        fields.serialize_field("id", &self.id)?;
        fields.serialize_field("outcome", &self.outcome)?;
        fields.serialize_field("passed", &self.passed())?;
        fields.serialize_field("diff", &self.diff())?;
        fields.serialize_field("before", &self.before)?;
        fields.serialize_field("after", &self.after)?;
        fields.end()
    }
}

impl IntoIterator for WaitResults {
    type Item = CallLogResult;
    type IntoIter = std::vec::IntoIter<CallLogResult>;

    fn into_iter(self) -> Self::IntoIter {
        self.logs.into_iter()
    }
}

impl<'a> IntoIterator for &'a WaitResults {
    type Item = &'a CallLogResult;
    type IntoIter = std::slice::Iter<'a, CallLogResult>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl CallLogResult {
    /// Creates a result, for tests of code that reads results.
    #[must_use]
    pub fn new(
        id: CallLogId,
        outcome: WaitOutcome,
        before: Option<CallLog>,
        after: Option<CallLog>,
    ) -> Self {
        Self {
            id,
            outcome,
            before,
            after,
        }
    }

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

    /// Returns whether the call passed; `None` without a result, and if no metric was applicable.
    #[must_use]
    pub fn passed(&self) -> Option<bool> {
        self.after.as_ref().and_then(|log| log.success)
    }

    /// Compares the call log before and after, if both are known.
    #[must_use]
    pub fn diff(&self) -> Option<LogDiff> {
        Some(LogDiff::between(
            self.id,
            self.before.as_ref()?,
            self.after.as_ref()?,
        ))
    }
}
