//! The options of a call.

use std::time::Instant;

use crate::clock::after;
use crate::{RetryPolicy, Timeouts};

/// The options of one call; the client's own are the defaults.
#[derive(Clone, Debug)]
pub(crate) struct CallOptions {
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_body: usize,
    /// The deadline of the work that the call is a part of, on the client's clock.
    until: Option<Instant>,
}

impl CallOptions {
    /// Sets the deadline of the work that these calls are a part of.
    ///
    /// A later one than is set changes nothing. Cooldown, rate limit, retries, attempts and bodies all end by it.
    pub(crate) fn until(mut self, deadline: Instant) -> Self {
        self.until = Some(self.until.map_or(deadline, |set| set.min(deadline)));
        self
    }

    /// Returns the deadline of a call that begins `now`.
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

/// Adds the setters that every call has to a builder, whose options are in the given field.
macro_rules! call_options_of {
    ($builder:ty, $($place:ident).+) => {
        impl $builder {
            /// Sets the timeout of the call, with all attempts and delays; by default the client's, 300 s.
            #[inline]
            pub fn with_timeout(mut self, total: std::time::Duration) -> Self {
                self.$($place).+.timeouts.total = total;
                self
            }

            /// Sets the timeout of one attempt, with its response; by default the client's, 60 s.
            #[inline]
            pub fn with_attempt_timeout(mut self, attempt: std::time::Duration) -> Self {
                self.$($place).+.timeouts.attempt = attempt;
                self
            }

            /// Sets the timeout for opening a connection; by default the client's, 5 s.
            #[inline]
            pub fn with_connect_timeout(mut self, connect: std::time::Duration) -> Self {
                self.$($place).+.timeouts.connect = connect;
                self
            }

            /// Sets the retry policy; by default the client's.
            #[inline]
            pub fn with_retry_policy(mut self, retry: $crate::RetryPolicy) -> Self {
                self.$($place).+.retry = retry;
                self
            }

            /// Sets the largest response body, in bytes after decompression; by default the client's, 16 MiB.
            ///
            /// The decoded value may take 4.5 times as much memory, at least 72 MiB. A response that would need more is an error
            /// and is not decoded.
            #[inline]
            pub fn with_max_response_bytes(mut self, bytes: usize) -> Self {
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
