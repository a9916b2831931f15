//! What may be said anew for each call.

use std::time::Instant;

use crate::clock::after;
use crate::{RetryPolicy, Timeouts};

/// The options of one call; the client's own are the defaults.
#[derive(Clone, Debug)]
pub(crate) struct CallOptions {
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_body: usize,
    /// The end of the work that the call is a part of, on the client's clock.
    until: Option<Instant>,
}

impl CallOptions {
    /// Makes every call with these options end by `deadline` too: the work that they are parts of has one deadline.
    ///
    /// A later one than is set already changes nothing. The gate of a 429, the client's rate, backoffs, attempts and
    /// bodies all keep to it.
    pub(crate) fn until(mut self, deadline: Instant) -> Self {
        self.until = Some(self.until.map_or(deadline, |set| set.min(deadline)));
        self
    }

    /// When a call that begins `now` ends at the latest.
    pub(crate) fn deadline(&self, now: Instant) -> Instant {
        let total = after(now, self.timeouts.total);
        self.until.map_or(total, |until| until.min(total))
    }
}

impl Default for CallOptions {
    fn default() -> Self {
        Self {
            timeouts: Timeouts::default(),
            retry: RetryPolicy::default(),
            max_body: 16 << 20,
            until: None,
        }
    }
}

/// Gives a builder whose options are at the given place the setters that every call has.
macro_rules! call_options_of {
    ($builder:ty, $($place:ident).+) => {
        impl $builder {
            /// Limits the whole call, every attempt and wait included; 300 s unless the client says otherwise.
            pub fn with_timeout(mut self, total: std::time::Duration) -> Self {
                self.$($place).+.timeouts.total = total;
                self
            }

            /// Limits one request with its whole reply; 60 s unless the client says otherwise.
            pub fn with_attempt_timeout(mut self, attempt: std::time::Duration) -> Self {
                self.$($place).+.timeouts.attempt = attempt;
                self
            }

            /// Limits the opening of a connection; 5 s unless the client says otherwise.
            pub fn with_connect_timeout(mut self, connect: std::time::Duration) -> Self {
                self.$($place).+.timeouts.connect = connect;
                self
            }

            /// Says how patient this call is.
            pub fn with_retry(mut self, retry: $crate::RetryPolicy) -> Self {
                self.$($place).+.retry = retry;
                self
            }

            /// Limits the reply, counted in bytes after decompression; 16 MiB unless the client says otherwise.
            ///
            /// Decoded it may take 4.5 times as much memory, or 72 MiB if that is more; a reply that would take more is
            /// refused before it is decoded.
            pub fn with_max_body(mut self, bytes: usize) -> Self {
                self.$($place).+.max_body = bytes;
                self
            }
        }
    };
}
pub(crate) use call_options_of;

/// The same for a builder with a field `options`.
macro_rules! call_options {
    ($builder:ty) => {
        $crate::http::call_options_of!($builder, options);
    };
}
pub(crate) use call_options;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_earliest_deadline_counts() {
        let (now, s) = (Instant::now(), Duration::from_secs);
        let mut options = CallOptions::default();
        options.timeouts.total = s(30);
        assert_eq!(options.deadline(now), now + s(30));
        let options = options.until(now + s(20)).until(now + s(25));
        assert_eq!(options.deadline(now), now + s(20));
        assert_eq!(
            options.deadline(now - s(15)),
            now + s(15),
            "the call's own limit"
        );
        assert_eq!(options.until(now - s(1)).deadline(now), now - s(1));
    }
}
