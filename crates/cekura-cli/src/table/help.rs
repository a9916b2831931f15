//! The help of the table's commands: it fits the screen, and says where everything comes from.

use clap::{Arg, Command};

use super::Row;
use super::flags::first_sentence;
use crate::generated::NOUNS;

/// The most flags that `-h` shows of an operation; `--help` shows all.
const SHORT: usize = 8;

/// Hides flags from `-h` beyond what fits the screen: required ones stay.
pub(super) fn hide_some(flags: Vec<Arg>) -> Vec<Arg> {
    let rank = |arg: &Arg| {
        !arg.get_help()
            .is_some_and(|text| text.to_string().contains("(required)"))
    };
    let mut order: Vec<usize> = (0..flags.len()).collect();
    order.sort_by_key(|at| rank(&flags[*at]));
    let shown = &order[..order.len().min(SHORT)];
    let hide = |(at, arg): (usize, Arg)| arg.hide_short_help(!shown.contains(&at));
    flags.into_iter().enumerate().map(hide).collect()
}

/// Examples, fields without a flag, and the source.
pub(super) fn after_help(noun: &str, row: &Row) -> String {
    // A long line would be broken at any space.
    let example = row.example.replacen(" --data ", " \\\n    --data ", 1);
    let mut text = format!("Examples:\n  {example}");
    let path = format!("cekura {noun} {}", row.verb);
    if let Some(body) = &row.body {
        text += &format!("\n  {path} --template > body.json");
        let others = body.fields.iter().filter(|field| !field.kind.has_flag());
        let others: Vec<String> = others
            .map(|field| {
                let needed = if field.is_required { " (required)" } else { "" };
                format!(
                    "  {}{needed}  {}",
                    field.name,
                    first_sentence(field.description)
                )
            })
            .collect();
        if !others.is_empty() {
            text += &format!("\n\nFields for --data only:\n{}", others.join("\n"));
        }
    } else if row.is_list() {
        text += &format!("\n  {path} --all --format jsonl --fields id");
    }
    format!("{text}\n\nAPI reference: {}", row.docs)
}

/// Lists the nouns of the table below the commands by hand.
pub(super) fn nouns(command: Command) -> Command {
    let own: Vec<_> = NOUNS
        .iter()
        .filter(|noun| {
            command
                .find_subcommand(noun.name)
                .is_some_and(Command::is_hide_set)
        })
        .collect();
    let names: Vec<&str> = own.iter().map(|noun| noun.name).collect();
    let short = command.get_after_help().map(ToString::to_string);
    let long = command.get_after_long_help().map(ToString::to_string);
    let widest = names
        .iter()
        .map(|name| name.len())
        .max()
        .unwrap_or_default();
    let lines: Vec<String> = own
        .iter()
        .map(|noun| format!("  {:widest$}  {}", noun.name, first_sentence(noun.about)))
        .collect();
    command
        .after_help(format!(
            "Resources (`cekura RESOURCE -h` lists what can be done with one):\n  {}\n\n{}",
            names.join(", "),
            short.unwrap_or_default()
        ))
        .after_long_help(format!(
            "Resources (`cekura RESOURCE -h` lists what can be done with one):\n{}\n\n{}",
            lines.join("\n"),
            long.unwrap_or_default()
        ))
}
