//! The operations of the API, grouped by resource, and their request builders.

mod call_log_patch;
mod call_logs;
mod list;
mod listing;
mod new_call_log;
mod observe;
mod reevaluation_request;
mod send_calls;
mod transcript;
mod vote;

pub use crate::generated::*;
pub use crate::reevaluation::{FetchStatuses, GetMany, Reconcile};
pub use call_log_patch::{CallLogPatch, UpdateCallLog};
pub use call_logs::{CallLogsClient, TakeBaseline};
pub use listing::{CountMismatch, Listing};
pub(crate) use listing::{ListRequest, lists};
pub use new_call_log::NewCallLog;
pub use observe::{Observe, Observed};
pub use reevaluation_request::ReevaluationRequest;
pub use transcript::Utterance;
pub use vote::{NewVote, Vote};
