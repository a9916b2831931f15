//! Prints results and messages. No other module prints.

use std::io::Write;

/// Prints a result to standard output, where it can be piped into a pager.
pub(crate) fn show(text: &str) {
    // A closed pager is no error.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Prints a line to standard error; standard output is for results.
#[expect(clippy::print_stderr, reason = "a task runner reports to the terminal")]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}
