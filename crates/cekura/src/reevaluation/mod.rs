//! The paid call made safe: what it targets, what was there before, whether it arrived, when it is done,
//! what it changed.

mod baseline;
mod batch;
mod compare;
mod completion;
mod fingerprint;
mod look;
mod place;
mod poll;
mod read_each;
mod reconcile;
mod request;
mod seen;
mod selection;
mod snapshot;
mod started;
mod submit;
mod tracker;
mod wait;
mod waited;

pub use baseline::Baseline;
pub(crate) use baseline::take_baseline;
pub use batch::MAX_IDS_PER_REQUEST;
pub use compare::{LogDiff, MetricChange, MetricDiff};
pub use completion::{Completion, DefaultCompletion, Judgement, Rule};
pub use look::{Look, Looked};
pub use place::Place;
pub use poll::{Poll, WaitProgress};
pub use read_each::ReadEach;
pub(crate) use reconcile::SETTLE;
pub use reconcile::{MAX_RESENDS, OnUnknown, Reconcile};
pub use seen::Seen;
pub use selection::{AcceptUnboundedCost, AgentRef, CallLogs, Scope};
pub use snapshot::Snapshot;
pub use started::{Acceptance, Reevaluation};
pub(crate) use submit::{Submission, Work, submit};
pub use tracker::Tracker;
pub use wait::Wait;
pub use waited::{Finish, Reevaluated, Waited};
