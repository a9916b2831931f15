//! What a response says about a call that was sent.

use cekura::{CallLogId, Error, RawResponse};
use serde::Deserialize;

use crate::engine::Meaning;

/// What became of a call that was sent.
#[derive(Debug)]
pub(super) enum Answer {
    /// It is a call log now.
    Sent(CallLogId),
    /// A conflict (409): the service may have its `call_id` already.
    Conflict(String),
    /// The service refused it.
    Refused(String),
    /// It was not carried out: it may be sent again once the rate limit allows.
    RateLimited(Error),
    /// It never reached the service, and neither would any other.
    NotSent(Error),
    /// The service refused it, and would refuse any other.
    Rejected(Error),
    /// It may have been carried out.
    Unknown(String),
}

/// The new call log in a response.
#[derive(Deserialize)]
struct Accepted {
    id: CallLogId,
}

impl Answer {
    pub(super) fn of(response: Result<RawResponse, Error>) -> Self {
        let error = match response.and_then(|response| response.json()) {
            Ok(Accepted { id }) => return Self::Sent(id),
            Err(error) => error,
        };
        match Meaning::of(&error) {
            _ if error.is_invalid_response() => Self::unknown(&error),
            Meaning::Unknown => Self::unknown(&error),
            Meaning::NotSent if error.is_rate_limited() => Self::RateLimited(error),
            Meaning::NotSent => Self::NotSent(error),
            Meaning::Busy | Meaning::Refused if error.status() == Some(409) => {
                Self::Conflict(error.to_string())
            }
            Meaning::Busy | Meaning::Refused
                if error.is_bad_request() || error.is_certainly_missing() =>
            {
                Self::Refused(error.to_string())
            }
            Meaning::Busy | Meaning::Refused => Self::Rejected(error),
        }
    }

    fn unknown(error: &Error) -> Self {
        let cause = std::error::Error::source(error);
        Self::Unknown(cause.map_or_else(|| error.to_string(), ToString::to_string))
    }
}
