//! Bodies of requests and replies.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{is_success, operations, resolve},
};

/// The statuses that a success may have.
const SUCCESSES: [&str; 4] = ["200", "201", "202", "204"];

/// Exactly one success, with its documented status; the generator panics on two types. `default` stands for the refusals.
pub(super) fn one_success(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        let responses = operation.responses();
        let statuses: Vec<_> = responses
            .iter()
            .map(|(status, ..)| *status)
            .filter(|s| is_success(s))
            .collect();
        let message = match statuses.as_slice() {
            [one] if SUCCESSES.contains(one) => None,
            [other] => Some(format!(
                "the only success is {other}; declare one of {}, for which every 2xx is taken",
                SUCCESSES.join(", ")
            )),
            [] => Some("no success is declared; add the answer 200 with its schema".to_owned()),
            all => Some(format!(
                "there are {} successes ({}); the generator takes one, so declare one alone",
                all.len(),
                all.join(", ")
            )),
        };
        if let Some(message) = message {
            findings.push(Finding::new(
                "one-success",
                operation.pointer.clone(),
                message,
            ));
        }
        for (status, pointer, _) in responses {
            let number = status.len() == 3 && status.bytes().all(|b| b.is_ascii_digit());
            if !number && status != "default" {
                findings.push(Finding::new(
                    "one-success",
                    &pointer,
                    format!(
                        "{status:?} is not a status; write three digits, or `default` for every refusal"
                    ),
                ));
            }
        }
    }
    findings
}

/// JSON, and nothing else, in every body; no body beside 204.
pub(super) fn one_json_body(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, body) in bodies(document) {
        let types: Vec<_> = body.entries_of("content").collect();
        let one_json =
            matches!(types[..], [("application/json", only)] if only.get("schema").is_some());
        if pointer.as_str().ends_with("/responses/204") {
            if !types.is_empty() {
                findings.push(Finding::new(
                    "one-json-body",
                    pointer.then("content"),
                    "a success with the status 204 has no body; remove the content, or declare 200",
                ));
            }
        } else if !one_json {
            findings.push(Finding::new(
                "one-json-body",
                pointer.then("content"),
                "a body has one media type, application/json, with a schema; remove the others",
            ));
        }
    }
    findings
}

/// A body is a named schema or a list of one: the generator gives all inline objects of an operation one name,
/// so an error could get the shape of a success. A body whose published type is wrong has none, and says why.
pub(super) fn named_bodies(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, body) in bodies(document) {
        let Some(schema) = body.pointer("/content/application~1json/schema") else {
            continue;
        };
        let named = schema.get("$ref").is_some()
            || (schema.text_of("type") == Some("array")
                && schema
                    .get("items")
                    .is_some_and(|items| items.get("$ref").is_some()));
        let untyped = schema.entries().all(|(key, _)| key == "description")
            && operations(document).iter().any(|operation| {
                let own = pointer.as_str().strip_prefix(operation.pointer.as_str());
                own.is_some_and(|rest| rest.starts_with('/'))
                    && operation.node.get("x-cekura-untyped").is_some()
            });
        if !named && !untyped {
            findings.push(Finding::new(
                "named-body",
                pointer.then("content").then("application/json").then("schema"),
                "this body has no name; move its schema to components/schemas and refer to it, or to it as the items of an array",
            ));
        }
    }
    findings
}

/// Request bodies are required: the generator ignores that one may be left out.
pub(super) fn required_body(document: &Value) -> Vec<Finding> {
    operations(document)
        .iter()
        .filter_map(|o| {
            let body = o.node.get("requestBody")?;
            let required = resolve(document, body)?
                .get("required")
                .and_then(Value::as_bool);
            (required != Some(true)).then(|| {
                Finding::new(
                    "required-body",
                    o.pointer.then("requestBody"),
                    "the generator always sends a body; write `required: true`, or remove the body",
                )
            })
        })
        .collect()
}

/// Request bodies and answers with their places, references followed.
fn bodies(document: &Value) -> Vec<(Pointer, &Value)> {
    let mut all = Vec::new();
    for operation in operations(document) {
        if let Some(body) = operation.node.get("requestBody") {
            all.push((operation.pointer.then("requestBody"), body));
        }
        for (_, pointer, response) in operation.responses() {
            all.push((pointer, response));
        }
    }
    let mut bodies: Vec<(Pointer, &Value)> = Vec::new();
    for (pointer, node) in all {
        let place = match node.text_of("$ref") {
            Some(target) => Pointer::from(target.trim_start_matches('#')),
            None => pointer,
        };
        if let Some(body) = resolve(document, node)
            && !bodies.iter().any(|(known, _)| *known == place)
        {
            bodies.push((place, body));
        }
    }
    bodies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::{findings, one_bad_one_good};

    fn responses(yaml: &str) -> String {
        format!("paths:\n  /a/:\n    get:\n      responses:\n        {yaml}")
    }

    fn content(yaml: &str) -> String {
        responses(&format!("'200': {{content: {yaml}}}"))
    }

    #[test]
    fn one_success_with_the_status_200() {
        let good = responses("'200': {}");
        for (bad, line, words) in [
            ("'404': {}", 3, "no success"),
            ("'206': {}", 3, "declare one of"),
            ("'200': {}\n        '204': {}", 3, "2 successes"),
            ("'200': {}\n        4XX: {}", 6, "not a status"),
        ] {
            one_bad_one_good(one_success, &responses(bad), line, words, &good);
        }
        let other = responses("'204': {}\n        default: {}");
        assert_eq!(findings(one_success, &other), []);
    }

    #[test]
    fn bodies_are_json() {
        let good = content("{application/json: {schema: {}}}");
        for bad in [
            "{}",
            "{text/plain: {schema: {}}}",
            "{application/json: {}}",
            "{application/json: {schema: {}}, multipart/form-data: {schema: {}}}",
        ] {
            one_bad_one_good(one_json_body, &content(bad), 5, "one media type", &good);
        }
    }

    #[test]
    fn a_success_with_204_has_no_body() {
        let bad = responses("'204': {content: {application/json: {schema: {}}}}");
        let good = responses("'204': {description: Deleted.}");
        one_bad_one_good(one_json_body, &bad, 5, "no body", &good);
    }

    #[test]
    fn a_body_without_a_type_says_why() {
        let body = "{application/json: {schema: {description: Any JSON.}}}";
        let bad = content(body);
        let good = bad.replace(
            "get:",
            "get:\n      x-cekura-untyped: The published type is wrong.",
        );
        one_bad_one_good(named_bodies, &bad, 5, "components/schemas", &good);
    }

    #[test]
    fn bodies_have_names() {
        let good = content("{application/json: {schema: {type: array, items: {$ref: '#/x'}}}}");
        for bad in [
            "{application/json: {schema: {type: object}}}",
            "{application/json: {schema: {type: array, items: {type: object}}}}",
        ] {
            one_bad_one_good(named_bodies, &content(bad), 5, "components/schemas", &good);
        }
    }

    #[test]
    fn a_shared_answer_is_reported_once_where_it_is() {
        let spec = "
paths:
  /a/: {get: {responses: {'400': {$ref: '#/components/responses/Bad'}}}}
  /b/: {get: {responses: {'400': {$ref: '#/components/responses/Bad'}}}}
components:
  responses:
    Bad: {content: {application/json: {schema: {type: object}}}}
";
        let found = findings(named_bodies, spec);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(
            (found[0].line, found[0].pointer.as_str()),
            (
                7,
                "/components/responses/Bad/content/application~1json/schema"
            )
        );
    }

    #[test]
    fn request_bodies_are_required() {
        one_bad_one_good(
            required_body,
            "paths:\n  /a/:\n    post:\n      requestBody: {content: {}}",
            4,
            "required: true",
            "paths:\n  /a/:\n    post:\n      requestBody: {required: true}",
        );
    }
}
