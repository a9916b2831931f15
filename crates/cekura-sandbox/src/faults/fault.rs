//! One fault.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::bodies::RepeatedValue;
use super::entry::ScriptEntry;
use super::failure::{BulkOf, Failure, RetryAfter, When};
use super::script::unknown_operation;
use crate::contract::CONTRACT;
use crate::corruption::Corruption;

/// A failure of one request.
///
/// A fault also says whether the work of the request is done and paid for: with [`Fault::before_work`] nothing is
/// evaluated, with [`Fault::after_work`] everything is, but the client gets no valid response, and with
/// [`Fault::after_part`] the first call logs are. Each constructor documents its default.
/// [`Fault::delay_work`] delays the work.
///
/// ```
/// use cekura_sandbox::Fault;
///
/// let lost_reply = Fault::reset().after_work();
/// let overloaded = Fault::status(503).with_header("Retry-After", "2");
/// assert_ne!(lost_reply, overloaded);
/// ```
///
/// Its JSON is that of a line in a [`FaultScript`](crate::FaultScript), without `times`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "ScriptEntry", into = "ScriptEntry")]
pub struct Fault {
    pub(super) operation: Option<String>,
    pub(crate) when: When,
    /// The delay between the request and its work.
    pub(crate) late: Duration,
    pub(crate) failure: Failure,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<String>,
}

impl Fault {
    fn new(when: When, failure: Failure) -> Self {
        Self {
            operation: None,
            when,
            late: Duration::ZERO,
            failure,
            headers: Vec::new(),
            body: None,
        }
    }

    /// Lets one request through: takes one position in the queue.
    #[must_use]
    pub fn none() -> Self {
        Self::new(When::BeforeWork, Failure::None)
    }

    /// Replies with this status: with an HTML page from 500 on, with a JSON `detail` below. Before the work.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::new(When::BeforeWork, Failure::Status(status))
    }

    /// Replies with 429 and a `Retry-After`. Before the work.
    #[must_use]
    pub fn too_many_requests(retry_after: RetryAfter) -> Self {
        Self::new(When::BeforeWork, Failure::TooManyRequests(retry_after))
    }

    /// Delays the response by this much real time. With [`after_work`](Self::after_work) the work is done before the delay,
    /// else after it. Before the work.
    #[must_use]
    pub fn delay(time: Duration) -> Self {
        Self::new(When::BeforeWork, Failure::Delay(time))
    }

    /// Never responds and keeps the connection open. Before the work.
    #[must_use]
    pub fn hang() -> Self {
        Self::new(When::BeforeWork, Failure::Hang)
    }

    /// Resets the connection (TCP RST) instead of replying. Before the work.
    #[must_use]
    pub fn reset() -> Self {
        Self::new(When::BeforeWork, Failure::Reset)
    }

    /// Resets the connection at once and does the work this much later, like a proxy that holds the request.
    /// The same as [`reset`](Self::reset) with [`after_work`](Self::after_work) and [`delay_work`](Self::delay_work).
    #[must_use]
    pub fn late(after: Duration) -> Self {
        Self::reset().after_work().delay_work(after)
    }

    /// Ends the body of the response after `bytes` bytes, although its declared length is larger, and closes the connection.
    /// After the work; before it, an empty JSON object is cut instead.
    #[must_use]
    pub fn truncate(bytes: usize) -> Self {
        Self::new(When::AfterWork, Failure::Truncate(bytes))
    }

    /// Replies with 200 and JSON of another shape. Before the work.
    #[must_use]
    pub fn garbage() -> Self {
        Self::new(When::BeforeWork, Failure::Garbage)
    }

    /// Replies with 200 and an HTML login page, as from a proxy. Before the work.
    #[must_use]
    pub fn login_page() -> Self {
        Self::new(When::BeforeWork, Failure::LoginPage)
    }

    /// Replies with 200 and an empty body. Before the work.
    #[must_use]
    pub fn empty() -> Self {
        Self::new(When::BeforeWork, Failure::Empty)
    }

    /// Redirects to `location`. Before the work.
    #[must_use]
    pub fn redirect(status: u16, location: impl Into<String>) -> Self {
        Self::new(When::BeforeWork, Failure::Redirect(status, location.into()))
    }

    /// Sends the response slowly: `bytes` bytes at a time, with a pause of real time between them. After the work; before it,
    /// an empty JSON object is sent instead.
    #[must_use]
    pub fn slow_body(bytes: usize, pause: Duration) -> Self {
        let bytes = bytes.max(1);
        Self::new(When::AfterWork, Failure::SlowBody { bytes, pause })
    }

    /// Replies with 200 and `mebibytes` MiB of white space. Before the work.
    #[must_use]
    pub fn oversize(mebibytes: usize) -> Self {
        Self::bulk(200, mebibytes, None)
    }

    /// Replies with 200 and `mebibytes` MiB of one repeated JSON value, which takes many times that memory when decoded: a page of the
    /// list, or an array in response to a POST. Before the work.
    #[must_use]
    pub fn repeated_values(value: RepeatedValue, mebibytes: usize) -> Self {
        Self::bulk(200, mebibytes, Some(value))
    }

    /// Replies like [`oversize`](Self::oversize), compressed with gzip to less than a hundredth. Before the work.
    #[must_use]
    pub fn gzip_bomb(mebibytes: usize) -> Self {
        Self::oversize(mebibytes).gzipped()
    }

    fn bulk(status: u16, mebibytes: usize, value: Option<RepeatedValue>) -> Self {
        let gzip = false;
        let bulk = BulkOf {
            status,
            mebibytes,
            gzip,
            value,
        };
        Self::new(When::BeforeWork, Failure::Bulk(bulk))
    }

    /// Sets the status of a large body: from 400 on it is the details of a refusal. No effect on other faults.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        if let Failure::Bulk(bulk) = &mut self.failure {
            bulk.status = status;
        }
        self
    }

    /// Compresses a large body with gzip. No effect on other faults.
    #[must_use]
    pub fn gzipped(mut self) -> Self {
        if let Failure::Bulk(bulk) = &mut self.failure {
            bulk.gzip = true;
        }
        self
    }

    /// Replies with 200 and an endless body of one repeated JSON value. Before the work.
    #[must_use]
    pub fn endless(value: RepeatedValue) -> Self {
        Self::new(When::BeforeWork, Failure::Endless(value))
    }

    /// Makes one value of the response invalid JSON. After the work; before it, an empty response is changed instead.
    /// [`Quirks::corrupted`](crate::Quirks::corrupted) does so for every response with a certain call log.
    #[must_use]
    pub fn corrupt(corruption: Corruption) -> Self {
        Self::new(When::AfterWork, Failure::Corruption(corruption))
    }

    /// Replies normally, and resets the kept-alive connection (TCP RST) when the next request arrives on it. That request is
    /// not read and does no work. After the work.
    /// [`Quirks::closes_unread_after`](crate::Quirks::closes_unread_after) does so for every connection.
    #[must_use]
    pub fn close_unread() -> Self {
        Self::new(When::AfterWork, Failure::CloseUnread)
    }

    /// Replies with this status and every header of the request in the body, including the key. Before the work.
    #[must_use]
    pub fn echo_headers(status: u16) -> Self {
        Self::new(When::BeforeWork, Failure::EchoHeaders(status))
    }

    /// Applies the fault before the work: nothing is evaluated or paid for.
    #[must_use]
    pub fn before_work(mut self) -> Self {
        self.when = When::BeforeWork;
        self
    }

    /// Applies the fault after the work: evaluations are carried out and paid for.
    #[must_use]
    pub fn after_work(mut self) -> Self {
        self.when = When::AfterWork;
        self
    }

    /// Applies the fault after a part of the work: the first `call_logs` call logs of a paid request are evaluated and paid
    /// for, in the order of the request. Other requests do no work.
    #[must_use]
    pub fn after_part(mut self, call_logs: u64) -> Self {
        self.when = When::AfterPart(call_logs);
        self
    }

    /// Delays the work by this much on the sandbox's clock. It is not visible until then; the response, if there is one, is
    /// sent at once. The ledger counts the work at once, because nothing can stop it. No effect before the work.
    ///
    /// ```
    /// use std::time::Duration;
    /// use cekura_sandbox::Fault;
    ///
    /// let minute = Duration::from_secs(60);
    /// let gateway_gave_up = Fault::status(504).after_work().delay_work(minute);
    /// let true_reply = Fault::none().delay_work(minute);
    /// assert_ne!(gateway_gave_up, true_reply);
    /// ```
    #[must_use]
    pub fn delay_work(mut self, after: Duration) -> Self {
        self.late = after;
        self
    }

    /// Limits the fault to calls of this operation.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Adds a header to the response. No effect if there is none.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Replaces the body of the response. No effect without a response, or on faults that change the body themselves.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    pub(super) fn applies_to(&self, operation: &str) -> bool {
        self.operation.as_deref().is_none_or(|own| own == operation)
    }

    /// Returns why the fault is not valid, if it is not.
    pub(crate) fn problem(&self) -> Option<String> {
        if let Some(operation) = self.operation.as_deref().filter(|id| !CONTRACT.knows(id)) {
            return Some(unknown_operation(operation));
        }
        let status = match &self.failure {
            Failure::Status(status)
            | Failure::Redirect(status, _)
            | Failure::Bulk(BulkOf { status, .. })
            | Failure::EchoHeaders(status) => *status,
            _ => return None,
        };
        (!(200..=599).contains(&status))
            .then(|| format!("the status {status} is not valid: expected 200 to 599"))
    }
}
