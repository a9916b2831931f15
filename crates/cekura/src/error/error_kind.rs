//! The kinds of errors, for matching.

use std::fmt;

use super::{Error, Kind};

/// The kind of an [`Error`], for a `match`. The predicates of [`Error`] distinguish more.
///
/// ```no_run
/// # fn f(error: cekura::Error) {
/// use cekura::ErrorKind;
/// match error.kind() {
///     ErrorKind::NotFound => println!("no such call log"),
///     ErrorKind::RateLimited => println!("retry in {:?}", error.retry_after()),
///     ErrorKind::OutcomeUnknown => println!("read the call logs before you retry: {error}"),
///     kind => println!("{kind}: {error}"),
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The configuration of the client is invalid; nothing was sent.
    Config,
    /// The arguments of the call are invalid; nothing was sent.
    InvalidRequest,
    /// A paid or otherwise unrepeatable request may or may not have been carried out.
    OutcomeUnknown,
    /// The token provider returned an error; this attempt was not sent.
    TokenUnavailable,
    /// No connection, or a certificate that is not trusted; nothing was sent.
    Connect,
    /// A timeout ended the call, or the wait for a job, which continues.
    Timeout,
    /// The connection ended before the response was read to its end. See [`Error::is_network`] for all network errors.
    Interrupted,
    /// A redirect that is not followed.
    Redirect,
    /// A response with a success status and a body that cannot be used.
    InvalidResponse,
    /// A job ended without a result; see [`Error::job`].
    JobFailed,
    /// Status 401.
    Unauthorized,
    /// Status 402.
    OutOfCredits,
    /// Status 403.
    Forbidden,
    /// Status 404.
    NotFound,
    /// Status 429, or the cooldown or the client's own rate limit exceeds the timeout of the call.
    RateLimited,
    /// Status 400, 409, 413, 415 or 422.
    BadRequest,
    /// A status of 500 or more.
    Server,
    /// Any other status.
    Status,
}

impl ErrorKind {
    /// Returns the kind as a word in lower case, such as `not_found`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::InvalidRequest => "invalid_request",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::TokenUnavailable => "token_unavailable",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Interrupted => "interrupted",
            Self::Redirect => "redirect",
            Self::InvalidResponse => "invalid_response",
            Self::JobFailed => "job_failed",
            Self::Unauthorized => "unauthorized",
            Self::OutOfCredits => "out_of_credits",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::BadRequest => "bad_request",
            Self::Server => "server",
            Self::Status => "status",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Error {
    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.detail() {
            Kind::Config(_) => ErrorKind::Config,
            Kind::InvalidRequest(_) => ErrorKind::InvalidRequest,
            Kind::OutcomeUnknown(_) => ErrorKind::OutcomeUnknown,
            Kind::NoToken => ErrorKind::TokenUnavailable,
            Kind::NotSent { .. } | Kind::InvalidCertificate { .. } => ErrorKind::Connect,
            Kind::TimedOut(_) | Kind::OutOfTime | Kind::JobRunning(_) => ErrorKind::Timeout,
            Kind::Interrupted => ErrorKind::Interrupted,
            Kind::Redirected { .. } => ErrorKind::Redirect,
            Kind::InvalidResponse(_) => ErrorKind::InvalidResponse,
            Kind::JobFailed(_) => ErrorKind::JobFailed,
            Kind::CoolingDown | Kind::RateLimited => ErrorKind::RateLimited,
            Kind::Status => match self.status() {
                Some(401) => ErrorKind::Unauthorized,
                Some(402) => ErrorKind::OutOfCredits,
                Some(403) => ErrorKind::Forbidden,
                Some(404) => ErrorKind::NotFound,
                Some(429) => ErrorKind::RateLimited,
                Some(400 | 409 | 413 | 415 | 422) => ErrorKind::BadRequest,
                Some(500..) => ErrorKind::Server,
                _ => ErrorKind::Status,
            },
        }
    }

    /// Returns whether the same call may succeed later, and repeating it cannot be charged twice.
    ///
    /// `true` for failed connections, timeouts, interrupted reads, rate limits, 408, 5xx, and an evaluation that is
    /// [in progress](Self::is_evaluation_in_progress). Always `false` for an unknown outcome: read the call logs back
    /// first.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect => !self.is_invalid_certificate(),
            ErrorKind::Timeout
            | ErrorKind::TokenUnavailable
            | ErrorKind::Interrupted
            | ErrorKind::RateLimited
            | ErrorKind::Server => true,
            ErrorKind::BadRequest => self.is_evaluation_in_progress(),
            ErrorKind::Status => self.status() == Some(408),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::{InvalidResponse, Limit};
    use super::*;

    #[test]
    fn an_unknown_outcome_is_never_retryable() {
        let limit = Limit::Attempt(Duration::from_secs(60));
        let timeout = Error::new(Kind::TimedOut(limit));
        assert_eq!(timeout.kind(), ErrorKind::Timeout);
        assert!(timeout.is_retryable());
        let unknown = timeout.into_outcome_unknown();
        assert_eq!(unknown.kind(), ErrorKind::OutcomeUnknown);
        assert!(!unknown.is_retryable() && unknown.is_timeout());
    }

    #[test]
    fn errors_that_repeat_themselves_are_not_retryable() {
        let host = || "api.cekura.ai".to_owned();
        for (kind, expected, retryable) in [
            (Kind::Config(String::new()), "config", false),
            (
                Kind::InvalidRequest(String::new()),
                "invalid_request",
                false,
            ),
            (
                Kind::NotSent {
                    host: host(),
                    within: None,
                },
                "connect",
                true,
            ),
            (Kind::InvalidCertificate { host: host() }, "connect", false),
            (Kind::Interrupted, "interrupted", true),
            (Kind::OutOfTime, "timeout", true),
            (Kind::CoolingDown, "rate_limited", true),
            (Kind::RateLimited, "rate_limited", true),
            (
                Kind::InvalidResponse(InvalidResponse::NotJson),
                "invalid_response",
                false,
            ),
        ] {
            let error = Error::new(kind);
            assert_eq!(
                (error.kind().to_string().as_str(), error.is_retryable()),
                (expected, retryable)
            );
        }
    }
}
