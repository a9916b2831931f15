//! The contract: the OpenAPI document, from which the sandbox takes its routes and against which it checks
//! every request.

mod document;
mod parameters;
mod route;

pub(crate) use document::{CONTRACT, Contract, Found, Operation};
