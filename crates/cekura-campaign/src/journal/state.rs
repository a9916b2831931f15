//! Where a call log stands in a campaign.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// Where a call log stands. Each has one state in each round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TaskState {
    /// In the plan; not read yet.
    Selected,
    /// Its evaluation is stored; it may be sent.
    Ready,
    /// In an evaluation that is not ours; it is read again when that ends.
    Busy,
    /// In a request that may have been sent; nothing is known yet.
    Intended,
    /// The service works on it.
    Accepted,
    /// Its result is stored.
    Done,
    /// Accepted, but no result came in time.
    TimedOut,
    /// The service does not take it; nothing was paid.
    Refused,
    /// It was sent, and nobody knows whether it was carried out.
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
}

/// Where a row of `tasks` stands for a reader. What may be sent again, and is not yet, is as unknown as it was.
pub(super) fn visible_state() -> String {
    format!(
        "CASE WHEN state = {} AND evidence IS NOT NULL THEN {} ELSE state END",
        TaskState::Ready as i64,
        TaskState::Unknown as i64
    )
}

/// The numbers in the file never change their meaning.
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
