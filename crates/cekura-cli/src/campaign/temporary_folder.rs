//! The temporary folder of a journal for a sandbox that ends with the command.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is deleted with its contents when the command ends.
#[derive(Debug)]
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// Returns the folder of a journal that is alone in it.
    pub(crate) fn of(journal: &Path) -> Option<Self> {
        journal.parent().map(|folder| Self(folder.to_owned()))
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // Anything left stays in the system's folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}
