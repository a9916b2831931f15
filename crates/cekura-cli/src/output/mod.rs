//! Output: data on standard output, everything else on standard error.

mod csv;
mod data;
mod json;
mod listing;
mod notes;
mod safe;
mod style;
mod table;
mod terminal;
mod words;

pub(crate) use csv::{broken, harmless, record};
pub(crate) use data::Data;
pub(crate) use json::value_text;
pub(crate) use listing::{Ended, Listing};
pub(crate) use notes::Notes;
pub(crate) use safe::{ForTerminal, safe_block, safe_json, safe_line, shortened};
pub(crate) use style::{Style, Tone};
pub(crate) use table::{Column, Table, cell, plain, value_table};
pub(crate) use terminal::{ColorChoice, Terminal};
pub(crate) use words::{count, named};
