//! One writer at a time: a lock that the kernel keeps and drops with the process.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::{JournalError, Kind};

/// Held while it lives; the kernel frees it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a journal, or says who is in the way.
    pub(super) fn take(journal: &Path) -> Result<Self, JournalError> {
        let path = beside(journal, "lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|e| {
                let doing = "nothing was sent from here: check that the folder exists and may be written; opening the lock";
                JournalError::io(&path, doing, e)
            })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(JournalError::new(
                Kind::Locked,
                format!(
                    "another process is at work on the campaign {}: wait for it or stop it; nothing was sent from here",
                    journal.display()
                ),
            )),
            Err(TryLockError::Error(e)) => Err(JournalError::io(&path, "locking", e)),
        }
    }
}

/// The file of the same name with another ending.
pub(super) fn beside(journal: &Path, ending: &str) -> PathBuf {
    match journal.extension() {
        Some(known) if known == "db" => journal.with_extension(ending),
        _ => {
            let mut name = OsString::from(journal);
            name.push(".");
            name.push(ending);
            name.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_stands_beside_the_journal() {
        assert_eq!(beside(Path::new("a/b.db"), "lock"), Path::new("a/b.lock"));
        assert_eq!(beside(Path::new("a/b.c"), "lock"), Path::new("a/b.c.lock"));
    }
}
