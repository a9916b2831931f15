//! The operations of the contract.

mod answer;
mod auth;
mod billing;
mod destroy;
mod evaluate;
mod filters;
mod form;
mod list;
mod observe;
pub(crate) mod pages;
mod rerun;
mod retrieve;
mod transcript;
mod update;
mod vote;
mod window;

pub(crate) use answer::{Asked, answer, level, not_found};
pub(crate) use auth::{Keys, Scope};
pub(crate) use billing::ORGANIZATION;
pub(crate) use window::Window;
