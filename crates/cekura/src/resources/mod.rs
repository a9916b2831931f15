//! The operations on call logs, metrics and billing.

mod billing;
mod call_logs;
mod evaluate;
mod list;
mod listing;
mod metrics;
mod reply_checks;

pub use crate::reevaluation::{FetchStatuses, GetMany, Reconcile};
pub use billing::{BillingClient, GetBillingInfo};
pub(crate) use call_logs::retrieve;
pub use call_logs::{CallLogsClient, GetCallLog, TakeBaseline};
pub use evaluate::{EvaluateMetrics, RerunEvaluation};
pub use list::ListCallLogs;
pub(crate) use list::{ListQuery, list_page};
pub use listing::{CountMismatch, Listing};
pub use metrics::{GetMetric, MetricsClient};
