//! The mutable state: evaluations, human edits, versions of metrics, credits. Kept only for changed call logs, and
//! computed for a moment: there is no background work.

mod accept;
mod changes;
mod evaluation;
mod sent;
mod store;
mod view;

pub(crate) use accept::{Order, Refusal, Work};
pub(crate) use evaluation::Verdicted;
pub(crate) use sent::NewCall;
pub(crate) use store::State;
pub(crate) use view::View;
