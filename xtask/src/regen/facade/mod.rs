//! The facade's part: for each tag a client, and for each ordinary operation a method and a request builder.
//!
//! Ordinary is an operation whose method only sends its request. Others say `x-cekura-handwritten: true`; a tag that has
//! such operations has its client by hand too.

mod argument;
mod documentation;
mod example_calls;
mod job;
mod noun;
mod reply;
mod request;

pub(crate) use noun::{File, files};
