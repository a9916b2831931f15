//! The one place that prints.

/// Prints a line to standard error; standard output stays free for the commands that `ci` runs.
#[expect(
    clippy::print_stderr,
    reason = "talking to the person is what a task runner does"
)]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}
