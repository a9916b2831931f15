//! The lock of a journal: one writer at a time, released by the kernel with the process.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::{JournalError, Kind};

/// The lock; the kernel releases it when the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a journal.
    pub(super) fn take(journal: &Path) -> Result<Self, JournalError> {
        let path = beside(journal, "lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|e| {
                let doing = "nothing was sent: check that the folder exists and is writable; opening the lock";
                JournalError::io(&path, doing, e)
            })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(JournalError::new(
                Kind::Locked,
                format!(
                    "another process is running the campaign {}: wait for it or stop it; this command sent nothing",
                    journal.display()
                ),
            )),
            Err(TryLockError::Error(e)) => Err(JournalError::io(&path, "locking", e)),
        }
    }
}

/// The file of the same name with another extension.
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
