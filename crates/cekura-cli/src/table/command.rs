//! The commands of the table, as clap has them.

use clap::{Arg, Args, Command, CommandFactory as _};

use super::{Field, Noun, Row};
use crate::cli::{BodyArgs, Cli, ConfirmArg, JobArgs, OutputArgs, PageArgs};
use crate::generated::{NOUNS, RESOURCES};

/// Lines of `-h` on a terminal of 80 columns.
const LINES: usize = 40;

/// Lines of `-h` around the options: what it does, usage, headings, and the options of every command.
const AROUND: usize = 16;

/// Lines that an option takes at most.
const EACH: usize = 2;

/// Everything: the commands by hand and those of the table. Nouns that only the table has are listed apart from the
/// commands by hand if `apart`, since there are more of them than fit the screen.
pub(crate) fn full(apart: bool) -> Command {
    let command = NOUNS.iter().fold(Cli::command(), |command, noun| {
        if command.find_subcommand(noun.name).is_some() {
            return command.mut_subcommand(noun.name, |by_hand| by_hand.defer(with_rows));
        }
        let own = Command::new(noun.name)
            .about(noun.about)
            .hide(apart)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .defer(with_rows);
        command.subcommand(own)
    });
    if !apart {
        return command;
    }
    let after = [command.get_after_help(), command.get_after_long_help()];
    let after = after.map(|after| after.cloned().unwrap_or_default());
    let [short, long] = [0, 1].map(|at| format!("{}\n\n{}", RESOURCES[at], after[at]));
    command.after_help(short).after_long_help(long)
}

/// Returns the noun of this name.
pub(super) fn noun(name: &str) -> Option<&'static Noun> {
    NOUNS.iter().copied().find(|noun| noun.name == name)
}

/// Adds the verbs of a noun, once they are needed.
fn with_rows(command: Command) -> Command {
    let rows = noun(command.get_name()).map_or(&[][..], |noun| noun.rows);
    command.subcommands(rows.iter().map(verb))
}

fn verb(row: &'static Row) -> Command {
    let fields = row.body.as_ref().map_or(&[][..], |body| body.fields);
    let fields = fields.iter().filter(|field| field.kind.has_flag());
    let arguments = row.arguments.iter();
    let command = Command::new(row.verb)
        .args(arguments.map(|field| needed(field.argument(), row)))
        .args(row.options.iter().map(|field| option(field, row)))
        .args(fields.clone().map(Field::option));
    fit(own(command, row), row.options.iter().chain(fields))
        .about(row.about)
        .long_about(format!("{}\n\n{}", row.about, row.description))
        .after_long_help(row.after_help)
}

/// The option of a query parameter. Those of a body are checked when it is whole.
fn option(field: &'static Field, row: &Row) -> Arg {
    match (field.is_required, field.name) {
        (true, _) => needed(field.option(), row),
        (_, "page") if row.is_list => field.option().conflicts_with_all(["all", "limit"]),
        _ => field.option(),
    }
}

/// Makes an argument required, unless only the template is asked for.
fn needed(arg: Arg, row: &Row) -> Arg {
    match row.body {
        Some(_) => arg.required_unless_present("template"),
        None => arg.required(true),
    }
}

/// Adds the options that the interpreter reads.
fn own(command: Command, row: &Row) -> Command {
    let command = with::<BodyArgs>(command, row.body.is_some());
    let command = with::<PageArgs>(command, row.is_list);
    let command = with::<OutputArgs>(command, true);
    let command = with::<ConfirmArg>(command, row.needs_consent);
    let command = with::<JobArgs>(command, row.job.is_some());
    command.mut_arg("fields", |arg| arg.hide_short_help(!row.is_list))
}

/// Adds a group of options that the command has.
fn with<T: Args>(command: Command, has: bool) -> Command {
    match has {
        true => T::augment_args(command),
        false => command,
    }
}

/// Hides options of the operation from `-h` beyond what fits the screen: required ones stay.
fn fit(command: Command, fields: impl Iterator<Item = &'static Field>) -> Command {
    let mut fields: Vec<&Field> = fields.collect();
    fields.sort_by_key(|field| !field.is_required);
    let arguments = command.get_positionals().count();
    let is_shown = |arg: &&Arg| !arg.is_hide_short_help_set();
    let own = command.get_opts().filter(is_shown).count() - fields.len();
    let left = LINES.saturating_sub(AROUND + arguments + EACH * own) / EACH;
    let hidden = fields.into_iter().skip(left);
    hidden.fold(command, |command, field| {
        command.mut_arg(field.flag, |arg| arg.hide_short_help(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Body, Job, Kind};

    const FIELD: Field = Field {
        name: "a_field",
        flag: "a",
        value_name: "true|false",
        kind: Kind::Boolean,
        is_required: false,
        is_nullable: true,
        help: "A description of a field that is as long as regen makes one, and…",
        long_help: "A description of a field that is much too long for a single line. And more",
    };

    const fn field(flag: &'static str) -> Field {
        Field { flag, ..FIELD }
    }

    /// As large as an operation gets.
    static ROW: Row = Row {
        verb: "create",
        operation: &cekura::operations::CALL_LOGS_RERUN_EVALUATION,
        about: "Do something that takes a long sentence to say, longer than a terminal is wide",
        description: "At length.",
        after_help: "Examples:\n  cekura xs create 1",
        arguments: &[FIELD],
        options: &[],
        body: Some(Body {
            fields: &[
                field("bbbbbbbbbbbbbbbbbbbbbbbbbb"),
                field("c"),
                field("d"),
                field("e"),
                field("f"),
                field("g"),
                field("h"),
                field("i"),
                field("j"),
                field("k"),
                field("l"),
                field("m"),
                Field {
                    is_required: true,
                    ..field("needed")
                },
            ],
            template: "{}",
        }),
        needs_consent: true,
        is_list: false,
        columns: &[],
        job: Some(Job {
            rule: &cekura::operations::CALL_LOGS_CREATE_SCENARIOS_JOB,
            check: "xs get",
        }),
    };

    #[test]
    fn the_short_help_of_a_large_operation_fits_the_screen() {
        let noun = Command::new("xs").subcommand(verb(&ROW));
        let mut command = Cli::command().term_width(80).subcommand(noun);
        command.build();
        let command = command.find_subcommand_mut("xs").unwrap();
        let help = command
            .find_subcommand_mut("create")
            .unwrap()
            .render_help()
            .to_string();
        assert!(
            help.lines().count() <= 40,
            "{}\n{help}",
            help.lines().count()
        );
        assert!(
            help.contains("--needed") && help.contains("--wait"),
            "{help}"
        );
    }
}
