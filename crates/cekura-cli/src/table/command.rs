//! The commands of the table, as clap has them.

use clap::{Arg, Args, Command};

use super::{Field, Noun, Row};
use crate::cli::{BodyArgs, ConfirmArg, JobArgs, OutputArgs, PageArgs};
use crate::generated::NOUNS;

/// Lines of `-h` on a terminal of 80 columns.
const LINES: usize = 40;

/// Lines of `-h` around the options: what it does, usage, headings, and the options of every command.
const AROUND: usize = 16;

/// Lines that an option takes at most.
const EACH: usize = 2;

/// Returns the noun of this name.
pub(super) fn noun(name: &str) -> Option<&'static Noun> {
    NOUNS.iter().copied().find(|noun| noun.name == name)
}

/// Adds the verbs of a noun, once they are needed.
pub(crate) fn with_rows(command: Command) -> Command {
    let rows = noun(command.get_name()).map_or(&[][..], |noun| noun.rows);
    command.subcommands(rows.iter().map(verb))
}

fn verb(row: &'static Row) -> Command {
    let fields = row.body.as_ref().map_or(&[][..], |body| body.fields);
    let fields = fields.iter().filter(|field| field.kind.has_flag());
    let arguments = row.arguments.iter();
    let shared = shared(row);
    let command = Command::new(row.verb)
        .about(row.about)
        .long_about(format!("{}\n\n{}", row.about, row.description))
        .after_long_help(row.after_help)
        .args(arguments.map(|field| parameter(field.argument(), field, row)))
        .args(
            row.options
                .iter()
                .map(|field| parameter(field.option(), field, row)),
        )
        .args(fields.clone().map(Field::option))
        .args(shared.get_arguments().cloned());
    // What does not fit the screen is only in `--help`: required options stay.
    let is_shown = |arg: &&Arg| !arg.is_hide_short_help_set();
    let shown = shared.get_arguments().filter(is_shown).count();
    let left = LINES.saturating_sub(AROUND + row.arguments.len() + EACH * shown) / EACH;
    let mut options: Vec<&Field> = row.options.iter().chain(fields).collect();
    options.sort_by_key(|field| !field.is_required);
    let hidden = options.into_iter().skip(left);
    hidden.fold(command, |command, field| {
        command.mut_arg(field.flag, |arg| arg.hide_short_help(true))
    })
}

/// Completes a path argument or a query option. The options of a body are checked when it is whole.
fn parameter(arg: Arg, field: &Field, row: &Row) -> Arg {
    match (field.is_required, field.name) {
        // Not if only the template is asked for.
        (true, _) if row.body.is_some() => arg.required_unless_present("template"),
        (true, _) => arg.required(true),
        (_, "page") if row.is_list => arg.conflicts_with_all(["all", "limit"]),
        _ => arg,
    }
}

/// The options of a command beside those of its operation.
fn shared(row: &Row) -> Command {
    let command = with::<BodyArgs>(Command::new(row.verb), row.body.is_some());
    let command = with::<PageArgs>(command, row.is_list);
    let command = with::<OutputArgs>(command, true);
    let command = with::<ConfirmArg>(command, row.needs_confirmation());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use crate::table::{Body, Job, Kind};
    use clap::CommandFactory as _;

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
