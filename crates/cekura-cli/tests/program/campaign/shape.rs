//! The shape of JSON: names and kinds, without values that change from day to day.

use serde_json::Value;

/// A line for each field: its path, and what kind of value it has.
pub(super) fn shape(value: &Value) -> String {
    let mut lines = Vec::new();
    visit("", value, &mut lines);
    lines.sort();
    lines.dedup();
    lines.join("\n")
}

fn visit(path: &str, value: &Value, lines: &mut Vec<String>) {
    let kind = match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                visit(&format!("{path}.{name}"), value, lines);
            }
            return;
        }
        Value::Array(entries) if !entries.is_empty() => {
            for entry in entries {
                visit(&format!("{path}[]"), entry, lines);
            }
            return;
        }
        Value::Array(_) => "empty list",
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
    };
    lines.push(format!("{path}: {kind}"));
}
