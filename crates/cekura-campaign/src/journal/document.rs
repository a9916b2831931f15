//! The stored states of call logs: what an evaluation overwrites.

use cekura::reevaluation::Snapshot;
use cekura::types::{CallLog, CallLogSummary, Evaluation, MetricResult};
use cekura::{CallLogId, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::Map;

use super::create::json;
use super::error::JournalError;
use super::open::Journal;

/// Which state of a call log.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    /// As it was before it was sent.
    Before = 0,
    /// With the result.
    After = 1,
}

/// A call log as it was read: whole, or as the list shows it, without explanations.
#[derive(Clone, Debug)]
pub(crate) enum Document {
    Whole(Box<CallLog>),
    Listed(Box<CallLogSummary>),
}

impl Document {
    /// The state of its evaluation.
    pub(crate) fn snapshot(&self) -> Snapshot {
        match self {
            Self::Whole(log) => Snapshot::from(&**log),
            Self::Listed(entry) => Snapshot::from(&**entry),
        }
    }

    pub(crate) fn metrics(&self) -> &[MetricResult] {
        match self {
            Self::Whole(log) => log.metrics(),
            Self::Listed(entry) => entry.metrics(),
        }
    }

    /// The agent and the moment of the call.
    pub(super) fn origin(&self) -> (Option<i64>, Option<&Timestamp>) {
        match self {
            Self::Whole(log) => (log.agent.map(|id| id.0), log.timestamp.as_ref()),
            Self::Listed(entry) => (entry.agent.map(|id| id.0), entry.timestamp.as_ref()),
        }
    }

    pub(crate) fn is_listed(&self) -> bool {
        matches!(self, Self::Listed(_))
    }

    /// The call log with what is compared: all of it, or what the list shows.
    pub(super) fn into_log(self) -> CallLog {
        match self {
            Self::Whole(log) => *log,
            Self::Listed(entry) => {
                let mut evaluation = Evaluation::default();
                evaluation.metrics = Some(entry.metrics().to_vec());
                let mut log = CallLog::default();
                log.id = entry.id;
                log.status = entry.status;
                log.success = entry.success;
                log.is_reviewed = entry.is_reviewed;
                log.evaluation = Some(evaluation);
                log
            }
        }
    }

    /// As it is stored: without what an evaluation leaves as it is, and which may be large or private: conversation,
    /// recording, data of the customer.
    fn reduced(&self) -> String {
        match self {
            Self::Whole(log) => {
                let mut log = log.clone();
                log.transcript = None;
                log.transcript_object = None;
                log.user_generated_transcript = None;
                log.voice_recording_url = None;
                log.customer_number = None;
                log.metadata = None;
                log.dynamic_variables = None;
                log.unknown_fields = Map::new();
                json(&log)
            }
            Self::Listed(entry) => {
                let mut entry = entry.clone();
                entry.transcript = None;
                entry.transcript_object = None;
                entry.customer_number = None;
                entry.unknown_fields = Map::new();
                json(&entry)
            }
        }
    }
}

/// Stores a state of a call log in the place of an earlier one.
pub(super) fn store_document(
    db: &Connection,
    round: u32,
    id: CallLogId,
    side: Side,
    document: &Document,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO documents (round, log, side, listed, body) VALUES (?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        id.0,
        side as i64,
        document.is_listed(),
        document.reduced()
    ])
    .map(|_| ())
}

impl Journal {
    /// A stored state of a call log.
    fn document(
        &self,
        round: u32,
        id: CallLogId,
        side: Side,
    ) -> Result<Option<Document>, JournalError> {
        let found: Option<(bool, String)> = self
            .db
            .prepare_cached(
                "SELECT listed, body FROM documents WHERE round = ? AND log = ? AND side = ?",
            )
            .and_then(|mut find| {
                find.query_row((round, id.0, side as i64), |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()
            })
            .map_err(|e| self.failed(e))?;
        let read = found.map(|(listed, body)| match listed {
            true => serde_json::from_str(&body).map(Document::Listed),
            false => serde_json::from_str(&body).map(Document::Whole),
        });
        read.transpose().map_err(|e| {
            JournalError::unusable(
                &self.path,
                format!("the stored state of call log {id} cannot be read: {e}"),
            )
        })
    }

    /// The call log as it was before anything was sent for it.
    pub(crate) fn before(&self, round: u32, id: CallLogId) -> Result<Document, JournalError> {
        self.document(round, id, Side::Before)?.ok_or_else(|| {
            JournalError::unusable(
                &self.path,
                format!("call log {id} was sent, and its state before that is not there"),
            )
        })
    }

    /// Where its evaluation stood before anything was sent for it.
    pub(crate) fn snapshot_before(
        &self,
        round: u32,
        id: CallLogId,
    ) -> Result<Snapshot, JournalError> {
        Ok(self.before(round, id)?.snapshot())
    }
}
