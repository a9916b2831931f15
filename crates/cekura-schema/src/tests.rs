use serde_json::{Value, json};

use super::*;

fn lines(schema: &Value, value: &Value) -> Vec<String> {
    let document = json!({"components": {"schemas": {"Age": {"type": "integer", "minimum": 0}}}});
    check(&document, schema, value)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn every_keyword_accepts_and_refuses() {
    let age = json!({"$ref": "#/components/schemas/Age"});
    let strict = json!({
        "type": "object", "required": ["a"], "additionalProperties": false, "properties": {"a": age},
    });
    let union = json!({"oneOf": [{"type": "array"}, {"not": {"type": "array"}}]});
    for (schema, good, bad) in [
        (json!({"type": "string"}), json!("a"), json!(1)),
        (json!({"type": "string"}), json!("a"), json!(null)),
        (json!({"type": "integer"}), json!(3.0), json!(3.5)),
        (json!({"type": "number"}), json!(7), json!("7")),
        (
            json!({"type": "string", "nullable": true}),
            json!(null),
            json!(false),
        ),
        (json!({"enum": ["all"]}), json!("all"), json!("most")),
        (json!({"not": {"type": "array"}}), json!("x"), json!([])),
        (json!({"minLength": 1}), json!("x"), json!("")),
        (
            json!({"type": "string", "maxLength": 3}),
            json!("äöü"),
            json!("abcd"),
        ),
        (
            json!({"type": "array", "minItems": 1}),
            json!([1]),
            json!([]),
        ),
        (json!({"maxItems": 1}), json!([1]), json!([1, 2])),
        (json!({"uniqueItems": true}), json!([1, 2]), json!([1, 1])),
        (
            json!({"type": "array", "items": age}),
            json!([1]),
            json!([-1]),
        ),
        (
            json!({"minimum": 1, "exclusiveMinimum": true}),
            json!(2),
            json!(1),
        ),
        (
            json!({"maximum": 1, "exclusiveMaximum": true}),
            json!(0),
            json!(1),
        ),
        (json!({"multipleOf": 0.5}), json!(1.5), json!(1.2)),
        (json!({"required": ["a"]}), json!({"a": 1}), json!({"b": 1})),
        (
            json!({"properties": {"a": age}}),
            json!({"a": 1}),
            json!({"a": "x"}),
        ),
        (
            json!({"additionalProperties": age}),
            json!({"a": 1}),
            json!({"a": -1}),
        ),
        (json!({"allOf": [age, {"maximum": 9}]}), json!(9), json!(10)),
        (
            json!({"oneOf": [age, {"enum": ["all"]}]}),
            json!("all"),
            json!("x"),
        ),
        (
            json!({"oneOf": [age, {"type": "number"}]}),
            json!(1.5),
            json!(1),
        ),
        (
            json!({"anyOf": [age, {"type": "boolean"}]}),
            json!(true),
            json!("x"),
        ),
        (strict.clone(), json!({"a": 1}), json!({"a": 1, "b": 2})),
        (strict, json!({"a": 1}), json!({})),
        (union.clone(), json!([]), json!(null)),
        (age, json!(0), json!("x")),
        (json!({}), json!([1, {}]), json!(null)),
    ] {
        assert_eq!(lines(&schema, &good), [""; 0], "{schema}");
        let open = schema == json!({}) || schema == union;
        assert_eq!(lines(&schema, &bad).len(), usize::from(!open), "{schema}");
    }
}

#[test]
fn unsupported_keywords_are_violations() {
    assert_eq!(
        lines(&json!({"contains": {}}), &json!([])),
        ["body: The keyword \"contains\" cannot be checked."]
    );
    let notes = json!({"x-cekura-decision": "", "example": 1, "description": ""});
    assert_eq!(lines(&notes, &json!(1)), [""; 0]);
}

#[test]
fn violations_name_the_field_and_both_sides() {
    let ids = json!({"type": "array", "items": {"type": "integer"}});
    let schema = json!({"properties": {"a/b": {"properties": {"ids": ids}}}});
    let found = check(&Value::Null, &schema, &json!({"a/b": {"ids": [1, "two"]}}));
    assert_eq!(
        found[0].to_string(),
        r#"a/b.ids[1]: Expected an integer, got the string "two"."#
    );
    assert_eq!(found[0].pointer, "/a~1b/ids/1");
    assert_eq!(found[0].root(), "a/b");
}

#[test]
fn without_a_fit_the_closest_alternative_is_reported() {
    let arm = |name: &str| json!({"required": [name], "additionalProperties": false, "properties": {name: {"type": "integer"}}});
    let union = json!({"oneOf": [{"type": "boolean"}, arm("a"), arm("b")]});
    assert_eq!(
        lines(&union, &json!({"b": "x"})),
        [r#"b: Expected an integer, got the string "x"."#]
    );
}

#[test]
fn dates_and_times_are_those_of_rfc_3339() {
    let schema = json!({"type": "string", "format": "date-time"});
    for text in [
        "2026-05-18T09:31:04Z",
        "2026-05-18T09:31:04.5Z",
        "2026-05-18T09:31:04+02:00",
    ] {
        assert_eq!(lines(&schema, &json!(text)), [""; 0]);
    }
    for text in [
        "2026-05-18",
        "2026-05-18 09:31:04Z",
        "2026-05-18T09:31:04",
        "2026-02-30T09:31:04Z",
        "yesterday at some time",
    ] {
        assert_eq!(lines(&schema, &json!(text)).len(), 1, "{text}");
    }
}

#[test]
#[cfg(feature = "pattern")]
fn text_matches_its_pattern() {
    let schema = json!({"type": "string", "pattern": "^[0-9]+$"});
    assert_eq!(lines(&schema, &json!("44")), [""; 0]);
    assert_eq!(lines(&schema, &json!("4a")).len(), 1);
}

#[test]
fn a_circle_of_references_ends() {
    let document = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}});
    assert_eq!(check(&document, &json!({"$ref": "#/a"}), &json!(1)), []);
}
