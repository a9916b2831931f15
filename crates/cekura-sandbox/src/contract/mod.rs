//! The contract: the OpenAPI document, from which the sandbox takes its routes and against which it checks
//! every request.

mod document;
mod operation;
mod parameters;
mod route;

pub(crate) use document::{CONTRACT, Contract, Found};
pub(crate) use operation::{Effect, Operation};
