//! The journal of a campaign: what was intended, sent, answered and found out, in one SQLite file.
//!
//! Every step that costs money is committed here before it is taken, and what came of it after. Whoever holds the
//! journal's lock may write; reading needs no lock.

mod agreed;
mod before;
mod changes;
mod context;
mod counts;
mod create;
mod definitions;
mod delete;
mod document;
mod earlier;
mod error;
mod filesystem;
mod intents;
mod lock;
mod looked_back;
mod merge;
mod open;
mod options;
mod outcomes;
mod queries;
mod recognise;
mod recover;
mod report;
mod requests;
mod results;
mod reviews;
mod rounds;
mod schema;
mod sent;
mod service;
mod state;
mod status;
mod tally;
mod watching;

pub use crate::cost::{Budget, Spent};
pub(crate) use agreed::Unsent;
pub(crate) use before::Found;
pub use create::NewCampaign;
pub use delete::delete;
pub(crate) use document::Document;
pub use error::JournalError;
pub use merge::merge;
pub use open::Journal;
pub use options::OpenOptions;
pub use queries::{Filter, Row};
pub use recognise::recognise;
pub use report::ReportOptions;
pub(crate) use requests::{Answer, Batch, Fate, Outcome};
pub(crate) use results::Evaluated;
pub(crate) use state::TaskState;
pub use status::Status;
pub(crate) use watching::{Chunk, START, Watched};
