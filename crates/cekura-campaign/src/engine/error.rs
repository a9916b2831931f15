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
    /// One request after the other has no usable answer, and looking back shows nothing that was carried out.
    AllLost {
        /// How many in a row.
        requests: u32,
        /// What came of the last one.
        last: String,
    },
    /// States before could not be read; how many, and the first reason.
    BaselineUnreadable {
        /// Call logs that could not be read. Nothing was sent for them.
        logs: u64,
        /// Why the first of them could not be read.
        error: cekura::Error,
    },
}

impl CampaignError {
    /// What the client says, where it is the service or the way to it that stands against going on.
    #[must_use]
    pub fn service_error(&self) -> Option<&cekura::Error> {
        match self {
            Self::Service(error) | Self::BaselineUnreadable { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for CampaignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Journal(error) => error.fmt(f),
            Self::Service(error) => error.fmt(f),
            Self::Settings(text) => f.write_str(text),
            Self::AllRefused(words) => write!(
                f,
                "the service refused one call log after the other and took none; none of them shows a sign of an evaluation; \
                 the last answer: {words}"
            ),
            Self::AllLost { requests, last } => write!(
                f,
                "{requests} requests in a row had no usable answer, and no call log of them shows a sign of an evaluation; \
                 nothing further is sent; the last one: {last}; resume when the service answers again"
            ),
            Self::BaselineUnreadable { logs, error } => write!(
                f,
                "{} could not be read before the re-evaluation, so nothing was sent: {error}",
                match logs {
                    1 => "1 call log".to_owned(),
                    logs => format!("{logs} call logs"),
                }
            ),
        }
    }
}

impl std::error::Error for CampaignError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Journal(error) => Some(error),
            _ => self.service_error().map(|error| error as _),
        }
    }
}

impl From<JournalError> for CampaignError {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}
