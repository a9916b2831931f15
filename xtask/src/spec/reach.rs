//! What the parts of a document refer to.

use std::collections::BTreeSet;

use crate::regen::{
    document::{Json, Pointer, Value},
    spec::{METHODS, Operation},
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
    let mut reached = BTreeSet::new();
    let mut todo = places.to_vec();
    while let Some(place) = todo.pop() {
        let node = document.pointer(place.as_str()).unwrap_or(&Value::Null);
        node.walk(&place, &mut |_, below| {
            if let Some(target) = below
                .text_of("$ref")
                .and_then(|target| target.strip_prefix('#'))
                && reached.insert(Pointer::from(target))
            {
                todo.push(Pointer::from(target));
            }
        });
    }
    reached
}
