//! Standard error: what a person may want to know and a script may ignore.

use std::io::{Write, stderr};

use super::{Style, safe_block, safe_json};
use crate::failure::Problem;

/// Where notes go.
///
/// With a JSON format, warnings and errors are JSON objects, one on each line, and information is left out unless a
/// person looks on.
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

    /// Says something worth knowing.
    pub(crate) fn info(self, text: &str) {
        if !self.quiet {
            write_line(&safe_block(text));
        }
    }

    /// Says something that may be wrong.
    pub(crate) fn warn(self, text: &str) {
        write_line(&if self.json {
            safe_json(&serde_json::json!({ "warning": text }).to_string())
        } else {
            format!("{} {}", self.style.doubtful("warning:"), safe_block(text))
        });
    }

    /// Says why the command failed.
    pub(crate) fn failed(self, problem: &Problem) {
        write_line(&if self.json {
            safe_json(&problem.to_json())
        } else {
            problem.to_text(self.style)
        });
    }
}

/// A standard error that cannot be written to must not change how the program ends.
fn write_line(text: &str) {
    let _ = writeln!(stderr().lock(), "{text}");
}
