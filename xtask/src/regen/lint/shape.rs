//! The shape of the document: keys, kinds of values, and where references lead.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    model::{Below, Object, Place, places},
    spec::{METHODS, operations},
};

/// No unknown keys. A misspelt `get`, `maxLength` or `x-cekura-paginated` would be ignored, and an operation, a limit or a
/// promise would be lost silently.
pub(super) fn known_keys(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in typed(document) {
        for (key, _) in place.node.entries() {
            if place.object.below(key).is_none() {
                findings.push(Finding::new(
                    "known-keys",
                    place.pointer.then(key),
                    unknown(place.object, key),
                ));
            }
        }
    }
    findings
}

fn unknown(object: &Object, key: &str) -> String {
    let names: Vec<&str> = object.keys.iter().map(|(name, _)| *name).collect();
    let what = object.what;
    match similar::get_close_matches(key, &names, 1, 0.6).first() {
        Some(close) => format!("{what} has no key {key:?}; did you mean `{close}`?"),
        None => format!(
            "{what} has no key {key:?} that anything here reads; remove it, or use one of {}",
            names.join(", ")
        ),
    }
}

/// Under each key the kind of value that belongs there, and no key missing that must be there.
pub(super) fn shape(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in places(document) {
        if !place.node.is_object() {
            findings.push(expected(place.node, &place.pointer, place.object.what));
            continue;
        }
        if place.node.get("$ref").is_some() {
            continue;
        }
        for key in place.object.required {
            if place.node.get(key).is_none() {
                findings.push(Finding::new(
                    "shape",
                    place.pointer.clone(),
                    format!("{} must have the key `{key}`; add it", place.object.what),
                ));
            }
        }
        for (key, node) in place.node.entries() {
            let missing = match place.object.below(key) {
                Some(Below::Text) if node.as_str().is_none() => "text",
                Some(Below::Bool) if node.as_bool().is_none() => "true or false",
                Some(Below::Texts) if !is_list_of_texts(node) => "a list of texts",
                Some(Below::Named(_)) if !node.is_object() => "an object with names for keys",
                Some(Below::List(_)) if !node.is_array() => "a list",
                _ => continue,
            };
            findings.push(expected(node, &place.pointer.then(key), missing));
        }
    }
    findings
}

fn is_list_of_texts(node: &Value) -> bool {
    node.as_array()
        .is_some_and(|items| items.iter().all(Value::is_string))
}

fn expected(node: &Value, pointer: &Pointer, what: &str) -> Finding {
    let message = format!(
        "expected {what} here, found {}; correct the value",
        node.kind()
    );
    Finding::new("shape", pointer, message)
}

/// A document without operations is a mistake: a client of nothing.
pub(super) fn some_operation(document: &Value) -> Vec<Finding> {
    let Some(paths) = document.get("paths") else {
        return Vec::new();
    };
    let a_map = paths.is_object();
    if !a_map || !operations(document).is_empty() {
        return Vec::new();
    }
    vec![Finding::new(
        "some-operation",
        "/paths",
        format!(
            "no path has an operation; add one of {} to a path",
            METHODS.join(", ")
        ),
    )]
}

/// A `$ref` leads to the part of `components` that belongs in its place; the generator panics on a schema that
/// is a parameter, and on references where it expects none.
pub(super) fn reference_kind(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in places(document) {
        let Some(target) = place.node.text_of("$ref") else {
            continue;
        };
        let what = place.object.what;
        let problem = match place.object.section {
            None => format!("{what} cannot be a reference; write it out in this place"),
            Some(section) => {
                let name = target.strip_prefix(&format!("#/components/{section}/"));
                if name.is_some_and(|name| !name.is_empty() && !name.contains('/')) {
                    continue;
                }
                format!("{target:?} is not {what}; refer to `#/components/{section}/NAME`")
            }
        };
        findings.push(Finding::new("reference-kind", &place.pointer, problem));
    }
    findings
}

/// The objects that are written out in their place.
fn typed(document: &Value) -> impl Iterator<Item = Place<'_>> {
    places(document)
        .into_iter()
        .filter(|place| place.node.get("$ref").is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::{findings, one_bad_one_good};

    #[test]
    fn misspelt_keys_are_named_with_what_was_meant() {
        let good = "paths:\n  /a/:\n    get: {x-cekura-paginated: true, responses: {}}";
        for (bad, line, words) in [
            ("paths:\n  /a/:\n    gte: {}", 3, "`get`"),
            ("paths:\n  /a/:\n    foo: {}", 3, "no key \"foo\""),
            (
                "paths:\n  /a/:\n    get: {x-cekura-paginatde: true}",
                3,
                "`x-cekura-paginated`",
            ),
            (
                "paths:\n  /a/:\n    get: {servers: []}",
                3,
                "no key \"servers\"",
            ),
            ("pahts: {}", 1, "`paths`"),
            ("info: {x-cekura-desicion: ''}", 1, "`x-cekura-decision`"),
            (
                "components: {schemas: {A: {properties: {a: {maxLenght: 5}}}}}",
                1,
                "`maxLength`",
            ),
            (
                "components: {parameters: {A: {exmaple: 5}}}",
                1,
                "`example`",
            ),
            ("components: {responses: {A: {header: {}}}}", 1, "`headers`"),
            (
                "components: {responses: {A: {content: {j: {shema: {}}}}}}",
                1,
                "`schema`",
            ),
            (
                "components: {responses: {A: {headers: {B: {shema: {}}}}}}",
                1,
                "`schema`",
            ),
            (
                "components: {requestBodies: {A: {require: true}}}",
                1,
                "`required`",
            ),
            (
                "components: {schemas: {A: {x-anything: 1}}}",
                1,
                "x-anything",
            ),
        ] {
            one_bad_one_good(known_keys, bad, line, words, good);
        }
        let names = "components: {schemas: {A: {properties: {foo: {}}, example: {bar: 1}}}}";
        assert_eq!(findings(known_keys, names), []);
    }

    #[test]
    fn values_are_of_the_kind_that_belongs_there() {
        let frame = |rest: &str| format!("openapi: 3.0.3\ninfo: {{title: t, version: v}}\n{rest}");
        let good = frame("paths: {/a/: {get: {responses: {'200': {description: ok}}}}}");
        for (bad, line, words) in [
            ("paths:", 3, "found null"),
            (
                "paths:\n  /a/:\n    get:\n      responses:\n        '200':\n          content: {}",
                7,
                "`description`",
            ),
            ("paths: {/a/: {get: {}}}", 3, "`responses`"),
            ("paths: {}\ntags: call_logs", 4, "a list"),
            (
                "paths: {}\ncomponents:\n  schemas:\n    A:\n      nullable: maybe",
                7,
                "true or false",
            ),
            (
                "paths: {}\ncomponents:\n  schemas:\n    A: text",
                6,
                "a schema",
            ),
            (
                "paths: {}\ncomponents:\n  schemas:\n    A: {required: [1]}",
                6,
                "a list of texts",
            ),
            (
                "paths: {}\ncomponents:\n  schemas:\n    A: {description: 7}",
                6,
                "text",
            ),
        ] {
            one_bad_one_good(shape, &frame(bad), line, words, &good);
        }
    }

    #[test]
    fn a_document_has_operations() {
        let good = "paths: {/a/: {get: {}}}";
        one_bad_one_good(some_operation, "x: 1\npaths: {}", 2, "no path", good);
        one_bad_one_good(some_operation, "paths: {/a/: {}}", 1, "no path", good);
    }

    #[test]
    fn references_lead_to_their_own_kind() {
        let refers = |target: &str| {
            format!(
                "info: {{}}\ncomponents:\n  schemas:\n    A: {{items: {{$ref: '{target}'}}}}\n    B: {{}}"
            )
        };
        let good = refers("#/components/schemas/B");
        for bad in [
            "#/info",
            "#/components/parameters/B",
            "#/components/schemas/B/properties/x",
        ] {
            one_bad_one_good(reference_kind, &refers(bad), 4, "components/schemas", &good);
        }
        one_bad_one_good(
            reference_kind,
            "paths:\n  /a/:\n    get: {$ref: '#/x'}",
            3,
            "cannot be a reference",
            &good,
        );
    }
}
