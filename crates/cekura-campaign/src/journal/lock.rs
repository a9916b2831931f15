//! The lock of a journal, and the other files beside it.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::error::JournalError;
use crate::files::{lock, with_ending};

/// The lock of a journal.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    /// Closing the file would not be enough: a process that is being started has it too for a moment.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Takes the lock of a journal.
pub(super) fn lock_journal(journal: &Path) -> Result<Lock, JournalError> {
    let in_use = format!(
        "another process is running the campaign {}: wait for it or stop it; this command sent nothing",
        journal.display()
    );
    lock(&beside(journal, "lock"), true, &in_use).map(Lock)
}

/// The file of the same name with another extension.
pub(super) fn beside(journal: &Path, ending: &str) -> PathBuf {
    match journal.extension() {
        Some(known) if known == "db" => journal.with_extension(ending),
        _ => with_ending(journal, &format!(".{ending}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_ends_although_another_process_has_the_file() {
        let journal = std::env::temp_dir().join(format!("cekura-lock-{}.db", std::process::id()));
        let lock = lock_journal(&journal).unwrap();
        let of_a_child = lock.0.try_clone().unwrap();
        assert!(lock_journal(&journal).unwrap_err().is_locked());
        drop(lock);
        lock_journal(&journal).unwrap();
        drop(of_a_child);
        std::fs::remove_file(beside(&journal, "lock")).unwrap();
    }

    #[test]
    fn the_lock_stands_beside_the_journal() {
        assert_eq!(beside(Path::new("a/b.db"), "lock"), Path::new("a/b.lock"));
        assert_eq!(beside(Path::new("a/b.c"), "lock"), Path::new("a/b.c.lock"));
    }
}
