//! The paid call made safe: what it targets, what was there before, whether it arrived, when it is done,
//! what it changed.

mod baseline;
mod compare;
mod completion;
mod read;
mod reconcile;
mod request;
mod selection;
mod snapshot;
mod started;
mod submit;
mod tracker;
mod wait;
mod waited;

pub use baseline::Baseline;
pub(crate) use baseline::take_baseline;
pub use compare::{LogDiff, MetricChange, MetricDiff};
pub use completion::{Completion, DefaultCompletion, Judgement, Rule};
pub(crate) use read::Place;
pub use reconcile::OnUnknown;
pub use selection::{AcceptUnboundedCost, AgentRef, CallLogs, Scope};
pub use snapshot::Snapshot;
pub use started::{Acceptance, Reevaluation};
pub(crate) use submit::{Submission, Work, submit};
pub use tracker::Seen;
pub use wait::{Poll, Wait, WaitProgress};
pub use waited::{Finish, Reevaluated, Waited};
