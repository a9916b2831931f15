//! The journal of a campaign in a sandbox of one command: of no use when both are gone.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is removed with all that is in it when the command ends.
#[derive(Debug)]
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// Of the journal that was made in a folder of its own.
    pub(crate) fn of(journal: &Path) -> Option<Self> {
        journal.parent().map(|folder| Self(folder.to_owned()))
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What cannot be removed is in the folder for what nobody needs later.
        let _ = fs::remove_dir_all(&self.0);
    }
}
