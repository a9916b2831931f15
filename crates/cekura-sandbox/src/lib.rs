//! A local, stateful simulation of the Cekura API, for tests and trials without an account.
//!
//! It serves real HTTP on 127.0.0.1. Its agents, metrics and call logs are generated from a seed. It evaluates call logs on
//! request, and records the cost of each evaluation in a [`Ledger`]. Failures can be planned ([`Fault`]), and undocumented
//! behaviour of the service is a setting ([`Quirks`]). Reviews, deletions and edits can be scheduled ([`Event`]).
//!
//! ```
//! use cekura_sandbox::{Sandbox, SandboxClock};
//!
//! # async fn example() -> Result<(), cekura_sandbox::Error> {
//! let sandbox = Sandbox::builder()
//!     .seed(7)
//!     .call_logs(50)
//!     .clock(SandboxClock::manual())
//!     .start()
//!     .await?;
//! println!("{} accepts the key {}", sandbox.url(), sandbox.api_key());
//! assert_eq!(sandbox.ledger().metric_evaluations(), 0);
//! # Ok(())
//! # }
//! ```
//!
//! The sandbox uses the service's OpenAPI document and no client library, so it does not repeat a client's mistakes in JSON.

mod builder;
mod clock;
mod contract;
mod control;
mod corruption;
mod credits;
mod engine;
mod errors;
mod events;
mod faults;
mod judge;
mod ledger;
mod quirks;
mod random;
mod render;
mod request;
mod request_counts;
mod request_log;
mod routes;
mod sandbox;
mod server;
mod settings;
mod shared;
mod state;
mod timestamp;
mod verdict;
mod world;

pub use builder::{Error, SandboxBuilder};
pub use clock::SandboxClock;
pub use corruption::Corruption;
pub use credits::{BadCredits, Credits};
pub use events::{Event, EventTrigger};
pub use faults::{
    Fault, FaultRate, FaultRates, FaultScript, Faults, RepeatedValue, RetryAfter, ScriptError,
};
pub use ledger::{Charge, Ledger, LedgerEntry};
pub use quirks::{
    BusyStatus, EvaluationTime, FinishedStatus, JobOutcome, ListCount, NextLink, OutOfCredits,
    OverlappingRerun, Quirks, RetryAfterForm, Traces, UpdatedAt, Visibility,
};
pub use request_counts::RequestCounts;
pub use request_log::LoggedRequest;
pub use sandbox::Sandbox;
pub use server::{BadRateLimit, RateLimit};
pub use verdict::Verdict;

/// Locks, even if another thread panicked while it held the lock. The data behind every lock is changed in one step, so it
/// is always consistent.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
