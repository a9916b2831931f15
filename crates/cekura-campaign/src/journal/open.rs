//! Opens journals: for work, under the lock, or for reading.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::create::remove_draft;
use super::error::{JournalError, NO_COPY};
use super::filesystem::check_local;
use super::lock::{Lock, lock_journal};
use super::options::OpenOptions;
use super::schema::{APPLICATION_ID, VERSION, migrate};
use super::sent::{self, record_of};
use crate::files::{CheckedFile, folder_of, with_ending};

/// The first bytes of every SQLite file.
pub(super) const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// A campaign's journal: one SQLite file, with a lock file beside it.
#[derive(Debug)]
pub struct Journal {
    pub(super) db: Connection,
    pub(super) path: PathBuf,
    /// The session number, from 1; 0 for reading.
    pub(super) session: i64,
    /// The path of the record of sent requests.
    pub(super) record: PathBuf,
    /// The open record, after the first write.
    pub(super) sent: Option<CheckedFile>,
    /// The lock; `None` for reading.
    pub(super) lock: Option<Lock>,
}

impl Journal {
    /// Opens a journal for work: takes the lock, checks the file, migrates its tables.
    ///
    /// # Errors
    /// [`is_locked`](JournalError::is_locked) while another process has the lock. Otherwise when the file is missing, not a journal,
    /// damaged, of a newer program, not on a local filesystem, or not writable, or
    /// [has lost requests](JournalError::has_lost_requests).
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        OpenOptions::new().open(path)
    }

    pub(super) fn open_with(path: &Path, options: OpenOptions) -> Result<Self, JournalError> {
        check_file(path)?;
        // One file has one lock, whatever path it is opened by.
        let real = path
            .canonicalize()
            .map_err(|e| JournalError::io(path, "finding the journal", e))?;
        check_local(folder_of(&real), options.allow_any_filesystem)?;
        let lock = lock_journal(&real)?;
        remove_draft(&real);
        let db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut journal = Self::with(db, path, Some(lock));
        let version = journal.check()?;
        // Requests are never sent from a journal that was merged, nor recorded.
        let loss = match journal.is_merged()? {
            true => None,
            false => journal.loss()?,
        };
        if let Some(loss) = &loss
            && !options.recover
        {
            return Err(journal.refuse(loss));
        }
        journal.set_up()?;
        migrate(&mut journal.db, version).map_err(|e| journal.failed(e))?;
        if let Some(loss) = loss {
            journal.restore(loss)?;
        }
        journal.begin_session()?;
        Ok(journal)
    }

    /// Opens a journal for reading, even while another process works on it.
    ///
    /// # Errors
    /// As [`open`](Self::open), without the lock.
    pub fn read(path: &Path) -> Result<Self, JournalError> {
        check_file(path)?;
        let plain = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map(|db| Self::with(db, path, None))
            .and_then(|journal| journal.check().map(|version| (journal, version)));
        let (journal, version) = match plain {
            Ok(opened) => opened,
            // A folder that cannot be written has no room for shared memory; without a log beside the file none is needed.
            Err(e) if !e.is_usage() && !log_of(path, "wal").exists() => {
                let uri = format!("file:{}?immutable=1", escaped(path));
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
                let db = Connection::open_with_flags(uri, flags)
                    .map_err(|e| JournalError::sqlite(path, e))?;
                let journal = Self::with(db, path, None);
                let version = journal.check()?;
                (journal, version)
            }
            Err(e) => return Err(e),
        };
        match version {
            VERSION => Ok(journal),
            _ => Err(JournalError::unusable(
                path,
                format!(
                    "its tables are of version {version}, and this program reads version {VERSION}: resume the campaign \
                     once to bring them up to date"
                ),
            )),
        }
    }

    pub(super) fn with(db: Connection, path: &Path, lock: Option<Lock>) -> Self {
        Self {
            db,
            path: path.to_owned(),
            session: 0,
            record: record_of(path.canonicalize().as_deref().unwrap_or(path)),
            sent: None,
            lock,
        }
    }

    /// Returns the path of the journal.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn failed(&self, error: rusqlite::Error) -> JournalError {
        JournalError::sqlite(&self.path, error)
    }

    /// Runs `change` in a transaction.
    pub(super) fn commit(
        &mut self,
        change: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), JournalError> {
        let failed = |e| JournalError::sqlite(&self.path, e);
        let all = self.db.transaction().map_err(failed)?;
        change(&all).map_err(failed)?;
        all.commit().map_err(failed)
    }

    /// Checks that the file is an intact journal; returns its version.
    fn check(&self) -> Result<i32, JournalError> {
        let number = |pragma: &str| {
            self.db
                .pragma_query_value(None, pragma, |row| row.get::<_, i32>(0))
                .map_err(|e| self.failed(e))
        };
        if number("application_id")? != APPLICATION_ID {
            return Err(JournalError::unusable(
                &self.path,
                "this SQLite file is not a campaign journal: give the .db file of one",
            ));
        }
        let version = number("user_version")?;
        if version > VERSION {
            return Err(JournalError::unusable(
                &self.path,
                format!(
                    "it was written by a newer program (tables of version {version}, this one knows {VERSION}); nothing is \
                     sent: update the program"
                ),
            ));
        }
        let verdict: String = self
            .db
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(|e| self.failed(e))?;
        if verdict != "ok" {
            return Err(JournalError::unusable(
                &self.path,
                format!("the journal is damaged ({verdict}); nothing is sent: {NO_COPY}"),
            ));
        }
        self.check_whole()?;
        Ok(version)
    }

    /// Rejects a journal that has lost its campaign.
    fn check_whole(&self) -> Result<(), JournalError> {
        let found = self.db.query_row(
            "SELECT count(*) FROM meta WHERE name IN ('id', 'plan', 'settings')",
            [],
            |row| row.get::<_, i32>(0),
        );
        match found {
            Ok(3) => Ok(()),
            Err(e) if e.sqlite_error_code() != Some(ErrorCode::Unknown) => Err(self.failed(e)),
            _ => Err(JournalError::unusable(
                &self.path,
                format!(
                    "the journal has lost its campaign{}; nothing is sent: {NO_COPY}",
                    recorded(&self.path)
                ),
            )),
        }
    }

    /// Makes every commit durable, on macOS too, where an ordinary flush stops at the disk's cache.
    pub(super) fn set_up(&self) -> Result<(), JournalError> {
        let mode: String = self
            .db
            .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
            .map_err(|e| self.failed(e))?;
        if mode != "wal" {
            return Err(JournalError::usage(format!(
                "{} is on a filesystem without shared memory, where a journal is not safe: put it on a local disk with \
                 --journal FILE",
                self.path.display()
            )));
        }
        self.db
            .execute_batch(
                "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY;",
            )
            .map_err(|e| self.failed(e))
    }

    fn begin_session(&mut self) -> Result<(), JournalError> {
        let last = self
            .meta("sessions")?
            .and_then(|text| text.parse().ok())
            .unwrap_or(0);
        self.session = last + 1;
        self.set_meta("sessions", &self.session.to_string())
    }
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, JournalError> {
    let failed = |e| JournalError::sqlite(path, e);
    let db = Connection::open_with_flags(path, flags).map_err(failed)?;
    // Readers and the writer only ever meet for the moment of a checkpoint.
    db.busy_timeout(Duration::from_secs(10)).map_err(failed)?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(db)
}

/// The files that SQLite keeps beside a journal while it is open: `wal` and `shm`.
pub(super) fn log_of(path: &Path, ending: &str) -> PathBuf {
    with_ending(path, &format!("-{ending}"))
}

fn escaped(path: &Path) -> String {
    let text = path.display().to_string();
    text.replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23")
}

/// How many call logs the record beside a journal says may have been paid, for a message; empty if there is no record.
fn recorded(journal: &Path) -> String {
    let real = journal.canonicalize();
    let record = record_of(real.as_deref().unwrap_or(journal));
    match sent::count(&record) {
        Some(0) | None => String::new(),
        Some(logs) => format!(
            " ({} names {logs} call logs in requests that may have been paid)",
            record.display()
        ),
    }
}

/// Rejects files that are not journals before SQLite opens them: it would take an empty file for a new database.
pub(super) fn check_file(path: &Path) -> Result<(), JournalError> {
    let found = fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => JournalError::usage(format!(
            "there is no journal {}: list the campaigns with `cekura campaign list`",
            path.display()
        )),
        _ => JournalError::io(path, "opening the journal", e),
    })?;
    if found.is_dir() {
        return Err(JournalError::usage(format!(
            "{} is a folder: give the .db file of a campaign",
            path.display()
        )));
    }
    if found.len() == 0 {
        return Err(JournalError::unusable(
            path,
            format!(
                "the journal is empty: its content is lost{}; nothing is sent: {NO_COPY}",
                recorded(path)
            ),
        ));
    }
    let mut head = [0; 16];
    let read = File::open(path)
        .and_then(|mut file| file.read_exact(&mut head))
        .is_ok();
    if read && &head == MAGIC {
        return Ok(());
    }
    match File::open(path) {
        Err(e) => Err(JournalError::io(path, "opening the journal", e)),
        Ok(_) => Err(JournalError::unusable(
            path,
            "this is not a campaign journal: give the .db file of one",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nobody makes one any more, and a journal that was rolled back to its beginning looks the same.
    #[test]
    fn tables_without_a_campaign_are_no_proof_that_nothing_was_sent() {
        let folder = std::env::temp_dir().join(format!("cekura-half-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for with_tables in [false, true] {
            let path = folder.join(format!("{with_tables}.db"));
            let mut db = Connection::open(&path).unwrap();
            match with_tables {
                true => migrate(&mut db, 0).unwrap(),
                false => db
                    .pragma_update(None, "application_id", APPLICATION_ID)
                    .unwrap(),
            }
            drop(db);
            for error in [
                Journal::open(&path).unwrap_err(),
                Journal::read(&path).unwrap_err(),
            ] {
                let text = error.to_string();
                assert!(error.is_usage(), "{text}");
                assert!(text.contains("has lost its campaign"), "{text}");
                assert!(!text.contains("nothing was sent"), "{text}");
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
