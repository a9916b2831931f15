//! The loop of an export: pieces of the time range, their pages, and the rows of each page.

use std::collections::HashMap;

use cekura::resources::{CountMismatch, ListCallLogs};
use cekura::types::{CallLog, CallLogSummary};
use cekura::{CallLogId, Client};
use cekura_campaign::plan::Window;

use super::rows::Exported;
use super::{OutputFile, Position, Rows, WrittenIds};
use crate::app::App;
use crate::campaign::ProgressDisplay;
use crate::cli::CallDetail;
use crate::failure::Failure;

/// Where an export is written.
pub(crate) enum Output {
    Stdout,
    File(Box<OutputFile>),
}

/// An export that is being written.
pub(crate) struct Exporter {
    pub(crate) client: Client,
    /// The list, without its time range.
    pub(crate) list: ListCallLogs,
    pub(crate) window: Window,
    pub(crate) rows: Rows,
    pub(crate) detail: CallDetail,
    /// How many call logs are read in full at a time, if not the default.
    pub(crate) read_concurrency: Option<u32>,
    pub(crate) output: Output,
    pub(crate) position: Position,
    pub(crate) written: WrittenIds,
    pub(crate) progress: ProgressDisplay,
    /// The call logs that were deleted between the list and the read.
    pub(crate) deleted: u64,
    /// The pieces whose list has another number of entries than its count.
    pub(crate) mismatches: Vec<CountMismatch>,
}

impl Exporter {
    /// Writes what is not written yet.
    pub(crate) async fn run(&mut self, app: &mut App) -> Result<(), Failure> {
        if self.position == Position::default() {
            let heading = self.rows.heading()?;
            self.write(app, &heading)?;
            self.position.piece_start = self.position.bytes;
            self.save(app)?;
        }
        let pieces = self.window.pieces();
        for piece in pieces.into_iter().skip(self.position.pieces) {
            self.piece(app, piece).await?;
            self.position.pieces += 1;
            self.position.piece_start = self.position.bytes;
            self.position.at_border = self.written.next_piece();
            self.save(app)?;
        }
        Ok(())
    }

    async fn piece(&mut self, app: &mut App, piece: Window) -> Result<(), Failure> {
        let list = self.list.clone();
        let list = list.timestamp_from(piece.from).timestamp_to(piece.to);
        let mut pages = list.pages();
        let mut text = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|e| Failure::from(e).about("the list of call logs"))?;
            let mut new: Vec<(CallLogId, CallLogSummary)> = Vec::new();
            for entry in page.results.into_iter().flatten() {
                if let (id, true) = self.written.note(&entry, piece.from)? {
                    new.push((id, entry));
                }
            }
            if new.is_empty() {
                continue;
            }
            text.clear();
            match self.detail {
                CallDetail::Summary => {
                    for (_, entry) in &new {
                        self.add(&mut text, entry)?;
                    }
                }
                CallDetail::Full => {
                    let ids: Vec<CallLogId> = new.into_iter().map(|(id, _)| id).collect();
                    let mut found = self.read(&ids).await?;
                    for id in ids {
                        match found.remove(&id) {
                            Some(log) => self.add(&mut text, &log)?,
                            None => self.deleted += 1,
                        }
                    }
                }
            }
            self.write(app, &text)?;
            self.save(app)?;
            let count = self.position.call_logs;
            self.progress.counting("exporting call logs", count);
        }
        self.mismatches.extend(pages.count_mismatch());
        Ok(())
    }

    /// Reads call logs in full; deleted ones are missing.
    async fn read(&self, ids: &[CallLogId]) -> Result<HashMap<CallLogId, CallLog>, Failure> {
        let mut all = self.client.call_logs().get_many(ids.to_vec());
        if let Some(reads) = self.read_concurrency {
            all = all.with_concurrency(reads as usize);
        }
        let mut found = HashMap::with_capacity(ids.len());
        while let Some((id, read)) = all.next().await {
            match read {
                Ok(log) => {
                    found.insert(id, log);
                }
                Err(e) if e.is_certainly_missing() => {}
                Err(e) => return Err(Failure::from(e).about(format!("call log {id}"))),
            }
        }
        Ok(found)
    }

    fn add(&mut self, text: &mut Vec<u8>, log: &impl Exported) -> Result<(), Failure> {
        self.position.call_logs += 1;
        self.rows.add(text, log)
    }

    fn write(&mut self, app: &mut App, rows: &[u8]) -> Result<(), Failure> {
        if rows.is_empty() {
            return Ok(());
        }
        self.position.bytes += rows.len() as u64;
        match &mut self.output {
            Output::Stdout => app.data.bytes(rows),
            Output::File(file) => file.write(rows),
        }
    }

    fn save(&mut self, app: &mut App) -> Result<(), Failure> {
        match &mut self.output {
            Output::Stdout => app.data.flush(),
            Output::File(file) => file.save(&self.position),
        }
    }
}
