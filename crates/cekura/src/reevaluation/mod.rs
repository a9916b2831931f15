//! Re-evaluations: baseline, submission, reconciliation, completion and comparison.
//!
//! A re-evaluation is started by [`rerun_evaluation`](crate::resources::CallLogsClient::rerun_evaluation) or
//! [`evaluate_metrics`](crate::resources::CallLogsClient::evaluate_metrics), which return a [`Reevaluation`]. Its
//! [`wait`](Reevaluation::wait) returns a [`WaitResults`]: one [`CallLogResult`] for each call log, with its [`WaitOutcome`] and
//! [`LogDiff`].
//!
//! A program that waits by itself uses [`EvaluationTracker`] and a [`Completion`] rule, with the [`Snapshot`]s from
//! [`fetch_statuses`](crate::resources::CallLogsClient::fetch_statuses).

mod baseline;
mod batch;
mod by_id;
mod compare;
mod completion;
mod findings;
mod fingerprint;
mod get_many;
mod paid_operation;
pub(crate) mod reconcile;
mod request;
mod result_stream;
mod running_wait;
mod snapshot;
mod started;
mod statuses;
mod submit;
mod tracker;
mod tracker_state;
mod wait;
mod wait_progress;
mod wait_results;
mod wait_state;

pub use crate::polling::PollInterval;
pub use baseline::Baseline;
pub(crate) use baseline::take_baseline;
pub use batch::{MAX_IDS_PER_REQUEST, MAX_LIST_RANGE};
pub(crate) use by_id::ById;
pub use compare::{LogDiff, MetricChange, MetricDiff};
pub use completion::{Completion, CompletionState, Confirmation, DefaultCompletion};
pub use get_many::GetMany;
pub(crate) use paid_operation::PaidOperation;
pub use reconcile::{MAX_RESENDS, Reconcile};
pub(crate) use reconcile::{OnUnknown, SETTLE_WINDOW};
pub use result_stream::ResultStream;
pub use snapshot::Snapshot;
pub(crate) use started::Work;
pub use started::{Acceptance, Reevaluation};
pub use statuses::{FetchStatuses, Statuses};
pub(crate) use submit::{Submission, submit};
pub use tracker::EvaluationTracker;
pub use tracker_state::TrackerState;
pub use wait::Wait;
pub use wait_progress::WaitProgress;
pub use wait_results::{CallLogResult, WaitOutcome, WaitResults};
