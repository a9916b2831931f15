//! What a script says to one request.

use std::fmt;
use std::time::Duration;

/// What a request is answered with.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(super) bytes: Vec<u8>,
    pub(super) takes: Duration,
    pub(super) end: End,
}

/// What happens to the connection after the bytes of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum End {
    Close,
    Stall,
    LeaveFirst,
}

impl Answer {
    /// A success with JSON.
    pub fn json(body: impl fmt::Display) -> Self {
        Self::new(200, "content-type: application/json\r\n", &body.to_string())
    }

    /// A status with a JSON body.
    pub fn status(status: u16, body: &str) -> Self {
        Self::new(status, "content-type: application/json\r\n", body)
    }

    /// An answer with these header lines, each ended by CRLF.
    #[must_use]
    pub fn new(status: u16, headers: &str, body: &str) -> Self {
        let size = body.len();
        Self::bytes(&format!(
            "HTTP/1.1 {status} -\r\n{headers}connection: close\r\ncontent-length: {size}\r\n\r\n{body}"
        ))
    }

    /// A 429 that asks for so many seconds.
    #[must_use]
    pub fn too_many(seconds: u64) -> Self {
        Self::new(429, &format!("retry-after: {seconds}\r\n"), "")
    }

    /// A web page where JSON belongs.
    #[must_use]
    pub fn page(size: usize) -> Self {
        let body = format!("<html>{}", "x".repeat(size));
        Self::new(200, "content-type: text/html\r\n", &body)
    }

    /// These very bytes, then the end of the connection.
    #[must_use]
    pub fn bytes(bytes: &str) -> Self {
        Self {
            bytes: bytes.into(),
            takes: Duration::ZERO,
            end: End::Close,
        }
    }

    /// The same, `span` later.
    #[must_use]
    pub fn taking(self, span: Duration) -> Self {
        Self {
            takes: span,
            ..self
        }
    }

    /// The same, but the connection stays open, with nothing more to come.
    #[must_use]
    pub fn stalling(self) -> Self {
        Self {
            end: End::Stall,
            ..self
        }
    }

    /// The same, from a server that accepts no further connection.
    #[must_use]
    pub fn leaving(self) -> Self {
        Self {
            end: End::LeaveFirst,
            ..self
        }
    }
}
