//! Splitting a plan among workers: which part is mine, and which call logs are in it.

mod auto;
mod hash;
mod part;
mod share;

pub(crate) use hash::splitmix64;
pub use part::{Shard, ShardError};
pub use share::Share;
