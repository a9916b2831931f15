//! Reads the file once more: what is settled, what is left, and what is at Cekura.

use super::file::{Cursor, RawLine};
use super::import::{Import, Interruption};
use super::line::Line;
use super::pending::Pending;
use super::record::Settled;
use super::summary::name;
use super::unresolved::InFile;
use super::{ImportError, ImportForecast, ImportJournal, ImportSummary};

/// The fewest calls that are looked up together, before the last ones: half a block.
const CHUNK: usize = 500;

impl Import {
    /// Returns what has happened to the calls of the file; reads the lines that the import has not read yet.
    pub fn summary(&mut self) -> ImportSummary {
        // A file that cannot be read any more has ended the import, with an error that says so.
        while self.next_chunk().is_ok_and(|rest| !rest.is_empty()) {}
        let mut summary = self.summary.clone();
        summary.calls = self.file.calls();
        summary.unknown_elsewhere = self.journal.unresolved.len() as u64;
        for (call_id, call) in self.journal.unresolved() {
            summary.unknown_elsewhere -= 1;
            summary.unknown += 1;
            summary.resendable += u64::from(call.may_be_resent());
            name(&mut summary.unknowns, call.line, call_id, &call.reason());
        }
        summary
    }

    /// Begins with the first line.
    pub(super) fn rewind(&mut self) {
        self.journal.settled.sort();
        for call in self.journal.unresolved.values_mut() {
            call.in_file = InFile::No;
        }
        self.cursor = Cursor::default();
        self.summary = ImportSummary {
            calls: self.file.calls(),
            ..ImportSummary::default()
        };
    }

    /// Counts the calls that the journal does not know. Sends nothing; those that are at Cekura are counted as to be sent.
    ///
    /// # Errors
    /// [`ImportError::Changed`] if the file changed or cannot be read.
    pub async fn pending(&mut self) -> Result<ImportForecast, ImportError> {
        self.count(false).await
    }

    /// Counts what an import would do. Sends free list requests only, and writes nothing.
    ///
    /// # Errors
    /// [`ImportError::Changed`], [`ImportError::Service`] or [`ImportError::LookUp`] if the file or the list cannot be read.
    pub async fn forecast(&mut self) -> Result<ImportForecast, ImportError> {
        self.count(true).await
    }

    async fn count(&mut self, looks_up: bool) -> Result<ImportForecast, ImportError> {
        self.rewind();
        let mut forecast = ImportForecast::default();
        loop {
            let chunk = self.next_chunk()?;
            let wanted = chunk.iter().filter(|_| looks_up).map(Pending::wanted);
            match self.look_up(wanted).await {
                Ok(found) if !chunk.is_empty() => forecast.add(&chunk, &found),
                Ok(_) | Err(Interruption::Stopped) => return Ok(self.counted(forecast)),
                Err(Interruption::Failed(error)) => return Err(error),
            }
        }
    }

    /// Adds what the journal knows, which was counted in the summary on the way.
    fn counted(&self, mut forecast: ImportForecast) -> ImportForecast {
        forecast.sent_before = self.summary.sent_before;
        forecast.already_there += self.summary.already_there;
        for call in self.resends() {
            forecast.to_send += 1;
            *forecast.agents.entry(call.agent).or_default() += 1;
        }
        forecast.unknown = self.journal.unresolved().count() as u64;
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
        while chunk.len() < CHUNK {
            let next = file.read_block(*cursor, |raw| {
                chunk.extend(unsettled(&raw, journal, summary));
            })?;
            match next {
                Some(next) => *cursor = next,
                None => break,
            }
        }
        Ok(chunk)
    }
}

/// Returns the call of a line if it is to be sent; counts it otherwise. A line that is invalid now is noticed by its block.
fn unsettled(
    raw: &RawLine<'_>,
    journal: &mut ImportJournal,
    summary: &mut ImportSummary,
) -> Option<Pending> {
    let line = Line::parse(raw.text).ok()?;
    if let Some(call) = journal.unresolved.get_mut(&line.call_id) {
        call.line = raw.number;
        call.in_file = match call.digest == line.digest {
            true => InFile::At(raw.offset),
            false => InFile::Changed,
        };
        return None;
    }
    let Some((settled @ (Settled::Sent | Settled::There), before)) =
        journal.settled.get(&line.call_id)
    else {
        return Some(Pending {
            line: raw.number,
            offset: raw.offset,
            call_id: line.call_id,
            agent: line.scope,
            time: line.time,
            digest: line.digest,
            is_resend: false,
        });
    };
    match settled {
        Settled::Sent => {
            summary.sent += 1;
            summary.sent_before += 1;
        }
        _ => summary.already_there += 1,
    }
    if line.digest != before {
        summary.changed += 1;
        let reason = "its line has changed since it was sent";
        name(&mut summary.changes, raw.number, &line.call_id, reason);
    }
    None
}
