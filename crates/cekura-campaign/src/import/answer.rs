//! What a response says about a call that was sent.

use cekura::resources::Observed;
use cekura::{CallLogId, Error};

/// What became of a call that was sent.
#[derive(Debug)]
pub(super) enum Answer {
    /// It is a call log now.
    Sent(CallLogId),
    /// The service has its `call_id` already.
    There,
    /// The service refused it.
    Refused(String),
    /// It was not carried out: it may be sent again once the rate limit allows.
    RateLimited(Error),
    /// It was not carried out, and neither would be any other.
    Rejected(Error),
    /// It may have been carried out.
    Unknown(String),
}

impl Answer {
    pub(super) fn of(reply: Result<Observed, Error>) -> Self {
        let error = match reply {
            Ok(observed) => return Self::Sent(observed.id()),
            Err(error) => error,
        };
        if error.is_outcome_unknown() || error.is_invalid_response() {
            let cause = std::error::Error::source(&error);
            return Self::Unknown(cause.map_or_else(|| error.to_string(), ToString::to_string));
        }
        if error.is_rate_limited() {
            return Self::RateLimited(error);
        }
        match error.status() {
            Some(409) => Self::There,
            Some(_) if error.is_bad_request() || error.is_certainly_missing() => {
                Self::Refused(error.to_string())
            }
            _ => Self::Rejected(error),
        }
    }
}
