//! One fault.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::bodies::TinyEntry;
use super::entry::Entry;
use crate::contract::CONTRACT;
use crate::poison::Poison;

/// When a fault is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    BeforeWork,
    /// After the first so many call logs of a paid request.
    AfterPart(u64),
    AfterWork,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    None,
    Status(u16),
    TooManyRequests(RetryAfter),
    Delay(Duration),
    Hang,
    Reset,
    Truncate(usize),
    Garbage,
    LoginPage,
    Empty,
    Redirect(u16, String),
    Drip { bytes: usize, pause: Duration },
    Bulk(BulkOf),
    Endless(TinyEntry),
    Poison(Poison),
    CloseUnread,
    EchoHeaders(u16),
}

/// A large body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BulkOf {
    pub(crate) status: u16,
    pub(crate) mebibytes: usize,
    pub(crate) gzip: bool,
    /// What it is full of; `None`: white space, or one long text in a refusal.
    pub(crate) entry: Option<TinyEntry>,
}

/// The value of `Retry-After` in a 429.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// Whole seconds.
    Seconds(u64),
    /// An HTTP date that lies this far ahead on the sandbox's clock.
    Date(Duration),
    /// This text, valid or not.
    Text(String),
    /// No header.
    Absent,
}

/// One thing that goes wrong with one request.
///
/// Whether the work is done all the same, and paid for, is part of the fault: [`Fault::before_work`] means that
/// nothing was evaluated, [`Fault::after_work`] that everything was, but the client does not hear of it properly, and
/// [`Fault::after_part`] that the first call logs were. Each constructor says which of them it starts with.
/// [`Fault::work_later`] puts off what is done.
///
/// ```
/// use cekura_sandbox::Fault;
///
/// let lost_reply = Fault::reset().after_work();
/// let overloaded = Fault::status(503).with_header("Retry-After", "2");
/// assert_ne!(lost_reply, overloaded);
/// ```
///
/// As JSON it is what a line of a [`FaultScript`](crate::FaultScript) has, without `times`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Entry", into = "Entry")]
pub struct Fault {
    pub(super) operation: Option<String>,
    pub(crate) when: When,
    /// How much later than the request its work is done.
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

    /// Nothing goes wrong: takes up one place in the order.
    #[must_use]
    pub fn none() -> Self {
        Self::new(When::BeforeWork, Failure::None)
    }

    /// This status, with an HTML page from 500 on and a JSON `detail` below. Before the work.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::new(When::BeforeWork, Failure::Status(status))
    }

    /// 429 with a `Retry-After`. Before the work.
    #[must_use]
    pub fn too_many_requests(retry_after: RetryAfter) -> Self {
        Self::new(When::BeforeWork, Failure::TooManyRequests(retry_after))
    }

    /// The true reply, but only after this much real time. The work is done before the wait if
    /// [`after_work`](Self::after_work), else when the wait is over. Before the work.
    #[must_use]
    pub fn delay(time: Duration) -> Self {
        Self::new(When::BeforeWork, Failure::Delay(time))
    }

    /// No reply ever; the connection stays open. Before the work.
    #[must_use]
    pub fn hang() -> Self {
        Self::new(When::BeforeWork, Failure::Hang)
    }

    /// The connection is reset (TCP RST) instead of a reply. Before the work.
    #[must_use]
    pub fn reset() -> Self {
        Self::new(When::BeforeWork, Failure::Reset)
    }

    /// The connection is reset at once, but the request waits somewhere in between: its work is done this much later.
    /// The same as [`reset`](Self::reset) with [`after_work`](Self::after_work) and [`work_later`](Self::work_later).
    #[must_use]
    pub fn late(after: Duration) -> Self {
        Self::reset().after_work().work_later(after)
    }

    /// The true reply, whose body ends after `bytes` bytes although its declared length is larger; then the
    /// connection closes. After the work; before it, an empty JSON object is cut instead.
    #[must_use]
    pub fn truncate(bytes: usize) -> Self {
        Self::new(When::AfterWork, Failure::Truncate(bytes))
    }

    /// 200 with JSON of another shape. Before the work.
    #[must_use]
    pub fn garbage() -> Self {
        Self::new(When::BeforeWork, Failure::Garbage)
    }

    /// 200 with the HTML page of a login form, as a proxy would send it. Before the work.
    #[must_use]
    pub fn login_page() -> Self {
        Self::new(When::BeforeWork, Failure::LoginPage)
    }

    /// 200 with an empty body. Before the work.
    #[must_use]
    pub fn empty() -> Self {
        Self::new(When::BeforeWork, Failure::Empty)
    }

    /// A redirect to `location`. Before the work.
    #[must_use]
    pub fn redirect(status: u16, location: impl Into<String>) -> Self {
        Self::new(When::BeforeWork, Failure::Redirect(status, location.into()))
    }

    /// The true reply, `bytes` bytes at a time, with a pause of real time between them. After the work; before it,
    /// an empty JSON object drips instead.
    #[must_use]
    pub fn drip(bytes: usize, pause: Duration) -> Self {
        let bytes = bytes.max(1);
        Self::new(When::AfterWork, Failure::Drip { bytes, pause })
    }

    /// A 200 whose body is `mebibytes` MiB of white space. Before the work.
    #[must_use]
    pub fn oversize(mebibytes: usize) -> Self {
        Self::bulk(200, mebibytes, None)
    }

    /// This status with a `detail` of `mebibytes` MiB. Before the work.
    #[must_use]
    pub fn long_refusal(status: u16, mebibytes: usize) -> Self {
        Self::bulk(status, mebibytes, None)
    }

    /// A 200 with `mebibytes` MiB of tiny entries, which take many times that much memory when they are read: a page
    /// of the list, or an array in answer to a POST. Before the work.
    #[must_use]
    pub fn tiny_entries(entry: TinyEntry, mebibytes: usize) -> Self {
        Self::bulk(200, mebibytes, Some(entry))
    }

    /// The same as [`oversize`](Self::oversize), compressed with gzip to less than a hundredth. Before the work.
    #[must_use]
    pub fn gzip_bomb(mebibytes: usize) -> Self {
        Self::oversize(mebibytes).packed()
    }

    fn bulk(status: u16, mebibytes: usize, entry: Option<TinyEntry>) -> Self {
        let gzip = false;
        let bulk = BulkOf {
            status,
            mebibytes,
            gzip,
            entry,
        };
        Self::new(When::BeforeWork, Failure::Bulk(bulk))
    }

    /// Sends the large body with another status: as the details of a refusal from 400 on. No effect on other faults.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        if let Failure::Bulk(bulk) = &mut self.failure {
            bulk.status = status;
        }
        self
    }

    /// Compresses the large body with gzip. No effect on other faults.
    #[must_use]
    pub fn packed(mut self) -> Self {
        if let Failure::Bulk(bulk) = &mut self.failure {
            bulk.gzip = true;
        }
        self
    }

    /// A 200 with tiny entries that never end, as fast as they are read. Before the work.
    #[must_use]
    pub fn endless(entry: TinyEntry) -> Self {
        Self::new(When::BeforeWork, Failure::Endless(entry))
    }

    /// The true reply, with one thing in it that a strict reader of JSON refuses. After the work; before it, an empty
    /// reply is spoilt instead. [`Knobs::poisoned`](crate::Knobs::poisoned) does it to a call log wherever it is shown.
    #[must_use]
    pub fn poison(poison: Poison) -> Self {
        Self::new(When::AfterWork, Failure::Poison(poison))
    }

    /// The true reply, on a connection that looks as if it could be used again: the next request on it is not read, and
    /// nothing of it is done; the connection is reset (TCP RST) when it has arrived. After the work.
    /// [`Knobs::closes_unread_after`](crate::Knobs::closes_unread_after) does it to every connection.
    #[must_use]
    pub fn close_unread() -> Self {
        Self::new(When::AfterWork, Failure::CloseUnread)
    }

    /// This status, with every header of the request, the key included, in the body. Before the work.
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

    /// The fault strikes after a part of the work: of a paid request the first `call_logs` call logs are evaluated and
    /// paid for, in the order in which they were asked for. Of other requests nothing is done.
    #[must_use]
    pub fn after_part(mut self, call_logs: u64) -> Self {
        self.when = When::AfterPart(call_logs);
        self
    }

    /// What is done is done this much later on the sandbox's clock, and nothing shows until then; the reply, if there
    /// is one, goes out at once. The ledger counts the work at once, for nothing can stop it. No effect before the work.
    ///
    /// ```
    /// use std::time::Duration;
    /// use cekura_sandbox::Fault;
    ///
    /// let minute = Duration::from_secs(60);
    /// let gateway_gave_up = Fault::status(504).after_work().work_later(minute);
    /// let true_reply = Fault::none().work_later(minute);
    /// assert_ne!(gateway_gave_up, true_reply);
    /// ```
    #[must_use]
    pub fn work_later(mut self, after: Duration) -> Self {
        self.late = after;
        self
    }

    /// Limits the fault to calls of this operation.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Adds a header to the reply. No effect if there is none.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Replaces the body of the reply. No effect if there is no reply, or if the fault is about the body.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    pub(super) fn applies_to(&self, operation: &str) -> bool {
        self.operation.as_deref().is_none_or(|own| own == operation)
    }

    /// Returns why the fault can never work, if it cannot.
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
            .then(|| format!("{status} is no status of a reply: expected 200 to 599"))
    }
}

pub(super) fn unknown_operation(operation: &str) -> String {
    let known: Vec<&str> = CONTRACT.operation_ids().collect();
    format!(
        "the contract has no operation {operation:?}: expected one of {}",
        known.join(", ")
    )
}

/// Describes the fault as the journal shows it: `reset after the work`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.failure {
            Failure::None if self.late.is_zero() => return f.write_str("none"),
            Failure::None => return write!(f, "none, with the work {:?} later", self.late),
            Failure::Status(status) => write!(f, "status {status}")?,
            Failure::TooManyRequests(_) => f.write_str("too many requests")?,
            Failure::Delay(time) => write!(f, "delay of {time:?}")?,
            Failure::Hang => f.write_str("hang")?,
            Failure::Reset => f.write_str("reset")?,
            Failure::Truncate(bytes) => write!(f, "body cut at {bytes} bytes")?,
            Failure::Garbage => f.write_str("garbage")?,
            Failure::LoginPage => f.write_str("login page")?,
            Failure::Empty => f.write_str("empty body")?,
            Failure::Redirect(status, _) => write!(f, "redirect {status}")?,
            Failure::Drip { .. } => f.write_str("dripping body")?,
            Failure::Bulk(bulk) => {
                if bulk.status != 200 {
                    write!(f, "status {} with a ", bulk.status)?;
                }
                write!(f, "body of {} MiB", bulk.mebibytes)?;
                if let Some(entry) = bulk.entry {
                    write!(f, " of {} entries", entry.name())?;
                }
                f.write_str(if bulk.gzip { ", gzipped" } else { "" })?;
            }
            Failure::Endless(entry) => write!(f, "endless body of {} entries", entry.name())?,
            Failure::Poison(poison) => write!(f, "reply with {}", poison.name())?,
            Failure::CloseUnread => f.write_str("connection that reads no more")?,
            Failure::EchoHeaders(status) => write!(f, "status {status} with echoed headers")?,
        }
        match self.when {
            When::BeforeWork => return f.write_str(" before the work"),
            When::AfterPart(logs) => write!(f, " after {logs} call logs of the work")?,
            When::AfterWork => f.write_str(" after the work")?,
        }
        if !self.late.is_zero() {
            write!(f, ", which is done {:?} later", self.late)?;
        }
        Ok(())
    }
}
