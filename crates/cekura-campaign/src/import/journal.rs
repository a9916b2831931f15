//! The journal of an import: a file that is only appended to, and synced before each send and after each response.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file::CallKey;
use super::record::{Event, Head, Record, Settled, VERSION, read_digest};
use super::settled::SettledCalls;
use super::unresolved::{Known, Unresolved};
use crate::checked_line::{line_of, parsed};
use crate::journal::{
    JournalError, JournalErrorKind, OpenOptions as Options, check_local, folder_of, owner_only,
    sync_folder,
};

/// What happened to each call of an import, in a file with a checksum on each line.
///
/// One import at a time may use it; the lock is the file's own, and the kernel releases it with the process.
#[derive(Debug)]
pub struct ImportJournal {
    path: PathBuf,
    /// The open file, under its lock; `None` before the first import begins.
    file: Option<File>,
    head: String,
    pub(super) settled: SettledCalls,
    pub(super) unresolved: BTreeMap<String, Unresolved>,
    pub(super) known: Option<Known>,
    /// When the refused calls were sent.
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
            head: line_of(&head).map_err(|e| JournalError::io(path, "encoding", e))?,
            settled: SettledCalls::default(),
            unresolved: BTreeMap::new(),
            known: None,
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
        let opened = private(&self.path, is_new);
        let file = opened.map_err(|e| {
            self.failed("nothing was sent: check that the folder exists and is writable; opening the journal", e)
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(self.in_use("another process is importing with"));
            }
            Err(TryLockError::Error(e)) => return Err(self.failed("locking", e)),
        }
        let end = self.read(&file, is_new)?;
        let mut file = file;
        let ready = match end {
            // It was being made when the process or machine stopped, or is made now.
            0 => file
                .set_len(0)
                .and_then(|()| file.rewind())
                .and_then(|()| file.write_all(self.head.as_bytes()))
                .and_then(|()| file.sync_all())
                .and_then(|()| sync_folder(&self.path)),
            _ => file
                .set_len(end)
                .and_then(|()| file.seek(SeekFrom::Start(end)).map(drop)),
        };
        ready.map_err(|e| self.failed("writing the journal", e))?;
        self.file = Some(file);
        Ok(())
    }

    /// Reads the file; returns the length of its intact part.
    ///
    /// An incomplete last line was being written when the process or machine stopped, so that nothing had followed from it.
    fn read(&mut self, file: &File, is_new: bool) -> Result<u64, JournalError> {
        let mut lines = BufReader::new(file);
        let mut line = Vec::new();
        let unread = "reading the journal";
        let length = lines.read_until(b'\n', &mut line);
        let mut end = length.map_err(|e| self.failed(unread, e))? as u64;
        if self.head.as_bytes().starts_with(&line) && !line.ends_with(b"\n") {
            return Ok(0);
        }
        if is_new {
            return Err(self.in_use("another process has just begun an import with"));
        }
        self.check_head(&line)?;
        loop {
            line.clear();
            let length = lines.read_until(b'\n', &mut line);
            let length = length.map_err(|e| self.failed(unread, e))? as u64;
            match parsed::<Record>(&line) {
                Some(record) => self.note(&record),
                None if line.ends_with(b"\n") => return Err(self.damaged(end)),
                None => break,
            }
            end += length;
        }
        self.settled.sort();
        Ok(end)
    }

    fn check_head(&self, line: &[u8]) -> Result<(), JournalError> {
        let other = match parsed::<Head>(line) {
            None => "it is not the journal of an import: give another --journal".to_owned(),
            Some(_) if line == self.head.as_bytes() => return Ok(()),
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

    fn in_use(&self, who: &str) -> JournalError {
        JournalError::new(
            JournalErrorKind::Locked,
            format!(
                "{who} the journal {}: wait for it or stop it; this command sent nothing",
                self.path.display()
            ),
        )
    }

    /// Appends records, and syncs the file.
    pub(super) fn append(&mut self, records: &[Record]) -> Result<(), JournalError> {
        if records.is_empty() {
            return Ok(());
        }
        self.begin()?;
        let mut text = String::new();
        for record in records {
            let line = line_of(record).map_err(|e| self.failed("encoding", e))?;
            text.push_str(&line);
        }
        if let Some(file) = &mut self.file {
            let written = file
                .write_all(text.as_bytes())
                .and_then(|()| file.sync_data());
            written.map_err(|e| self.failed("writing the journal", e))?;
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

/// Returns whether a file that begins like this is the journal of an import.
pub(crate) fn is_import_journal(beginning: &[u8]) -> bool {
    let line = beginning.split_inclusive(|byte| *byte == b'\n').next();
    line.is_some_and(|line| parsed::<Head>(line).is_some())
}

/// Opens a file for reading and writing; a new one is for its owner only, because it names customers' calls.
fn private(path: &Path, create: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .create(create)
        .truncate(false);
    owner_only(&mut options).open(path)
}
