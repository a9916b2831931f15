//! The operations on call logs, metrics and billing.

mod call_logs;
mod list;
mod listing;
mod reevaluation_request;

pub use crate::generated::*;
pub use crate::reevaluation::{FetchStatuses, GetMany, Reconcile};
pub use call_logs::{CallLogsClient, TakeBaseline};
pub use listing::{CountMismatch, Listing};
pub(crate) use listing::{ListRequest, lists};
pub use reevaluation_request::ReevaluationRequest;
