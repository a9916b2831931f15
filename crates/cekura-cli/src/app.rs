//! What every command works with.

use std::ffi::OsString;

use crate::cli::{Format, Global};
use crate::config::Environment;
use crate::failure::Failure;
use crate::output::{Data, Notes, Terminal};

/// The options of every command, the streams, and nothing that is global.
pub(crate) struct App {
    pub(crate) global: Global,
    pub(crate) terminal: Terminal,
    pub(crate) notes: Notes,
    pub(crate) data: Data,
}

impl App {
    /// Looks at the streams of this process.
    ///
    /// Fails where a variable that decides about them is no text.
    pub(crate) fn new(global: Global) -> Result<Self, Failure> {
        let terminal = Terminal::of_process(Environment::new(&variable), global.color)?;
        let notes = Notes::new(
            terminal.err,
            global.format.format().is_json(),
            terminal.stderr,
        );
        Ok(Self {
            data: Data::new(std::io::stdout(), terminal.stdout),
            terminal,
            notes,
            global,
        })
    }

    pub(crate) fn format(&self) -> Format {
        self.global.format.format()
    }
}

/// A variable of this process.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
