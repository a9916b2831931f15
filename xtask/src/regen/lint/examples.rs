//! Examples.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{operations, resolve},
};

/// Every place that holds a JSON body: the media type nodes of requests and answers.
fn media_types(document: &Value) -> Vec<(Pointer, &Value)> {
    let mut all: Vec<(Pointer, &Value)> = Vec::new();
    for operation in operations(document) {
        let mut bodies: Vec<(Pointer, &Value)> = operation
            .responses()
            .into_iter()
            .map(|(_, pointer, node)| (pointer, node))
            .collect();
        if let Some(body) = operation.node.get("requestBody") {
            bodies.push((operation.pointer.then("requestBody"), body));
        }
        for (pointer, body) in bodies {
            let place = match body.text_of("$ref") {
                Some(target) => Pointer::from(target.trim_start_matches('#')),
                None => pointer,
            };
            if all
                .iter()
                .any(|(known, _)| known.as_str().starts_with(place.as_str()))
            {
                continue;
            }
            let content = resolve(document, body).and_then(|b| b.get("content"));
            for (key, media) in content.into_iter().flat_map(Value::entries) {
                all.push((place.then("content").then(key), media));
            }
        }
    }
    all
}

/// The examples of a media type or parameter: place and value.
fn examples<'a>(
    document: &'a Value,
    pointer: &Pointer,
    holder: &'a Value,
) -> Vec<(Pointer, &'a Value)> {
    let mut all = Vec::new();
    if let Some(value) = holder.get("example") {
        all.push((pointer.then("example"), value));
    }
    for (key, example) in holder.entries_of("examples") {
        if let Some(value) = resolve(document, example).and_then(|e| e.get("value")) {
            all.push((pointer.then("examples").then(key), value));
        }
    }
    all
}

/// Every request, every answer and every parameter has an example.
pub(super) fn examples_exist(document: &Value) -> Vec<Finding> {
    let mut holders = media_types(document);
    holders.extend(parameters(document));
    holders
        .into_iter()
        .filter(|(pointer, holder)| examples(document, pointer, holder).is_empty())
        .map(|(pointer, _)| {
            Finding::new(
                "example",
                &pointer,
                "there is no example; add `example` or `examples` with a `value`, invented and plausible",
            )
        })
        .collect()
}

/// Every example keeps to its schema.
pub(super) fn examples_are_valid(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holders = media_types(document);
    holders.extend(parameters(document));
    for (pointer, holder) in holders {
        let Some(schema) = holder.get("schema") else {
            continue;
        };
        for (place, value) in examples(document, &pointer, holder) {
            for violation in cekura_schema::check(document, schema, value) {
                let text = violation.text.trim_end_matches('.');
                let inside = format!("{}{}", place.as_str(), violation.pointer);
                findings.push(Finding::new(
                    "valid-example",
                    Pointer::from(inside.as_str()),
                    format!("{text}; correct the example or the schema"),
                ));
            }
        }
    }
    findings
}

fn parameters(document: &Value) -> Vec<(Pointer, &Value)> {
    let mut all: Vec<(Pointer, &Value)> = Vec::new();
    for operation in operations(document) {
        for (pointer, parameter) in crate::regen::spec::parameters(document, &operation) {
            if !all.iter().any(|(_, known)| std::ptr::eq(*known, parameter)) {
                all.push((pointer, parameter));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn replies(yaml: &str) -> String {
        format!(
            "paths:\n  /a/:\n    get:\n      responses:\n        '200':\n          content:\n            application/json:\n              {yaml}"
        )
    }

    #[test]
    fn bodies_have_examples() {
        one_bad_one_good(
            examples_exist,
            &replies("schema: {type: string}"),
            7,
            "no example",
            &replies("{schema: {type: string}, examples: {a: {value: x}}}"),
        );
    }

    #[test]
    fn parameters_have_examples() {
        let with = |extra: &str| {
            format!(
                "paths:\n  /a/:\n    get:\n      parameters:\n        - {{schema: {{type: string}}{extra}}}"
            )
        };
        one_bad_one_good(
            examples_exist,
            &with(""),
            5,
            "no example",
            &with(", example: x"),
        );
    }

    #[test]
    fn examples_keep_to_their_schema() {
        one_bad_one_good(
            examples_are_valid,
            &replies("{schema: {type: string}, examples: {a: {value: 7}}}"),
            8,
            "a string",
            &replies("{schema: {type: string}, examples: {a: {value: '7'}}}"),
        );
    }
}
