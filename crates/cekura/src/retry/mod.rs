//! Retries: which requests are sent again, and after which delay.
//!
//! Whether a request is retried depends on what happened and on the operation's [`Effect`](crate::Effect):
//!
//! | what happened | read, idempotent | write, billable |
//! |---|---|---|
//! | never sent: DNS error, connection refused, connect timeout | retry | retry |
//! | the server's certificate is not trusted | stop | stop |
//! | the first 401 to a token of a [`TokenProvider`](crate::TokenProvider) | retry with a new token | stop |
//! | 429 | retry after `Retry-After` | retry after `Retry-After` |
//! | 503 with `Retry-After` | retry after `Retry-After` | never; the outcome is unknown |
//! | any other 5xx, 408, timeout, reset, end of stream after sending | retry | never; the outcome is unknown |
//! | a redirect that is not followed | stop | stop; the outcome is unknown |
//! | any other response | stop | stop |

mod backoff;
mod budget;
mod cooldown;
mod decision;
mod policy;
mod rate_limiter;
mod retry_after;
mod shared_rate_limit;

pub(crate) use budget::RetryBudget;
pub(crate) use cooldown::Cooldown;
pub(crate) use decision::{AttemptOutcome, RetryDecision, decide};
pub use policy::RetryPolicy;
pub(crate) use rate_limiter::RateLimiter;
pub(crate) use retry_after::retry_after;
pub use shared_rate_limit::SharedRateLimit;
