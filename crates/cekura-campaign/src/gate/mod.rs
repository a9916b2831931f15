//! Gates: rules that a campaign must meet.
//!
//! Each metric is checked on its own, so that an average cannot hide a failing metric. A rule fails if its metric is missing or
//! gave no verdicts. A rule that can never apply to its metric is an error ([`Gate::check_fit`]).

mod check;
mod error;
mod fit;
mod flags;
mod limits;
mod numbers;
mod read;
mod result;

pub use error::GateError;
pub use fit::KnownMetric;
pub use limits::{Gate, Limits};
pub use result::{GateResult, RuleKind, RuleResult};
