//! A stateful stand-in for the Cekura API, for tests and trials without an account.
//!
//! It serves real HTTP on 127.0.0.1, has agents, metrics and call logs that come out of a seed, judges them
//! again when asked to, and counts in a [`Ledger`] what each evaluation costs. What goes wrong in production
//! goes wrong here on purpose ([`Fault`]), and what nobody knows about the service is a setting ([`Knobs`]).
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
//! The sandbox knows the service's OpenAPI document and JSON, and no client library: a mistake that a client makes in
//! writing or reading JSON cannot cancel itself out here.

mod builder;
mod clock;
mod contract;
mod control;
mod credits;
mod draw;
mod errors;
mod events;
mod faults;
mod journal;
mod judge;
mod knobs;
mod ledger;
mod poison;
mod render;
mod routes;
mod sandbox;
mod server;
mod settings;
mod shared;
mod stamp;
mod state;
mod traffic;
mod world;

pub use builder::{Builder, Error};
pub use clock::SandboxClock;
pub use credits::{BadCredits, Credits};
pub use events::{Event, Moment};
pub use faults::{
    Fault, FaultChance, FaultRates, FaultScript, Faults, RetryAfter, ScriptError, TinyEntry,
};
pub use journal::Exchange;
pub use knobs::{
    Appears, BusyRerun, BusyStatus, EvaluationTime, FinishedStatus, Knobs, ListCount, NextLink,
    OutOfCredits, RetryAfterForm, Traces, UpdatedAt,
};
pub use ledger::{Ledger, LedgerEntry};
pub use poison::Poison;
pub use sandbox::{Sandbox, Verdict};
pub use server::{BadRateLimit, RateLimit};
pub use traffic::Traffic;

/// Locks, also if another thread panicked while it held the lock: what it guards is replaced or added to in
/// one step, so it is never half-done.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
