//! What changes: evaluations, human edits, versions of metrics, money. Kept only for call logs that were touched,
//! and read as of a moment: nothing happens in the background.

mod accept;
mod changes;
mod evaluation;
mod store;
mod view;

pub(crate) use accept::{Order, Refusal, Work};
pub(crate) use evaluation::Verdicted;
pub(crate) use store::State;
pub(crate) use view::View;
