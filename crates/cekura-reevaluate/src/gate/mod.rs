//! Rules that a campaign must meet before its result is trusted.
//!
//! Every metric is judged alone: no average over metrics can hide one that fails. A rule about something that never
//! happened (a call log that was not evaluated, a metric that judged nothing) fails.

mod check;
mod error;
mod flags;
mod limits;
mod numbers;
mod read;
mod verdict;

pub use error::GateError;
pub use limits::{Gate, Limits};
pub use verdict::{GateVerdict, RuleKind, RuleVerdict};
