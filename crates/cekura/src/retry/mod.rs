//! Retries: which requests are sent again, and after which delay.
//!
//! Whether a request is retried depends on what happened and on the operation's [`Effect`](crate::Effect).
//!
#![doc = include_str!("table.md")]
//!
//! *Accepted* means that [`wait`](crate::reevaluation::Reevaluation::wait) returns the results, although the response could not be
//! decoded. After an unknown outcome, and after a 4xx other than 401 and 429, a paid call with a baseline
//! [reconciles](crate::resources::CallLogsClient::reconcile) its call logs.

mod backoff;
mod budget;
mod cooldown;
mod decision;
mod policy;
mod rate_limiter;
mod retry_after;
mod shared_cooldown;

pub(crate) use budget::RetryBudget;
pub(crate) use cooldown::Cooldown;
pub(crate) use decision::{AttemptOutcome, RetryDecision, decide};
pub use policy::RetryPolicy;
pub(crate) use rate_limiter::RateLimiter;
pub(crate) use retry_after::retry_after;
pub use shared_cooldown::SharedCooldown;
