//! The options and streams that every command uses.

use std::ffi::OsString;

use crate::cli::{Format, Global};
use crate::config::Environment;
use crate::failure::Failure;
use crate::output::{Data, Notes, Terminal};

/// The options and streams of this process.
pub(crate) struct App {
    pub(crate) global: Global,
    pub(crate) terminal: Terminal,
    pub(crate) notes: Notes,
    pub(crate) data: Data,
}

impl App {
    /// Detects what the streams of this process are.
    ///
    /// # Errors
    /// If a variable that decides about them is not UTF-8.
    pub(crate) fn new(global: Global) -> Result<Self, Failure> {
        let terminal = Terminal::of_process(Environment::new(&variable), global.color)?;
        let notes = Notes::new(
            terminal.err,
            global.format.format().is_json(),
            terminal.stderr,
        )
        .quiet(global.quiet);
        Ok(Self {
            data: Data::new(std::io::stdout(), terminal.stdout),
            terminal,
            notes,
            global,
        })
    }

    /// Whether progress is shown: not with --quiet, and not beside the log of --verbose.
    pub(crate) fn shows_progress(&self) -> bool {
        self.global.verbose == 0 && !self.global.quiet
    }

    pub(crate) fn format(&self) -> Format {
        self.global.format.format()
    }
}

/// A variable of this process.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
