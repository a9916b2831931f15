//! The call logs of each round: in which order, how many in which state.

use std::time::{Duration, SystemTime};

use cekura::CallLogId;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;

/// A call log with its position in the submit order and the time of its call.
#[derive(Debug)]
pub(crate) struct OrderedLog {
    pub(crate) id: CallLogId,
    pub(crate) order: i64,
    pub(crate) time: Option<SystemTime>,
}

/// A moment from seconds since 1970.
pub(super) fn moment_of(seconds: i64) -> Option<SystemTime> {
    let since = Duration::from_secs(u64::try_from(seconds).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(since)
}

impl Journal {
    /// A note of the campaign by its name.
    pub(crate) fn meta(&self, name: &str) -> Result<Option<String>, JournalError> {
        self.db
            .prepare_cached("SELECT value FROM meta WHERE name = ?")
            .and_then(|mut find| find.query_row([name], |row| row.get(0)).optional())
            .map_err(|e| self.failed(e))
    }

    pub(crate) fn set_meta(&mut self, name: &str, value: &str) -> Result<(), JournalError> {
        self.db
            .execute(
                "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                [name, value],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// Takes a note back; nothing is written where there is none.
    pub(crate) fn clear_meta(&mut self, name: &str) -> Result<(), JournalError> {
        self.db
            .execute("DELETE FROM meta WHERE name = ?", [name])
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// The position in the submit order after the first `count` call logs; the end if there are fewer.
    pub(crate) fn order_after(&self, round: u32, count: u64) -> Result<i64, JournalError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let order = self
            .db
            .query_row(
                "SELECT submit_order FROM tasks WHERE round = ? ORDER BY submit_order LIMIT 1 OFFSET ?",
                params![round, count],
                |row| row.get(0),
            )
            .optional()
            .map_err(|e| self.failed(e))?;
        Ok(order.unwrap_or(i64::MAX))
    }

    /// Adds a noise round over the first `count` finished call logs of round 0, unless it exists.
    pub(crate) fn add_round(&mut self, round: u32, count: u64) -> Result<(), JournalError> {
        if self.count_all(round)? > 0 {
            return Ok(());
        }
        self.db
            .execute(
                "INSERT INTO tasks (round, log, state, submit_order, agent, time) \
                 SELECT ?1, log, ?2, submit_order, agent, time FROM tasks \
                 WHERE round = 0 AND state = ?3 ORDER BY submit_order LIMIT ?4",
                params![
                    round,
                    TaskState::Selected,
                    TaskState::Done,
                    i64::try_from(count).unwrap_or(i64::MAX)
                ],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    pub(super) fn count_all(&self, round: u32) -> Result<u64, JournalError> {
        self.db
            .query_row(
                "SELECT count(*) FROM tasks WHERE round = ?",
                [round],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))
    }

    /// How many call logs below `below` are in `state`.
    pub(crate) fn count(
        &self,
        round: u32,
        state: TaskState,
        below: i64,
    ) -> Result<u64, JournalError> {
        self.db
            .prepare_cached(
                "SELECT count(*) FROM tasks WHERE round = ? AND state = ? AND submit_order < ?",
            )
            .and_then(|mut find| find.query_row(params![round, state, below], |row| row.get(0)))
            .map_err(|e| self.failed(e))
    }

    /// How many call logs below `below` are in each state.
    pub(crate) fn count_states(
        &self,
        round: u32,
        below: i64,
    ) -> Result<Vec<(TaskState, u64)>, JournalError> {
        self.db
            .prepare_cached(
                "SELECT state, count(*) FROM tasks WHERE round = ? AND submit_order < ? GROUP BY state",
            )
            .and_then(|mut count| {
                count
                    .query_map(params![round, below], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// The next call logs in `state` between two positions, in submit order.
    pub(crate) fn next_in(
        &self,
        round: u32,
        state: TaskState,
        after: i64,
        below: i64,
        most: u32,
    ) -> Result<Vec<OrderedLog>, JournalError> {
        self.db
            .prepare_cached(
                "SELECT log, submit_order, time FROM tasks WHERE round = ? AND state = ? AND submit_order > ? AND submit_order < ? \
                 ORDER BY submit_order LIMIT ?",
            )
            .and_then(|mut find| {
                find.query_map(params![round, state, after, below, most], |row| {
                    Ok(OrderedLog {
                        id: CallLogId(row.get(0)?),
                        order: row.get(1)?,
                        time: row.get::<_, Option<i64>>(2)?.and_then(moment_of),
                    })
                })?
                .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// All rounds.
    pub(crate) fn rounds(&self) -> Result<Vec<u32>, JournalError> {
        self.db
            .prepare_cached("SELECT DISTINCT round FROM tasks ORDER BY round")
            .and_then(|mut find| find.query_map([], |row| row.get(0))?.collect())
            .map_err(|e| self.failed(e))
    }

    /// Sets timed-out call logs back to accepted.
    pub(crate) fn reopen_timed_out(&mut self) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ?, reason = NULL WHERE state = ?",
                [TaskState::Accepted, TaskState::TimedOut],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// Moves all call logs in one state to another; an existing reason is kept.
    pub(crate) fn give_up(
        &mut self,
        round: u32,
        from: TaskState,
        to: TaskState,
        reason: &str,
    ) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ?3, reason = ifnull(reason, ?4) WHERE round = ?1 AND state = ?2",
                params![round, from, to, reason],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }
}

impl Journal {
    /// Sets accepted call logs to deleted.
    pub(crate) fn end_deleted(
        &mut self,
        round: u32,
        logs: &[CallLogId],
        reason: &str,
    ) -> Result<(), JournalError> {
        self.commit(|db| {
            logs.iter()
                .try_for_each(|id| set_state(db, round, *id, TaskState::Deleted, Some(reason)))
        })
    }
}

pub(super) fn set_state(
    db: &Connection,
    round: u32,
    id: CallLogId,
    state: TaskState,
    reason: Option<&str>,
) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE tasks SET state = ?3, reason = ?4 WHERE round = ?1 AND log = ?2")?
        .execute(params![round, id.0, state, reason])
        .map(|_| ())
}
