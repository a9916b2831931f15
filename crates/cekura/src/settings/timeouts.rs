//! The timeouts of a call.

use std::time::Duration;

/// The three timeouts of a call; all are always set.
///
/// | limit | default | covers |
/// |---|---|---|
/// | [`connect`](Self::connect) | 5 s | DNS, TCP and TLS handshake; nothing was sent if it ends the call |
/// | [`attempt`](Self::attempt) | 60 s | one request and its response, also if it arrives slowly |
/// | [`total`](Self::total) | 300 s | the call: all attempts and the delays between them |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// The timeout for opening a connection.
    pub connect: Duration,
    /// The timeout of one request with its response.
    pub attempt: Duration,
    /// The timeout of the call.
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
