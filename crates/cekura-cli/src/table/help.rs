//! The help of the table's commands: it fits the screen, and says where everything comes from.

use clap::{Arg, Command};

use super::flags::first_sentence;
use super::{Field, Row};
use crate::generated::NOUNS;
use crate::output::shortened;

/// Lines of `-h` on a terminal of 80 columns.
const LINES: usize = 40;

/// Lines of `-h` around the options: what it does, usage, headings, and the options of every command.
const AROUND: usize = 16;

/// Lines that an option takes at most.
const EACH: usize = 2;

/// The longest line of an example, in characters, with neither its indentation nor ` \` at its end.
const EXAMPLE: usize = 76;

/// Hides options from `-h` beyond what fits the screen: required ones stay. `own` is the number of the other options.
pub(super) fn fit(options: Vec<(&'static Field, Arg)>, arguments: usize, own: usize) -> Vec<Arg> {
    let left = LINES.saturating_sub(AROUND + arguments + EACH * own) / EACH;
    let mut order: Vec<&Field> = options.iter().map(|(field, _)| *field).collect();
    order.sort_by_key(|field| !field.is_required);
    order.truncate(left);
    let is_shown = |field: &Field| order.iter().any(|shown| std::ptr::eq(*shown, field));
    let args = options.into_iter();
    args.map(|(field, arg)| arg.hide_short_help(!is_shown(field)))
        .collect()
}

/// Examples, fields without a flag, and the source.
pub(super) fn after_help(noun: &str, row: &Row) -> String {
    let mut text = format!("Examples:\n  {}", in_lines(row.example));
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

/// Breaks a long command line before its options. clap would break it at any space, also within a value.
fn in_lines(example: &str) -> String {
    let (mut parts, mut is_quoted) = (vec![String::new()], false);
    for (at, letter) in example.char_indices() {
        is_quoted ^= letter == '\'';
        if !is_quoted && example[at..].starts_with(" --") {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let (mut text, mut width) = (String::new(), 0);
    for part in parts {
        let length = part.chars().count();
        if width > 0 && width + length > EXAMPLE {
            text += " \\\n   ";
            width = 2;
        }
        text += &part;
        width += length;
    }
    text
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
    // What does not fit the screen is in the help of the noun.
    let room = 76_usize.saturating_sub(widest);
    let line = |name: &str, about: &str| {
        format!(
            "  {name:widest$}  {}",
            shortened(first_sentence(about), room)
        )
    };
    let lines: Vec<String> = own.iter().map(|noun| line(noun.name, noun.about)).collect();
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
