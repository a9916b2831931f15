//! The three limits of a call, in one table.

use std::time::Duration;

/// How long a call may take, at three levels; all three are always set.
///
/// | limit | default | covers |
/// |---|---|---|
/// | [`connect`](Self::connect) | 5 s | name look-up, TCP and TLS handshake; nothing is sent when it ends |
/// | [`attempt`](Self::attempt) | 60 s | one request and its whole reply, a slow drip of headers or body included |
/// | [`total`](Self::total) | 300 s | the call: every attempt and every wait between them |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// For opening a connection.
    pub connect: Duration,
    /// For one request with its reply.
    pub attempt: Duration,
    /// For the whole call.
    pub total: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            attempt: Duration::from_secs(60),
            total: Duration::from_secs(300),
        }
    }
}
