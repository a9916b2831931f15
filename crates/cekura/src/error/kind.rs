//! The private side of the error: what happened, as data.

use std::time::Duration;

use super::OutcomeUnknown;
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
    /// No trust in the host.
    CertificateRefused { host: String },
    /// The connection ended under the request or its reply.
    Interrupted,
    /// A limit was reached while the reply was waited for.
    TimedOut(Limit),
    /// The time of the call was over when it was about to be sent.
    OutOfTime,
    /// A 429 holds the client back for longer than the call may take.
    CoolingDown,
    /// The client's own rate leaves no slot for as long as the call may take.
    RateLimited,
    /// A reply without success.
    Status,
    /// A redirect that is not followed; where to, without query.
    Redirected {
        location: String,
        why: RedirectRefusal,
    },
    /// A success whose body is of no use.
    InvalidResponse(InvalidResponse),
    /// Nobody knows; the source says why.
    OutcomeUnknown(OutcomeUnknown),
}

impl Kind {
    /// A word for spans; `None` where the status of the reply says it.
    pub(crate) fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Status => return None,
            Self::Config(_) => "config",
            Self::InvalidRequest(_) => "invalid_request",
            Self::NoToken => "token",
            Self::NotSent { .. } => "connect",
            Self::CertificateRefused { .. } => "certificate",
            Self::Interrupted => "interrupted",
            Self::TimedOut(_) | Self::OutOfTime => "timeout",
            Self::CoolingDown => "cooling_down",
            Self::RateLimited => "rate_limited",
            Self::Redirected { .. } => "redirect",
            Self::InvalidResponse(_) => "invalid_response",
            Self::OutcomeUnknown(_) => "outcome_unknown",
        })
    }
}

/// Which limit ended an attempt, and how long it let it go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// The limit for one attempt.
    Attempt(Duration),
    /// What was left of the time of the call.
    Total(Duration),
}

impl Limit {
    pub(crate) fn span(self) -> Duration {
        match self {
            Self::Attempt(span) | Self::Total(span) => span,
        }
    }
}

/// Why a success is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InvalidResponse {
    /// JSON that is not the documented reply; the path of the first surprise.
    Shape { path: String },
    /// The stream ended before the body did.
    CutOff,
    /// More bytes than the client accepts.
    TooLarge { limit: usize },
    /// Something else than JSON, such as a login page.
    NotJson,
    /// No body.
    Empty,
}

impl InvalidResponse {
    /// Whether the service itself must have answered, and with a success: the work was accepted.
    pub(crate) fn proves_acceptance(&self) -> bool {
        match self {
            Self::Shape { .. } | Self::CutOff | Self::TooLarge { .. } => true,
            Self::NotJson | Self::Empty => false,
        }
    }
}
