//! Compares the parameters of two operations.

use std::collections::BTreeMap;

use super::{
    compare::{Comparison, content, is_required},
    place::Place,
    schemas::{Use, describe, required_or_optional},
    shape::{Node, Shape},
};
use crate::regen::{
    document::{Json, Pointer, Value},
    spec::{Operation, parameters},
};

impl<'a> Comparison<'a> {
    pub(super) fn parameters(
        &mut self,
        meant: &Operation<'a>,
        found: &Operation<'a>,
        place: &Place,
    ) {
        let ours = parameters_of(self.contract, meant);
        let mut theirs = parameters_of(self.published, found);
        for (key, parameter) in ours {
            let (place_of, name) = (&key.0, &key.1);
            let place = place.part(format!("{place_of} {}", shown(meant, &key)));
            let place = place.within(std::slice::from_ref(&parameter.pointer));
            let ours = schema_of(&parameter);
            let Some(published) = theirs.remove(&(place_of.clone(), name.clone())) else {
                let shape = Shape::of(self.contract, ours.as_slice());
                let place = place.within(&shape.read);
                self.differ(
                    "missing",
                    &place,
                    describe(self.contract, &shape),
                    "nothing",
                );
                continue;
            };
            let required =
                [&parameter, &published].map(|node| place_of == "path" || is_required(node));
            if required[0] != required[1] {
                let [ours, theirs] = required.map(required_or_optional);
                self.differ("required", &place, ours, theirs);
            }
            self.lists(&parameter, &published, &place);
            self.schemas(ours, schema_of(&published), Use::Parameter, &place);
        }
        for (key, parameter) in theirs {
            let place = place.part(format!("{} {}", key.0, shown(found, &key)));
            let schema = schema_of(&parameter);
            let text = describe(
                self.published,
                &Shape::of(self.published, schema.as_slice()),
            );
            self.differ("extra", &place, "nothing", text);
        }
    }

    /// Compares the lists that are sent as one text. Published documents do not say what is in them.
    fn lists(&mut self, ours: &Node<'a>, theirs: &Node<'a>, place: &Place) {
        let [ours, theirs] = [ours, theirs].map(|node| {
            let entry = node.value.text_of("x-cekura-list");
            entry.map_or_else(|| "no list".to_owned(), |entry| format!("list of {entry}"))
        });
        if self.is_with_before && ours != theirs {
            self.differ("type", place, ours, theirs);
        }
    }
}

/// The parameters of an operation, each by its place and name. Those of the path are named by their order.
fn parameters_of<'a>(
    document: &'a Value,
    operation: &Operation<'a>,
) -> BTreeMap<(String, String), Node<'a>> {
    let names = path_names(operation.path);
    let mut all = BTreeMap::new();
    for (pointer, value) in parameters(document, operation) {
        let pointer = document
            .pointer(pointer.as_str())
            .and_then(|written| written.text_of("$ref")?.strip_prefix('#'))
            .map_or(pointer, Pointer::from);
        let (Some(place), Some(name)) = (value.text_of("in"), value.text_of("name")) else {
            continue;
        };
        let name = match place {
            "path" => match names.iter().position(|other| *other == name) {
                Some(i) => i.to_string(),
                None => continue,
            },
            "header" => name.to_lowercase(),
            _ => name.to_owned(),
        };
        let by_others = ["accept", "content-type", "authorization"];
        if place != "header" || !by_others.contains(&name.as_str()) {
            all.insert((place.to_owned(), name), Node::new(pointer, value));
        }
    }
    all
}

/// The name of a parameter as the operation's document has it.
fn shown<'k>(operation: &Operation<'k>, key: &'k (String, String)) -> &'k str {
    let (place, name) = key;
    let index = name.parse().ok().filter(|_| place == "path");
    let names = path_names(operation.path);
    index
        .and_then(|i: usize| names.get(i).copied())
        .unwrap_or(name)
}

/// The names of the parameters in a path.
pub(crate) fn path_names(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

/// The schema of a parameter, also of one that is written in a media type.
pub(crate) fn schema_of<'a>(parameter: &Node<'a>) -> Option<Node<'a>> {
    let within = || content(parameter, None)?.1.child("schema");
    parameter.child("schema").or_else(within)
}
