//! Promise: help fits the screen, and a flag has one name and one meaning in the whole program.

use std::collections::BTreeMap;

use crate::support::{Home, run};
use crate::table::service_flags;

/// Lines that `-h` may have on a terminal of 80 columns.
const LINES: usize = 40;

/// Names that flags had, or that are too general for a program with campaigns.
const RETIRED: [&str; 13] = [
    "--anew",
    "--id",
    "--ignore-within-noise",
    "--max-lost",
    "--max-regressions-per-metric",
    "--min-evaluated",
    "--most",
    "--patience",
    "--poll",
    "--settle",
    "--since",
    "--still",
    "--verbosity",
];

/// Every command, each as its words.
fn commands(home: &Home, above: &[String], all: &mut Vec<Vec<String>>) {
    all.push(above.to_vec());
    let help = help(home, above, "-h");
    let listed = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help");
    for name in listed.chain(resources(&help)) {
        commands(home, &[above, &[name.to_owned()]].concat(), all);
    }
}

/// The resources that a help lists apart from the commands.
pub(crate) fn resources(help: &str) -> impl Iterator<Item = &str> {
    let lines = help
        .lines()
        .skip_while(|line| !line.starts_with("Resources "));
    let lines = lines.skip(1).take_while(|line| !line.is_empty());
    lines
        .flat_map(|line| line.split([',', ' ']))
        .filter(|name| !name.is_empty())
}

fn help(home: &Home, command: &[String], flag: &str) -> String {
    let words: Vec<&str> = command.iter().map(String::as_str).chain([flag]).collect();
    let mut program = home.cekura(&words);
    program.env("COLUMNS", "80");
    run(program).exits(0).out
}

pub(crate) fn all(home: &Home) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    commands(home, &[], &mut all);
    assert!(all.len() > 20, "{all:?}");
    all
}

#[test]
fn short_help_fits_the_screen() {
    let home = Home::new();
    let long: Vec<String> = all(&home)
        .iter()
        .map(|command| (command, help(&home, command, "-h").lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(command, lines)| format!("cekura {} -h: {lines} lines", command.join(" ")))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_flag_has_one_name_and_one_kind_of_value() {
    let home = Home::new();
    // The long name with its value by short name, and the value by long name.
    let mut shorts: BTreeMap<String, String> = BTreeMap::new();
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    for command in all(&home) {
        let text = help(&home, &command, "--help");
        let options = text.lines().take_while(|line| *line != "Examples:");
        for line in options {
            let flags = line.trim_start();
            if !flags.starts_with('-') || ![2, 6].contains(&(line.len() - flags.len())) {
                continue;
            }
            let (short, long) = match flags.split_once(", ") {
                Some((short, long)) => (Some(short), long),
                None => (None, flags),
            };
            // What follows two spaces is the description.
            let long = long.split("  ").next().unwrap_or_default().trim_end();
            let (name, value) = long.split_once(' ').unwrap_or((long, ""));
            // The service's own names are its own.
            let service = service_flags(&command);
            if service
                .iter()
                .any(|flag| name.strip_prefix("--") == Some(*flag))
            {
                continue;
            }
            // Both are paths.
            let value = value.replace("<DIR>", "<FILE>");
            assert!(!RETIRED.contains(&name), "{}: {name}", command.join(" "));
            if let Some(short) = short {
                let known = shorts.entry(short.to_owned()).or_insert(name.to_owned());
                assert_eq!(known, name, "{short} in {}", command.join(" "));
            }
            let known = values
                .entry(name.to_owned())
                .or_insert_with(|| value.clone());
            // How many there are to list differs from how many there may be.
            assert_eq!(*known, value, "{name} in {}", command.join(" "));
        }
    }
    assert!(values.len() > 40, "{values:?}");
}

#[test]
fn rare_options_are_in_the_long_help_only() {
    let home = Home::new();
    let run = ["campaign".to_owned(), "run".to_owned()];
    let (short, long) = (help(&home, &run, "-h"), help(&home, &run, "--help"));
    for flag in [
        "--stall-timeout",
        "--poll-interval",
        "--batch-size",
        "--settle-window",
    ] {
        assert!(!short.contains(flag) && long.contains(flag), "{flag}");
    }
    for flag in ["--max-credits", "--gate", "--min-pass-rate", "--yes"] {
        assert!(short.contains(flag), "{flag}");
    }
}
