//! The journal of a campaign: what was intended, sent, answered and found out, in one SQLite file.
//!
//! Every step that costs money is committed here before it is taken, and what came of it after. Whoever holds the
//! journal's lock may write; reading needs no lock.

mod create;
mod definitions;
mod document;
mod error;
mod filesystem;
mod lock;
mod merge;
mod open;
mod queries;
mod report;
mod results;
mod rounds;
mod schema;
mod service;
mod state;
mod status;
mod submissions;
mod tally;
mod watching;

pub use create::Founding;
pub use error::JournalError;
pub use merge::merge;
pub use open::Journal;
pub use queries::{Filter, Row};
pub use report::ReportOptions;
pub use state::TaskState;
pub use status::{Budget, Spent, Status};
pub(crate) use rounds::Found;
pub(crate) use submissions::{Batch, Fate, Outcome};
pub(crate) use watching::{Chunk, START, Watched};
