//! The paid requests: those without a known outcome, and the totals.

use std::collections::BTreeMap;

use cekura::reevaluation::Snapshot;
use cekura::{CallLogId, Evidence};
use rusqlite::params;

use super::document::Side;
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::cost::Spent;

/// A committed paid request.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) id: i64,
    pub(crate) agent: Option<i64>,
    pub(crate) logs: Vec<CallLogId>,
    /// The response, if the request was not accepted and the response is known.
    pub(crate) answer: Option<Answer>,
}

/// The response to a request that was not accepted, as text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// No usable response.
    Unusable(String),
    /// The request was refused.
    Refused(String),
    /// The request was refused because of an evaluation in progress.
    Busy(String),
}

impl Answer {
    pub(super) fn of(kind: i64, text: String) -> Option<Self> {
        match kind {
            0 => Some(Self::Unusable(text)),
            1 => Some(Self::Refused(text)),
            2 => Some(Self::Busy(text)),
            _ => None,
        }
    }

    pub(super) fn kind(&self) -> i64 {
        match self {
            Self::Unusable(_) => 0,
            Self::Refused(_) => 1,
            Self::Busy(_) => 2,
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Unusable(text) | Self::Refused(text) | Self::Busy(text) => text,
        }
    }
}

/// The outcome of a request.
#[derive(Debug)]
pub(crate) struct BatchOutcome {
    pub(crate) batch: Batch,
    pub(crate) result: SendResult,
    /// Attempts, HTTP status and request id.
    pub(crate) attempts: Option<u32>,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
}

/// What is known about a request.
#[derive(Debug)]
pub(crate) enum SendResult {
    /// Accepted, with the snapshots in the response and the call logs that it did not list.
    Accepted {
        seen: Vec<(CallLogId, Snapshot)>,
        missing_from_response: Vec<CallLogId>,
    },
    /// Not sent, or rate limited: may be sent again.
    NotSent,
    /// Unknown: no usable response, or a refusal, which proves nothing. To be reconciled.
    Unknown,
    /// Reconciled. With `resend`, unchanged call logs without a response may be sent again.
    Reconciled {
        evidence: Vec<(CallLogId, Evidence)>,
        /// The last snapshots.
        states: BTreeMap<CallLogId, Snapshot>,
        resend: bool,
    },
}

/// The state of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BatchState {
    Intended = 0,
    Accepted = 1,
    NotSent = 2,
    Unknown = 4,
    Reconciled = 5,
}

impl Journal {
    /// Call logs whose acceptance is inferred from others in the same request.
    pub(super) fn inferred_accepted(&self) -> Result<u64, JournalError> {
        self.db
            .query_row(
                "SELECT count(*) FROM tasks WHERE evidence = ? AND state IN (?, ?, ?)",
                params![
                    Evidence::UpdatedWithOthers.to_string(),
                    TaskState::Accepted,
                    TaskState::Done,
                    TaskState::TimedOut
                ],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))
    }

    /// The requests without a known outcome: a process ended before the response or the reconciliation.
    pub(crate) fn open_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        self.batches(
            "t.state = ? AND b.state IN (?, ?)",
            [
                TaskState::Intended as i64,
                BatchState::Intended as i64,
                BatchState::Unknown as i64,
            ],
        )
    }

    /// The call logs of unknown result that can be looked at, grouped by the request they were in.
    pub(crate) fn unknown_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        self.batches(
            "t.state = ? AND EXISTS (SELECT 1 FROM documents AS before \
             WHERE before.round = t.round AND before.log = t.log AND before.side = ?)",
            [TaskState::Unknown as i64, Side::Before as i64],
        )
    }

    /// The call logs of requests for which `condition` holds, request by request.
    fn batches<const N: usize>(
        &self,
        condition: &str,
        values: [i64; N],
    ) -> Result<Vec<(u32, Batch)>, JournalError> {
        let mut find = self
            .db
            .prepare_cached(&format!(
                "SELECT t.round, ifnull(t.batch, 0), t.agent, t.log, b.answer, ifnull(b.answer_text, '') \
                 FROM tasks t LEFT JOIN batches b ON b.id = t.batch WHERE {condition} ORDER BY t.round, t.batch, t.submit_order"
            ))
            .map_err(|e| self.failed(e))?;
        let mut rows = find
            .query(rusqlite::params_from_iter(values))
            .map_err(|e| self.failed(e))?;
        let mut batches: Vec<(u32, Batch)> = Vec::new();
        while let Some(row) = rows.next().map_err(|e| self.failed(e))? {
            let (round, log, batch) = read(row).map_err(|e| self.failed(e))?;
            match batches.last_mut() {
                Some((same, last)) if *same == round && last.id == batch.id => last.logs.push(log),
                _ => batches.push((
                    round,
                    Batch {
                        logs: vec![log],
                        ..batch
                    },
                )),
            }
        }
        Ok(batches)
    }

    /// Revokes pending resends: each session must allow them anew.
    pub(crate) fn revoke_resends(&mut self) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ?, split_group = NULL WHERE state = ? AND evidence IS NOT NULL",
                [TaskState::Unknown, TaskState::Ready],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// The totals of requests that were or may have been carried out.
    pub(crate) fn spent(&self) -> Result<Spent, JournalError> {
        self.db
            .prepare_cached(
                "SELECT evaluations, metric_evaluations, credits, estimated FROM totals",
            )
            .and_then(|mut sum| {
                sum.query_row([], |row| {
                    Ok(Spent {
                        evaluations: row.get(0)?,
                        metric_evaluations: row.get(1)?,
                        credits: row.get(2)?,
                        estimated: row.get(3)?,
                    })
                })
            })
            .map_err(|e| self.failed(e))
    }

    /// The most times that one call log was or may have been charged within one round.
    pub(crate) fn possibly_charged(&self) -> Result<u32, JournalError> {
        self.db
            .query_row("SELECT ifnull(max(sends), 0) FROM tasks", [], |row| {
                row.get(0)
            })
            .map_err(|e| self.failed(e))
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(u32, CallLogId, Batch)> {
    let kind: Option<i64> = row.get(4)?;
    let text: String = row.get(5)?;
    let batch = Batch {
        id: row.get(1)?,
        agent: row.get(2)?,
        logs: Vec::new(),
        answer: kind.and_then(|kind| Answer::of(kind, text)),
    };
    Ok((row.get(0)?, CallLogId(row.get(3)?), batch))
}
