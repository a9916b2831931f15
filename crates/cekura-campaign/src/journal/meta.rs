//! The journal's metadata: key-value pairs, and the service that a campaign belongs to.

use super::error::JournalError;
use super::open::Journal;

/// The metadata key of the service's address.
const SERVICE: &str = "service";

/// The service of a merged journal.
const MERGED: &str = "none: merged";

impl Journal {
    /// Binds the campaign to the service at `base_url`, unless it is bound already.
    ///
    /// The same ids are other call logs on another service, so a campaign that was started with a sandbox must never continue with a
    /// real account, or the other way round.
    ///
    /// # Errors
    /// A [usage error](JournalError::is_usage) when it is bound to another service; otherwise when the journal cannot be
    /// read or written.
    pub(crate) fn bind_to_service(&mut self, base_url: &str) -> Result<(), JournalError> {
        match self.meta(SERVICE)? {
            Some(known) if known == base_url => Ok(()),
            Some(known) if known == MERGED => Err(JournalError::usage(format!(
                "{} was merged from the journals of shards, and running it would pay twice; nothing was sent: resume the \
                 shards, then merge again",
                self.path().display()
            ))),
            Some(known) => Err(JournalError::usage(format!(
                "the campaign of {} belongs to {known}, and this is {base_url}, where its ids are other call logs; nothing was \
                 sent: use the address that it belongs to, or plan again",
                self.path().display()
            ))),
            None => self.set_meta(SERVICE, base_url),
        }
    }

    /// The service's address; `None` if the campaign was never run.
    pub(super) fn service(&self) -> Result<Option<String>, JournalError> {
        self.meta(SERVICE)
    }

    /// Returns whether the journal was merged from those of shards, and is only for reading.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn is_merged(&self) -> Result<bool, JournalError> {
        Ok(self.meta(SERVICE)?.as_deref() == Some(MERGED))
    }

    /// Marks the journal as merged, so that it cannot be run.
    pub(super) fn mark_merged(&mut self) -> Result<(), JournalError> {
        self.set_meta(SERVICE, MERGED)
    }
}
