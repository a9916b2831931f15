//! Call logs named one by one: by hand, or in a file.

mod cell;
mod file;
#[cfg(test)]
mod file_tests;
mod format;
mod json;
mod limit;
mod lines;
mod list;
mod table;

pub use file::{Column, IdFile};
pub use format::Format;
pub use list::IdList;
