//! The paid requests: those whose outcome is not known, and what all of them come to.

use cekura::{CallLogId, LogEvidence, Snapshot};
use rusqlite::params;

use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use super::status::Spent;

/// A paid request that is committed to the journal and may now be sent.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) id: i64,
    pub(crate) agent: Option<i64>,
    pub(crate) logs: Vec<CallLogId>,
}

/// What became of a request.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) batch: Batch,
    pub(crate) fate: Fate,
    /// How many requests were sent, what status came, which number the service gave it.
    pub(crate) attempts: Option<u32>,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    pub(crate) note: Option<String>,
}

/// What is known about the call logs of a request.
#[derive(Debug)]
pub(crate) enum Fate {
    /// The service took them up: where they stood in its reply, and those that it did not list there.
    Accepted {
        seen: Vec<(CallLogId, Snapshot)>,
        not_listed: Vec<CallLogId>,
    },
    /// Nothing was carried out, and the reason is none of theirs: they may be sent again.
    NotSent,
    /// The service does not take this request: one or all of its call logs are why.
    Rejected { reason: String, is_busy: bool },
    /// The answer was lost. The call logs are about to be looked back at.
    InDoubt,
    /// Looking back is over. With `resend`, untouched ones may be sent once more.
    LookedBack {
        evidence: Vec<LogEvidence>,
        resend: bool,
    },
}

/// Where a request stands, in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BatchState {
    Intended = 0,
    Accepted = 1,
    NotSent = 2,
    Rejected = 3,
    InDoubt = 4,
    LookedBack = 5,
}

impl Journal {
    /// The requests whose outcome is not known: a process ended between sending and hearing.
    pub(crate) fn open_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        let mut find = self
            .db
            .prepare_cached(
                "SELECT id, round, agent FROM batches WHERE state IN (?, ?) ORDER BY id",
            )
            .map_err(|e| self.failed(e))?;
        let open = find
            .query_map(
                [BatchState::Intended as i64, BatchState::InDoubt as i64],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .and_then(Iterator::collect::<Result<Vec<(i64, u32, Option<i64>)>, _>>)
            .map_err(|e| self.failed(e))?;
        open.into_iter()
            .map(|(id, round, agent)| {
                let logs = self.logs_of(round, id)?;
                Ok((round, Batch { id, agent, logs }))
            })
            .collect()
    }

    fn logs_of(&self, round: u32, batch: i64) -> Result<Vec<CallLogId>, JournalError> {
        self.db
            .prepare_cached(
                "SELECT log FROM tasks WHERE batch = ? AND round = ? AND state = ? ORDER BY place",
            )
            .and_then(|mut find| {
                find.query_map(params![batch, round, TaskState::Intended], |row| {
                    row.get(0).map(CallLogId)
                })?
                .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// Counts sends anew for the call logs of unknown fate, now that somebody asks again.
    pub(crate) fn forget_sends(&mut self) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET sends = 0 WHERE state = ?",
                [TaskState::Unknown],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// Takes back the leave to send again what was in doubt: whether it may is asked anew each time.
    pub(crate) fn doubt_again(&mut self) -> Result<(), JournalError> {
        self.commit(|db| {
            db.execute(
                "UPDATE batches SET size = size + again.logs, metrics = batches.metrics + again.metrics, \
                 cost = batches.cost + again.cost \
                 FROM (SELECT batch, count(*) AS logs, sum(ifnull(metrics, 0)) AS metrics, sum(ifnull(cost, 0.0)) AS cost \
                       FROM tasks WHERE state = ? AND evidence IS NOT NULL GROUP BY batch) AS again \
                 WHERE batches.id = again.batch",
                [TaskState::Ready],
            )?;
            db.execute(
                "UPDATE tasks SET state = ?, pack = NULL WHERE state = ? AND evidence IS NOT NULL",
                [TaskState::Unknown, TaskState::Ready],
            )
            .map(|_| ())
        })
    }

    /// What the requests that were or may have been carried out come to.
    pub(crate) fn spent(&self) -> Result<Spent, JournalError> {
        self.db
            .prepare_cached(
                "SELECT ifnull(sum(size), 0), ifnull(sum(metrics), 0), ifnull(sum(cost), 0.0) FROM batches \
                 WHERE state IN (?, ?, ?, ?)",
            )
            .and_then(|mut sum| {
                sum.query_row(
                    [
                        BatchState::Intended as i64,
                        BatchState::Accepted as i64,
                        BatchState::InDoubt as i64,
                        BatchState::LookedBack as i64,
                    ],
                    |row| {
                        Ok(Spent {
                            evaluations: row.get(0)?,
                            metric_evaluations: row.get(1)?,
                            credits: row.get(2)?,
                        })
                    },
                )
            })
            .map_err(|e| self.failed(e))
    }

    /// The call logs of unknown fate that can be looked at, grouped by the request they were in.
    pub(crate) fn unknown_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        let mut find = self
            .db
            .prepare_cached(
                "SELECT round, batch, agent, log FROM tasks WHERE state = ? AND EXISTS (SELECT 1 FROM documents AS before \
                 WHERE before.round = tasks.round AND before.log = tasks.log AND before.side = 0) \
                 ORDER BY round, batch, place",
            )
            .map_err(|e| self.failed(e))?;
        let rows = find
            .query_map([TaskState::Unknown], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .and_then(Iterator::collect::<Result<Vec<(u32, Option<i64>, Option<i64>, i64)>, _>>)
            .map_err(|e| self.failed(e))?;
        let mut batches: Vec<(u32, Batch)> = Vec::new();
        for (round, id, agent, log) in rows {
            let id = id.unwrap_or(0);
            match batches.last_mut() {
                Some((same, batch)) if *same == round && batch.id == id => {
                    batch.logs.push(CallLogId(log));
                }
                _ => batches.push((
                    round,
                    Batch {
                        id,
                        agent,
                        logs: vec![CallLogId(log)],
                    },
                )),
            }
        }
        Ok(batches)
    }
}
