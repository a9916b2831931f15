//! The error type.

mod display;
mod error_kind;
mod error_response;
mod job_report;
mod kind;
mod outcome_unknown;
mod predicates;
mod service_message;

pub use error_kind::ErrorKind;
pub(crate) use error_response::{ErrorResponse, MAX_ERROR_BODY};
pub use job_report::JobReport;
pub(crate) use kind::{InvalidResponse, Kind, Limit};
pub use outcome_unknown::{Evidence, LogEvidence, OutcomeUnknown};
pub use service_message::ServiceMessage;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use cekura_api::Effect;

/// The error type of this crate.
///
/// Match on [`kind`](Self::kind) or use the predicates. `Display` is one line of at most a few hundred characters, without
/// the credential. [`source`](std::error::Error::source) is the error below. An `Error` has the size of a pointer.
///
/// ```no_run
/// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
/// use cekura::CallLogId;
/// match cekura.call_logs().get(CallLogId(5001)).await {
///     Ok(log) => println!("{:?}", log.status),
///     Err(e) if e.is_not_found() => println!("no such call log"),
///     Err(e) if e.is_rate_limited() => println!("retry in {:?}", e.retry_after()),
///     Err(e) => return Err(e),
/// }
/// # Ok(()) }
/// ```
pub struct Error(Box<Inner>);

pub(crate) struct Inner {
    pub(crate) kind: Kind,
    pub(crate) operation: Option<&'static str>,
    /// Method and path of the request.
    pub(crate) request: Option<Arc<str>>,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) response: Option<ErrorResponse>,
    pub(crate) source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: Kind) -> Self {
        Self(Box::new(Inner {
            kind,
            operation: None,
            request: None,
            attempts: 0,
            retry_after: None,
            response: None,
            source: None,
        }))
    }

    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(Kind::Config(message.into()))
    }

    /// Wraps the reason why a [`TokenProvider`](crate::TokenProvider) has no token.
    pub fn token(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::new(Kind::NoToken).with_source(why)
    }

    pub(crate) fn invalid_request(message: impl Into<String>) -> Self {
        Self::new(Kind::InvalidRequest(message.into()))
    }

    pub(crate) fn in_operation(mut self, operation: &'static str) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    pub(crate) fn in_request(mut self, name: Arc<str>) -> Self {
        self.0.request = Some(name);
        self
    }

    pub(crate) fn after_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    pub(crate) fn with_response(mut self, response: ErrorResponse) -> Self {
        if !response.request.is_empty() {
            self.0
                .request
                .get_or_insert_with(|| Arc::clone(&response.request));
        }
        self.0.response = Some(response);
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Wraps `self` as the reason for an unknown outcome.
    pub(crate) fn into_outcome_unknown(mut self) -> Self {
        let mut unknown = Self::new(Kind::OutcomeUnknown(OutcomeUnknown::default()));
        unknown.0.operation = self.0.operation;
        unknown.0.attempts = self.0.attempts;
        // Only the outer error names the request.
        unknown.0.request = self.0.request.take();
        unknown.with_source(self)
    }

    /// Notes whether a second request would cost money.
    pub(crate) fn of_effect(mut self, effect: Effect) -> Self {
        if let Some(unknown) = self.outcome_unknown_mut() {
            unknown.is_free = effect != Effect::Billable;
        }
        self
    }

    pub(crate) fn outcome_unknown_mut(&mut self) -> Option<&mut OutcomeUnknown> {
        match &mut self.0.kind {
            Kind::OutcomeUnknown(unknown) => Some(unknown),
            _ => None,
        }
    }

    pub(crate) fn detail(&self) -> &Kind {
        &self.0.kind
    }

    /// Returns the error that made the outcome unknown, or `self` for other errors.
    pub(crate) fn root(&self) -> &Self {
        let below = self
            .0
            .source
            .as_deref()
            .and_then(|s| s.downcast_ref::<Self>());
        match (&self.0.kind, below) {
            (Kind::OutcomeUnknown(_), Some(cause)) => cause,
            _ => self,
        }
    }

    /// Returns the HTTP status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.root()
            .0
            .response
            .as_ref()
            .map(|response| response.status.as_u16())
    }

    /// Returns the service's message: a detail, messages per field.
    ///
    /// `None` without a response, and for a response with a success status.
    #[must_use]
    pub fn message(&self) -> Option<&ServiceMessage> {
        self.root().0.response.as_ref()?.message.as_ref()
    }

    /// Returns the service's messages per field, with dotted paths for nested fields.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.message().into_iter().flat_map(ServiceMessage::fields)
    }

    /// Returns the first 64 KiB of the response's body, with the credential redacted.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.root()
            .0
            .response
            .as_ref()
            .map(|response| &*response.body)
    }

    /// Returns the request id of the service or of a proxy in front of it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.root()
            .0
            .response
            .as_ref()
            .and_then(|response| response.request_id.as_deref())
    }

    /// Returns how long to wait before the next request: as the service asked, or the client's own rate limit.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.root().0.retry_after
    }

    /// Returns how many requests were sent for this call; 0 for none.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the id of the operation in openapi.yaml, such as `call_logs_list`.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// Returns the job that failed, or had not ended when the wait for it timed out.
    #[must_use]
    pub fn job(&self) -> Option<&JobReport> {
        match &self.0.kind {
            Kind::JobFailed(job) | Kind::JobRunning(job) => Some(job),
            _ => None,
        }
    }

    /// Returns the call logs and evidence of an unknown outcome.
    #[must_use]
    pub fn outcome_unknown(&self) -> Option<&OutcomeUnknown> {
        match &self.0.kind {
            Kind::OutcomeUnknown(unknown) => Some(unknown),
            _ => None,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("message", &self.to_string())
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field(
                "status",
                &self
                    .0
                    .response
                    .as_ref()
                    .map(|response| response.status.as_u16()),
            )
            .field("retry_after", &self.0.retry_after)
            .field("attempts", &self.0.attempts)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_a_pointer_wide_and_sendable() {
        fn sendable<T: Send + Sync + 'static>() {}
        sendable::<Error>();
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn an_unknown_outcome_has_the_status_of_its_cause() {
        let cause = Error::new(Kind::TimedOut(Limit::Attempt(Duration::from_secs(60))))
            .in_operation("call_logs_rerun_evaluation");
        let error = cause.after_attempts(2).into_outcome_unknown();
        assert!(error.is_outcome_unknown() && error.is_timeout() && error.is_network());
        assert!(!error.is_connect() && !error.is_bad_request());
        assert_eq!(
            (error.attempts(), error.operation()),
            (2, Some("call_logs_rerun_evaluation"))
        );
    }
}
