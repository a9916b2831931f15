//! Call logs named one by one: by hand, or in a file.

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
