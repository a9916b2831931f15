//! Options for opening and creating journals.

use std::path::{Path, PathBuf};

use super::create::{Draft, NewCampaign};
use super::error::JournalError;
use super::merge::merge_with;
use super::open::Journal;

/// Options for opening and creating journals.
///
/// ```no_run
/// use std::path::Path;
/// use cekura_campaign::journal::OpenOptions;
///
/// let journal = OpenOptions::new().recover(true).open(Path::new("march.db"))?;
/// # Ok::<(), cekura_campaign::JournalError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct OpenOptions {
    pub(crate) allow_any_filesystem: bool,
    pub(super) recover: bool,
}

impl OpenOptions {
    /// Creates the default options, as [`Journal::open`] and [`Journal::create`] use.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether to allow a filesystem that is not known to be local (default: no).
    ///
    /// If locks or shared memory do not work between machines, two processes may both send and pay, and commits may be lost.
    pub fn allow_any_filesystem(mut self, yes: bool) -> Self {
        self.allow_any_filesystem = yes;
        self
    }

    /// Sets whether to open a journal that [has lost requests](JournalError::has_lost_requests) (default: no).
    ///
    /// The call logs of the lost requests count as possibly sent: they are reconciled first, and only resent if that is allowed.
    /// If the record of sent requests is missing, this applies to every unsent call log. A call log without a stored state cannot
    /// be reconciled, and is never sent.
    pub fn recover(mut self, yes: bool) -> Self {
        self.recover = yes;
        self
    }

    /// Opens a journal for work: takes the lock, checks the file, migrates its tables.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open(self, path: &Path) -> Result<Journal, JournalError> {
        Journal::open_with(path, self)
    }

    /// Creates the journal of a new campaign and takes its lock.
    ///
    /// # Errors
    /// As [`Journal::create`].
    pub fn create(
        self,
        path: &Path,
        new_campaign: &NewCampaign<'_>,
    ) -> Result<Journal, JournalError> {
        Draft::of(path, new_campaign, self)?.publish()
    }

    /// Merges the journals of all shards of a plan into a new one.
    ///
    /// # Errors
    /// As [`merge`](super::merge).
    pub fn merge(
        self,
        id: &str,
        out: &Path,
        journals: &[PathBuf],
    ) -> Result<Journal, JournalError> {
        merge_with(self, id, out, journals)
    }
}
