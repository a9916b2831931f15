//! Promises about the whole table.

use clap::Command;

use crate::command_line::full;
use crate::generated::{BY_HAND, NOUNS};

/// The command at a path such as `calls get`.
fn at(path: &str) -> Option<Command> {
    let mut command = full(true);
    command.build();
    path.split(' ').try_fold(command, |command, word| {
        command.find_subcommand(word).cloned()
    })
}

#[test]
fn each_operation_has_exactly_one_command() {
    let rows = NOUNS.iter().flat_map(|noun| {
        let of = |row: &super::Row| (format!("{} {}", noun.name, row.verb), row.operation.id);
        noun.rows.iter().map(of)
    });
    let by_hand = BY_HAND.iter().map(|(path, id)| ((*path).to_owned(), *id));
    let all: Vec<(String, &str)> = rows.chain(by_hand).collect();
    let mut missing = Vec::new();
    for operation in cekura::operations::ALL {
        let paths: Vec<&String> = all
            .iter()
            .filter(|(_, id)| *id == operation.id)
            .map(|(path, _)| path)
            .collect();
        match paths[..] {
            [path] => assert!(at(path).is_some(), "cekura {path} is no command"),
            _ => missing.push(format!("{}: {paths:?}", operation.id)),
        }
    }
    assert!(
        missing.is_empty(),
        "one command for each:\n{}",
        missing.join("\n")
    );
    for (path, _) in &all {
        assert_eq!(
            all.iter().filter(|(other, _)| other == path).count(),
            1,
            "{path}"
        );
    }
}

#[test]
fn what_deletes_or_costs_credits_is_confirmed_and_nothing_else() {
    for noun in NOUNS {
        for row in noun.rows {
            let deletes = row.operation.method == "DELETE";
            let costs = row.operation.effect == cekura::Effect::Billable;
            let command = at(&format!("{} {}", noun.name, row.verb)).unwrap();
            let has_yes = command
                .get_arguments()
                .any(|arg| arg.get_long() == Some("yes"));
            assert_eq!(has_yes, deletes || costs, "{}", row.operation.id);
        }
    }
}

#[test]
fn a_command_shows_the_state_of_each_job() {
    for row in NOUNS.iter().flat_map(|noun| noun.rows) {
        if let Some(job) = &row.job {
            let (path, flag) = job.check.split_once(" --").unwrap_or((job.check, ""));
            let command = at(path).unwrap();
            let has_flag = command.get_opts().any(|arg| arg.get_long() == Some(flag));
            assert!(flag.is_empty() || has_flag, "{}", job.check);
        }
    }
}

#[test]
fn templates_are_json() {
    for row in NOUNS.iter().flat_map(|noun| noun.rows) {
        if let Some(body) = &row.body {
            let value: Result<serde_json::Value, _> = serde_json::from_str(body.template);
            assert!(value.is_ok(), "{}: {}", row.operation.id, body.template);
        }
    }
}
