//! Notes, warnings and errors on standard error.

use std::io::{Write, stderr};

use super::{Style, safe_block, safe_json};
use crate::failure::Problem;

/// Writes notes, warnings and errors.
///
/// With a JSON format, warnings and errors are JSON objects, one on each line, and notes are left out unless standard
/// error is a terminal. --quiet leaves notes out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Notes {
    style: Style,
    json: bool,
    quiet: bool,
}

impl Notes {
    pub(crate) fn new(style: Style, json: bool, is_terminal: bool) -> Self {
        Self {
            style,
            json,
            quiet: json && !is_terminal,
        }
    }

    /// Leaves out notes if `quiet`, but keeps warnings and errors.
    pub(crate) fn quiet(mut self, quiet: bool) -> Self {
        self.quiet |= quiet;
        self
    }

    /// Writes a note.
    pub(crate) fn info(self, text: &str) {
        if !self.quiet {
            write_line(&safe_block(text));
        }
    }

    /// Writes a warning.
    pub(crate) fn warn(self, text: &str) {
        write_line(&if self.json {
            safe_json(&serde_json::json!({ "warning": text }).to_string())
        } else {
            format!("{} {}", self.style.doubtful("warning:"), safe_block(text))
        });
    }

    /// Writes the error of a failed command.
    pub(crate) fn failed(self, problem: &Problem) {
        write_line(&if self.json {
            safe_json(&problem.to_json())
        } else {
            problem.to_text(self.style)
        });
    }
}

/// Ignores write errors, which must not change the exit status.
fn write_line(text: &str) {
    let _ = writeln!(stderr().lock(), "{text}");
}
