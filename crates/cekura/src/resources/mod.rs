//! The operations on call logs, metrics and billing.

mod call_logs;
mod evaluate;
mod list;
mod listing;

pub use crate::generated::*;
pub use crate::reevaluation::{FetchStatuses, GetMany, Reconcile};
pub use call_logs::{CallLogsClient, TakeBaseline};
pub use evaluate::{EvaluateMetrics, RerunEvaluation};
pub use listing::{CountMismatch, Listing};
pub(crate) use listing::{ListRequest, lists};
