//! `cargo xtask spec`: finds one's way in openapi.yaml.

mod outline;
mod reach;
mod show;
#[cfg(test)]
mod tests;

use std::{path::Path, process::ExitCode};

use crate::{
    contract::Contract,
    terminal::{say, show},
};

/// Find your way in openapi.yaml.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    view: View,
}

#[derive(Debug, clap::Subcommand)]
enum View {
    /// List the operations by tag, with the lines that each takes
    Outline,
    /// Print the YAML of an operation, a schema or a tag with all it refers to
    Show {
        /// An operationId, the name of a component, or a tag
        name: String,
    },
}

/// Exits with 0, or with 2 if the document cannot be read or does not have the name.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    let shown = Contract::read(workspace).and_then(|contract| match &arguments.view {
        View::Outline => Ok(outline::outline(&contract)),
        View::Show { name } => show::yaml(&contract, name),
    });
    match shown {
        Ok(text) => {
            show(&text);
            ExitCode::SUCCESS
        }
        Err(message) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}
