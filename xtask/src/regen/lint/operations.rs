//! The required parts of an operation.

use std::collections::BTreeMap;

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{Operation, operations},
};

fn at(rule: &'static str, operation: &Operation<'_>, message: impl Into<String>) -> Finding {
    Finding::new(rule, &operation.pointer, message)
}

/// An operationId in the form `noun_verb`, once only: it names a method, a constant and a table row.
pub(super) fn operation_id(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<&str, Pointer> = BTreeMap::new();
    for operation in operations(document) {
        let id = operation.id();
        if id.is_empty() {
            findings.push(at(
                "operation-id",
                &operation,
                "the operationId is missing; add one, like `call_logs_list`",
            ));
        } else if !is_noun_verb(id) {
            findings.push(at(
                "operation-id",
                &operation,
                format!("{id:?} is not noun_verb in snake_case; write it like `call_logs_list`"),
            ));
        } else if let Some(other) = seen.insert(id, operation.pointer.clone()) {
            findings.push(at(
                "operation-id",
                &operation,
                format!("{id:?} is also the operationId at {other}; choose another"),
            ));
        }
    }
    findings
}

/// No operationId is a method that every generated client has.
pub(super) fn own_method_name(document: &Value) -> Vec<Finding> {
    operations(document)
        .iter()
        .filter(|operation| matches!(operation.id(), "api_version" | "new_with_client"))
        .map(|operation| {
            let message = format!(
                "the generated client has a method `{}`; choose another operationId",
                operation.id()
            );
            at("operation-id", operation, message)
        })
        .collect()
}

fn is_noun_verb(id: &str) -> bool {
    let words: Vec<_> = id.split('_').collect();
    words.len() >= 2
        && words.iter().all(|word| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// One tag, which is declared and which the operationId starts with.
pub(super) fn operation_tag(document: &Value) -> Vec<Finding> {
    let declared: Vec<_> = document
        .items_of("tags")
        .iter()
        .filter_map(|tag| tag.text_of("name"))
        .collect();
    let mut findings = Vec::new();
    for operation in operations(document) {
        let tags = operation.node.items_of("tags");
        let message = match tags {
            [tag] => match tag.as_str() {
                Some(tag) if !declared.contains(&tag) => {
                    format!(
                        "the tag {tag:?} is not in the document's list of tags; add it there with a description"
                    )
                }
                Some(tag) if !operation.id().starts_with(&format!("{tag}_")) => format!(
                    "the operationId does not start with its tag; rename it to `{tag}_…` or change the tag"
                ),
                Some(_) => continue,
                None => "tags must be text; write for example `tags: [call_logs]`".to_owned(),
            },
            _ => format!(
                "an operation must have exactly one tag, found {}; the facade has one module for each tag",
                tags.len()
            ),
        };
        findings.push(at("operation-tag", &operation, message));
    }
    findings
}

/// A summary and a description, which become the documentation of the method.
pub(super) fn operation_text(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        for key in ["summary", "description"] {
            if operation
                .node
                .text_of(key)
                .is_none_or(|t| t.trim().is_empty())
            {
                findings.push(at(
                    "operation-text",
                    &operation,
                    format!("{key} is missing; write one in your own words"),
                ));
            }
        }
    }
    findings
}

/// A link to the page of the service's reference that the operation was written from.
pub(super) fn external_docs(document: &Value) -> Vec<Finding> {
    operations(document)
        .iter()
        .filter(|o| {
            !o.node
                .get("externalDocs")
                .and_then(|docs| docs.text_of("url"))
                .is_some_and(|url| url.starts_with("https://"))
        })
        .map(|o| {
            at(
                "external-docs",
                o,
                "externalDocs.url with https is missing; link the page of the documentation",
            )
        })
        .collect()
}

/// The effect of sending the request twice. Retries depend on it, so it is never guessed from the method.
pub(super) fn effect(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        let message = match operation.node.text_of("x-cekura-effect") {
            Some("read") if operation.method != "get" && operation.method != "head" => format!(
                "a {} with the effect read is unusual; write `write` or `billable`, or relax this rule with a reason",
                operation.method.to_uppercase()
            ),
            Some("read" | "idempotent" | "write" | "billable") => continue,
            Some(other) => format!(
                "{other:?} is not an effect; x-cekura-effect must be read, idempotent, write or billable"
            ),
            None => {
                "x-cekura-effect is missing; write read, idempotent, write or billable".to_owned()
            }
        };
        findings.push(Finding::new(
            "effect",
            operation.pointer.then("x-cekura-effect"),
            message,
        ));
    }
    findings
}

/// Paths end in a slash: the service answers others with 404, or with a redirect that loses the body.
pub(super) fn trailing_slash(document: &Value) -> Vec<Finding> {
    let paths = document.entries_of("paths");
    paths
        .filter(|(path, _)| !path.ends_with('/') || !path.starts_with('/'))
        .map(|(path, _)| {
            Finding::new(
                "trailing-slash",
                Pointer::from("/paths").then(path),
                "a path must begin and end with a slash",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::{findings, one_bad_one_good};

    #[test]
    fn methods_of_the_client_keep_their_names() {
        let good = "paths: {/a/: {get: {operationId: api_list}}}";
        for id in ["api_version", "new_with_client"] {
            let bad = format!("paths:\n  /a/:\n    get: {{operationId: {id}}}");
            one_bad_one_good(own_method_name, &bad, 3, id, good);
        }
    }

    #[test]
    fn an_id_is_there_and_well_formed_and_unique() {
        let good = "paths:\n  /a/:\n    get: {operationId: call_logs_list}";
        for (bad, words) in [
            ("paths:\n  /a/:\n    get: {}", "operationId is missing"),
            (
                "paths:\n  /a/:\n    get: {operationId: callLogs_list}",
                "snake_case",
            ),
            ("paths:\n  /a/:\n    get: {operationId: list}", "noun_verb"),
            (
                "paths:\n  /a/:\n    get: {operationId: call__list}",
                "noun_verb",
            ),
        ] {
            one_bad_one_good(operation_id, bad, 3, words, good);
        }
        one_bad_one_good(
            operation_id,
            "paths:\n  /a/:\n    get: {operationId: a_b}\n    put: {operationId: a_b}",
            4,
            "/paths/~1a~1/get",
            good,
        );
    }

    #[test]
    fn one_declared_tag_that_the_id_starts_with() {
        let good = "tags: [{name: a}]\npaths:\n  /a/:\n    get: {operationId: a_list, tags: [a]}";
        for (tags, id, words) in [
            ("[]", "a_list", "exactly one"),
            ("[a, b]", "a_list", "exactly one"),
            ("[b]", "b_list", "not in the document"),
            ("[a]", "b_list", "does not start"),
            ("[1]", "a_list", "text"),
        ] {
            let bad = format!(
                "tags: [{{name: a}}]\npaths:\n  /a/:\n    get: {{operationId: {id}, tags: {tags}}}"
            );
            one_bad_one_good(operation_tag, &bad, 4, words, good);
        }
    }

    #[test]
    fn summary_and_description_are_there() {
        one_bad_one_good(
            operation_text,
            "paths:\n  /a/:\n    get: {summary: s, description: ' '}",
            3,
            "description is missing",
            "paths:\n  /a/:\n    get: {summary: s, description: d}",
        );
    }

    #[test]
    fn the_source_is_linked() {
        one_bad_one_good(
            external_docs,
            "paths:\n  /a/:\n    get: {externalDocs: {url: ftp://x}}",
            3,
            "externalDocs",
            "paths:\n  /a/:\n    get: {externalDocs: {url: 'https://docs.example.com'}}",
        );
    }

    #[test]
    fn the_effect_is_known() {
        let good = "paths:\n  /a/:\n    post: {x-cekura-effect: billable}";
        for (bad, words) in [
            ("paths:\n  /a/:\n    post: {}", "x-cekura-effect is missing"),
            (
                "paths:\n  /a/:\n    post: {x-cekura-effect: free}",
                "not an effect",
            ),
            (
                "paths:\n  /a/:\n    post: {x-cekura-effect: read}",
                "unusual",
            ),
        ] {
            one_bad_one_good(effect, bad, 3, words, good);
        }
    }

    #[test]
    fn paths_end_in_a_slash() {
        one_bad_one_good(
            trailing_slash,
            "paths:\n  /a: {}",
            2,
            "slash",
            "paths:\n  /a/: {}",
        );
        assert_eq!(findings(trailing_slash, "paths: {a/: {}}").len(), 1);
    }
}
