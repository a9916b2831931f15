//! The state of a call log in a campaign.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// The state of a call log in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TaskState {
    /// In the plan; not read yet.
    Selected,
    /// Its evaluation is stored; it may be sent.
    Ready,
    /// In an evaluation that this campaign did not start; it is read again when that ends.
    Busy,
    /// In a request that may have been sent, without a known outcome.
    Intended,
    /// Accepted by the service.
    Accepted,
    /// Its result is stored.
    Done,
    /// Accepted, but no result came in time.
    TimedOut,
    /// Refused by the service, and reading it back showed no evaluation.
    Refused,
    /// Sent, and it is unknown whether it was evaluated.
    Unknown,
    /// Accepted, and deleted before its result was read.
    Deleted,
}

impl TaskState {
    pub(super) const ALL: [Self; 10] = [
        Self::Selected,
        Self::Ready,
        Self::Busy,
        Self::Intended,
        Self::Accepted,
        Self::Done,
        Self::TimedOut,
        Self::Refused,
        Self::Unknown,
        Self::Deleted,
    ];

    /// Whether no request with the call log has been accepted yet.
    pub(crate) fn is_before_acceptance(self) -> bool {
        self <= Self::Intended
    }
}

/// The SQL expression of a task's state for readers: a task with a pending resend is still unknown.
pub(super) fn visible_state() -> String {
    format!(
        "CASE WHEN state = {} AND evidence IS NOT NULL THEN {} ELSE state END",
        TaskState::Ready as i64,
        TaskState::Unknown as i64
    )
}

/// The stored numbers never change.
impl ToSql for TaskState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((*self as i64).into())
    }
}

impl FromSql for TaskState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let known = Self::ALL.into_iter().find(|state| *state as i64 == number);
        known.ok_or(FromSqlError::OutOfRange(number))
    }
}
