//! What evaluations cost: one model for plans, limits, consent, status and reports.

mod budget;
mod outlook;
mod pricing;
mod requests;

pub use budget::{Budget, Spent};
pub use outlook::Outlook;
pub(crate) use outlook::scaled;
pub(crate) use pricing::Pricing;
pub use requests::Requests;
