//! Retries: when a request is sent again, and after how long.
//!
//! This depends on what happened *and* on what the operation does ([`Effect`](crate::Effect)):
//!
//! | what happened | read, idempotent | write, billable |
//! |---|---|---|
//! | never sent: no address, connection refused, connect timeout | retry | retry |
//! | the certificate was refused | stop | stop |
//! | 401 to a token of a [`TokenProvider`](crate::TokenProvider), the first time | retry with a new token | stop |
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
