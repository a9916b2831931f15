//! The YAML of one part of the contract with all it refers to.

use std::collections::BTreeSet;

use super::reach::{parts, reached};
use crate::{
    contract::{Contract, FILE},
    regen::{
        document::{Json, Pointer},
        spec::operations,
    },
};

/// Returns the YAML of an operation, component or tag with all it refers to, in the document's order.
///
/// # Errors
/// A message that suggests similar names, if the contract does not have this one.
pub(super) fn yaml(contract: &Contract, name: &str) -> Result<String, String> {
    let starts = named(contract, name);
    if starts.is_empty() {
        let names = names(contract);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let close = similar::get_close_matches(name, &names, 3, 0.5);
        let hint = match close.as_slice() {
            [] => "`cargo xtask spec outline` lists the operations".to_owned(),
            close => format!("did you mean {}?", close.join(", ")),
        };
        return Err(format!(
            "{FILE} has no operation, component or tag {name:?}; {hint}"
        ));
    }
    let mut all: BTreeSet<Pointer> = reached(&contract.document.root, &starts);
    all.extend(starts);
    Ok(excerpt(contract, &all))
}

/// The places that a name stands for.
fn named(contract: &Contract, name: &str) -> Vec<Pointer> {
    let root = &contract.document.root;
    let mut found = Vec::new();
    for (i, tag) in root.items_of("tags").iter().enumerate() {
        if tag.text_of("name") == Some(name) {
            found.push(Pointer::from("/tags").then(&i.to_string()));
        }
    }
    for operation in operations(root) {
        if operation.id() == name || operation.tag() == name {
            found.extend(parts(root, &operation));
        }
    }
    // A name of several kinds of components is first that of a schema.
    let components = Pointer::from("/components");
    let sections = root.entries_of("components").map(|(section, _)| section);
    let mut sections: Vec<&str> = sections.collect();
    sections.sort_by_key(|section| *section != "schemas");
    if found.is_empty() {
        let places = sections
            .iter()
            .map(|section| components.then(section).then(name));
        found.extend(
            places
                .filter(|place| root.pointer(place.as_str()).is_some())
                .take(1),
        );
    }
    found
}

/// Every name that can be shown.
fn names(contract: &Contract) -> BTreeSet<String> {
    let root = &contract.document.root;
    let tags = root
        .items_of("tags")
        .iter()
        .filter_map(|tag| tag.text_of("name"));
    let components = root.entries_of("components");
    let components = components.flat_map(|(_, section)| section.entries().map(|(name, _)| name));
    let names = tags.chain(components).map(str::to_owned);
    names
        .chain(operations(root).iter().map(|o| o.id().to_owned()))
        .collect()
}

/// The lines of some places, each under the keys that lead to it.
fn excerpt(contract: &Contract, places: &BTreeSet<Pointer>) -> String {
    let mut wanted = BTreeSet::new();
    for place in places {
        wanted.extend(contract.block(place));
        for (end, _) in place.as_str().match_indices('/').skip(1) {
            wanted.insert(contract.index(&place.as_str()[..end].into()));
        }
    }
    let lines = wanted.into_iter().filter_map(|i| contract.lines().get(i));
    lines.map(|line| format!("{line}\n")).collect()
}
