//! Parameters.

use std::collections::{BTreeMap, BTreeSet};

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    names,
    spec::{operations, parameters, resolve},
};

fn all(document: &Value) -> Vec<(Pointer, &Value)> {
    operations(document)
        .iter()
        .flat_map(|operation| parameters(document, operation))
        .collect()
}

/// Plain query, path and header parameters with a schema; the generator has no others.
pub(super) fn parameter_style(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, parameter) in all(document) {
        let place = parameter.text_of("in").unwrap_or_default();
        let style = parameter.text_of("style");
        let problem = if !matches!(place, "query" | "path" | "header") {
            Some(format!(
                "the generator has no parameters in {place:?}; use query, path or header"
            ))
        } else if style.is_some_and(|s| s != "form" && s != "simple") {
            Some(format!(
                "the generator has no style {:?}; describe a query value as plain text, as filters_v2 is",
                style.unwrap_or_default()
            ))
        } else if parameter.get("schema").is_none() {
            Some(
                "a parameter has a `schema`; the generator has no parameters with `content`"
                    .to_owned(),
            )
        } else if place == "path"
            && parameter.get("required").and_then(Value::as_bool) != Some(true)
        {
            Some("a parameter in the path is always there; write `required: true`".to_owned())
        } else {
            None
        };
        if let Some(problem) = problem {
            findings.push(Finding::new("parameter-style", &pointer, problem));
        }
    }
    findings
}

/// No lists in queries: the generator repeats the key for each element, the service wants one value with commas.
pub(super) fn no_array_parameters(document: &Value) -> Vec<Finding> {
    all(document)
        .into_iter()
        .filter(|(_, parameter)| {
            parameter
                .get("schema")
                .and_then(|schema| resolve(document, schema))
                .is_some_and(|schema| matches!(schema.text_of("type"), Some("array" | "object")))
        })
        .map(|(pointer, _)| {
            Finding::new(
                "no-array-parameter",
                &pointer,
                "lists would be sent as repeated keys; describe one text with commas, as call_ids is",
            )
        })
        .collect()
}

/// The parameters of an operation are distinct arguments, and none is called like a variable of the generated method.
pub(super) fn distinct_parameters(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for operation in operations(document) {
        let mut arguments: BTreeMap<String, &str> = BTreeMap::new();
        for (pointer, parameter) in parameters(document, &operation) {
            let name = parameter.text_of("name").unwrap_or_default();
            let argument = names::field(name);
            let problem = if TAKEN.contains(&argument.as_str()) {
                format!(
                    "the generated method has a variable `{argument}` of its own; rename that variable in xtask/src/regen/syntax before this parameter is added"
                )
            } else if let Some(other) = arguments.insert(argument.clone(), name) {
                format!("{name:?} and {other:?} both become the argument `{argument}`; rename one")
            } else {
                continue;
            };
            if seen.insert(pointer.clone()) {
                findings.push(Finding::new("distinct-parameters", &pointer, problem));
            }
        }
    }
    findings
}

/// What the generated methods call their own.
const TAKEN: [&str; 2] = ["body", "header_map"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn takes(yaml: &str) -> String {
        format!("paths:\n  /a/:\n    get:\n      parameters:\n        - {yaml}")
    }

    #[test]
    fn unsupported_kinds_are_refused() {
        let good = takes("{in: path, required: true, schema: {type: integer}}");
        for (bad, words) in [
            ("{in: cookie, schema: {}}", "cookie"),
            ("{in: query, style: deepObject, schema: {}}", "deepObject"),
            (
                "{in: query, style: pipeDelimited, schema: {}}",
                "pipeDelimited",
            ),
            ("{in: query, content: {}}", "content"),
            ("{in: path, schema: {}}", "required: true"),
        ] {
            one_bad_one_good(parameter_style, &takes(bad), 5, words, &good);
        }
    }

    #[test]
    fn arguments_are_distinct() {
        let good = takes("{name: a, in: query}\n        - {name: b, in: query}");
        for (bad, line, words) in [
            (
                "{name: fooBar, in: query}\n        - {name: foo_bar, in: path}",
                6,
                "`foo_bar`",
            ),
            (
                "{name: type, in: query}\n        - {name: Type, in: query}",
                6,
                "`type`",
            ),
            ("{name: body, in: query}", 5, "`body`"),
            ("{name: header-map, in: query}", 5, "`header_map`"),
        ] {
            one_bad_one_good(distinct_parameters, &takes(bad), line, words, &good);
        }
    }

    #[test]
    fn lists_are_refused() {
        one_bad_one_good(
            no_array_parameters,
            &takes("{in: query, schema: {type: array}}"),
            5,
            "commas",
            &takes("{in: query, schema: {type: string}}"),
        );
    }
}
