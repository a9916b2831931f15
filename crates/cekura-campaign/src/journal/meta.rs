//! To which service a campaign belongs.

use super::error::JournalError;
use super::open::Journal;

/// The note that holds the service's address.
const SERVICE: &str = "service";

/// What stands there in a journal that was made from others.
const MERGED: &str = "none: merged";

impl Journal {
    /// Binds the campaign to the service at `base_url`; the first binding counts.
    ///
    /// The same ids are other call logs elsewhere, so a campaign that was begun against a sandbox must never go on
    /// against a real account, or the other way round.
    ///
    /// # Errors
    /// A [usage error](JournalError::is_usage) when it is bound to another service; otherwise when the journal cannot be
    /// read or written.
    pub(crate) fn bind_to_service(&mut self, base_url: &str) -> Result<(), JournalError> {
        match self.meta(SERVICE)? {
            Some(known) if known == base_url => Ok(()),
            Some(known) if known == MERGED => Err(JournalError::usage(format!(
                "{} was merged from the journals of shards, and working on it as well would pay twice; nothing was sent from here: \
                 resume the shards, then merge again",
                self.path().display()
            ))),
            Some(known) => Err(JournalError::usage(format!(
                "the campaign of {} belongs to {known}, and this is {base_url}, where its ids would be other call logs; \
                 nothing was sent from here: name the address it belongs to, or plan anew",
                self.path().display()
            ))),
            None => self.set_meta(SERVICE, base_url),
        }
    }

    /// The service's address; nothing where nobody has worked on the campaign yet.
    pub(super) fn service(&self) -> Result<Option<String>, JournalError> {
        self.meta(SERVICE)
    }

    /// Whether the journal was made from those of shards, and is only for reading.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn is_merged(&self) -> Result<bool, JournalError> {
        Ok(self.meta(SERVICE)?.as_deref() == Some(MERGED))
    }

    /// Makes sure that nobody works on a journal that was made from others.
    pub(super) fn mark_merged(&mut self) -> Result<(), JournalError> {
        self.set_meta(SERVICE, MERGED)
    }
}
