//! Faults: planned failures, their order, and whether they happen before or after the work.

mod bodies;
mod entry;
mod failure;
mod fault;
mod rates;
mod script;
mod store;

pub(crate) use bodies::Bulk;
pub(crate) use entry::ScriptEntry;
pub(crate) use failure::{BulkOf, Failure, When};

pub use bodies::RepeatedValue;
pub use failure::RetryAfter;
pub use fault::Fault;
pub use rates::{FaultRate, FaultRates};
pub use script::{FaultScript, ScriptError};
pub use store::Faults;
