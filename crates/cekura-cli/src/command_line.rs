//! The command line: a command by hand, or a row of the table.

use std::ffi::OsString;

use clap::{Command, CommandFactory as _, Error, FromArgMatches as _};

use crate::cli::{self, Cli, Global};
use crate::generated::{NOUNS, RESOURCES};
use crate::table::{Call, with_rows};

/// What to do.
pub(crate) enum Task {
    ByHand(Box<cli::Command>),
    Row(Box<Call>),
}

/// Reads a command line.
///
/// # Errors
/// What clap has to say: help, the version, or what is wrong.
pub(crate) fn parse(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Result<(Global, Task), Error> {
    let mut command = full(true);
    let matches = command.try_get_matches_from_mut(args)?;
    let read = match Call::of(&matches) {
        Some(call) => Global::from_arg_matches(&call.matches)
            .map(|global| (global, Task::Row(Box::new(call)))),
        None => Cli::from_arg_matches(&matches)
            .map(|cli| (cli.global, Task::ByHand(Box::new(cli.command)))),
    };
    read.map_err(|e| e.format(&mut command))
}

/// Everything: the commands by hand and those of the table. Nouns that only the table has are listed apart from the
/// commands by hand if `apart`, since there are more of them than fit the screen.
pub(crate) fn full(apart: bool) -> Command {
    let command = NOUNS.iter().fold(Cli::command(), |command, noun| {
        if command.find_subcommand(noun.name).is_some() {
            return command.mut_subcommand(noun.name, |by_hand| by_hand.defer(with_rows));
        }
        let resource = Command::new(noun.name)
            .about(noun.about)
            .hide(apart)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .defer(with_rows);
        command.subcommand(resource)
    });
    if !apart {
        return command;
    }
    let after = [command.get_after_help(), command.get_after_long_help()];
    let after = after.map(|after| after.cloned().unwrap_or_default());
    let [short, long] = [0, 1].map(|at| format!("{}\n\n{}", RESOURCES[at], after[at]));
    command.after_help(short).after_long_help(long)
}
