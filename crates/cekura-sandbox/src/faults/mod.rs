//! Faults: what goes wrong on purpose, in which order, and whether before or after the work.

mod entry;
mod fault;
mod padding;
mod rates;
mod script;
mod store;

pub(crate) use entry::Entry as ScriptEntry;
pub(crate) use fault::{Failure, When};
pub(crate) use padding::{gzip_of_spaces, spaces};

pub use fault::{Fault, RetryAfter};
pub use rates::{FaultChance, FaultRates};
pub use script::{FaultScript, ScriptError};
pub use store::Faults;
