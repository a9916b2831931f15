//! Where the key and the address come from: flag, then environment, then the vendor's file.

mod environment;
mod file;
mod resolve;

pub(crate) use environment::Environment;
pub(crate) use file::Found;
pub(crate) use resolve::{Credential, Flags, resolve};
