//! Faults: planned failures, their order, and whether they happen before or after the work.

mod bodies;
mod entry;
mod fault;
mod rates;
mod script;
mod store;

pub(crate) use bodies::Bulk;
pub(crate) use entry::Entry as ScriptEntry;
pub(crate) use fault::{BulkOf, Failure, When};

pub use bodies::TinyEntry;
pub use fault::{Fault, RetryAfter};
pub use rates::{FaultChance, FaultRates};
pub use script::{FaultScript, ScriptError};
pub use store::Faults;
