//! The private details of an error.

use std::time::Duration;

use super::{JobReport, OutcomeUnknown};
use crate::http::RedirectRefusal;

#[derive(Debug)]
pub(crate) enum Kind {
    /// The client cannot be built.
    Config(String),
    /// The call's arguments are wrong.
    InvalidRequest(String),
    /// The token provider gave no token; the source says why.
    NoToken,
    /// No connection to the host; the limit, where one ended the connecting.
    NotSent { host: String, within: Option<Limit> },
    /// The certificate of the host was not accepted.
    InvalidCertificate { host: String },
    /// The connection ended during the request or its response.
    Interrupted,
    /// A timeout ended the wait for the response.
    TimedOut(Limit),
    /// The timeout of the call ended before it could be sent.
    OutOfTime,
    /// The cooldown after a 429 is longer than the rest of the call's timeout.
    CoolingDown,
    /// The client's own rate limit has no slot within the call's timeout.
    RateLimited,
    /// An error status.
    Status,
    /// A redirect that is not followed; its target without the query.
    Redirected {
        location: String,
        why: RedirectRefusal,
    },
    /// A success status whose body cannot be used.
    InvalidResponse(InvalidResponse),
    /// The outcome is unknown; the source is the reason.
    OutcomeUnknown(OutcomeUnknown),
    /// A job ended without a result.
    JobFailed(Box<JobReport>),
    /// A job had not ended when the wait for it timed out.
    JobRunning(Box<JobReport>),
}

impl Kind {
    /// Returns the word for spans; `None` for an error status, which is recorded itself.
    pub(crate) fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Status => return None,
            Self::Config(_) => "config",
            Self::InvalidRequest(_) => "invalid_request",
            Self::NoToken => "token",
            Self::NotSent { .. } => "connect",
            Self::InvalidCertificate { .. } => "certificate",
            Self::Interrupted => "interrupted",
            Self::TimedOut(_) | Self::OutOfTime | Self::JobRunning(_) => "timeout",
            Self::CoolingDown => "cooling_down",
            Self::RateLimited => "rate_limited",
            Self::Redirected { .. } => "redirect",
            Self::InvalidResponse(_) => "invalid_response",
            Self::OutcomeUnknown(_) => "outcome_unknown",
            Self::JobFailed(_) => "job_failed",
        })
    }
}

/// The timeout that ended an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// The timeout of one attempt.
    Attempt(Duration),
    /// The rest of the timeout of the call.
    Total(Duration),
}

impl Limit {
    pub(crate) fn span(self) -> Duration {
        match self {
            Self::Attempt(span) | Self::Total(span) => span,
        }
    }
}

/// Why the body of a success cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InvalidResponse {
    /// JSON that is not as documented; the path of the first difference.
    Shape { path: String },
    /// The body ended early.
    CutOff,
    /// More bytes than the client accepts.
    TooLarge { limit: usize },
    /// Not JSON, such as a login page.
    NotJson,
    /// No body.
    Empty,
}

impl InvalidResponse {
    /// Returns whether the response came from the service itself, so that the work was accepted.
    pub(crate) fn proves_acceptance(&self) -> bool {
        match self {
            Self::Shape { .. } | Self::CutOff | Self::TooLarge { .. } => true,
            Self::NotJson | Self::Empty => false,
        }
    }
}
