//! Imports of calls: what they may cost, what became of the calls, and how they end.

mod cost;
mod outcome;
mod summary;

pub(crate) use cost::{cost_of, shortage_of};
pub(crate) use outcome::{conclude, failed};
pub(crate) use summary::{show_forecast, show_summary};
