//! Commits each request before it is sent.

use std::time::SystemTime;

use cekura::{CallLogId, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::error::JournalError;
use super::open::Journal;
use super::requests::{Batch, BatchState};
use super::state::TaskState;
use crate::cost::{Budget, Spent};

/// The requests that were committed.
#[derive(Debug, Default)]
pub(crate) struct Intent {
    pub(crate) batches: Vec<Batch>,
    /// The limit that the next request would exceed, as a message.
    pub(crate) limit: Option<String>,
}

impl Journal {
    /// Commits up to `free` requests of at most `size` call logs each, within the budget.
    pub(crate) fn intend(
        &mut self,
        round: u32,
        below: i64,
        size: u32,
        free: usize,
        budget: &Budget,
    ) -> Result<Intent, JournalError> {
        let mut spent = self.spent()?;
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let mut intent = Intent::default();
        let change = self.db.transaction().map_err(failed)?;
        if !is_ours(&change, self.session).map_err(failed)? {
            return Err(JournalError::taken_over(&path));
        }
        while intent.batches.len() < free {
            let Some(next) = next_batch(&change, round, below, size).map_err(failed)? else {
                break;
            };
            let (next, limit) = next.within(budget, &mut spent);
            intent.limit = limit;
            if next.logs.is_empty() {
                break;
            }
            intent
                .batches
                .push(commit(&change, round, next).map_err(failed)?);
            if intent.limit.is_some() {
                break;
            }
        }
        change.commit().map_err(failed)?;
        self.record_sent(round, &intent.batches)?;
        Ok(intent)
    }
}

/// Whether this is still the latest session: another one may have opened the file where the lock does not reach.
fn is_ours(db: &Connection, session: i64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT value = ? FROM meta WHERE name = 'sessions'")?
        .query_row([session.to_string()], |row| row.get(0))
}

/// The latest split group.
pub(super) const LAST_SPLIT_GROUP: &str = "SELECT split_group FROM tasks \
     WHERE round = ? AND state = ? AND split_group IS NOT NULL AND submit_order < ? ORDER BY split_group DESC LIMIT 1";

struct Next {
    agent: Option<i64>,
    logs: Vec<Candidate>,
}

/// A call log for the next request, with the estimated cost of its evaluation.
struct Candidate {
    id: CallLogId,
    metrics: u64,
    cost: f64,
}

impl Next {
    /// Keeps the call logs that fit into the budget, adds them to `spent`, and returns the limit that the next one would exceed.
    fn within(mut self, budget: &Budget, spent: &mut Spent) -> (Self, Option<String>) {
        for (nth, log) in self.logs.iter().enumerate() {
            let more = spent.with(1, log.metrics, log.cost);
            if let Some(limit) = budget.passed_by(&more) {
                self.logs.truncate(nth);
                return (self, Some(limit));
            }
            *spent = more;
        }
        (self, None)
    }
}

/// The call logs of the next request: the latest split group, else the first call logs of one agent.
fn next_batch(
    db: &Connection,
    round: u32,
    below: i64,
    size: u32,
) -> rusqlite::Result<Option<Next>> {
    let split_group: Option<i64> = db
        .prepare_cached(LAST_SPLIT_GROUP)?
        .query_row(params![round, TaskState::Ready, below], |row| row.get(0))
        .optional()?;
    let first: Option<Option<i64>> = db
        .prepare_cached(
            "SELECT agent FROM tasks WHERE round = ? AND state = ? AND submit_order < ? AND split_group IS ? ORDER BY submit_order LIMIT 1",
        )?
        .query_row(params![round, TaskState::Ready, below, split_group], |row| row.get(0))
        .optional()?;
    let Some(agent) = first else { return Ok(None) };
    let logs = db
        .prepare_cached(
            "SELECT log, ifnull(metrics, 0), ifnull(cost, 0.0) FROM tasks \
             WHERE round = ? AND state = ? AND submit_order < ? AND split_group IS ? AND agent IS ? ORDER BY submit_order LIMIT ?",
        )?
        .query_map(params![round, TaskState::Ready, below, split_group, agent, size], |row| {
            Ok(Candidate {
                id: CallLogId(row.get(0)?),
                metrics: row.get(1)?,
                cost: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(Some(Next { agent, logs }))
}

fn commit(db: &Connection, round: u32, next: Next) -> rusqlite::Result<Batch> {
    db.prepare_cached(
        "INSERT INTO batches (round, agent, size, state, intended) VALUES (?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        next.agent,
        next.logs.len() as i64,
        BatchState::Intended as i64,
        now()
    ])?;
    let id = db.last_insert_rowid();
    // A call log whose earlier request has an unknown outcome is a resend; its count is never reset.
    let mut put = db.prepare_cached(
        "UPDATE tasks SET state = ?3, repeats = CASE WHEN evidence IS NULL THEN NULL ELSE batch END, batch = ?4, split_group = NULL, \
         sends = sends + 1, resends = resends + (evidence IS NOT NULL), reason = NULL WHERE round = ?1 AND log = ?2",
    )?;
    let logs: Vec<CallLogId> = next.logs.iter().map(|log| log.id).collect();
    for log in &logs {
        put.execute(params![round, log.0, TaskState::Intended, id])?;
    }
    Ok(Batch {
        id,
        agent: next.agent,
        logs,
        answer: None,
    })
}

pub(super) fn now() -> String {
    Timestamp::from(SystemTime::now()).as_str().to_owned()
}
