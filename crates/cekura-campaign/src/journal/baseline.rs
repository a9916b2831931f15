//! The states before sending, and the estimated cost of evaluating the call logs.

use std::time::SystemTime;

use cekura::{CallLogId, Timestamp};
use rusqlite::{Connection, params};

use super::document::{Document, Side, store_document};
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::cost::Pricing;
use crate::plan::Plan;

/// The result of reading a call log before its re-evaluation.
#[derive(Debug)]
pub(crate) enum BaselineRead {
    /// It is not in evaluation.
    Idle(Document),
    /// It is in an evaluation that this campaign did not start.
    Busy,
    /// It does not exist.
    Gone(String),
}

impl Journal {
    /// Stores the states before sending. Call logs that were sent already are skipped.
    pub(crate) fn store_before(
        &mut self,
        round: u32,
        read: &[(CallLogId, BaselineRead)],
        pricing: &mut Pricing,
        moment: SystemTime,
    ) -> Result<(), JournalError> {
        self.commit(|db| {
            read.iter()
                .try_for_each(|(id, found)| store_one(db, round, *id, found, pricing, moment))
        })
    }

    /// Discards states that were read before `moment`, of call logs that were never sent: the stored state must be the one that
    /// the evaluation overwrites. After a lost response the old state is kept, as evidence. Returns how many were discarded.
    pub(crate) fn discard_reads_before(
        &mut self,
        moment: SystemTime,
    ) -> Result<usize, JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ? WHERE state = ? AND evidence IS NULL AND read < ?",
                params![TaskState::Selected, TaskState::Ready, seconds_of(moment)],
            )
            .map_err(|e| self.failed(e))
    }

    /// Returns the pricing, with the averages of the call logs read so far.
    pub(crate) fn pricing(&self, plan: &Plan) -> Result<Pricing, JournalError> {
        let known = self
            .db
            .query_row(
                "SELECT count(metrics), ifnull(sum(metrics), 0), ifnull(sum(cost), 0.0) FROM tasks",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .map_err(|e| self.failed(e))?;
        Ok(Pricing::new(plan, known))
    }
}

fn store_one(
    db: &Connection,
    round: u32,
    id: CallLogId,
    found: &BaselineRead,
    pricing: &mut Pricing,
    moment: SystemTime,
) -> rusqlite::Result<()> {
    let log = match found {
        BaselineRead::Idle(log) => log,
        BaselineRead::Busy => return set_unsent(db, round, id, TaskState::Busy, None),
        BaselineRead::Gone(reason) => {
            return set_unsent(db, round, id, TaskState::Refused, Some(reason));
        }
    };
    let (metrics, cost) = pricing.learn(log.metrics());
    let (agent, time) = log.origin();
    let is_unsent = db
        .prepare_cached(
            "UPDATE tasks SET state = ?3, metrics = ?4, cost = ?5, agent = ifnull(agent, ?6), time = ifnull(time, ?7), \
             read = ?8 WHERE round = ?1 AND log = ?2 AND state IN (?9, ?10)",
        )?
        .execute(params![
            round,
            id.0,
            TaskState::Ready,
            metrics,
            cost,
            agent,
            time.and_then(seconds),
            seconds_of(moment),
            TaskState::Selected,
            TaskState::Busy
        ])?;
    if is_unsent == 0 {
        return Ok(());
    }
    store_document(db, round, id, Side::Before, log)?;
    let mut define = db.prepare_cached("INSERT OR IGNORE INTO definitions (metric) VALUES (?)")?;
    for metric in log.metrics().iter().filter_map(|metric| metric.id) {
        define.execute([metric.0])?;
    }
    Ok(())
}

/// Sets the state of a call log, unless it was sent.
fn set_unsent(
    db: &Connection,
    round: u32,
    id: CallLogId,
    state: TaskState,
    reason: Option<&str>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, reason = ?4 WHERE round = ?1 AND log = ?2 AND state IN (?5, ?6)",
    )?
    .execute(params![round, id.0, state, reason, TaskState::Selected, TaskState::Busy])
    .map(|_| ())
}

/// The moment of a call.
fn seconds(time: &Timestamp) -> Option<i64> {
    seconds_of(time.to_system_time()?)
}

fn seconds_of(moment: SystemTime) -> Option<i64> {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
