//! The loop around attempts: admission, verdict, wait, deadline.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::{Effect, Operation};
use http::{HeaderName, HeaderValue, Method};
use tracing::Instrument;

use super::attempt::attempt;
use super::judge::{Expected, FailedAttempt};
use super::trace::{attempt_span, call_span, ended};
use super::{CallOptions, Connections, Reply};
use crate::Error;
use crate::clock::{Clock, JitterSource, after};
use crate::error::{Kind, Limit};
use crate::retry::{AttemptOutcome, Budget, Gate, RateLimiter, RetryDecision, verdict};
use crate::settings::{BaseUrl, Credential};

/// What all calls of a client share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) base: BaseUrl,
    pub(crate) credential: Credential,
    pub(crate) auth: (HeaderName, HeaderValue),
    pub(crate) connections: Connections,
    pub(crate) gate: Gate,
    pub(crate) pace: Option<RateLimiter>,
    pub(crate) budget: Budget,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) jitter: Arc<dyn JitterSource>,
    pub(crate) defaults: CallOptions,
}

/// What the engine needs to know about an operation.
#[derive(Clone, Debug)]
pub(crate) struct RequestContext {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) effect: Effect,
    /// What a reply with success has to be.
    pub(crate) expected: Expected,
}

impl RequestContext {
    pub(crate) fn of(operation: &Operation, request: &reqwest::Request) -> Self {
        Self {
            operation: operation.id,
            method: request.method().clone(),
            template: Cow::Borrowed(operation.path),
            effect: operation.effect,
            expected: Expected::of(operation),
        }
    }
}

impl Shared {
    /// Sends `request` as often as its effect allows, until there is a reply with success.
    pub(crate) async fn execute(
        &self,
        mut request: reqwest::Request,
        task: &RequestContext,
        options: &CallOptions,
    ) -> Result<Reply, Error> {
        let (name, value) = self.auth.clone();
        request.headers_mut().insert(name, value);
        request
            .headers_mut()
            .insert("x-client-source", HeaderValue::from_static("sdk"));
        let span = call_span(self, task);
        let name = self.name_of(&request);
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
        match result {
            Ok(reply) => Ok(Reply {
                request: name,
                ..reply
            }),
            Err(e) => Err(e.in_operation(task.operation).in_request(name)),
        }
    }

    /// Method and path, as an error names a request; the query may hold what is nobody's business.
    fn name_of(&self, request: &reqwest::Request) -> Arc<str> {
        let path = self.base.below(request.url()).unwrap_or_default();
        let name = format!("{} {path}", request.method());
        self.credential.redact_text(&name).into()
    }

    async fn attempts(
        &self,
        request: reqwest::Request,
        task: &RequestContext,
        options: &CallOptions,
    ) -> Result<Reply, Error> {
        let http = match task.effect.is_repeatable() {
            true => self.connections.get(options.timeouts.connect)?,
            false => self.connections.fresh(options.timeouts.connect)?,
        };
        let deadline = options.deadline(self.clock.now());
        let mut sent = 0;
        loop {
            self.admit(deadline)
                .await
                .map_err(|e| e.after_attempts(sent))?;
            let remaining = deadline.saturating_duration_since(self.clock.now());
            if remaining.is_zero() {
                return Err(Error::new(Kind::OutOfTime).after_attempts(sent));
            }
            let limit = match remaining < options.timeouts.attempt {
                true => Limit::Total(remaining),
                false => Limit::Attempt(options.timeouts.attempt),
            };
            let Some(copy) = request.try_clone() else {
                return Err(Error::invalid_request(
                    "a streaming body cannot be sent safely",
                ));
            };
            let span = attempt_span(self, task, &request, sent);
            let done = attempt(&http, copy, &*self.clock, limit.span(), options.max_body)
                .instrument(span.clone())
                .await;
            sent += 1;
            let failed = match self.judge(done, task, options, limit) {
                Ok(reply) => {
                    ended(&span, Some(reply.status.as_u16()), None);
                    self.budget.refund();
                    return Ok(Reply {
                        attempts: sent,
                        ..reply
                    });
                }
                Err(failed) => failed,
            };
            ended(&span, failed.error.status(), failed.error.kind().name());
            let wait = match verdict(task.effect, failed.occurrence) {
                RetryDecision::Stop => return Err(failed.error.after_attempts(sent)),
                RetryDecision::Unknown => {
                    let unknown = failed.error.after_attempts(sent).into_outcome_unknown();
                    return Err(unknown.of_effect(task.effect));
                }
                RetryDecision::Again => {
                    self.wait_before_retry(&failed, sent - 1, deadline, options)
                }
            };
            let Some(wait) = wait else {
                return Err(failed.error.after_attempts(sent));
            };
            let (kind, status) = (failed.error.kind().name(), failed.error.status());
            tracing::debug!(target: "cekura", ?wait, kind, status, "sending again");
            self.clock.sleep(wait).await;
        }
    }

    /// How long to wait before the next attempt; `None` when there must be none.
    fn wait_before_retry(
        &self,
        failed: &FailedAttempt,
        retry: u32,
        deadline: Instant,
        options: &CallOptions,
    ) -> Option<Duration> {
        let told = failed.error.retry_after();
        let throttled =
            failed.occurrence == AttemptOutcome::Status(http::StatusCode::TOO_MANY_REQUESTS);
        let wait = options.retry.wait(retry, throttled, told, &*self.jitter);
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
}
