//! Classifies the result of an attempt: a successful response, or an error and what it means for a retry.

use cekura_api::Operation;

use super::attempt::Attempt;
use super::engine::Shared;
use super::{CallOptions, HttpResponse, RequestContext};
use crate::Error;
use crate::error::{ErrorResponse, InvalidResponse, Kind, Limit};
use crate::retry::{AttemptOutcome, retry_after};

/// What the contract says about the body of a successful response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// JSON; anything else is not from the service.
    Json,
    /// No body. JSON is accepted; a web page is not from the service.
    NoBody,
    /// Not documented.
    Anything,
}

impl Expected {
    pub(crate) fn of(operation: &Operation) -> Self {
        match operation.returns_json {
            true => Self::Json,
            false => Self::NoBody,
        }
    }

    /// Returns why a successful response cannot be from the service.
    fn misses(self, response: &HttpResponse) -> Option<InvalidResponse> {
        match (self, response.why_not_json()) {
            (Self::Json, why) => why,
            (Self::NoBody, Some(InvalidResponse::NotJson)) => Some(InvalidResponse::NotJson),
            (Self::NoBody | Self::Anything, _) => None,
        }
    }
}

/// A failed attempt: its class for the retry decision, and its error.
pub(super) struct FailedAttempt {
    pub(super) outcome: AttemptOutcome,
    pub(super) error: Error,
}

impl FailedAttempt {
    fn new(outcome: AttemptOutcome, kind: Kind) -> Self {
        Self {
            outcome,
            error: Error::new(kind),
        }
    }

    /// The same failure under another rule of the table.
    pub(super) fn with_outcome(self, outcome: AttemptOutcome) -> Self {
        Self { outcome, ..self }
    }

    fn caused_by(mut self, source: Option<reqwest::Error>) -> Self {
        if let Some(source) = source {
            self.error = self.error.with_source(source);
        }
        self
    }

    /// Adds the response.
    fn with(mut self, response: ErrorResponse) -> Self {
        self.error = self.error.with_response(response);
        self
    }
}

/// Returns whether a response that was cut may be from the service.
fn may_be_json(response: &HttpResponse) -> bool {
    response.looks_like_json() || (response.body.is_empty() && response.promises_json())
}

impl Shared {
    /// Returns the successful response, or the failure.
    pub(super) fn classify(
        &self,
        done: Attempt,
        context: &RequestContext,
        options: &CallOptions,
        limit: Limit,
    ) -> Result<HttpResponse, FailedAttempt> {
        let host = || self.base.host().to_owned();
        let invalid = |why, outcome, response| {
            FailedAttempt::new(outcome, Kind::InvalidResponse(why))
                .with(self.error_response(response))
        };
        let once = !context.effect.is_repeatable();
        Err(match done {
            Attempt::Responded(response) if response.status.is_success() => {
                match context.expected.misses(&response) {
                    None => return Ok(response),
                    Some(why) => invalid(why, AttemptOutcome::NotFromService, response),
                }
            }
            Attempt::Responded(response) => {
                let told = retry_after(&response.headers, self.clock.system_time());
                let mut failed =
                    FailedAttempt::new(AttemptOutcome::Status(response.status), Kind::Status);
                failed.error = failed.error.with_retry_after(told);
                failed.with(self.error_response(response))
            }
            Attempt::Redirected(response, to, why) => {
                let location = self.credential.redact_text(&to);
                let kind = Kind::Redirected { location, why };
                FailedAttempt::new(AttemptOutcome::NotFromService, kind)
                    .with(self.error_response(response))
            }
            Attempt::NotSent(why) => {
                let within = why.is_none().then_some(limit);
                let kind = Kind::NotSent {
                    host: host(),
                    within,
                };
                FailedAttempt::new(AttemptOutcome::NotSent, kind).caused_by(why)
            }
            Attempt::InvalidCertificate(why) => {
                let kind = Kind::InvalidCertificate { host: host() };
                FailedAttempt::new(AttemptOutcome::InvalidCertificate, kind).caused_by(Some(why))
            }
            Attempt::Interrupted(why) => {
                FailedAttempt::new(AttemptOutcome::ResponseLost, Kind::Interrupted)
                    .caused_by(Some(why))
            }
            Attempt::TimedOut => {
                FailedAttempt::new(AttemptOutcome::ResponseLost, Kind::TimedOut(limit))
            }
            Attempt::TooLarge(response) if once && !may_be_json(&response) => invalid(
                InvalidResponse::NotJson,
                AttemptOutcome::NotFromService,
                response,
            ),
            Attempt::TooLarge(response) => {
                let why = InvalidResponse::TooLarge {
                    limit: options.max_body,
                };
                invalid(why, AttemptOutcome::Status(response.status), response)
            }
            // The status was a success, so the work was accepted: never a reason to pay again.
            Attempt::CutOff(response, why) if once && may_be_json(&response) => invalid(
                InvalidResponse::CutOff,
                AttemptOutcome::Status(response.status),
                response,
            )
            .caused_by(why),
            Attempt::CutOff(response, why) => {
                let kind = match why {
                    Some(_) => Kind::Interrupted,
                    None => Kind::TimedOut(limit),
                };
                let failed = FailedAttempt::new(AttemptOutcome::ResponseLost, kind);
                failed.with(self.error_response(response)).caused_by(why)
            }
        })
    }

    pub(crate) fn error_response(&self, response: HttpResponse) -> ErrorResponse {
        ErrorResponse::new(response, &self.credential)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use cekura_api::operations;

    use super::*;

    #[test]
    fn a_successful_body_is_checked_against_the_contract() {
        use InvalidResponse::{Empty, NotJson};
        let mut gone = operations::CALL_LOGS_RETRIEVE;
        gone.returns_json = false;
        let json = Expected::of(&operations::CALL_LOGS_RETRIEVE);
        let (nothing, anything) = (Expected::of(&gone), Expected::Anything);
        for (body, as_json, as_nothing) in [
            ("", Some(Empty), None),
            (" \n", Some(Empty), None),
            ("{}", None, None),
            ("[1]", None, None),
            ("<html>", Some(NotJson), Some(NotJson)),
            ("done", Some(NotJson), Some(NotJson)),
        ] {
            let response = HttpResponse {
                status: http::StatusCode::NO_CONTENT,
                headers: http::HeaderMap::new(),
                body: body.into(),
                attempts: 1,
                request: Arc::default(),
            };
            assert_eq!(json.misses(&response), as_json, "{body:?}");
            assert_eq!(nothing.misses(&response), as_nothing, "{body:?}");
            assert_eq!(anything.misses(&response), None, "{body:?}");
        }
    }
}
