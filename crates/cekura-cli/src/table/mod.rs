//! The commands that follow from the contract: one interpreter of the generated table.

mod body;
mod command;
mod entries;
mod field;
mod invocation;
mod output;
mod request;
mod row;
mod run;
mod wait;
#[cfg(test)]
mod whole_table_tests;

pub(crate) use command::with_rows;
pub(crate) use invocation::Call;
pub(crate) use row::{Body, Field, Job, Kind, Noun, Row};
pub(crate) use run::run;
