//! Reads the file once more: what is settled, what is left, and what is at Cekura.

use super::file::Cursor;
use super::import::Import;
use super::line::Line;
use super::lookup::{Found, Wanted, find};
use super::pending::Pending;
use super::record::Settled;
use super::summary::name;
use super::{ImportError, ImportForecast, ImportSummary};

/// How many calls are looked up before they are sent.
const CHUNK: usize = 1_000;

impl Import {
    /// Returns what has happened to the calls of the file; reads the lines that the import has not read yet.
    pub fn summary(&mut self) -> ImportSummary {
        // A file that cannot be read any more has ended the import, with an error that says so.
        while self.next_chunk().is_ok_and(|rest| !rest.is_empty()) {}
        let mut summary = self.summary.clone();
        summary.calls = self.file.calls();
        summary.unknown = self.journal.unresolved.len() as u64;
        for (call_id, call) in &self.journal.unresolved {
            let reason = "no usable response, and it is not listed";
            name(&mut summary.unknowns, call.line, call_id, reason);
        }
        summary
    }

    /// Begins with the first line.
    pub(super) fn rewind(&mut self) {
        self.journal.settled.sort();
        self.cursor = Cursor::default();
        self.summary = ImportSummary {
            calls: self.file.calls(),
            ..ImportSummary::default()
        };
    }

    /// Counts the calls that the journal does not know. Sends nothing; those that are at Cekura are counted as to be sent.
    ///
    /// # Errors
    /// [`ImportError::File`] if the file cannot be read.
    pub fn pending(&mut self) -> Result<ImportForecast, ImportError> {
        self.rewind();
        let mut forecast = ImportForecast::default();
        loop {
            let chunk = self.next_chunk()?;
            if chunk.is_empty() {
                return Ok(self.counted(forecast));
            }
            forecast.add(&chunk, &Found::new());
        }
    }

    /// Counts what an import would do. Sends free list requests only, and writes nothing.
    ///
    /// # Errors
    /// [`ImportError::File`] or [`ImportError::Service`] if the file or the list cannot be read.
    pub async fn forecast(&mut self) -> Result<ImportForecast, ImportError> {
        self.rewind();
        let mut forecast = ImportForecast::default();
        loop {
            let chunk = self.next_chunk()?;
            if chunk.is_empty() {
                return Ok(self.counted(forecast));
            }
            let found = self.find(&chunk).await.map_err(ImportError::Service)?;
            forecast.add(&chunk, &found);
        }
    }

    /// Adds what the journal knows, which was counted in the summary on the way.
    fn counted(&self, mut forecast: ImportForecast) -> ImportForecast {
        forecast.already_there += self.summary.sent + self.summary.already_there;
        forecast.unknown = self.journal.unresolved.len() as u64;
        forecast
    }

    /// Reads lines until there are enough calls to send; counts the settled ones on the way.
    pub(super) fn next_chunk(&mut self) -> Result<Vec<Pending>, ImportError> {
        let Self {
            file,
            journal,
            summary,
            cursor,
            ..
        } = self;
        let mut chunk = Vec::new();
        let mut invalid = None;
        *cursor = file.read_from(*cursor, |raw| {
            let Line {
                call_id,
                scope,
                time,
                digest,
                ..
            } = match Line::parse(raw.text) {
                Ok(line) => line,
                Err(problem) => {
                    invalid = Some((raw.number, problem));
                    return false;
                }
            };
            if let Some(call) = journal.unresolved.get_mut(&call_id) {
                call.offset = (call.digest == digest).then_some(raw.offset);
                return true;
            }
            if let Some((settled @ (Settled::Sent | Settled::There), before)) =
                journal.settled.get(&call_id)
            {
                match settled {
                    Settled::Sent => {
                        summary.sent += 1;
                        summary.sent_before += 1;
                    }
                    _ => summary.already_there += 1,
                }
                if digest != before {
                    summary.changed += 1;
                    let reason = "its line has changed since it was sent";
                    name(&mut summary.changes, raw.number, &call_id, reason);
                }
                return true;
            }
            chunk.push(Pending {
                line: raw.number,
                offset: raw.offset,
                call_id,
                agent: scope,
                time,
                digest,
            });
            chunk.len() < CHUNK
        })?;
        match invalid {
            Some((number, problem)) => Err(self.file.changed(number, &problem)),
            None => Ok(chunk),
        }
    }

    pub(super) async fn find(&self, chunk: &[Pending]) -> Result<Found, cekura::Error> {
        let wanted = chunk.iter().map(|call| Wanted {
            call_id: &call.call_id,
            agent: &call.agent,
            time: call.time,
        });
        find(&self.client, wanted, self.clock.system_time()).await
    }
}
