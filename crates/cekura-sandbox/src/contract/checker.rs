//! A checker for the part of JSON Schema that OpenAPI 3.0 documents use, with messages that name the field.

use std::fmt;

use serde_json::Value;

/// Something that does not fit the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Where: `call_logs[0]`; empty for the body as a whole.
    pub(crate) field: String,
    pub(crate) text: String,
}

impl Violation {
    pub(super) fn new(field: &str, text: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            text: text.into(),
        }
    }
}

impl Violation {
    /// The outermost field: `call_logs` of `call_logs[0]`.
    pub(crate) fn root(&self) -> &str {
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

/// What a field gets that must be there and is not.
pub(crate) const REQUIRED: &str = "This field is required.";

/// What a field gets that nothing knows.
pub(crate) const UNKNOWN_FIELD: &str = "The contract knows no field of this name here.";

/// Follows `$ref`, also several in a row.
pub(super) fn resolve<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    // A document whose references run in a circle must not hang the sandbox.
    for _ in 0..16 {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else {
            return schema;
        };
        schema = reference
            .strip_prefix('#')
            .and_then(|pointer| document.pointer(pointer))
            .unwrap_or(&Value::Null);
    }
    schema
}

/// Everything about `value` that does not fit `schema`.
pub(super) fn check(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<Violation> {
    let schema = resolve(document, schema);
    if value.is_null() && schema["nullable"] == Value::Bool(true) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        found.extend(check(document, part, value, at));
    }
    for word in ["oneOf", "anyOf"] {
        if let Some(arms) = schema[word].as_array() {
            found.extend(check_arms(document, arms, value, at));
        }
    }
    if let Some(text) = wrong_type(schema, value) {
        found.push(Violation::new(at, text));
        return found;
    }
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        found.push(Violation::new(
            at,
            format!("Expected one of {}, got {value}.", allowed.join(", ")),
        ));
    }
    match value {
        Value::Object(_) => check_object(document, schema, value, at, &mut found),
        Value::Array(items) => {
            check_size(
                schema,
                "minItems",
                "maxItems",
                items.len(),
                "items",
                at,
                &mut found,
            );
            if let Some(item_schema) = schema.get("items") {
                for (n, item) in items.iter().enumerate() {
                    found.extend(check(document, item_schema, item, &format!("{at}[{n}]")));
                }
            }
        }
        Value::String(text) => {
            let length = text.chars().count();
            check_size(
                schema,
                "minLength",
                "maxLength",
                length,
                "characters",
                at,
                &mut found,
            );
        }
        Value::Number(number) => check_range(schema, number.as_f64(), at, &mut found),
        Value::Null | Value::Bool(_) => {}
    }
    found
}

/// One arm must fit. If none does, the complaints are those of the arm that comes closest: the one that leaves the
/// fewest complaints about the value itself, then the one that knows the most of its fields.
fn check_arms(document: &Value, arms: &[Value], value: &Value, at: &str) -> Vec<Violation> {
    let mut closest: Option<Vec<Violation>> = None;
    for arm in arms {
        let found = check(document, arm, value, at);
        if found.is_empty() {
            return found;
        }
        // A complaint about something inside the value shows that its outside fits.
        let rank = |found: &[Violation]| {
            let count = |about: fn(&Violation, &str) -> bool| {
                found
                    .iter()
                    .filter(|violation| about(violation, at))
                    .count()
            };
            let outside = count(|violation, at| violation.field == at);
            let unknown = count(|violation, _| violation.text == UNKNOWN_FIELD);
            (outside, unknown, found.len())
        };
        if closest
            .as_ref()
            .is_none_or(|best| rank(&found) < rank(best))
        {
            closest = Some(found);
        }
    }
    closest.unwrap_or_default()
}

fn wrong_type(schema: &Value, value: &Value) -> Option<String> {
    let wanted = schema["type"].as_str()?;
    let fits = match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value
            .as_f64()
            .is_some_and(|number| number.fract().abs() < f64::EPSILON),
        _ => true,
    };
    (!fits).then(|| format!("Expected {}, got {}.", article(wanted), describe(value)))
}

fn article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'i', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {kind}")
}

/// The value in a few words.
pub(crate) fn describe(value: &Value) -> String {
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

fn check_object(
    document: &Value,
    schema: &Value,
    value: &Value,
    at: &str,
    found: &mut Vec<Violation>,
) {
    let inside = |name: &str| {
        if at.is_empty() {
            name.to_owned()
        } else {
            format!("{at}.{name}")
        }
    };
    for name in schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if value.get(name).is_none() {
            found.push(Violation::new(&inside(name), REQUIRED));
        }
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        if let Some(field_schema) = schema["properties"].get(name) {
            found.extend(check(document, field_schema, field, &inside(name)));
            continue;
        }
        match &schema["additionalProperties"] {
            Value::Bool(false) => {
                found.push(Violation::new(&inside(name), UNKNOWN_FIELD));
            }
            other @ Value::Object(_) => found.extend(check(document, other, field, &inside(name))),
            _ => {}
        }
    }
}

fn check_size(
    schema: &Value,
    least: &str,
    most: &str,
    size: usize,
    unit: &str,
    at: &str,
    found: &mut Vec<Violation>,
) {
    let size = size as u64;
    if let Some(least) = schema[least].as_u64().filter(|least| size < *least) {
        found.push(Violation::new(
            at,
            format!("Expected at least {least} {unit}, got {size}."),
        ));
    }
    if let Some(most) = schema[most].as_u64().filter(|most| size > *most) {
        found.push(Violation::new(
            at,
            format!("Expected at most {most} {unit}, got {size}."),
        ));
    }
}

fn check_range(schema: &Value, number: Option<f64>, at: &str, found: &mut Vec<Violation>) {
    let Some(number) = number else { return };
    if let Some(least) = schema["minimum"].as_f64().filter(|least| number < *least) {
        found.push(Violation::new(
            at,
            format!("Expected {least} or more, got {number}."),
        ));
    }
    if let Some(most) = schema["maximum"].as_f64().filter(|most| number > *most) {
        found.push(Violation::new(
            at,
            format!("Expected {most} or less, got {number}."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn lines(schema: &Value, value: &Value) -> Vec<String> {
        let document =
            json!({"components": {"schemas": {"Age": {"type": "integer", "minimum": 0}}}});
        check(&document, schema, value, "")
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn every_keyword_has_a_passing_and_a_failing_value() {
        let age = json!({"$ref": "#/components/schemas/Age"});
        let cases = [
            (json!({"type": "string"}), json!("a"), json!(1)),
            (json!({"type": "integer"}), json!(3.0), json!(3.5)),
            (
                json!({"type": "string", "nullable": true}),
                json!(null),
                json!(false),
            ),
            (json!({"enum": ["all"]}), json!("all"), json!("most")),
            (
                json!({"type": "string", "maxLength": 2}),
                json!("äö"),
                json!("abc"),
            ),
            (
                json!({"type": "array", "minItems": 1}),
                json!([1]),
                json!([]),
            ),
            (
                json!({"type": "array", "items": age}),
                json!([1]),
                json!([-1]),
            ),
            (json!({"required": ["a"]}), json!({"a": 1}), json!({"b": 1})),
            (
                json!({"properties": {"a": age}}),
                json!({"a": 1}),
                json!({"a": "x"}),
            ),
            (
                json!({"properties": {}, "additionalProperties": false}),
                json!({}),
                json!({"a": 1}),
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
                json!({"anyOf": [age, {"type": "boolean"}]}),
                json!(true),
                json!("x"),
            ),
        ];
        for (schema, good, bad) in cases {
            assert_eq!(lines(&schema, &good), Vec::<String>::new(), "{schema}");
            assert!(!lines(&schema, &bad).is_empty(), "{schema}");
        }
    }

    #[test]
    fn complaints_name_the_field_and_both_sides() {
        let schema = json!({"type": "object", "properties": {"ids": {"type": "array", "items": {"type": "integer"}}}});
        assert_eq!(
            lines(&schema, &json!({"ids": [1, "two"]})),
            [r#"ids[1]: Expected an integer, got the string "two"."#]
        );
    }

    #[test]
    fn a_circle_of_references_ends() {
        let document = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}});
        assert!(check(&document, &json!({"$ref": "#/a"}), &json!(1), "").is_empty());
    }
}
