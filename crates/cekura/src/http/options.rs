//! What may be said anew for each call.

use crate::{RetryPolicy, Timeouts};

/// The options of one call; the client's own are the defaults.
#[derive(Clone, Debug)]
pub(crate) struct CallOptions {
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_body: usize,
}

impl Default for CallOptions {
    fn default() -> Self {
        Self {
            timeouts: Timeouts::default(),
            retry: RetryPolicy::default(),
            max_body: 16 << 20,
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
