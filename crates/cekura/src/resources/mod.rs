//! The operations of the API, grouped by resource, and their request builders.

#[cfg(feature = "observability")]
mod call_log_patch;
#[cfg(feature = "observability")]
mod call_logs;
#[cfg(feature = "observability")]
mod list;
mod listing;
#[cfg(feature = "observability")]
mod new_call_log;
#[cfg(feature = "observability")]
mod observe;
#[cfg(feature = "observability")]
mod reevaluation_request;
#[cfg(feature = "observability")]
mod send_calls;
#[cfg(feature = "observability")]
mod transcript;
#[cfg(feature = "observability")]
mod vote;

pub use crate::generated::*;
#[cfg(feature = "observability")]
pub use crate::reevaluation::{FetchStatuses, GetMany, Reconcile};
#[cfg(feature = "observability")]
pub use call_log_patch::{CallLogPatch, UpdateCallLog};
#[cfg(feature = "observability")]
pub use call_logs::{CallLogsClient, TakeBaseline};
pub use listing::{CountMismatch, Listing};
pub(crate) use listing::{ListRequest, lists};
#[cfg(feature = "observability")]
pub use new_call_log::NewCallLog;
#[cfg(feature = "observability")]
pub use observe::{Observe, Observed};
#[cfg(feature = "observability")]
pub use reevaluation_request::ReevaluationRequest;
#[cfg(feature = "observability")]
pub use transcript::Utterance;
#[cfg(feature = "observability")]
pub use vote::{NewVote, Vote};
