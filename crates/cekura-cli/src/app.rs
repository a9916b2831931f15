//! What every command works with.

use crate::cli::{Format, Global};
use crate::config::Environment;
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
    pub(crate) fn new(global: Global) -> Self {
        let terminal = Terminal::of_process(Environment::new(&variable), global.color);
        let notes = Notes::new(
            terminal.err,
            global.format.format().is_json(),
            terminal.stderr,
        );
        Self {
            terminal,
            notes,
            data: Data::new(std::io::stdout()),
            global,
        }
    }

    pub(crate) fn format(&self) -> Format {
        self.global.format.format()
    }
}

/// A variable of this process, if it is text.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
