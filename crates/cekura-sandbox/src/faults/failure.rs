//! What a fault does and when, and its text in the request log.

use std::fmt;
use std::time::Duration;

use super::bodies::RepeatedValue;
use super::fault::Fault;
use crate::corruption::Corruption;

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
    SlowBody { bytes: usize, pause: Duration },
    Bulk(BulkOf),
    Endless(RepeatedValue),
    Corruption(Corruption),
    CloseUnread,
    EchoHeaders(u16),
}

/// A large body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BulkOf {
    pub(crate) status: u16,
    pub(crate) mebibytes: usize,
    pub(crate) gzip: bool,
    /// The repeated value; `None` is white space, or one long string in a refusal.
    pub(crate) value: Option<RepeatedValue>,
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

/// Writes the fault as in the request log: `reset after the work`.
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
            Failure::SlowBody { .. } => f.write_str("slow body")?,
            Failure::Bulk(bulk) => {
                if bulk.status != 200 {
                    write!(f, "status {} with a ", bulk.status)?;
                }
                write!(f, "body of {} MiB", bulk.mebibytes)?;
                if let Some(value) = bulk.value {
                    write!(f, " of {} values", value.name())?;
                }
                f.write_str(if bulk.gzip { ", gzipped" } else { "" })?;
            }
            Failure::Endless(value) => write!(f, "endless body of {} values", value.name())?,
            Failure::Corruption(corruption) => write!(f, "response with {}", corruption.name())?,
            Failure::CloseUnread => f.write_str("connection that is closed unread")?,
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
