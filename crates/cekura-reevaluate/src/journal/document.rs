//! What is kept of a call log: all that an evaluation replaces, and little else.

use cekura::types::CallLog;
use cekura::{CallLogId, Snapshot};
use rusqlite::OptionalExtension as _;

use super::create::json;
use super::error::JournalError;
use super::open::Journal;

/// Which of the two states of a call log.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Before = 0,
    After = 1,
}

/// `log` without what an evaluation leaves as it is, and which may be large or private: conversation, recording, data of
/// the customer.
pub(super) fn reduced(log: &CallLog) -> String {
    let mut log = log.clone();
    log.transcript = None;
    log.transcript_object = None;
    log.user_generated_transcript = None;
    log.voice_recording_url = None;
    log.customer_number = None;
    log.metadata = None;
    log.dynamic_variables = None;
    log.unknown_fields = serde_json::Map::new();
    json(&log)
}

impl Journal {
    /// A stored state of a call log.
    pub(super) fn document(
        &self,
        round: u32,
        id: CallLogId,
        side: Side,
    ) -> Result<Option<CallLog>, JournalError> {
        let body: Option<String> = self
            .db
            .prepare_cached("SELECT body FROM documents WHERE round = ? AND log = ? AND side = ?")
            .and_then(|mut find| {
                find.query_row((round, id.0, side as i64), |row| row.get(0))
                    .optional()
            })
            .map_err(|e| self.failed(e))?;
        let read = body.map(|body| serde_json::from_str(&body)).transpose();
        read.map_err(|e| {
            JournalError::unusable(
                &self.path,
                format!("the stored state of call log {id} cannot be read: {e}"),
            )
        })
    }

    /// The call log as it was before anything was sent for it.
    pub(crate) fn before(&self, round: u32, id: CallLogId) -> Result<CallLog, JournalError> {
        self.document(round, id, Side::Before)?.ok_or_else(|| {
            JournalError::unusable(
                &self.path,
                format!("call log {id} was sent, and its state before that is not there"),
            )
        })
    }

    /// Where its evaluation stood before anything was sent for it.
    pub(super) fn snapshot_before(
        &self,
        round: u32,
        id: CallLogId,
    ) -> Result<Snapshot, JournalError> {
        Ok(Snapshot::from(&self.before(round, id)?))
    }
}
