//! The commands that follow from the contract: one interpreter of the generated table.

mod ask;
mod body;
mod command;
mod entries;
mod flags;
mod help;
mod invocation;
mod list;
mod output;
mod request;
mod row;
mod run;
mod wait;
#[cfg(test)]
mod whole_table_tests;

pub(crate) use command::full;
pub(crate) use entries::cell;
pub(crate) use invocation::{Invocation, Task, parse};
pub(crate) use row::{Body, Field, Kind, Noun, Reply, Row};
pub(crate) use run::run;
