//! The journal of a campaign: every request, response and result, in one SQLite file.
//!
//! Each paid request is committed here before it is sent, and its outcome afterwards. Only the holder of the journal's lock may
//! write; reading needs no lock.

mod approval;
mod baseline;
mod campaign_info;
mod changes;
mod create;
mod definitions;
mod delete;
mod document;
mod earlier;
mod error;
mod filesystem;
mod identify;
mod intents;
mod lock;
mod merge;
mod meta;
mod metric_tally;
mod metrics;
mod open;
mod options;
mod outcomes;
mod queries;
mod reconcile;
mod recover;
mod report;
mod requests;
mod results;
mod reviews;
mod rounds;
mod schema;
mod sent;
mod state;
mod status;
mod watching;

pub use crate::cost::{Budget, Spent};
pub(crate) use approval::Unsent;
pub(crate) use baseline::BaselineRead;
pub use create::NewCampaign;
pub use delete::delete;
pub(crate) use document::Document;
pub use error::JournalError;
pub(crate) use error::Kind as JournalErrorKind;
pub(crate) use filesystem::check_local;
pub use identify::identify;
pub use merge::merge;
pub use open::Journal;
pub use options::OpenOptions;
pub use queries::{Filter, Row};
pub use report::ReportOptions;
pub(crate) use requests::{Answer, Batch, BatchOutcome, SendResult};
pub(crate) use results::Evaluated;
pub(crate) use state::TaskState;
pub use status::Status;
pub(crate) use watching::{Chunk, START, Watched};
