//! What the parts of a document refer to.

use std::collections::BTreeSet;

use crate::regen::{
    document::{Json, Pointer, Value},
    spec::{self, METHODS, Operation},
};

/// Returns the places that hold an operation: itself, and what its path says for every method.
pub(super) fn parts(document: &Value, operation: &Operation<'_>) -> Vec<Pointer> {
    let path = Pointer::from("/paths").then(operation.path);
    let item = document.pointer(path.as_str()).unwrap_or(&Value::Null);
    let common = item.entries().filter(|(key, _)| !METHODS.contains(key));
    let common = common.map(|(key, _)| path.then(key));
    common.chain([operation.pointer.clone()]).collect()
}

/// Returns the components that the places refer to, directly or through others.
pub(super) fn reached(document: &Value, places: &[Pointer]) -> BTreeSet<Pointer> {
    let nodes = places
        .iter()
        .filter_map(|place| document.pointer(place.as_str()));
    let targets = spec::reached(document, nodes).into_iter();
    targets.map(Pointer::from).collect()
}
