//! Requests are strict.

use super::schemas::{is_component, nested_components};
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::request_schemas,
};

/// Every schema that requests reach, and those inside them.
fn in_requests(document: &Value) -> Vec<(Pointer, &Value)> {
    nested_components(document, request_schemas(document))
}

/// Nothing in a request may be null: the generator leaves out what is `None`, so null could never be sent.
pub(super) fn no_nullable_requests(document: &Value) -> Vec<Finding> {
    in_requests(document)
        .into_iter()
        .filter_map(|(pointer, schema)| {
            schema.get("nullable").filter(|n| n.as_bool() == Some(true))?;
            Some(Finding::new(
                "no-nullable-request",
                pointer.then("nullable"),
                "the generated field could be absent but not null; use an x-rust-type with three states",
            ))
        })
        .collect()
}

/// Text in requests has no format or pattern, unless a hand-written type stands for it: the generator would
/// make types of other crates from them, and a regular expression engine a dependency.
pub(super) fn plain_request_text(document: &Value) -> Vec<Finding> {
    in_requests(document)
        .into_iter()
        .filter(|(_, schema)| schema.text_of("type") == Some("string") && schema.get("x-rust-type").is_none())
        .filter_map(|(pointer, schema)| {
            let key = ["format", "pattern"].into_iter().find(|key| schema.get(key).is_some())?;
            Some(Finding::new(
                "plain-request-text",
                pointer.then(key),
                "this format or pattern would add a dependency to the client; give the schema an x-rust-type, or describe the format in the text",
            ))
        })
        .collect()
}

/// Objects in requests say what is required and admit nothing else, so that a misspelt key cannot be sent. A field whose keys
/// are the sender's own admits any.
pub(super) fn strict_requests(document: &Value) -> Vec<Finding> {
    in_requests(document)
        .into_iter()
        .filter(|(_, schema)| schema.text_of("type") == Some("object"))
        .filter(|(_, schema)| schema.get("additionalProperties").and_then(Value::as_bool) != Some(false))
        .filter(|(pointer, schema)| {
            let any = schema.get("additionalProperties") == Some(&serde_json::json!({}));
            !any || is_component(pointer) || schema.get("properties").is_some()
        })
        .map(|(pointer, _)| {
            Finding::new(
                "strict-request",
                &pointer,
                "objects in requests need `additionalProperties: false`; use separate schemas for requests and replies",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn asks(yaml: &str) -> String {
        format!(
            "paths: {{/a/: {{post: {{requestBody: {{content: {{j: {{$ref: '#/components/schemas/Ask'}}}}}}}}}}}}\n\
             components:\n  schemas:\n    Ask:\n      {yaml}\n    Told: {{type: object, nullable: true}}"
        )
    }

    #[test]
    fn null_cannot_be_sent() {
        one_bad_one_good(
            no_nullable_requests,
            &asks("properties: {a: {nullable: true}}"),
            5,
            "three states",
            &asks("properties: {nullable: {}}"),
        );
    }

    #[test]
    fn formats_of_text_need_a_type() {
        let good = asks(
            "properties: {a: {type: string, format: date-time, x-rust-type: {}}, b: {type: integer, format: int64}}",
        );
        for bad in [
            "properties: {a: {type: string, format: uuid}}",
            "properties: {a: {type: string, pattern: x}}",
        ] {
            one_bad_one_good(plain_request_text, &asks(bad), 5, "add a dependency", &good);
        }
    }

    #[test]
    fn objects_admit_nothing_else() {
        let good = asks("{type: object, additionalProperties: false}");
        one_bad_one_good(strict_requests, &asks("type: object"), 4, "false", &good);
        one_bad_one_good(
            strict_requests,
            &asks("{type: object, additionalProperties: {}}"),
            4,
            "false",
            &asks("properties: {a: {type: object, additionalProperties: {}}}"),
        );
    }
}
