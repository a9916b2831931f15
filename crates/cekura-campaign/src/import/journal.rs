//! The journal of an import: a file that is only appended to, and synced before each send and after each response.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cekura::Scope;

use super::file::CallKey;
use super::record::{Event, Head, Record, Settled, VERSION, read_digest};
use super::settled::SettledCalls;
use super::unresolved::{KnownCalls, Unresolved};
use crate::files::{CheckedFile, Lines, folder_of, line_of, lock, parsed, sync_folder};
use crate::journal::{JournalError, JournalErrorKind, OpenOptions as Options, check_local};

/// What happened to each call of an import, in a file with a checksum on each line.
///
/// One import at a time may use it; the lock is the file's own, and the kernel releases it with the process.
#[derive(Debug)]
pub struct ImportJournal {
    path: PathBuf,
    /// The open file, under its lock; `None` before the first import begins.
    file: Option<CheckedFile>,
    head: Head,
    pub(super) settled: SettledCalls,
    pub(super) unresolved: BTreeMap<String, Unresolved>,
    pub(super) known: HashMap<Scope, KnownCalls>,
    /// When the refused calls were refused.
    pub(super) refused: BTreeMap<CallKey, SystemTime>,
}

impl ImportJournal {
    /// Opens the journal of imports to the service at `base_url`. If there is none, the import makes it before it sends
    /// anything.
    ///
    /// Of the options, [`allow_any_filesystem`](Options::allow_any_filesystem) has an effect.
    ///
    /// # Errors
    /// [`is_locked`](JournalError::is_locked) while another process has it. Otherwise when it is not an import's journal, damaged,
    /// of another service or a newer program, not on a local filesystem, or not writable.
    pub fn open(path: &Path, base_url: &str, options: Options) -> Result<Self, JournalError> {
        check_local(folder_of(path), options.allow_any_filesystem)?;
        let head = Head {
            cekura_import: VERSION,
            service: base_url.trim_end_matches('/').to_owned(),
        };
        let mut journal = Self {
            path: path.to_owned(),
            file: None,
            head,
            settled: SettledCalls::default(),
            unresolved: BTreeMap::new(),
            known: HashMap::new(),
            refused: BTreeMap::new(),
        };
        if fs::exists(path).map_err(|e| journal.failed("finding the journal", e))? {
            journal.take(false)?;
        }
        Ok(journal)
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn failed(&self, doing: &str, error: io::Error) -> JournalError {
        JournalError::io(&self.path, doing, error)
    }

    /// Makes sure that there is a journal to write to.
    pub(super) fn begin(&mut self) -> Result<(), JournalError> {
        match self.file {
            Some(_) => Ok(()),
            None => self.take(true),
        }
    }

    /// Opens the file, takes its lock and reads it. One that is made now has to be empty.
    fn take(&mut self, is_new: bool) -> Result<(), JournalError> {
        let file = lock(
            &self.path,
            is_new,
            &self.in_use("another process is importing with"),
        )?;
        let intact = self.read(&file, is_new)?;
        let file = CheckedFile::after(file, intact);
        let mut file = file.map_err(|e| self.failed("reading the journal", e))?;
        if intact == 0 {
            // It was being made when the process or machine stopped, or is made now.
            let made = file.append(&[&self.head]);
            let made = made.and_then(|()| sync_folder(&self.path));
            made.map_err(|e| self.failed("writing the journal", e))?;
        }
        self.file = Some(file);
        Ok(())
    }

    /// Reads the file; returns the length of its intact part.
    fn read(&mut self, file: &File, is_new: bool) -> Result<u64, JournalError> {
        let failed = |e| JournalError::io(&self.path, "reading the journal", e);
        let mut lines = Lines::new(file);
        let line = lines.next().map_err(failed)?;
        let head = line_of(&self.head).map_err(failed)?;
        if head.as_bytes().starts_with(line) && !line.ends_with(b"\n") {
            return Ok(0);
        }
        if is_new {
            let in_use = self.in_use("another process has just begun an import with");
            return Err(JournalError::new(JournalErrorKind::Locked, in_use));
        }
        self.check_head(line)?;
        let read = lines.read_rest(|record| self.note(&record));
        let intact = read.map_err(|e| self.failed("reading the journal", e))?;
        let intact = intact.map_err(|at| self.damaged(at))?;
        self.settled.sort();
        Ok(intact)
    }

    fn check_head(&self, line: &[u8]) -> Result<(), JournalError> {
        let other = match parsed::<Head>(line) {
            None => "it is not the journal of an import: give another --journal".to_owned(),
            Some(head) if head == self.head => return Ok(()),
            Some(head) if head.cekura_import != VERSION => format!(
                "it has version {}, and this program reads version {VERSION}: update the program",
                head.cekura_import
            ),
            Some(head) => format!(
                "its calls were sent to {}: give that address, or another --journal",
                head.service
            ),
        };
        Err(JournalError::usage(format!(
            "{}: {other}",
            self.path.display()
        )))
    }

    fn damaged(&self, at: u64) -> JournalError {
        JournalError::unusable(
            &self.path,
            format!(
                "it is damaged at byte {at}; nothing was sent: restore it, or give another --journal; calls that are at \
                 Cekura are found there, and not sent"
            ),
        )
    }

    fn in_use(&self, who: &str) -> String {
        format!(
            "{who} the journal {}: wait for it or stop it; this command sent nothing",
            self.path.display()
        )
    }

    /// Appends records, and syncs the file.
    pub(super) fn append(&mut self, records: &[Record]) -> Result<(), JournalError> {
        if records.is_empty() {
            return Ok(());
        }
        self.begin()?;
        let written = self.file.as_mut().map(|file| file.append(records));
        if let Some(Err(e)) = written {
            return Err(self.failed("writing the journal", e));
        }
        for record in records {
            self.note(record);
        }
        Ok(())
    }

    fn note(&mut self, record: &Record) {
        self.note_unresolved(record);
        let settled = match record.event {
            Event::Sent { .. } => Settled::Sent,
            Event::There { .. } => Settled::There,
            Event::Refused { .. } if !self.unresolved.contains_key(&record.call_id) => {
                Settled::Refused
            }
            _ => return,
        };
        let digest = read_digest(&record.digest);
        self.settled.add(&record.call_id, digest, settled);
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AgentId, CallLogId};

    use super::*;

    /// What earlier releases wrote.
    const WRITTEN: &str = "\
6e40df2267b99b10 {\"cekura_import\":1,\"service\":\"https://harbor.example\"}
79aaf4868f065f32 {\"call_id\":\"harbor-1\",\"line\":1,\"digest\":\"0101010101010101\",\"state\":\"sending\",\"at\":\"2026-05-18T09:30:00Z\",\"agent\":{\"agent\":310},\"timestamp\":\"2026-05-17T09:30:00Z\"}
01534bf38f3b2a20 {\"call_id\":\"harbor-1\",\"line\":1,\"digest\":\"0101010101010101\",\"state\":\"sent\",\"id\":5009}
e4f8310e38cbcfd4 {\"call_id\":\"harbor-2\",\"line\":2,\"digest\":\"0202020202020202\",\"state\":\"sending\",\"at\":\"2026-05-18T09:31:00Z\",\"agent\":{\"agent\":310}}
";

    #[test]
    fn a_journal_of_an_earlier_release_is_read_and_continued() {
        let path = std::env::temp_dir().join(format!("cekura-old-{}.import", std::process::id()));
        // The last line was being written.
        fs::write(&path, format!("{WRITTEN}79aaf4868f065f32 {{\"call")).unwrap();
        let open = || ImportJournal::open(&path, "https://harbor.example/", Options::new());
        let journal = open().unwrap();
        assert_eq!(
            journal.settled.get("harbor-1"),
            Some((Settled::Sent, [1; 8]))
        );
        let agent = Scope::Agent(AgentId(310));
        assert_eq!(journal.known[&agent].first.id, CallLogId(5_009));
        assert_eq!(journal.unresolved["harbor-2"].digest, [2; 8]);
        assert!(open().unwrap_err().is_locked());
        drop(journal);
        let mut journal = open().unwrap();
        let refused = Record {
            call_id: "harbor-3".to_owned(),
            line: 3,
            digest: "03".repeat(8),
            event: Event::Refused {
                reason: "400".to_owned(),
                is_general: false,
                at: None,
            },
        };
        journal.append(std::slice::from_ref(&refused)).unwrap();
        let longer = [WRITTEN, &line_of(&refused).unwrap()].concat();
        assert_eq!(fs::read_to_string(&path).unwrap(), longer);
        fs::remove_file(path).unwrap();
    }
}
