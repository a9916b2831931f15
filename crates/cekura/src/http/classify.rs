//! Classifies the result of an attempt: a successful response, or an error and what it means for a retry.

use cekura_api::Operation;

use super::attempt::Attempt;
use super::engine::Shared;
use super::{CallOptions, Reply, RequestContext};
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
    fn misses(self, reply: &Reply) -> Option<InvalidResponse> {
        match (self, reply.why_not_json()) {
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
    fn with(mut self, reply: ErrorResponse) -> Self {
        self.error = self.error.with_reply(reply);
        self
    }
}

/// Returns whether a response that was cut may be from the service.
fn may_be_json(reply: &Reply) -> bool {
    reply.looks_like_json() || (reply.body.is_empty() && reply.promises_json())
}

impl Shared {
    /// Returns the successful response, or the failure.
    pub(super) fn classify(
        &self,
        done: Attempt,
        context: &RequestContext,
        options: &CallOptions,
        limit: Limit,
    ) -> Result<Reply, FailedAttempt> {
        let host = || self.base.host().to_owned();
        let invalid = |why, outcome, reply| {
            FailedAttempt::new(outcome, Kind::InvalidResponse(why)).with(self.error_response(reply))
        };
        let once = !context.effect.is_repeatable();
        Err(match done {
            Attempt::Replied(reply) if reply.status.is_success() => {
                match context.expected.misses(&reply) {
                    None => return Ok(reply),
                    Some(why) => invalid(why, AttemptOutcome::NotFromService, reply),
                }
            }
            Attempt::Replied(reply) => {
                let told = retry_after(&reply.headers, self.clock.system_time());
                let mut failed =
                    FailedAttempt::new(AttemptOutcome::Status(reply.status), Kind::Status);
                failed.error = failed.error.with_retry_after(told);
                failed.with(self.error_response(reply))
            }
            Attempt::Redirected(reply, to, why) => {
                let location = self.credential.redact_text(&to);
                let kind = Kind::Redirected { location, why };
                FailedAttempt::new(AttemptOutcome::NotFromService, kind)
                    .with(self.error_response(reply))
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
                FailedAttempt::new(AttemptOutcome::ReplyLost, Kind::Interrupted)
                    .caused_by(Some(why))
            }
            Attempt::TimedOut => {
                FailedAttempt::new(AttemptOutcome::ReplyLost, Kind::TimedOut(limit))
            }
            Attempt::TooLarge(reply) if once && !may_be_json(&reply) => invalid(
                InvalidResponse::NotJson,
                AttemptOutcome::NotFromService,
                reply,
            ),
            Attempt::TooLarge(reply) => {
                let why = InvalidResponse::TooLarge {
                    limit: options.max_body,
                };
                invalid(why, AttemptOutcome::Status(reply.status), reply)
            }
            // The status was a success, so the work was accepted: never a reason to pay again.
            Attempt::CutOff(reply, why) if once && may_be_json(&reply) => invalid(
                InvalidResponse::CutOff,
                AttemptOutcome::Status(reply.status),
                reply,
            )
            .caused_by(why),
            Attempt::CutOff(reply, why) => {
                let kind = match why {
                    Some(_) => Kind::Interrupted,
                    None => Kind::TimedOut(limit),
                };
                let failed = FailedAttempt::new(AttemptOutcome::ReplyLost, kind);
                failed.with(self.error_response(reply)).caused_by(why)
            }
        })
    }

    pub(crate) fn error_response(&self, reply: Reply) -> ErrorResponse {
        ErrorResponse::new(reply, &self.credential)
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
            let reply = Reply {
                status: http::StatusCode::NO_CONTENT,
                headers: http::HeaderMap::new(),
                body: body.into(),
                attempts: 1,
                request: Arc::default(),
            };
            assert_eq!(json.misses(&reply), as_json, "{body:?}");
            assert_eq!(nothing.misses(&reply), as_nothing, "{body:?}");
            assert_eq!(anything.misses(&reply), None, "{body:?}");
        }
    }
}
