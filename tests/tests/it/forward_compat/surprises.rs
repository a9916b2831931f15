//! What may turn up in place of a value, and when the value has survived it.

use serde_json::{Value, json};

use crate::json::compare::{differences, equal};

/// Everything that may stand where something else was expected.
pub(super) fn surprises() -> Vec<(&'static str, Value)> {
    vec![
        ("null", Value::Null),
        ("true", json!(true)),
        ("false", json!(false)),
        ("zero", json!(0)),
        ("an integer", json!(7)),
        ("a negative integer", json!(-3)),
        ("an integer with a point", json!(1.0)),
        ("a fraction", json!(0.5)),
        ("the largest integer", json!(u64::MAX)),
        ("a huge number", json!(1e300)),
        ("empty text", json!("")),
        ("text", json!("text")),
        ("an integer in text", json!("7")),
        ("a fraction in text", json!("0.5")),
        ("a boolean in text", json!("true")),
        ("null in text", json!("null")),
        ("half a list in text", json!("[1, ")),
        ("half an object in text", json!("{\"a\": ")),
        ("text of 10,000 characters", json!("ж".repeat(10_000))),
        ("an empty object", json!({})),
        ("an object", json!({"a": 1})),
        ("an object with null", json!({"a": null})),
        ("an empty list", json!([])),
        ("a list of a number", json!([1])),
        ("a list of text", json!(["a"])),
        ("a list of an object", json!([{"a": 1}])),
        ("a list of a list", json!([[1]])),
        ("a list with null", json!([null, "a"])),
    ]
}

/// Something that no version of the contract has, with everything that JSON can hold.
pub(super) fn junk() -> Value {
    json!({
        "a": null, "b": [null, true, -1, 1.0, 1, 0.1, u64::MAX, 1e300, "7", "", {}], "": {"value": {"extra": []}},
        "unknown_fields": {"id": 1}, "~/\"\\": "⚓\u{7}\u{10ffff}",
    })
}

/// Forms of a value that a field of its type takes for the value itself.
pub(super) fn other_forms(kind: &str, value: &Value) -> Vec<(&'static str, Value)> {
    let text = value.to_string();
    match (kind, value) {
        ("integer", Value::Number(n)) => vec![
            ("a number in text", json!(text)),
            ("a number with a point", json!(n.as_f64())),
            ("a number with a point in text", json!(format!("{text}.0"))),
        ],
        ("number", _) => vec![("a number in text", json!(text))],
        ("boolean", Value::Bool(truth)) => vec![
            ("a truth in text", json!(text)),
            (
                "a truth in text with a capital",
                json!(if *truth { "True" } else { "False" }),
            ),
            ("a truth as a digit", json!(u8::from(*truth))),
        ],
        ("string", Value::String(text)) => match text.parse::<i64>() {
            Ok(number) if number.to_string() == *text => vec![("a number for text", json!(number))],
            _ => Vec::new(),
        },
        ("object", _) => vec![("an object in text", json!(text))],
        ("array", Value::Array(items)) => {
            let mut forms = vec![("a list in text", json!(text))];
            if let [only] = items.as_slice() {
                forms.push(("an element without its list", only.clone()));
            }
            forms
        }
        _ => Vec::new(),
    }
}

/// Whether `got` is `given`, or one of the forms into which a field of another kind brings it.
pub(super) fn kept(given: &Value, got: Option<&Value>) -> bool {
    let Some(got) = got else {
        return given.is_null();
    };
    if given == got {
        return true;
    }
    match (given, got) {
        (Value::Number(a), Value::Number(b)) => equal(a, b),
        // A number, a truth or JSON in text, read; or written into text.
        (Value::String(text), Value::Number(number)) => text.trim().parse().ok() == number.as_f64(),
        (Value::String(text), Value::Bool(truth)) => text.trim() == truth.to_string(),
        (Value::String(text), Value::Array(_) | Value::Object(_)) if is_json(text) => {
            serde_json::from_str(text)
                .is_ok_and(|inner: Value| differences(&inner, got, None).is_empty())
        }
        (Value::Number(number), Value::Bool(truth)) => number.as_u64() == Some(u64::from(*truth)),
        (Value::Array(_) | Value::Object(_), Value::String(text)) => {
            serde_json::from_str(text).is_ok_and(|inner: Value| inner == *given)
        }
        (scalar, Value::String(text)) => {
            let written = scalar.to_string();
            written == *text
        }
        // Each element in the form of its list; nulls are left out.
        (Value::Array(given), Value::Array(got)) => {
            let given: Vec<&Value> = given.iter().filter(|item| !item.is_null()).collect();
            given.len() == got.len()
                && given
                    .iter()
                    .zip(got)
                    .all(|(given, got)| kept(given, Some(got)))
        }
        // One element without its list.
        (one, Value::Array(got)) => got.len() == 1 && kept(one, got.first()),
        // An object whose fields are null.
        (Value::Object(_), Value::Object(_)) => differences(given, got, None).is_empty(),
        // An element that should have been an object.
        (element, Value::Object(fields)) => {
            fields.len() == 1 && fields.get("value") == Some(element)
        }
        _ => false,
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_array() || value.is_object())
}
