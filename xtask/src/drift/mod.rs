//! `cargo xtask drift FILE`: how openapi.yaml differs from a published OpenAPI document.
//!
//! Both are read into one form ([`shape`]) and compared operation by operation ([`compare`], [`schemas`]). A difference
//! that a decision of the contract covers ([`decisions`]) is counted and not shown.

mod compare;
mod decisions;
mod place;
mod report;
mod schemas;
mod shape;
#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use compare::compare;

use crate::{
    regen::{
        document::{Document, Json, Value},
        load,
    },
    terminal::{say, show},
};

const CONTRACT: &str = "openapi.yaml";

/// Compare openapi.yaml with a published OpenAPI document.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The published document: OpenAPI 3.0 or 3.1 as JSON
    file: PathBuf,
    /// List the published operations that openapi.yaml does not have
    #[arg(long)]
    all: bool,
}

/// Exits with 0 if every difference is decided, 1 if one is not or a decision is stale, 2 if a document cannot be read.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    let documents =
        contract(workspace).and_then(|contract| Ok((contract, published(&arguments.file)?)));
    let (contract, published) = match documents {
        Ok(documents) => documents,
        Err(message) => {
            say(&message);
            return ExitCode::from(2);
        }
    };
    let report = compare(&contract, &published);
    show(&report.lines(CONTRACT, arguments.all));
    say(&report.summary());
    ExitCode::from(u8::from(!report.is_settled()))
}

/// Reads openapi.yaml.
///
/// # Errors
/// A message for a file that cannot be read.
pub(crate) fn contract(workspace: &Path) -> Result<Document, String> {
    let bytes = fs::read(workspace.join(CONTRACT))
        .map_err(|error| format!("{CONTRACT}: {error}; restore the file"))?;
    let document = load::text(&bytes).and_then(load::load);
    document.map_err(|finding| finding.render(CONTRACT))
}

/// Reads a published document.
///
/// # Errors
/// A message for a file that cannot be read, or is not an OpenAPI 3.0 or 3.1 document.
fn published(path: &Path) -> Result<Value, String> {
    let shown = path.display();
    let bytes = fs::read(path)
        .map_err(|error| format!("{shown}: {error}; name an OpenAPI document in JSON"))?;
    let document: Value = serde_json::from_slice(&bytes)
        .map_err(|error| format!("{shown}: not JSON: {error}; name an OpenAPI document in JSON"))?;
    let version = document.text_of("openapi").unwrap_or_default();
    if !["3.0", "3.1"]
        .iter()
        .any(|known| version.starts_with(known))
    {
        return Err(format!(
            "{shown}: `openapi` is {version:?}; name a document of OpenAPI 3.0 or 3.1"
        ));
    }
    if !document.get("paths").is_some_and(Value::is_object) {
        return Err(format!(
            "{shown}: no `paths`; name a document with operations"
        ));
    }
    Ok(document)
}
