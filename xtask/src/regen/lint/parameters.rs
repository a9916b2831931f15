//! Parameters.

use crate::regen::{
    document::{Node, Pointer},
    finding::Finding,
    spec::{operations, parameters, resolve},
};

fn all(document: &Node) -> Vec<(Pointer, &Node)> {
    operations(document)
        .iter()
        .flat_map(|operation| parameters(document, operation))
        .collect()
}

/// Plain query, path and header parameters with a schema; the generator has no others.
pub(super) fn parameter_style(document: &Node) -> Vec<Finding> {
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
        } else if place == "path" && parameter.get("required").and_then(Node::bool) != Some(true) {
            Some("a parameter in the path is always there; write `required: true`".to_owned())
        } else {
            None
        };
        if let Some(problem) = problem {
            findings.push(Finding::at("parameter-style", parameter, &pointer, problem));
        }
    }
    findings
}

/// No lists in queries: the generator repeats the key for each element, the service wants one value with commas.
pub(super) fn no_array_parameters(document: &Node) -> Vec<Finding> {
    all(document)
        .into_iter()
        .filter(|(_, parameter)| {
            parameter
                .get("schema")
                .and_then(|schema| resolve(document, schema))
                .is_some_and(|schema| matches!(schema.text_of("type"), Some("array" | "object")))
        })
        .map(|(pointer, parameter)| {
            Finding::at(
                "no-array-parameter",
                parameter,
                &pointer,
                "lists would be sent as repeated keys; describe one text with commas, as call_ids is",
            )
        })
        .collect()
}

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
