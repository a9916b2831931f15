//! The tracker states of accepted call logs, read a few hundred at a time.

use std::time::{Duration, SystemTime};

use cekura::CallLogId;
use cekura::reevaluation::{MAX_IDS_PER_REQUEST, MAX_LIST_RANGE, TrackerState};
use rusqlite::params;

use super::create::json;
use super::error::JournalError;
use super::open::Journal;
use super::rounds::moment_of;
use super::state::TaskState;

/// The longest time range of one list request in seconds, less a second on either side.
const MAX_SECONDS: u64 = MAX_LIST_RANGE.as_secs() - 2;

/// The columns of an accepted call log, as [`Journal::watched`] reads them.
macro_rules! select_watched {
    () => {
        "SELECT t.log, ifnull(t.time, -1), w.seen, w.session, w.polled \
         FROM tasks t JOIN watches w ON w.round = t.round AND w.log = t.log "
    };
}

/// The accepted call logs after a position. The time is compared twice so that the index is used.
pub(super) const NEXT: &str = concat!(
    select_watched!(),
    "WHERE t.round = ?1 AND t.state = ?2 AND ifnull(t.time, -1) >= ?3 AND (ifnull(t.time, -1) > ?3 OR t.log > ?4) \
     ORDER BY ifnull(t.time, -1), t.log LIMIT ?5"
);

/// One accepted call log.
const ONE: &str = concat!(
    select_watched!(),
    "WHERE t.round = ? AND t.log = ? AND t.state = ?"
);

/// Accepted call logs that one list request covers.
#[derive(Debug)]
pub(crate) struct Chunk {
    pub(crate) logs: Vec<Watched>,
    /// From where the next chunk goes on.
    pub(crate) next: Cursor,
}

/// A position in the order of polling: the call's time, then its id.
pub(crate) type Cursor = (i64, i64);

/// Before everything.
pub(crate) const START: Cursor = (i64::MIN, i64::MIN);

/// An accepted call log and how far the watch over it has come.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) id: CallLogId,
    pub(crate) time: Option<SystemTime>,
    pub(crate) seen: TrackerState,
    /// When it was polled last in this session, from the session's beginning.
    pub(crate) polled: Option<Duration>,
}

impl Journal {
    /// The next accepted call logs whose calls lie within one window.
    pub(crate) fn next_chunk(
        &self,
        round: u32,
        after: Cursor,
    ) -> Result<Option<Chunk>, JournalError> {
        let mut find = self.db.prepare_cached(NEXT).map_err(|e| self.failed(e))?;
        let mut rows = find
            .query(params![
                round,
                TaskState::Accepted,
                after.0,
                after.1,
                MAX_IDS_PER_REQUEST
            ])
            .map_err(|e| self.failed(e))?;
        let mut logs: Vec<Watched> = Vec::new();
        let mut first = None;
        let mut next = after;
        while let Some(row) = rows.next().map_err(|e| self.failed(e))? {
            let (watched, time) = self.watched(row)?;
            let first = *first.get_or_insert(time);
            if (first < 0) != (time < 0) || time.abs_diff(first) > MAX_SECONDS {
                break;
            }
            next = (time, watched.id.0);
            logs.push(watched);
        }
        Ok((!logs.is_empty()).then_some(Chunk { logs, next }))
    }

    fn watched(&self, row: &rusqlite::Row<'_>) -> Result<(Watched, i64), JournalError> {
        let read = || -> rusqlite::Result<(i64, i64, String, i64, i64)> {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        };
        let (id, time, seen, session, polled) = read().map_err(|e| self.failed(e))?;
        let seen = serde_json::from_str(&seen).map_err(|e| {
            JournalError::unusable(
                &self.path,
                format!("what was seen of call log {id} cannot be read: {e}"),
            )
        })?;
        let watched = Watched {
            id: CallLogId(id),
            time: moment_of(time),
            seen,
            polled: u64::try_from(polled)
                .ok()
                .filter(|_| session == self.session)
                .map(Duration::from_millis),
        };
        Ok((watched, time))
    }

    /// What is known of one accepted call log; nothing where it is not being waited for.
    pub(crate) fn watched_log(
        &self,
        round: u32,
        id: CallLogId,
    ) -> Result<Option<Watched>, JournalError> {
        let mut find = self.db.prepare_cached(ONE).map_err(|e| self.failed(e))?;
        let mut rows = find
            .query(params![round, id.0, TaskState::Accepted])
            .map_err(|e| self.failed(e))?;
        match rows.next().map_err(|e| self.failed(e))? {
            Some(row) => Ok(Some(self.watched(row)?.0)),
            None => Ok(None),
        }
    }

    /// Stores what a poll has shown, `at` from the session's beginning.
    pub(crate) fn store_polled(
        &mut self,
        round: u32,
        states: &[(CallLogId, TrackerState)],
        at: Duration,
    ) -> Result<(), JournalError> {
        if states.is_empty() {
            return Ok(());
        }
        let at = i64::try_from(at.as_millis()).unwrap_or(i64::MAX);
        let session = self.session;
        self.commit(|db| {
            let mut put = db.prepare_cached(
                "UPDATE watches SET seen = ?3, session = ?4, polled = ?5 WHERE round = ?1 AND log = ?2",
            )?;
            for (id, seen) in states {
                put.execute(params![round, id.0, json(seen), session, at])?;
            }
            Ok(())
        })
    }
}
