//! The error type of campaigns.

use std::fmt;

use crate::journal::JournalError;

/// Why a run failed. The journal keeps what was done; resume the campaign once the cause is fixed.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignError {
    /// The journal cannot be read or written.
    Journal(JournalError),
    /// The service cannot be reached or rejects every further request.
    Service(cekura::Error),
    /// A setting is invalid.
    Settings(String),
    /// Many call logs in a row were refused; the text is the service's last response.
    AllRefused(String),
    /// Many requests in a row had no usable response, and none of their call logs shows a sign of an evaluation.
    AllLost {
        /// How many requests in a row.
        requests: u32,
        /// The last request's failure.
        last: String,
    },
    /// Some call logs could not be read before their re-evaluation.
    BaselineUnreadable {
        /// Call logs that could not be read. Nothing was sent for them.
        logs: u64,
        /// Why the first of them could not be read.
        error: cekura::Error,
    },
}

impl CampaignError {
    /// Returns the error of the failed request to the service, if one failed.
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
                "the service refused one call log after another, and none of them shows a sign of an evaluation; last response: {words}; \
                 fix the cause, then resume"
            ),
            Self::AllLost { requests, last } => write!(
                f,
                "{requests} requests in a row had no usable response, and none of their call logs shows a sign of an evaluation; \
                 sending has stopped; last failure: {last}; resume when the service responds again"
            ),
            Self::BaselineUnreadable { logs, error } => write!(
                f,
                "{} could not be read before the re-evaluation and were not sent: {error}",
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
