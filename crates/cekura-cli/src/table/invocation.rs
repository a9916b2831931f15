//! The command line: a command by hand, or a row of the table.

use std::ffi::OsString;

use clap::{ArgMatches, Error, FromArgMatches};
use serde_json::Value;

use super::command::{full, noun};
use super::{Field, Row};
use crate::cli::{Cli, Command, Global};
use crate::failure::Failure;
use crate::output::value_text;

/// What to do.
pub(crate) enum Task {
    ByHand(Box<Command>),
    Row(Box<Call>),
}

/// A row with its arguments.
pub(crate) struct Call {
    /// The command without its arguments.
    pub(super) command: String,
    pub(super) row: &'static Row,
    matches: ArgMatches,
}

impl Call {
    /// Reads a group of options that the command has.
    pub(super) fn args<T: FromArgMatches>(&self) -> Result<T, Failure> {
        T::from_arg_matches(&self.matches).map_err(|e| Failure::usage(e.to_string()))
    }

    /// Returns the fields that were given, with their values: that of an option that may be repeated is one list.
    pub(super) fn given(
        &self,
        fields: &'static [Field],
    ) -> impl Iterator<Item = (&'static Field, Value)> {
        let fields = fields.iter().filter(|field| field.kind.has_flag());
        fields.filter_map(|field| {
            let values = self.matches.get_many::<Value>(field.flag)?.cloned();
            let joined = values.reduce(|all, next| match (all, next) {
                (Value::Array(all), Value::Array(next)) => [all, next].concat().into(),
                (_, next) => next,
            });
            Some((field, joined?))
        })
    }

    /// Returns the same as text for a path or a query.
    pub(super) fn texts(
        &self,
        fields: &'static [Field],
    ) -> impl Iterator<Item = (&'static str, String)> {
        let given = self.given(fields);
        given.map(|(field, value)| (field.name, value_text(Some(&value), ",")))
    }
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
    let read = match row(&matches) {
        Some(call) => Global::from_arg_matches(&call.matches)
            .map(|global| (global, Task::Row(Box::new(call)))),
        None => Cli::from_arg_matches(&matches)
            .map(|cli| (cli.global, Task::ByHand(Box::new(cli.command)))),
    };
    read.map_err(|e| e.format(&mut command))
}

fn row(matches: &ArgMatches) -> Option<Call> {
    let (name, below) = matches.subcommand()?;
    let (verb, matches) = below.subcommand()?;
    let row = noun(name)?.rows.iter().find(|row| row.verb == verb)?;
    Some(Call {
        command: format!("cekura {name} {verb}"),
        row,
        matches: matches.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::NOUNS;
    use crate::table::Kind;
    use serde_json::json;

    static FIELDS: &[Field] = &[Field {
        name: "tags",
        flag: "tags",
        value_name: "TEXT,…",
        kind: Kind::List(&Kind::Text),
        is_required: false,
        is_nullable: true,
        help: "Tags",
        long_help: "Tags. At most ten",
    }];

    fn given(args: &[&str]) -> Option<Value> {
        let command = clap::Command::new("x").arg(FIELDS[0].option());
        let args = [&["x"], args].concat();
        let call = Call {
            command: String::new(),
            row: NOUNS[0].rows.first().unwrap(),
            matches: command.try_get_matches_from(args).unwrap(),
        };
        call.given(FIELDS).next().map(|(_, value)| value)
    }

    #[test]
    fn lists_are_joined_by_commas_and_repetition() {
        assert_eq!(
            given(&["--tags", "a,b", "--tags", "c"]),
            Some(json!(["a", "b", "c"]))
        );
        assert_eq!(given(&["--tags", "null"]), Some(Value::Null));
        assert_eq!(given(&["--tags", "[]"]), Some(json!([])));
        assert_eq!(given(&[]), None);
    }
}
