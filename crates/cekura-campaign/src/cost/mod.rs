//! The cost model: the same for plans, limits, consent, status and reports.

mod budget;
pub(crate) mod decimal;
mod forecast;
mod pricing;
mod requests;

pub use budget::{Budget, Spent};
pub use decimal::credits_text;
pub use forecast::CostForecast;
pub(crate) use forecast::scaled;
pub(crate) use pricing::Pricing;
pub use requests::Requests;
