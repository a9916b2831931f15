//! Operations without a handler of their own: entities that are listed, read, created, changed and deleted, and jobs that
//! take time. What each operation does is derived from the contract.

mod act;
mod answer;
mod catalog;
mod entity;
mod failures;
mod filter;
mod items;
mod job;
mod moments;
mod plan;
mod report;
mod run;
mod shape;
mod stock;
mod store;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use answer::Call;
pub(crate) use catalog::ENGINE;
pub(crate) use store::Store;
