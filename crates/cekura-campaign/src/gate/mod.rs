//! Rules that a campaign must meet before its result is trusted.
//!
//! Every metric is judged alone: no average over metrics can hide one that fails. A rule fails if its metric is missing or
//! gave no verdicts. A rule that could never apply to its metric is an error ([`Gate::check_fit`]).

mod check;
mod error;
mod fit;
mod flags;
mod limits;
mod numbers;
mod read;
mod verdict;

pub use error::GateError;
pub use fit::KnownMetric;
pub use limits::{Gate, Limits};
pub use verdict::{GateVerdict, RuleKind, RuleVerdict};
