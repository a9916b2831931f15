//! Deleting a campaign: its journal and the files beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::JournalError;
use super::identify::identify;
use super::lock::lock_journal;
use super::open::{check_file, log_of};
use super::sent::record_of;

/// Deletes a journal, its logs and its record of sent requests, and returns the deleted files.
///
/// The lock file stays: a process that opened it before would otherwise hold a lock on a file that no other process opens.
///
/// # Errors
/// [`is_locked`](JournalError::is_locked) while another process works on the campaign. Otherwise a text that says what is wrong
/// with the file: it is not there, not a journal, or cannot be deleted.
pub fn delete(path: &Path) -> Result<Vec<PathBuf>, JournalError> {
    check_file(path)?;
    let io = |e| JournalError::io(path, "deleting the journal", e);
    let real = path.canonicalize().map_err(io)?;
    if identify(&real).map_err(io)? != Some("the journal of a campaign") {
        return Err(JournalError::usage(format!(
            "{} is not the journal of a campaign: nothing was deleted",
            path.display()
        )));
    }
    let _lock = lock_journal(&real)?;
    // The journal first: the files beside it are useless without it.
    let files = [
        path.to_owned(),
        real.clone(),
        log_of(&real, "wal"),
        log_of(&real, "shm"),
        log_of(&real, "journal"),
        record_of(&real),
    ];
    let mut deleted = Vec::new();
    for file in files {
        match fs::remove_file(&file) {
            Ok(()) => deleted.push(file),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => return Err(JournalError::io(&file, "deleting", e)),
        }
    }
    Ok(deleted)
}
