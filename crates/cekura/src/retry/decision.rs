//! Decides whether a request is sent again: the table of [`retry`](super), as a function.

use cekura_api::Effect;
use http::StatusCode;

/// The result of one attempt, as far as the decision needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttemptOutcome {
    /// No request was sent.
    NotSent,
    /// The server's certificate was not accepted; no request was sent.
    InvalidCertificate,
    /// The request may have arrived; its response was not read to its end.
    ResponseLost,
    /// A response that is not from the service: a redirect that is not followed, a login page.
    NotFromService,
    /// A 401 to a token that can be replaced by a new one.
    TokenRefused,
    /// A response with this status.
    Status(StatusCode),
}

/// What to do after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryDecision {
    /// Send it again: that cannot do the work twice.
    Retry,
    /// Do not send it again: the response is final.
    Stop,
    /// Do not send it again: the outcome is unknown.
    Unknown,
}

/// Decides what to do after an attempt.
pub(crate) fn decide(effect: Effect, what: AttemptOutcome) -> RetryDecision {
    let repeatable = effect.is_repeatable();
    let in_doubt = if repeatable {
        RetryDecision::Retry
    } else {
        RetryDecision::Unknown
    };
    match what {
        AttemptOutcome::NotSent => RetryDecision::Retry,
        // The service checks the token before any work, but a proxy may return a 401 for a request that it has forwarded.
        AttemptOutcome::TokenRefused if repeatable => RetryDecision::Retry,
        AttemptOutcome::TokenRefused => RetryDecision::Stop,
        AttemptOutcome::InvalidCertificate => RetryDecision::Stop,
        AttemptOutcome::ResponseLost => in_doubt,
        AttemptOutcome::NotFromService if repeatable => RetryDecision::Stop,
        AttemptOutcome::NotFromService => RetryDecision::Unknown,
        AttemptOutcome::Status(StatusCode::TOO_MANY_REQUESTS) => RetryDecision::Retry,
        AttemptOutcome::Status(StatusCode::REQUEST_TIMEOUT) => in_doubt,
        AttemptOutcome::Status(status) if status.is_server_error() => in_doubt,
        // Neither a success nor an error: 101, 304, a redirect whose body did not end.
        AttemptOutcome::Status(status)
            if !(repeatable || status.is_success() || status.is_client_error()) =>
        {
            RetryDecision::Unknown
        }
        AttemptOutcome::Status(_) => RetryDecision::Stop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Effect::{Billable, Idempotent, Read, Write};
    use RetryDecision::{Retry, Stop, Unknown};

    fn status(code: u16) -> AttemptOutcome {
        AttemptOutcome::Status(StatusCode::from_u16(code).unwrap())
    }

    #[test]
    fn the_documented_table_holds_row_by_row() {
        let rows = [
            (AttemptOutcome::NotSent, Retry, Retry),
            (AttemptOutcome::InvalidCertificate, Stop, Stop),
            (AttemptOutcome::TokenRefused, Retry, Stop),
            (AttemptOutcome::ResponseLost, Retry, Unknown),
            (AttemptOutcome::NotFromService, Stop, Unknown),
            (status(429), Retry, Retry),
            (status(503), Retry, Unknown),
            (status(500), Retry, Unknown),
            (status(502), Retry, Unknown),
            (status(504), Retry, Unknown),
            (status(599), Retry, Unknown),
            (status(408), Retry, Unknown),
            (status(400), Stop, Stop),
            (status(401), Stop, Stop),
            (status(402), Stop, Stop),
            (status(403), Stop, Stop),
            (status(404), Stop, Stop),
            (status(409), Stop, Stop),
            (status(422), Stop, Stop),
            (status(499), Stop, Stop),
            // A success whose body cannot be used: it was carried out.
            (status(200), Stop, Stop),
            (status(299), Stop, Stop),
            // Neither a success nor an error.
            (status(101), Stop, Unknown),
            (status(304), Stop, Unknown),
            (status(399), Stop, Unknown),
        ];
        for (what, repeatable, once) in rows {
            for effect in [Read, Idempotent] {
                assert_eq!(decide(effect, what), repeatable, "{effect:?} {what:?}");
            }
            for effect in [Write, Billable] {
                assert_eq!(decide(effect, what), once, "{effect:?} {what:?}");
            }
        }
    }
}
