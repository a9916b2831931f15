//! The one place that prints.

use std::io::Write;

/// Prints a result to standard output, where it can be piped into a pager.
pub(crate) fn show(text: &str) {
    // A pager that was left early wants no more; there is nobody to tell.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Prints a line to standard error; standard output is for results.
#[expect(
    clippy::print_stderr,
    reason = "talking to the person is what a task runner does"
)]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}
