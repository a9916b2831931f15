//! The loop around attempts: admission, verdict, wait, deadline.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::{Effect, Operation};
use http::{HeaderName, HeaderValue, Method};
use tracing::Instrument;

use super::attempt::{Attempt, attempt};
use super::trace::{attempt_span, call_span, ended};
use super::{CallOptions, Connections, Reply};
use crate::Error;
use crate::clock::{Chance, Clock, after};
use crate::error::{Kind, Limit, ReplyFacts, Unreadable};
use crate::retry::{Budget, Gate, Occurrence, Pace, Verdict, retry_after, verdict};
use crate::settings::{BaseUrl, Credential};

/// What all calls of a client share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) base: BaseUrl,
    pub(crate) credential: Credential,
    pub(crate) auth: (HeaderName, HeaderValue),
    pub(crate) connections: Connections,
    pub(crate) gate: Gate,
    pub(crate) pace: Option<Pace>,
    pub(crate) budget: Budget,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) defaults: CallOptions,
}

/// What the engine needs to know about an operation.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) effect: Effect,
    /// Whether its replies are documented, and so JSON.
    pub(crate) json: bool,
}

impl Task {
    pub(crate) fn of(operation: &Operation, request: &reqwest::Request) -> Self {
        Self {
            operation: operation.id,
            method: request.method().clone(),
            template: Cow::Borrowed(operation.path),
            effect: operation.effect,
            json: true,
        }
    }
}

/// Whether a reply whose end is missing may have been one of the service.
fn may_be_json(reply: &Reply) -> bool {
    reply.looks_like_json() || (reply.body.is_empty() && reply.promises_json())
}

/// How one attempt is to be judged, and the error it leaves if it is the last.
struct Setback {
    occurrence: Occurrence,
    error: Error,
}

impl Shared {
    /// Sends `request` as often as its effect allows, until there is a reply with success.
    pub(crate) async fn execute(
        &self,
        mut request: reqwest::Request,
        task: &Task,
        options: &CallOptions,
    ) -> Result<Reply, Error> {
        let (name, value) = self.auth.clone();
        request.headers_mut().insert(name, value);
        request
            .headers_mut()
            .insert("x-client-source", HeaderValue::from_static("sdk"));
        let span = call_span(self, task);
        let result = self
            .attempts(request, task, options)
            .instrument(span.clone())
            .await;
        let attempts = result
            .as_ref()
            .map_or_else(Error::attempts, |reply| reply.attempts);
        span.record("cekura.attempts", attempts);
        if let Err(error) = &result {
            ended(&span, error.status(), error.kind().name());
        }
        result.map_err(|e| e.in_operation(task.operation))
    }

    async fn attempts(
        &self,
        request: reqwest::Request,
        task: &Task,
        options: &CallOptions,
    ) -> Result<Reply, Error> {
        let http = self.connections.get(options.timeouts.connect)?;
        let deadline = options.deadline(self.clock.now());
        let mut sent = 0;
        loop {
            self.admit(deadline, options)
                .await
                .map_err(|e| e.after_attempts(sent))?;
            let remaining = deadline.saturating_duration_since(self.clock.now());
            if remaining.is_zero() {
                return Err(Error::new(Kind::TimedOut(Limit::Total)).after_attempts(sent));
            }
            let limit = options.timeouts.attempt.min(remaining);
            let Some(copy) = request.try_clone() else {
                return Err(Error::invalid_request(
                    "a streaming body cannot be sent safely",
                ));
            };
            let span = attempt_span(self, task, &request, sent);
            let done = attempt(&http, copy, &*self.clock, limit, options.max_body)
                .instrument(span.clone())
                .await;
            sent += 1;
            let ran_out = match limit < options.timeouts.attempt {
                true => Limit::Total,
                false => Limit::Attempt,
            };
            let setback = match self.judge(done, task, options, ran_out) {
                Ok(reply) => {
                    ended(&span, Some(reply.status.as_u16()), None);
                    self.budget.refund();
                    return Ok(Reply {
                        attempts: sent,
                        ..reply
                    });
                }
                Err(setback) => setback,
            };
            ended(&span, setback.error.status(), setback.error.kind().name());
            let wait = match verdict(task.effect, setback.occurrence) {
                Verdict::Stop => return Err(setback.error.after_attempts(sent)),
                Verdict::Unknown => {
                    return Err(setback.error.after_attempts(sent).into_outcome_unknown());
                }
                Verdict::Again => self.wait_before_retry(&setback, sent - 1, deadline, options),
            };
            let Some(wait) = wait else {
                return Err(setback.error.after_attempts(sent));
            };
            let (kind, status) = (setback.error.kind().name(), setback.error.status());
            tracing::debug!(target: "cekura", ?wait, kind, status, "sending again");
            self.clock.sleep(wait).await;
        }
    }

    /// How long to wait before the next attempt; `None` when there must be none.
    fn wait_before_retry(
        &self,
        setback: &Setback,
        retry: u32,
        deadline: Instant,
        options: &CallOptions,
    ) -> Option<Duration> {
        let told = setback.error.retry_after();
        let throttled =
            setback.occurrence == Occurrence::Status(http::StatusCode::TOO_MANY_REQUESTS);
        let wait = options.retry.wait(retry, throttled, told, &*self.chance);
        let now = self.clock.now();
        if throttled {
            self.gate.close_for(told.unwrap_or(wait), &*self.clock);
        }
        if retry >= options.retry.max_retries
            || told.is_some_and(|told| told > options.retry.retry_after_limit)
            || after(now, wait) >= deadline
        {
            return None;
        }
        (told.is_some() || self.budget.afford()).then_some(wait)
    }

    /// A reply with success, or what went wrong.
    fn judge(
        &self,
        done: Attempt,
        task: &Task,
        options: &CallOptions,
        ran_out: Limit,
    ) -> Result<Reply, Setback> {
        Err(match done {
            Attempt::Replied(reply) if reply.status.is_success() => {
                match reply.why_not_json().filter(|_| task.json) {
                    None => return Ok(reply),
                    Some(why) => {
                        self.partial(Kind::Unreadable(why), Occurrence::Elsewhere, reply, None)
                    }
                }
            }
            Attempt::Replied(reply) => {
                let told = retry_after(&reply.headers, self.clock.calendar());
                let occurrence = Occurrence::Status(reply.status);
                let error = Error::new(Kind::Status).with_retry_after(told);
                Setback {
                    occurrence,
                    error: error.with_reply(self.facts(reply)),
                }
            }
            Attempt::Redirected(reply, to) => {
                let location = self.credential.redact_text(&to);
                let error = Error::new(Kind::Redirected { location });
                Setback {
                    occurrence: Occurrence::Elsewhere,
                    error: error.with_reply(self.facts(reply)),
                }
            }
            Attempt::NotSent(e) => Setback {
                occurrence: Occurrence::NotSent,
                error: Error::new(Kind::NotSent).with_source(e),
            },
            Attempt::CertificateRefused(e) => Setback {
                occurrence: Occurrence::CertificateRefused,
                error: Error::new(Kind::CertificateRefused).with_source(e),
            },
            Attempt::Interrupted(e) => Setback {
                occurrence: Occurrence::Lost,
                error: Error::new(Kind::Interrupted).with_source(e),
            },
            Attempt::TimedOut => Setback {
                occurrence: Occurrence::Lost,
                error: Error::new(Kind::TimedOut(ran_out)),
            },
            Attempt::TooLarge(reply) if !task.effect.is_repeatable() && !may_be_json(&reply) => {
                self.partial(
                    Kind::Unreadable(Unreadable::NotJson),
                    Occurrence::Elsewhere,
                    reply,
                    None,
                )
            }
            Attempt::TooLarge(reply) => {
                let why = Unreadable::TooLarge {
                    limit: options.max_body,
                };
                self.partial(
                    Kind::Unreadable(why),
                    Occurrence::Status(reply.status),
                    reply,
                    None,
                )
            }
            // The service said yes, and the rest of what it said is lost: never a reason to pay again.
            Attempt::CutOff(reply, why) if !task.effect.is_repeatable() && may_be_json(&reply) => {
                let occurrence = Occurrence::Status(reply.status);
                self.partial(Kind::Unreadable(Unreadable::CutOff), occurrence, reply, why)
            }
            Attempt::CutOff(reply, Some(why)) => {
                self.partial(Kind::Interrupted, Occurrence::Lost, reply, Some(why))
            }
            Attempt::CutOff(reply, None) => {
                self.partial(Kind::TimedOut(ran_out), Occurrence::Lost, reply, None)
            }
        })
    }

    /// A setback that keeps the part of the reply that came.
    fn partial(
        &self,
        kind: Kind,
        occurrence: Occurrence,
        reply: Reply,
        source: Option<reqwest::Error>,
    ) -> Setback {
        let error = Error::new(kind).with_reply(self.facts(reply));
        let error = match source {
            Some(source) => error.with_source(source),
            None => error,
        };
        Setback { occurrence, error }
    }

    pub(crate) fn facts(&self, reply: Reply) -> ReplyFacts {
        ReplyFacts::new(reply.status, &reply.headers, reply.body, &self.credential)
    }
}
