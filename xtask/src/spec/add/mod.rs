//! `cargo xtask spec add`: the skeleton of an operation, from a published document.
//!
//! Structure is taken over, in the form that the rules of the contract want. Words are not: every description and
//! example is a placeholder that `regen` refuses, and so is the effect.

mod fields;
mod insert;
mod naming;
mod operation;
mod parameters;
mod reply;
mod report;
mod schemas;
#[cfg(test)]
mod tests;
mod yaml;

use std::path::PathBuf;

use operation::Addition;
use serde_json::{Map, Value, json};

use crate::{
    contract::{Contract, FILE},
    drift::{address, compare},
    regen::{
        lint::PLACEHOLDER,
        spec::{Operation, operations},
    },
};

/// Add an operation of a published document.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The published document: OpenAPI 3.0 or 3.1 as JSON
    pub(super) file: PathBuf,
    /// The method, such as GET
    method: String,
    /// The path as the document has it, such as /test_framework/v2/scenarios/
    path: String,
    /// The tag; without it that of the operations under the same path, else the name in the path
    #[arg(long)]
    tag: Option<String>,
}

/// What was added.
#[derive(Debug)]
pub(super) struct Added {
    /// The contract with the operation.
    pub(super) text: String,
    /// What a maintainer does next.
    pub(super) report: String,
}

/// Adds an operation to the text of a contract.
///
/// # Errors
/// A message for an operation that is there already, or that is not published.
pub(super) fn add(
    contract: &Contract,
    published: &Value,
    arguments: &Arguments,
) -> Result<Added, String> {
    let offered = operations(published);
    let found = wanted(contract, &offered, arguments)?;
    let mut addition = Addition::of(contract, published, found, arguments.tag.as_deref())
        .map_err(|problem| format!("{} {}: {problem}", arguments.method, arguments.path))?;
    let bare = Contract::parse(&insert::inserted(contract, &addition))?;
    decide(&mut addition, &bare, published);
    let text = insert::inserted(contract, &addition);
    let with = Contract::parse(&text)?;
    let report = report::report(&with, &addition, &arguments.file.display().to_string());
    Ok(Added { text, report })
}

/// The published operation, which the contract does not have.
fn wanted<'o, 'a>(
    contract: &Contract,
    offered: &'o [Operation<'a>],
    arguments: &Arguments,
) -> Result<&'o Operation<'a>, String> {
    let method = arguments.method.to_lowercase();
    let path = arguments.path.trim_end_matches('/');
    let found = offered
        .iter()
        .find(|other| other.method == method && other.path.trim_end_matches('/') == path);
    let Some(found) = found else {
        let asked = format!("{} {}", arguments.method.to_uppercase(), arguments.path);
        let all = offered
            .iter()
            .map(|other| format!("{} {}", other.method.to_uppercase(), other.path));
        let all: Vec<String> = all.collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let hint = match similar::get_close_matches(asked.as_str(), &all, 3, 0.6).as_slice() {
            [] => "`cargo xtask drift FILE --all` lists the operations to add".to_owned(),
            close => format!("did you mean {}?", close.join(", ")),
        };
        return Err(format!("the document has no {asked}; {hint}"));
    };
    let there = operations(&contract.document.root);
    match there.iter().find(|own| address(own) == address(found)) {
        None => Ok(found),
        Some(own) => Err(format!(
            "{FILE}:{}: {} is there already; `cargo xtask drift FILE` shows how it differs",
            contract.document.line(&own.pointer),
            own.id()
        )),
    }
}

/// Lists where the operation differs from the published one, as it must, with room for the reason.
fn decide(addition: &mut Addition, bare: &Contract, published: &Value) {
    let id = addition.names.id();
    let mut differs: Map<String, Value> = Map::new();
    for found in compare(&bare.document, published).differences {
        if found.operation != id {
            continue;
        }
        if matches!(found.kind, "missing" | "extra") {
            let places = differs.entry(found.kind).or_insert_with(|| json!([]));
            places
                .as_array_mut()
                .into_iter()
                .for_each(|all| all.push(found.place.to_string().into()));
        } else {
            let places = differs.entry(found.kind).or_insert_with(|| json!({}));
            if let Some(places) = places.as_object_mut() {
                places.insert(found.place.to_string(), found.published.into());
            }
        }
    }
    if differs.is_empty() {
        return;
    }
    let reason = format!("{PLACEHOLDER}. Decided: {PLACEHOLDER}.");
    let decision = [
        ("x-cekura-decision", Value::from(reason)),
        ("x-cekura-differs", Value::Object(differs)),
    ];
    // They stand after what the operation is, and before what it takes.
    let operation = std::mem::take(&mut addition.operation);
    let (head, rest): (Vec<_>, Vec<_>) = operation
        .into_iter()
        .partition(|(key, _)| !["parameters", "requestBody", "responses"].contains(&key.as_str()));
    let decision = decision.map(|(key, value)| (key.to_owned(), value));
    addition.operation = head.into_iter().chain(decision).chain(rest).collect();
}
