//! The program's part: a table of constants with a row for each ordinary operation, which the program's interpreter
//! makes into commands.
//!
//! No row has an operation that says `x-cekura-command` (the command is by hand), `x-cekura-handwritten` or
//! `x-cekura-alias-of`.

mod body;
mod example;
mod field;
mod help;
mod names;
mod noun;
mod reply;
mod row;

pub(crate) use names::command;
pub(crate) use noun::files;
