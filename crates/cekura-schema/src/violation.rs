use std::fmt;

use serde_json::Value;

/// The text of a violation for a required field that is missing.
pub const REQUIRED: &str = "This field is required.";

/// The text of a violation for a field that the schema does not allow.
pub const UNKNOWN_FIELD: &str = "The contract knows no field of this name here.";

/// One way in which a value breaks a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Names the field, for example `call_logs[0].id`; empty for the value as a whole.
    pub field: String,
    /// Locates the field as a JSON pointer, for example `/call_logs/0/id`.
    pub pointer: String,
    /// Says what was expected and what was found, as one sentence.
    pub text: String,
}

impl Violation {
    /// Returns the outermost field: `call_logs` of `call_logs[0].id`.
    pub fn root(&self) -> &str {
        self.field.split(['[', '.']).next().unwrap_or_default()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = if self.field.is_empty() {
            "body"
        } else {
            &self.field
        };
        write!(f, "{field}: {}", self.text)
    }
}

/// Describes a value in a few words, for example `the string "two"`.
pub fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => format!("the boolean {flag}"),
        Value::Number(number) if number.is_f64() => format!("the number {number}"),
        Value::Number(number) => format!("the integer {number}"),
        Value::String(text) if text.chars().count() <= 60 => format!("the string {text:?}"),
        Value::String(_) => "a long string".to_owned(),
        Value::Array(items) => format!("an array of {} items", items.len()),
        Value::Object(_) => "an object".to_owned(),
    }
}
