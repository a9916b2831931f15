//! What is about to be sent: each request is committed before it is.

use std::time::SystemTime;

use cekura::{CallLogId, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::error::JournalError;
use super::open::Journal;
use super::requests::{Batch, BatchState};
use super::state::TaskState;
use super::status::Budget;

/// What was committed to be sent.
#[derive(Debug, Default)]
pub(crate) struct Intent {
    pub(crate) batches: Vec<Batch>,
    /// The limit that the next request would pass, in words.
    pub(crate) limit: Option<String>,
}

impl Journal {
    /// Commits up to `free` requests of at most `size` call logs each, and stops before the budget is passed.
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
            let more = spent.with(next.logs.len() as u64, next.metrics, next.cost);
            if let Some(limit) = budget.passed_by(&more) {
                intent.limit = Some(limit);
                break;
            }
            spent = more;
            intent
                .batches
                .push(commit(&change, round, next).map_err(failed)?);
        }
        change.commit().map_err(failed)?;
        self.record_sent(round, &intent.batches)?;
        Ok(intent)
    }
}

/// Whether nobody has taken up the campaign since: under another name of the file, or where the lock does not reach.
fn is_ours(db: &Connection, session: i64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT value = ? FROM facts WHERE name = 'sessions'")?
        .query_row([session.to_string()], |row| row.get(0))
}

/// The pack that was split off last.
pub(super) const LAST_PACK: &str = "SELECT pack FROM tasks \
     WHERE round = ? AND state = ? AND pack IS NOT NULL AND place < ? ORDER BY pack DESC LIMIT 1";

struct Next {
    agent: Option<i64>,
    logs: Vec<CallLogId>,
    metrics: u64,
    cost: f64,
}

/// The call logs of the next request: the pack that was split off last, else the first ones of one agent.
fn next_batch(
    db: &Connection,
    round: u32,
    below: i64,
    size: u32,
) -> rusqlite::Result<Option<Next>> {
    let pack: Option<i64> = db
        .prepare_cached(LAST_PACK)?
        .query_row(params![round, TaskState::Ready, below], |row| row.get(0))
        .optional()?;
    let first: Option<Option<i64>> = db
        .prepare_cached(
            "SELECT agent FROM tasks WHERE round = ? AND state = ? AND place < ? AND pack IS ? ORDER BY place LIMIT 1",
        )?
        .query_row(params![round, TaskState::Ready, below, pack], |row| row.get(0))
        .optional()?;
    let Some(agent) = first else { return Ok(None) };
    let mut next = Next {
        agent,
        logs: Vec::new(),
        metrics: 0,
        cost: 0.0,
    };
    let mut find = db.prepare_cached(
        "SELECT log, ifnull(metrics, 0), ifnull(cost, 0.0) FROM tasks \
         WHERE round = ? AND state = ? AND place < ? AND pack IS ? AND agent IS ? ORDER BY place LIMIT ?",
    )?;
    let mut rows = find.query(params![round, TaskState::Ready, below, pack, agent, size])?;
    while let Some(row) = rows.next()? {
        next.logs.push(CallLogId(row.get(0)?));
        next.metrics += row.get::<_, u64>(1)?;
        next.cost += row.get::<_, f64>(2)?;
    }
    Ok(Some(next))
}

fn commit(db: &Connection, round: u32, next: Next) -> rusqlite::Result<Batch> {
    db.prepare_cached(
        "INSERT INTO batches (round, agent, size, metrics, cost, state, intended) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        next.agent,
        next.logs.len() as i64,
        next.metrics,
        next.cost,
        BatchState::Intended as i64,
        now()
    ])?;
    let id = db.last_insert_rowid();
    let mut put = db.prepare_cached(
        "UPDATE tasks SET state = ?3, batch = ?4, pack = NULL, sends = sends + 1, reason = NULL \
         WHERE round = ?1 AND log = ?2",
    )?;
    for log in &next.logs {
        put.execute(params![round, log.0, TaskState::Intended, id])?;
    }
    Ok(Batch {
        id,
        agent: next.agent,
        logs: next.logs,
    })
}

pub(super) fn now() -> String {
    Timestamp::from(SystemTime::now()).as_str().to_owned()
}
