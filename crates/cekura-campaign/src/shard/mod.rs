//! Splits a plan among workers.

mod auto;
mod hash;
mod part;
mod share;

pub(crate) use hash::splitmix64;
pub use part::{Shard, ShardError};
pub use share::Share;
