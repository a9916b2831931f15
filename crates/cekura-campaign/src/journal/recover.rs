//! Detects that a journal has lost requests, and restores them on demand.

use std::fs;

use cekura::CallLogId;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::error::{JournalError, Kind};
use super::intents::now;
use super::open::Journal;
use super::requests::{Batch, BatchState};
use super::sent::{self, Entry, Record};
use super::state::TaskState;
use crate::files::with_ending;

/// The metadata key of the value that binds a journal to its record of sent requests.
pub(super) const KEY: &str = "key";

/// Why a call log without a stored request may have been sent.
const LOST: &str = "the journal lost requests, and this call log may have been in one of them; its state before is lost too, \
                    so it cannot be checked whether it was evaluated";

/// What a journal has lost.
#[derive(Debug)]
pub(super) enum Loss {
    /// Requests that are in the record and not in the journal.
    Requests(Vec<Entry>),
    /// The record itself is unusable.
    Record(&'static str),
}

impl Journal {
    /// Compares the journal with its record of sent requests; `None` if they agree.
    pub(super) fn loss(&self) -> Result<Option<Loss>, JournalError> {
        let last = self.last_request()?;
        let record = sent::read(&self.record, &self.key()?, last)
            .map_err(|e| JournalError::io(&self.record, "reading the record of requests", e))?;
        Ok(match record {
            Record::Whole { later, .. } if later.is_empty() => None,
            Record::Whole { later, .. } => Some(Loss::Requests(later)),
            // It is created with the first request.
            Record::Missing if last == 0 => None,
            Record::Missing => Some(Loss::Record("is missing")),
            Record::Foreign => Some(Loss::Record("is another journal's")),
            Record::Damaged => Some(Loss::Record("is damaged")),
        })
    }

    /// Returns a message about lost requests, for readers; `None` if no request is known to be lost.
    ///
    /// A copy without its record is not reported.
    ///
    /// # Errors
    /// When the journal or its record cannot be read.
    pub fn lost_requests(&self) -> Result<Option<String>, JournalError> {
        let Some(Loss::Requests(mut entries)) = self.loss()? else {
            return Ok(None);
        };
        // Another process may be writing: the journal is read after its record, so it has every recorded request.
        let last = self.last_request()?;
        entries.retain(|entry| entry.id > last);
        Ok((!entries.is_empty()).then(|| self.refuse(&Loss::Requests(entries)).to_string()))
    }

    fn last_request(&self) -> Result<i64, JournalError> {
        self.db
            .query_row("SELECT ifnull(max(id), 0) FROM batches", [], |row| {
                row.get(0)
            })
            .map_err(|e| self.failed(e))
    }

    /// Empty in a journal of an earlier release.
    fn key(&self) -> Result<String, JournalError> {
        Ok(self.meta(KEY)?.unwrap_or_default())
    }

    /// The error for a loss: what it may have cost, and what to do.
    pub(super) fn refuse(&self, loss: &Loss) -> JournalError {
        let (path, record) = (self.path.display(), self.record.display());
        let text = match loss {
            Loss::Requests(entries) => {
                let logs: usize = entries.iter().map(|entry| entry.logs.len()).sum();
                format!(
                    "{path} has lost requests: {record} lists {} with {} that are not in the journal and may have been sent and \
                     paid. Its write-ahead log was cut or damaged, or an older copy took its place. Nothing is sent: \
                     restore the newest journal together with its -wal file, or resume this one with --recover, which checks \
                     those call logs first and does not resend them unless you allow it",
                    counted(entries.len(), "request", "requests"),
                    counted(logs, "call log", "call logs"),
                )
            }
            Loss::Record(what) => format!(
                "{path}: the record of sent requests {record} {what}: the journal may have lost requests that were sent and \
                 paid. Nothing is sent: restore the .sent file of the journal, or resume without it by --recover, which treats \
                 every unsent call log as possibly sent, checks it first, and does not send it unless you allow it"
            ),
        };
        JournalError::new(Kind::LostRequests, text)
    }

    /// Restores lost requests as requests with unknown outcome, so that their call logs are reconciled first.
    pub(super) fn restore(&mut self, loss: Loss) -> Result<(), JournalError> {
        match loss {
            Loss::Requests(entries) => self.commit(|db| {
                entries
                    .iter()
                    .try_for_each(|entry| restore_request(db, entry))
            }),
            Loss::Record(_) => {
                let entries = self.may_be_sent()?;
                self.commit(|db| {
                    entries
                        .iter()
                        .try_for_each(|entry| restore_request(db, entry))
                })?;
                // The file may belong to another journal.
                let _ = fs::rename(&self.record, with_ending(&self.record, ".old"));
                let key = self.key()?;
                let made = sent::replace(&self.record, &key, &entries);
                self.sent = Some(made.map_err(|e| self.unrecorded(e))?);
                Ok(())
            }
        }
    }

    /// Requests with every unsent call log.
    fn may_be_sent(&self) -> Result<Vec<Entry>, JournalError> {
        let size = self.settings()?.batch_size.max(1) as usize;
        let mut id = self.last_request()?;
        let mut find = self
            .db
            .prepare(
                "SELECT round, agent, log FROM tasks WHERE state IN (?, ?, ?) ORDER BY round, agent, submit_order",
            )
            .map_err(|e| self.failed(e))?;
        let mut rows = find
            .query([TaskState::Selected, TaskState::Ready, TaskState::Busy])
            .map_err(|e| self.failed(e))?;
        let mut entries: Vec<Entry> = Vec::new();
        while let Some(row) = rows.next().map_err(|e| self.failed(e))? {
            let read = || -> rusqlite::Result<(u32, Option<i64>, i64)> {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            };
            let (round, agent, log) = read().map_err(|e| self.failed(e))?;
            let room = entries.last_mut().filter(|last| {
                (last.round, last.agent) == (round, agent) && last.logs.len() < size
            });
            match room {
                Some(entry) => entry.logs.push(CallLogId(log)),
                None => {
                    id += 1;
                    entries.push(Entry {
                        id,
                        round,
                        agent,
                        logs: vec![CallLogId(log)],
                    });
                }
            }
        }
        Ok(entries)
    }

    /// Adds committed requests to the record, before they are sent.
    pub(super) fn record_sent(
        &mut self,
        round: u32,
        batches: &[Batch],
    ) -> Result<(), JournalError> {
        if batches.is_empty() {
            return Ok(());
        }
        let mut entries = Vec::with_capacity(batches.len());
        for batch in batches {
            entries.push(Entry {
                id: batch.id,
                round,
                agent: batch.agent,
                logs: batch.logs.clone(),
            });
        }
        let mut log = match self.sent.take() {
            Some(log) => log,
            None => {
                let key = self.key()?;
                sent::open(&self.record, &key).map_err(|e| self.unrecorded(e))?
            }
        };
        let added = log.append(&entries);
        added.map_err(|e| self.unrecorded(e))?;
        // After a failed append the file is reopened, and a torn line is cut off.
        self.sent = Some(log);
        Ok(())
    }

    fn unrecorded(&self, error: std::io::Error) -> JournalError {
        let doing = "sending has stopped: free disk space or make the file writable, then resume; writing the record of \
                     requests";
        JournalError::io(&self.record, doing, error)
    }
}

/// Restores a lost request as one with unknown outcome.
fn restore_request(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let mut open = 0;
    for log in &entry.logs {
        let key = params![entry.round, log.0];
        let is_known: Option<bool> = db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM documents WHERE round = ?1 AND log = ?2 AND side = 0) FROM tasks \
                 WHERE round = ?1 AND log = ?2",
            )?
            .query_row(key, |row| row.get(0))
            .optional()?;
        if is_known == Some(true) {
            open += 1;
            db.prepare_cached(
                "UPDATE tasks SET state = ?3, repeats = CASE WHEN sends > 0 THEN batch END, batch = ?4, split_group = NULL, \
                 sends = sends + 1, resends = resends + (sends > 0), evidence = NULL, reason = NULL WHERE round = ?1 AND log = ?2",
            )?
            .execute(params![
                entry.round,
                log.0,
                TaskState::Intended,
                entry.id
            ])?;
            continue;
        }
        // Its noise round may be lost too.
        db.prepare_cached(
            "INSERT INTO tasks (round, log, state, submit_order, agent, time, batch, sends, reason) \
             SELECT ?1, log, ?3, submit_order, agent, time, ?4, 1, ?5 FROM tasks WHERE round = 0 AND log = ?2 \
             ON CONFLICT (round, log) DO UPDATE SET state = ?3, batch = ?4, split_group = NULL, sends = sends + 1, evidence = NULL, \
             reason = ?5",
        )?
        .execute(params![
            entry.round,
            log.0,
            TaskState::Unknown,
            entry.id,
            LOST
        ])?;
    }
    let state = match open {
        0 => BatchState::Reconciled,
        _ => BatchState::Unknown,
    };
    db.prepare_cached(
        "INSERT INTO batches (id, round, agent, size, state, intended) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        entry.id,
        entry.round,
        entry.agent,
        entry.logs.len() as i64,
        state as i64,
        now()
    ])
    .map(|_| ())
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}
