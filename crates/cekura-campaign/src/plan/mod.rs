//! Plans: which call logs, by which paid operation, at what estimated cost. Planning sends nothing paid.

mod check;
mod digest;
mod error;
mod estimate;
mod file;
mod ids;
mod log_info;
mod lookup;
mod model;
mod operation;
mod planner;
mod prices;
mod rates;
mod sampling;
mod selection;
mod survey;
mod window;

#[cfg(test)]
pub(crate) use check::tests::plan_of;
pub use digest::digest_of;
pub use error::PlanError;
pub use estimate::{Alternative, EVALUATE_METRICS_CAVEAT, Estimate};
pub use ids::{Column, Format, IdFile, IdList};
pub use model::{Plan, PlannedCount, PlannedLog, PlannedMetric, PlannedOperation, PriceTable};
pub use planner::Planner;
pub use rates::{Cost, Rates};
pub use sampling::sample;
pub use selection::{Earlier, Query, Selection};
pub use window::Window;
