//! One opaque error with predicates; the HTTP status is the authority.

mod display;
mod error_kind;
mod error_response;
mod kind;
mod outcome_unknown;
mod service_message;

pub use error_kind::ErrorKind;
pub(crate) use error_response::{ErrorResponse, MAX_ERROR_BODY};
pub(crate) use kind::{InvalidResponse, Kind, Limit};
pub use outcome_unknown::{Evidence, LogEvidence, OutcomeUnknown};
pub use service_message::ServiceMessage;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use cekura_api::Effect;

/// Why a call did not give its result.
///
/// Branch on the predicates, print the `Display` (one line, at most a few hundred characters, never a
/// secret), and follow [`source`](std::error::Error::source) for the layer below. An error is one word
/// wide.
///
/// ```no_run
/// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
/// use cekura::CallLogId;
/// match cekura.call_logs().get(CallLogId(5001)).await {
///     Ok(log) => println!("{:?}", log.status),
///     Err(e) if e.is_not_found() => println!("no such call log"),
///     Err(e) if e.is_rate_limited() => println!("come back in {:?}", e.retry_after()),
///     Err(e) => return Err(e),
/// }
/// # Ok(()) }
/// ```
pub struct Error(Box<Inner>);

pub(crate) struct Inner {
    pub(crate) kind: Kind,
    pub(crate) operation: Option<&'static str>,
    /// Method and path, where a request was to be sent.
    pub(crate) request: Option<Arc<str>>,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) reply: Option<ErrorResponse>,
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
            reply: None,
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

    pub(crate) fn with_reply(mut self, reply: ErrorResponse) -> Self {
        if !reply.request.is_empty() {
            self.0
                .request
                .get_or_insert_with(|| Arc::clone(&reply.request));
        }
        self.0.reply = Some(reply);
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Wraps `self` as the reason why nobody knows what became of a request.
    pub(crate) fn into_outcome_unknown(mut self) -> Self {
        let mut unknown = Self::new(Kind::OutcomeUnknown(OutcomeUnknown::default()));
        unknown.0.operation = self.0.operation;
        unknown.0.attempts = self.0.attempts;
        // Said once, by the outer one.
        unknown.0.request = self.0.request.take();
        unknown.with_source(self)
    }

    /// Says what a second time would do, where that is not to cost money.
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

    /// The error that made the outcome unknown, where `self` says so, else `self`.
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

    /// The status of the reply, where one came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.root()
            .0
            .reply
            .as_ref()
            .map(|reply| reply.status.as_u16())
    }

    /// What the service says about the failure: a detail, messages per field.
    ///
    /// `None` where no reply came, and where the reply reported success: its body is data, and no message.
    #[must_use]
    pub fn message(&self) -> Option<&ServiceMessage> {
        self.root().0.reply.as_ref()?.message.as_ref()
    }

    /// The service's messages per field, with dotted paths for nested ones.
    ///
    /// Empty where the service named no field.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.message().into_iter().flat_map(ServiceMessage::fields)
    }

    /// The first 64 KiB of the reply's body as it came, with the credential taken out.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.root().0.reply.as_ref().map(|reply| &*reply.body)
    }

    /// The identifier that the service, or a proxy before it, gave the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.root()
            .0
            .reply
            .as_ref()
            .and_then(|reply| reply.request_id.as_deref())
    }

    /// How long the service asked to be left alone; under a rate of the client's own, how long it is till its next
    /// request.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.root().0.retry_after
    }

    /// How many requests were sent for this call; 0 when none left the machine's own checks.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The operation that failed, as openapi.yaml calls it.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// What is known about a request whose outcome is not.
    #[must_use]
    pub fn outcome_unknown(&self) -> Option<&OutcomeUnknown> {
        match &self.0.kind {
            Kind::OutcomeUnknown(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// The client was built wrong: key, base URL, TLS. Nothing was sent.
    #[must_use]
    pub fn is_config(&self) -> bool {
        matches!(self.0.kind, Kind::Config(_))
    }

    /// The [`TokenProvider`](crate::TokenProvider) gave no access token; [`source`](std::error::Error::source) says why.
    ///
    /// Nothing was sent with this token. The next call asks the provider again.
    #[must_use]
    pub fn is_token_unavailable(&self) -> bool {
        matches!(self.0.kind, Kind::NoToken)
    }

    /// The call's own arguments cannot be right. Nothing was sent.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        matches!(self.0.kind, Kind::InvalidRequest(_))
    }

    /// A paid or otherwise unrepeatable request may or may not have been carried out.
    ///
    /// # Troubleshooting
    /// The request probably reached the service. Do not send it again before you have looked at the call
    /// logs that [`outcome_unknown`](Self::outcome_unknown) names; with a baseline the client does that
    /// for you.
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        matches!(self.0.kind, Kind::OutcomeUnknown(_))
    }

    /// The limit of [`Timeouts`](crate::Timeouts) for an attempt or for the call ended it.
    ///
    /// With [`is_connect`](Self::is_connect) where it ended the connecting, so that nothing was sent.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(
            self.root().0.kind,
            Kind::TimedOut(_)
                | Kind::OutOfTime
                | Kind::NotSent {
                    within: Some(_),
                    ..
                }
        )
    }

    /// No connection came about: no address, refused, connect timeout. Nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(
            self.0.kind,
            Kind::NotSent { .. } | Kind::CertificateRefused { .. }
        )
    }

    /// The peer's certificate was not accepted. Nothing was sent.
    #[must_use]
    pub fn is_certificate_refused(&self) -> bool {
        matches!(self.0.kind, Kind::CertificateRefused { .. })
    }

    /// The network failed, before or after the request was sent; timeouts included.
    #[must_use]
    pub fn is_network(&self) -> bool {
        self.is_connect() || self.is_timeout() || matches!(self.root().0.kind, Kind::Interrupted)
    }

    /// 400, 409, 413, 415 or 422: the service understood the request and refused its content.
    ///
    /// See [`fields`](Self::fields) for what it objects to.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.has_status(&[400, 409, 413, 415, 422])
    }

    /// The service refused because the call log is in an evaluation already; wait, then try again.
    #[must_use]
    pub fn is_evaluation_in_progress(&self) -> bool {
        self.is_rejected()
            && self
                .message()
                .is_some_and(|m| m.mentions("still being evaluated"))
    }

    /// 401: the key is missing, wrong or revoked.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(&[401])
    }

    /// 402: the credits do not suffice.
    #[must_use]
    pub fn is_out_of_credits(&self) -> bool {
        self.has_status(&[402])
    }

    /// 403: the key is valid, but not for this.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(&[403])
    }

    /// 404: there is no such thing, or the key may not see it.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(&[404])
    }

    /// A 404 of the service itself, told by its own message (`detail`): there is no such thing, or the key may not see it.
    ///
    /// The page of a proxy that does not know the address has no such message, and says nothing about the thing.
    #[must_use]
    pub fn is_certainly_missing(&self) -> bool {
        self.is_not_found() && self.message().is_some_and(|said| said.detail().is_some())
    }

    /// 429, and the waits that the call was allowed did not suffice; see [`retry_after`](Self::retry_after).
    ///
    /// Also when an earlier 429 or the client's own [rate](crate::ClientBuilder::with_rate) would have kept the call
    /// waiting for longer than it may take: nothing (more) was sent then.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(&[429]) || matches!(self.0.kind, Kind::CoolingDown | Kind::RateLimited)
    }

    /// 5xx: the service, or a proxy before it, failed.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status >= 500)
    }

    /// A redirect that would have carried the key to another place, or turned the request into another.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        matches!(self.root().0.kind, Kind::Redirected { .. })
    }

    /// The reply came with a success status, and its body could not be read as documented.
    #[must_use]
    pub fn is_invalid_response(&self) -> bool {
        matches!(self.root().0.kind, Kind::InvalidResponse(_))
    }

    fn has_status(&self, any: &[u16]) -> bool {
        matches!(self.0.kind, Kind::Status)
            && self.status().is_some_and(|status| any.contains(&status))
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
                &self.0.reply.as_ref().map(|reply| reply.status.as_u16()),
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
    fn an_error_is_one_word_wide_and_can_cross_threads() {
        fn sendable<T: Send + Sync + 'static>() {}
        sendable::<Error>();
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn an_unknown_outcome_answers_for_its_cause() {
        let cause = Error::new(Kind::TimedOut(Limit::Attempt(Duration::from_secs(60))))
            .in_operation("call_logs_rerun_evaluation");
        let error = cause.after_attempts(2).into_outcome_unknown();
        assert!(error.is_outcome_unknown() && error.is_timeout() && error.is_network());
        assert!(!error.is_connect() && !error.is_rejected());
        assert_eq!(
            (error.attempts(), error.operation()),
            (2, Some("call_logs_rerun_evaluation"))
        );
    }
}
