//! Helpers of the tests. No test waits in real time.
//!
//! [`Lab`] connects a client to a sandbox on the same manual clock: a wait of minutes returns at once, and an attempt's limit
//! expires exactly when the sandbox holds the request. [`Recorder`] records the client's `tracing` output.

mod clock;
mod example;
mod folder;
#[rustfmt::skip]
mod generated;
pub mod hostile;
mod job;
mod lab;
mod program;
mod recorder;
pub mod script;
mod tally;
mod variations;

pub use clock::LabClock;
pub use folder::Folder;
pub use generated::{call, resume, start};
pub use job::AnyJob;
pub use lab::Lab;
pub use program::program;
pub use recorder::{Kind, Record, Recorder};
pub use tally::{Mark, Tally};
pub use variations::Variations;

/// The code of the documents, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../docs/errors-and-retries.md")]
#[doc = include_str!("../../docs/library.md")]
pub struct Documents;
