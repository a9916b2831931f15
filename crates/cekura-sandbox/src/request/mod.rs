//! A request to an operation, and what can be read from it.

mod asked;
mod call;
pub(crate) mod pages;
mod scope;

pub(crate) use asked::Asked;
pub(crate) use call::{Call, Progress};
pub(crate) use scope::Scope;
