//! The command line: a command by hand, or a row of the table.

use std::ffi::OsString;

use clap::{ArgMatches, Error, FromArgMatches as _};

use super::command::{full, noun};
use super::{Noun, Row};
use crate::cli::{Cli, Command, Global};

/// A command line that was read.
pub(crate) struct Invocation {
    pub(crate) global: Global,
    pub(crate) task: Task,
}

/// What to do.
pub(crate) enum Task {
    ByHand(Box<Command>),
    Row(Box<Call>),
}

/// A row with its arguments.
pub(crate) struct Call {
    pub(super) noun: &'static Noun,
    pub(super) row: &'static Row,
    pub(super) matches: ArgMatches,
}

impl Call {
    /// The command without its arguments.
    pub(super) fn command(&self) -> String {
        format!("cekura {} {}", self.noun.name, self.row.verb)
    }

    pub(super) fn has(&self, flag: &str) -> bool {
        matches!(self.matches.try_get_one::<bool>(flag), Ok(Some(true)))
    }
}

/// Reads a command line.
///
/// # Errors
/// What clap has to say: help, the version, or what is wrong.
pub(crate) fn parse(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Result<Invocation, Error> {
    let mut command = full(true);
    let mut matches = command.try_get_matches_from_mut(args)?;
    if let Some(call) = row(&matches) {
        let global = Global::from_arg_matches(&call.matches);
        return Ok(Invocation {
            global: global.map_err(|e| e.format(&mut command))?,
            task: Task::Row(Box::new(call)),
        });
    }
    let cli = Cli::from_arg_matches_mut(&mut matches).map_err(|e| e.format(&mut command))?;
    Ok(Invocation {
        global: cli.global,
        task: Task::ByHand(Box::new(cli.command)),
    })
}

fn row(matches: &ArgMatches) -> Option<Call> {
    let (name, below) = matches.subcommand()?;
    let (verb, matches) = below.subcommand()?;
    let noun = noun(name)?;
    let row = noun.rows.iter().find(|row| row.verb == verb)?;
    let matches = matches.clone();
    Some(Call { noun, row, matches })
}
