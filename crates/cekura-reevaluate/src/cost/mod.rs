//! What evaluations cost: one model for plans, limits, status and reports.

mod budget;
mod pricing;

pub use budget::{Budget, Spent};
pub(crate) use pricing::Pricing;
