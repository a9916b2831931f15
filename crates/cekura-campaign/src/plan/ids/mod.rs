//! Ids of call logs, from code or from files.

mod file;
#[cfg(test)]
mod file_tests;
mod format;
mod json;
mod limit;
mod lines;
mod list;
mod source_line;
mod table;

pub use file::{Column, IdFile};
pub use format::Format;
pub use list::IdList;
