//! Why a campaign cannot go on.

use std::fmt;

use crate::journal::JournalError;

/// Why a campaign cannot go on. What was committed stays; it can be resumed when the reason is gone.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignError {
    /// The journal cannot be read or written.
    Journal(JournalError),
    /// The service, or the way to it, stands against every further request.
    Service(cekura::Error),
    /// The settings cannot be meant.
    Settings(String),
    /// The service refuses one call log after the other; its words for the last one.
    AllRefused(String),
    /// States before could not be read; how many, and the first reason.
    Unread {
        /// Call logs that could not be read. Nothing was sent for them.
        logs: u64,
        /// Why the first of them could not be read.
        error: cekura::Error,
    },
}

impl fmt::Display for CampaignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Journal(error) => error.fmt(f),
            Self::Service(error) => error.fmt(f),
            Self::Settings(text) => f.write_str(text),
            Self::AllRefused(words) => write!(
                f,
                "the service refused one call log after the other and took none; nothing was paid; the last answer: {words}"
            ),
            Self::Unread { logs, error } => write!(
                f,
                "{logs} call logs could not be read before their re-evaluation, so nothing was sent for them: {error}"
            ),
        }
    }
}

impl std::error::Error for CampaignError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Journal(error) => Some(error),
            Self::Service(error) | Self::Unread { error, .. } => Some(error),
            Self::Settings(_) | Self::AllRefused(_) => None,
        }
    }
}

impl From<JournalError> for CampaignError {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}
