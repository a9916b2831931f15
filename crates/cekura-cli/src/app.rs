//! The options and streams that every command uses.

use std::ffi::OsString;

use serde::Serialize;

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

    /// Shows one thing as JSON; people have a note instead.
    pub(crate) fn show_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        match self.format() {
            Format::Table => Ok(()),
            Format::Json => self.data.json(value),
            Format::Jsonl => self.data.json_line(value),
        }
    }

    /// Shows one thing: text for people, which is trusted, or JSON.
    pub(crate) fn show(
        &mut self,
        value: &impl Serialize,
        text: impl FnOnce(&Terminal) -> String,
    ) -> Result<(), Failure> {
        match self.format() {
            Format::Table => self.data.text(&text(&self.terminal)),
            Format::Json | Format::Jsonl => self.show_json(value),
        }
    }
}

/// A variable of this process.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
