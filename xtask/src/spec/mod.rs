//! `cargo xtask spec`: shows parts of openapi.yaml, and adds operations to it.

mod add;
mod outline;
mod reach;
mod show;
#[cfg(test)]
mod tests;

use std::{fs, path::Path, process::ExitCode};

use crate::{
    contract::{self, Contract},
    drift,
    terminal::{say, show},
};

/// Show parts of openapi.yaml, or add an operation to it.
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
    /// Add the skeleton of an operation from a published OpenAPI document, without its words
    Add(add::Arguments),
}

/// Exits with 0, or with 2 if the document cannot be read or does not have the name.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    let shown = Contract::read(workspace).and_then(|contract| match &arguments.view {
        View::Outline => Ok(outline::outline(&contract)),
        View::Show { name } => show::yaml(&contract, name),
        View::Add(arguments) => {
            let added = add::add(&contract, &drift::published(&arguments.file)?, arguments)?;
            fs::write(workspace.join(contract::FILE), added.text)
                .map_err(|error| format!("{}: {error}", contract::FILE))?;
            Ok(added.report)
        }
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
