//! How a journal is opened or made for work.

use std::path::{Path, PathBuf};

use super::create::{Draft, NewCampaign};
use super::error::JournalError;
use super::merge::merge_with;
use super::open::Journal;

/// How a journal is opened or made for work, where the usual way is refused.
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
    pub(super) allow_any_filesystem: bool,
    pub(super) recover: bool,
}

impl OpenOptions {
    /// The usual way: [`Journal::open`] and [`Journal::create`].
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a filesystem that is not known to be local.
    ///
    /// Where locks or shared memory do not work between machines, two processes may both send and pay, and commits may be
    /// lost.
    pub fn allow_any_filesystem(mut self, yes: bool) -> Self {
        self.allow_any_filesystem = yes;
        self
    }

    /// Opens a journal that [has lost requests](JournalError::has_lost_requests).
    ///
    /// The call logs of the lost requests count as possibly sent: they are looked at first, and not sent again unless that
    /// is chosen. Where the record of sent requests is missing too, that goes for every call log that the journal takes for
    /// unsent. Those whose state before is lost as well cannot be looked at, and are never sent.
    pub fn recover(mut self, yes: bool) -> Self {
        self.recover = yes;
        self
    }

    /// Opens a journal for work: takes its lock, checks it whole, brings its tables up to date.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open(self, path: &Path) -> Result<Journal, JournalError> {
        Journal::open_with(path, self)
    }

    /// Makes the journal of a new campaign and takes its lock.
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

    /// Joins the journals of all shards of a plan into a new one.
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
