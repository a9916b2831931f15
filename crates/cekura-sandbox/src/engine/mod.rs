//! Operations without a handler of their own: entities that are listed, read, created, changed and deleted, and jobs that
//! take time. What each operation does is derived from the contract.

mod answer;
mod catalog;
mod entity;
mod filter;
mod items;
mod job;
mod moments;
mod plan;
mod run;
mod shape;
mod stock;
mod store;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use catalog::ENGINE;
pub(crate) use job::Progress;
pub(crate) use store::Store;
