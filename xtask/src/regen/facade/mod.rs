//! The facade's part: for each tag a client, and for each ordinary operation a method and a request builder.
//!
//! Ordinary is an operation that reads one thing: no body, no pages. Others say `x-cekura-handwritten: true`; a tag that has
//! such operations has its client by hand too.

mod argument;
mod noun;
mod request;

pub(crate) use noun::{File, files};
