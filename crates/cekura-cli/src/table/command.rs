//! The commands of the table, as clap has them.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::help::{after_help, fit, nouns};
use super::{Field, Noun, Row};
use crate::cli::{Cli, Rendering, limit, values};
use crate::generated::NOUNS;

/// Everything: the commands by hand and those of the table. Nouns that only the table has are listed apart from the
/// commands by hand if `apart`, since there are more of them than fit the screen.
pub(crate) fn full(apart: bool) -> Command {
    let command = NOUNS.iter().fold(Cli::command(), |command, noun| {
        if command.find_subcommand(noun.name).is_some() {
            return command.mut_subcommand(noun.name, |by_hand| by_hand.defer(with_rows));
        }
        let own = Command::new(noun.name)
            .about(noun.about.trim_end_matches('.'))
            .hide(apart)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .defer(with_rows);
        command.subcommand(own)
    });
    match apart {
        true => nouns(command),
        false => command,
    }
}

/// Returns the noun of this name.
pub(super) fn noun(name: &str) -> Option<&'static Noun> {
    NOUNS.iter().copied().find(|noun| noun.name == name)
}

/// Adds the verbs of a noun, once they are needed.
fn with_rows(command: Command) -> Command {
    let rows = noun(command.get_name()).map_or(&[][..], |noun| noun.rows);
    let name = command.get_name().to_owned();
    rows.iter()
        .fold(command, |command, row| command.subcommand(verb(&name, row)))
}

fn verb(noun: &str, row: &'static Row) -> Command {
    let fields = row.body.as_ref().map_or(&[][..], |body| body.fields);
    let options = row.options.iter().chain(fields);
    let options = options.filter(|field| field.kind.has_flag());
    let options = options.map(|field| (field, option(field, row))).collect();
    let own = own(row);
    let short = own
        .iter()
        .filter(|arg| !arg.is_hide_short_help_set())
        .count();
    let price = match row.operation.effect {
        cekura::Effect::Billable => "; may cost credits",
        _ => "",
    };
    let about = format!("{}{price}", row.summary.trim_end_matches('.'));
    Command::new(row.verb)
        .about(about.clone())
        .long_about(format!("{about}\n\n{}", row.description))
        .after_long_help(after_help(noun, row))
        .args(
            row.arguments
                .iter()
                .map(|field| needed(field.argument(), row)),
        )
        .args(fit(options, row.arguments.len(), short))
        .args(own)
}

/// The option of a field: a required query parameter is required, while a body is checked when it is whole.
fn option(field: &'static Field, row: &'static Row) -> Arg {
    let is_query = row.options.iter().any(|option| std::ptr::eq(option, field));
    let arg = field.option();
    match (
        is_query && field.is_required,
        is_query && field.name == "page",
    ) {
        (true, _) => needed(arg, row),
        (_, true) if row.is_list() => arg.conflicts_with_all(["all", "limit"]),
        _ => arg,
    }
}

/// Makes an argument required, unless only the template is asked for.
fn needed(arg: Arg, row: &Row) -> Arg {
    match row.body {
        Some(_) => arg.required_unless_present("template"),
        None => arg.required(true),
    }
}

/// The options that the interpreter adds.
fn own(row: &Row) -> Vec<Arg> {
    let mut args = Vec::new();
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(help)
    };
    if row.body.is_some() {
        args.push(
            Arg::new("data")
                .long("data")
                .short('d')
                .value_name("JSON")
                .allow_hyphen_values(true)
                .help("Body: JSON, @FILE, or - for standard input"),
        );
        args.push(flag("template", "Print an example body and stop"));
    }
    if row.is_list() {
        args.push(
            Arg::new("limit")
                .long("limit")
                .value_name("N|all")
                .default_value("100")
                .hide_default_value(true)
                .value_parser(limit)
                .help("How many to list: a number, or all [default: 100]"),
        );
        args.push(flag("all", "List all, as --limit all does").conflicts_with("limit"));
    }
    args.push(
        Arg::new("fields")
            .long("fields")
            .value_name("NAME,…")
            .value_delimiter(',')
            .help("Show only these fields, such as id,name")
            .hide_short_help(!row.is_list()),
    );
    args.push(
        Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .default_value("table")
            .hide_default_value(true)
            .hide_possible_values(true)
            .value_parser(Rendering::parser(&Rendering::DIFF))
            .help("Output format: table, json, jsonl or csv"),
    );
    if row.deletes() || row.operation.effect == cekura::Effect::Billable {
        args.push(flag("yes", "Do not ask for a confirmation").short('y'));
    }
    if row.job.is_some() {
        let span = |name: &'static str, help: &'static str| {
            let arg = Arg::new(name)
                .long(name)
                .value_name("DURATION")
                .requires("wait");
            arg.value_parser(values::span).help(help)
        };
        args.push(flag("wait", "Wait until the job has ended").long_help(
            "Wait until the job has ended. Exit code 1 if the job failed, 8 if it is still running at --deadline.",
        ));
        args.push(span(
            "deadline",
            "Stop waiting after this time [default: 10m]",
        ));
        args.push(
            span(
                "poll-interval",
                "First poll interval; later intervals grow [default: 2s]",
            )
            .hide_short_help(true),
        );
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Body, Kind, Reply};

    const FIELD: Field = Field {
        name: "a_field",
        flag: "a",
        kind: Kind::Boolean,
        is_required: false,
        is_nullable: true,
        description: "A description of a field that is much too long for a single line, since it says everything \
                      there is to say about the field. And more.",
    };

    const fn field(flag: &'static str) -> Field {
        Field { flag, ..FIELD }
    }

    /// As large as an operation gets.
    static ROW: Row = Row {
        verb: "create",
        operation: &cekura::operations::CALL_LOGS_RERUN_EVALUATION,
        summary: "Do something that takes a long sentence to say, longer than a terminal is wide",
        description: "At length.",
        docs: "https://docs.example.com",
        example: "cekura xs create 1",
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
        reply: Reply::Object,
        columns: &[],
        job: Some(&cekura::operations::CALL_LOGS_CREATE_SCENARIOS_JOB),
    };

    #[test]
    fn the_short_help_of_a_large_operation_fits_the_screen() {
        let noun = Command::new("xs").subcommand(verb("xs", &ROW));
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
