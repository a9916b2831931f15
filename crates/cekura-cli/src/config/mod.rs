//! Where the key and the address come from: flag, then environment, then the vendor's file.

mod edit;
mod environment;
mod file;
mod resolve;

pub(crate) use edit::edit;
pub(crate) use environment::Environment;
pub(crate) use file::{Found, Session};
pub(crate) use resolve::{Credential, Flags, address, key_in, resolve};
