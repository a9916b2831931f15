//! Does a value keep to a schema of the contract? For the part of OpenAPI 3.0 that the contract uses; a keyword
//! that is not understood is a complaint of its own, so that nothing passes unchecked.

use cekura::{Credits, Timestamp};
use serde_json::Value;

use super::contract::{escape, resolve};

/// What is wrong with `value`, each with its place; empty if nothing is.
pub(crate) fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "", &mut found);
    found
}

fn check(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let schema = resolve(schema);
    if value.is_null() && schema["nullable"] == true {
        return;
    }
    // A schema that says nothing about the type takes null as well.
    if value.is_null()
        && schema.get("type").is_none()
        && schema.get("allOf").is_none()
        && schema.get("oneOf").is_none()
    {
        return;
    }
    for (keyword, rule) in schema.as_object().into_iter().flatten() {
        if let Err(complaint) = keep(keyword, rule, schema, value, at, found) {
            found.push(format!("{at}: {complaint}"));
        }
    }
}

fn keep(
    keyword: &str,
    rule: &Value,
    schema: &Value,
    value: &Value,
    at: &str,
    found: &mut Vec<String>,
) -> Result<(), String> {
    let need = |kept: bool| {
        if kept {
            Ok(())
        } else {
            Err(format!("{value} breaks {keyword} {rule}"))
        }
    };
    match keyword {
        "type" => need(has_type(value, rule.as_str().unwrap_or_default())),
        "enum" => need(rule.as_array().is_some_and(|words| words.contains(value))),
        "not" => need(!complaints(rule, value).is_empty()),
        "minLength" => need(length(value) >= rule.as_u64()),
        "maxLength" => need(length(value) <= rule.as_u64()),
        "minItems" => need(value.as_array().map(|items| items.len() as u64) >= rule.as_u64()),
        "minimum" => need(value.as_f64() >= rule.as_f64()),
        "format" => need(has_format(value, rule.as_str().unwrap_or_default())),
        // The only pattern of the contract is that of amounts of credits.
        "pattern" => need(
            rule == r"^-?[0-9]+([.][0-9]+)?$"
                && value.as_str().is_some_and(|v| v.parse::<Credits>().is_ok()),
        ),
        "allOf" => {
            rule.as_array()
                .into_iter()
                .flatten()
                .for_each(|part| check(part, value, at, found));
            Ok(())
        }
        "oneOf" => {
            let arms = rule.as_array().into_iter().flatten();
            need(arms.filter(|arm| complaints(arm, value).is_empty()).count() == 1)
        }
        "items" => {
            for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                check(rule, item, &format!("{at}/{n}"), found);
            }
            Ok(())
        }
        "required" => {
            let names = rule
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            need(names.into_iter().all(|name| value.get(name).is_some()))
        }
        "properties" => {
            for (name, inner) in value.as_object().into_iter().flatten() {
                if let Some(field) = rule.get(name) {
                    check(field, inner, &format!("{at}/{}", escape(name)), found);
                }
            }
            Ok(())
        }
        "additionalProperties" => {
            for (name, inner) in value.as_object().into_iter().flatten() {
                let at = format!("{at}/{}", escape(name));
                match rule {
                    _ if schema["properties"].get(name).is_some() => {}
                    Value::Bool(false) => return Err(format!("no field is called {name}")),
                    _ => check(rule, inner, &at, found),
                }
            }
            Ok(())
        }
        "nullable" | "title" | "description" => Ok(()),
        extension if extension.starts_with("x-") => Ok(()),
        other => Err(format!(
            "the keyword {other} is not understood by these tests"
        )),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_str().map(|text| text.chars().count() as u64)
}

fn has_type(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        _ => false,
    }
}

fn has_format(value: &Value, format: &str) -> bool {
    match format {
        "int64" => value.is_i64(),
        "double" => value.is_number(),
        "date-time" => value
            .as_str()
            .is_some_and(|text| Timestamp::new(text).to_system_time().is_some()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_keyword_can_fail() {
        for (schema, good, bad) in [
            (json!({"type": "integer"}), json!(3), json!(3.5)),
            (
                json!({"type": "string", "nullable": true}),
                json!(null),
                json!(1),
            ),
            (json!({"enum": ["all"]}), json!("all"), json!("most")),
            (json!({"not": {"type": "array"}}), json!("x"), json!([])),
            (json!({"minLength": 1}), json!("x"), json!("")),
            (json!({"maxLength": 2}), json!("äö"), json!("abc")),
            (json!({"minItems": 1}), json!([1]), json!([])),
            (json!({"minimum": 1}), json!(1), json!(0)),
            (
                json!({"format": "date-time"}),
                json!("2026-06-03T16:42:07Z"),
                json!("today"),
            ),
            (json!({"allOf": [{"type": "string"}]}), json!("x"), json!(1)),
            (
                json!({"oneOf": [{"type": "string"}, {"type": "number"}]}),
                json!(1),
                json!(true),
            ),
            (
                json!({"items": {"type": "number"}}),
                json!([1]),
                json!([1, "x"]),
            ),
            (json!({"required": ["a"]}), json!({"a": 1}), json!({"b": 1})),
            (
                json!({"properties": {"a": {"type": "number"}}}),
                json!({"a": 1}),
                json!({"a": "x"}),
            ),
            (
                json!({"additionalProperties": false}),
                json!({}),
                json!({"a": 1}),
            ),
            (
                json!({"$ref": "#/components/schemas/Credits"}),
                json!("-0.50"),
                json!("1,5"),
            ),
        ] {
            assert_eq!(complaints(&schema, &good), [""; 0], "{schema}");
            assert_ne!(complaints(&schema, &bad), [""; 0], "{schema}");
        }
        assert_ne!(
            complaints(&json!({"uniqueItems": true}), &json!([])),
            [""; 0]
        );
    }
}
