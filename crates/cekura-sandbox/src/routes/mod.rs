//! The operations of the contract.

mod answer;
mod auth;
mod billing;
mod evaluate;
mod filters;
mod list;
mod pages;
mod rerun;
mod retrieve;
mod window;

pub(crate) use answer::{Asked, answer};
pub(crate) use auth::Keys;

use answer::not_found;
