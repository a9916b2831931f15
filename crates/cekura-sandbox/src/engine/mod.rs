//! Operations without a handler of their own: entities that are listed, read, created, changed and deleted, and jobs that
//! take time. What each operation does is derived from the contract. Agents, projects and metrics are those of the call
//! logs; [`Handlers`] is what the engine leaves to others.

mod answer;
mod catalog;
mod entity;
mod filter;
mod handlers;
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

pub(crate) use catalog::Engine;
pub(crate) use handlers::Handlers;
pub(crate) use store::Store;
