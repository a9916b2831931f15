//! The lock of a journal, and the other files beside it.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::error::JournalError;
use crate::files::{lock, with_ending};

/// Takes the lock of a journal, which lasts as long as the file is open.
pub(super) fn lock_journal(journal: &Path) -> Result<File, JournalError> {
    let in_use = format!(
        "another process is running the campaign {}: wait for it or stop it; this command sent nothing",
        journal.display()
    );
    lock(&beside(journal, "lock"), true, &in_use)
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
    fn the_lock_stands_beside_the_journal() {
        assert_eq!(beside(Path::new("a/b.db"), "lock"), Path::new("a/b.lock"));
        assert_eq!(beside(Path::new("a/b.c"), "lock"), Path::new("a/b.c.lock"));
    }
}
