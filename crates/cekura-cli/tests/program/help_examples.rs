//! Promise: an example can be copied from the help into a shell as it is.

use crate::help::all;
use crate::support::{Home, run};
use crate::table::rows;

/// The long help of a command on a terminal of this width.
fn shown(home: &Home, command: &[String], columns: &str) -> String {
    let words = command.iter().map(String::as_str);
    let words: Vec<&str> = words.chain(["--help"]).collect();
    let mut program = home.cekura(&words);
    program.env("COLUMNS", columns);
    run(program).exits(0).out
}

/// The command lines below `Examples:`, each with its continued lines.
pub(crate) fn examples(help: &str) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    let mut is_continued = false;
    let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    for line in lines.take_while(|line| !line.is_empty()) {
        match examples.last_mut() {
            Some(last) if is_continued => *last += &format!("\n{line}"),
            _ => examples.push(line.trim_start().to_owned()),
        }
        is_continued = line.ends_with('\\');
    }
    examples
}

#[test]
fn an_example_of_the_table_is_shown_as_it_is() {
    let home = Home::new();
    let mut broken = 0;
    for (noun, row) in rows() {
        let help = shown(&home, &[noun.to_owned(), row.verb.to_owned()], "80");
        let whole = examples(row.after_help);
        assert_eq!(examples(&help), whole, "{help}");
        for example in &whole {
            broken += usize::from(example.contains('\n'));
            assert!(
                example.starts_with("cekura ") && example.lines().all(|line| line.len() <= 80),
                "{help}"
            );
        }
    }
    assert!(broken > 3, "long examples are broken");
}

#[test]
fn no_example_is_wrapped() {
    let home = Home::new();
    for command in all(&home) {
        let wide = examples(&shown(&home, &command, "110"));
        assert_eq!(examples(&shown(&home, &command, "80")), wide);
        for example in &wide {
            assert!(example.lines().all(|line| line.len() <= 80), "{example}");
        }
    }
}
