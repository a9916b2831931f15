//! `cargo xtask drift FILE`: how openapi.yaml differs from a published OpenAPI document.
//!
//! Both are read into one form ([`shape`]) and compared operation by operation ([`mod@compare`], [`schemas`]). A difference
//! that a decision of the contract covers ([`decisions`]) is counted and not shown.

mod compare;
mod decisions;
mod parameters;
mod place;
mod read;
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

pub(crate) use compare::{Comparison, address, compare, compare_with_before, content, is_required};
pub(crate) use decisions::plain;
pub(crate) use parameters::{path_names, schema_of};
pub(crate) use place::Place;
pub(crate) use report::{Difference, Report};
pub(crate) use schemas::{Use, is_unused};
pub(crate) use shape::{Facts, Node, Shape};

use crate::{
    contract::{self, Contract},
    regen::document::{Json, Value},
    terminal::{say, show},
};

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
    match report(workspace, &arguments.file) {
        Ok(report) => {
            show(&report.lines(contract::FILE, arguments.all));
            say(&report.summary());
            ExitCode::from(u8::from(!report.is_settled()))
        }
        Err(message) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

/// Compares openapi.yaml with a file.
///
/// # Errors
/// A message for a document that cannot be read.
fn report(workspace: &Path, file: &Path) -> Result<Report, String> {
    let contract = Contract::read(workspace)?;
    Ok(compare(&contract.document, &published(file)?))
}

/// Reads a published document.
///
/// # Errors
/// A message for a file that cannot be read, or is no OpenAPI document.
pub(crate) fn published(file: &Path) -> Result<Value, String> {
    let shown = file.display();
    let bytes = fs::read(file)
        .map_err(|error| format!("{shown}: {error}; name an OpenAPI document in JSON"))?;
    parse(&bytes).map_err(|problem| format!("{shown}: {problem}"))
}

/// Reads the text of a published document.
///
/// # Errors
/// What is wrong with text that is not an OpenAPI 3.0 or 3.1 document in JSON.
fn parse(bytes: &[u8]) -> Result<Value, String> {
    let document: Value = serde_json::from_slice(bytes)
        .map_err(|error| format!("this is not JSON: {error}; name an OpenAPI document in JSON"))?;
    let version = document.text_of("openapi").unwrap_or_default();
    if !["3.0", "3.1"]
        .iter()
        .any(|known| version.starts_with(known))
    {
        return Err(format!(
            "`openapi` is {version:?}; name a document of OpenAPI 3.0 or 3.1"
        ));
    }
    if !document.get("paths").is_some_and(Value::is_object) {
        return Err("`paths` is missing; name a document with operations".to_owned());
    }
    Ok(document)
}
