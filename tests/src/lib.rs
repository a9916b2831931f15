//! What the tests stand on: a laboratory in which no time passes for real.
//!
//! [`Lab`] joins a sandbox on a manual clock to a client that lives by that same clock: a wait of minutes is
//! over at once, an attempt's limit is reached exactly when the sandbox is known to hold the request, and both
//! sides agree on what time it is. [`Recorder`] keeps what the client says through `tracing`.

mod clock;
mod folder;
pub mod hostile;
mod lab;
mod recorder;
pub mod script;
mod tally;
mod variations;

pub use clock::LabClock;
pub use folder::Folder;
pub use lab::Lab;
pub use recorder::{Kind, Record, Recorder};
pub use tally::{Mark, Tally};
pub use variations::Variations;

/// The code of the documents, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../docs/errors-and-retries.md")]
#[doc = include_str!("../../docs/library.md")]
pub struct Documents;
