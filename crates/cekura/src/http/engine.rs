//! The loop around attempts: throttle, attempt, retry decision, delay, deadline.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::{Effect, Operation};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use tracing::Instrument;

use super::attempt::{Peer, attempt};
use super::classify::{Expected, FailedAttempt};
use super::trace::{attempt_span, call_span, ended};
use super::{CallOptions, Connections, HttpResponse, Upload};
use crate::Error;
use crate::clock::{Clock, JitterSource, after};
use crate::error::{Kind, Limit};
use crate::retry::{AttemptOutcome, Cooldown, RateLimiter, RetryBudget, RetryDecision, decide};
use crate::settings::{BaseUrl, Credential, Header};

/// What all calls of a client share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) base: BaseUrl,
    pub(crate) credential: Credential,
    /// Headers of every request, unless the request has its own.
    pub(crate) headers: HeaderMap,
    pub(crate) connections: Connections,
    #[cfg(feature = "test-util")]
    pub(crate) responder: Option<crate::test_util::Responder>,
    pub(crate) cooldown: Cooldown,
    pub(crate) rate_limiter: Option<RateLimiter>,
    pub(crate) retry_budget: RetryBudget,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) jitter: Arc<dyn JitterSource>,
    pub(crate) defaults: CallOptions,
}

/// The operation of a request, as far as sending it needs that.
#[derive(Clone, Debug)]
pub(crate) struct RequestContext {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) effect: Effect,
    /// What a successful response has to be.
    pub(crate) expected: Expected,
    /// A body that is made anew for each attempt, in place of the request's own.
    pub(crate) upload: Option<Upload>,
}

impl RequestContext {
    pub(crate) fn of(operation: &Operation, request: &reqwest::Request) -> Self {
        Self {
            operation: operation.id,
            method: request.method().clone(),
            template: Cow::Borrowed(operation.path),
            effect: operation.effect,
            expected: Expected::of(operation),
            upload: None,
        }
    }
}

impl Shared {
    /// Sends `request`, with retries as its effect allows, and returns the successful response.
    pub(crate) async fn execute(
        &self,
        mut request: reqwest::Request,
        context: &RequestContext,
        options: &CallOptions,
    ) -> Result<HttpResponse, Error> {
        let headers = request.headers_mut();
        for (name, value) in &self.headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        headers.insert("x-client-source", HeaderValue::from_static("sdk"));
        let span = call_span(self, context);
        let name = self.name_of(&request);
        let result = self
            .attempts(request, context, options)
            .instrument(span.clone())
            .await;
        let attempts = result
            .as_ref()
            .map_or_else(Error::attempts, |response| response.attempts);
        span.record("cekura.attempts", attempts);
        if let Err(error) = &result {
            ended(&span, error.status(), error.detail().name());
        }
        match result {
            Ok(response) => Ok(HttpResponse {
                request: name,
                ..response
            }),
            Err(e) => Err(e.in_operation(context.operation).in_request(name)),
        }
    }

    /// Returns method and path, for errors. The query is left out: it may hold private data.
    fn name_of(&self, request: &reqwest::Request) -> Arc<str> {
        let path = self.base.below(request.url()).unwrap_or_default();
        let name = format!("{} {path}", request.method());
        self.credential.redact_text(&name).into()
    }

    /// Returns the connections for a request: new ones, unless it may be repeated.
    fn peer(&self, effect: Effect, options: &CallOptions) -> Result<Peer, Error> {
        Ok(Peer {
            pool: match effect.is_repeatable() {
                true => self.connections.get(options.timeouts.connect)?,
                false => self.connections.fresh(options.timeouts.connect)?,
            },
            #[cfg(feature = "test-util")]
            responder: self.responder.clone(),
        })
    }

    /// Waits until the next request may be sent; returns its header of authentication and its time limit.
    async fn prepare(
        &self,
        deadline: Instant,
        options: &CallOptions,
    ) -> Result<(Header, Limit), Error> {
        self.throttle(deadline).await?;
        let header = self.authenticate(deadline).await?;
        let remaining = deadline.saturating_duration_since(self.clock.now());
        match remaining {
            Duration::ZERO => Err(Error::new(Kind::OutOfTime)),
            _ if remaining < options.timeouts.attempt => Ok((header, Limit::Total(remaining))),
            _ => Ok((header, Limit::Attempt(options.timeouts.attempt))),
        }
    }

    async fn attempts(
        &self,
        request: reqwest::Request,
        context: &RequestContext,
        options: &CallOptions,
    ) -> Result<HttpResponse, Error> {
        let http = self.peer(context.effect, options)?;
        let deadline = options.deadline(self.clock.now());
        let mut sent = 0;
        let mut renewed = false;
        loop {
            let ready = self.prepare(deadline, options).await;
            let ((name, auth), limit) = ready.map_err(|e| e.after_attempts(sent))?;
            let Some(mut copy) = request.try_clone() else {
                return Err(Error::invalid_request(
                    "a streaming body cannot be sent again: give the body as bytes",
                ));
            };
            if let Some(upload) = &context.upload {
                let body = upload.body().map_err(|e| e.after_attempts(sent))?;
                *copy.body_mut() = Some(body);
            }
            copy.headers_mut().insert(name, auth.clone());
            let span = attempt_span(self, context, &request, sent);
            let done = attempt(&http, copy, &*self.clock, limit.span(), options.max_body)
                .instrument(span.clone())
                .await;
            sent += 1;
            let failed = match self.classify(done, context, options, limit) {
                Ok(response) => {
                    ended(&span, Some(response.status.as_u16()), None);
                    self.retry_budget.refund();
                    return Ok(HttpResponse {
                        attempts: sent,
                        ..response
                    });
                }
                Err(failed) => failed,
            };
            let failed = match failed.outcome {
                AttemptOutcome::Status(StatusCode::UNAUTHORIZED)
                    if !renewed && self.credential.renew(&auth).await =>
                {
                    renewed = true;
                    failed.with_outcome(AttemptOutcome::TokenRefused)
                }
                _ => failed,
            };
            ended(&span, failed.error.status(), failed.error.detail().name());
            let wait = match decide(context.effect, failed.outcome) {
                RetryDecision::Stop => return Err(failed.error.after_attempts(sent)),
                RetryDecision::Unknown => {
                    let unknown = failed.error.after_attempts(sent).into_outcome_unknown();
                    return Err(unknown.of_effect(context.effect));
                }
                RetryDecision::Retry => {
                    self.wait_before_retry(&failed, sent - 1, deadline, options)
                }
            };
            let Some(wait) = wait else {
                return Err(failed.error.after_attempts(sent));
            };
            let (kind, status) = (failed.error.detail().name(), failed.error.status());
            tracing::debug!(target: "cekura", ?wait, kind, status, "retrying");
            self.clock.sleep(wait).await;
        }
    }

    /// Returns the delay before the next attempt; `None` when there must be none.
    fn wait_before_retry(
        &self,
        failed: &FailedAttempt,
        retry: u32,
        deadline: Instant,
        options: &CallOptions,
    ) -> Option<Duration> {
        let retry_after = failed.error.retry_after();
        let throttled = failed.outcome == AttemptOutcome::Status(StatusCode::TOO_MANY_REQUESTS);
        if failed.outcome == AttemptOutcome::TokenRefused {
            return (retry < options.retry.max_retries).then_some(Duration::ZERO);
        }
        let wait = options
            .retry
            .delay(retry, throttled, retry_after, &*self.jitter);
        let now = self.clock.now();
        if throttled {
            self.cooldown
                .start(retry_after.unwrap_or(wait), &*self.clock);
        }
        if retry >= options.retry.max_retries
            || retry_after.is_some_and(|retry_after| retry_after > options.retry.max_retry_after)
            || after(now, wait) >= deadline
        {
            return None;
        }
        (retry_after.is_some() || self.retry_budget.spend()).then_some(wait)
    }
}
