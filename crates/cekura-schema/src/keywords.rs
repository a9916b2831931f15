use std::collections::BTreeSet;

use serde_json::Value;

use crate::describe;

pub(crate) fn is_supported(keyword: &str) -> bool {
    const CHECKED: &str = "$ref additionalProperties allOf anyOf enum exclusiveMaximum exclusiveMinimum format items \
         maxItems maxLength maximum minItems minLength minimum multipleOf not nullable oneOf pattern properties required \
         type uniqueItems";
    const NOTES: &str = "default deprecated description example externalDocs title";
    keyword.starts_with("x-")
        || CHECKED
            .split_whitespace()
            .chain(NOTES.split_whitespace())
            .any(|known| known == keyword)
}

pub(crate) fn wrong_type(schema: &Value, value: &Value) -> Option<String> {
    let wanted = schema["type"].as_str()?;
    let (fits, words) = match wanted {
        "object" => (value.is_object(), "an object"),
        "array" => (value.is_array(), "an array"),
        "string" => (value.is_string(), "a string"),
        "boolean" => (value.is_boolean(), "a boolean"),
        "number" => (value.is_number(), "a number"),
        "integer" => {
            let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
            (whole, "an integer")
        }
        _ => (false, "a type of OpenAPI 3.0"),
    };
    (!fits).then(|| format!("Expected {words}, got {}.", describe(value)))
}

/// Checks the keywords that say nothing about what is inside the value.
pub(crate) fn scalars(schema: &Value, value: &Value, say: &mut dyn FnMut(String)) {
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        say(format!(
            "Expected one of {}, got {value}.",
            allowed.join(", ")
        ));
    }
    match value {
        Value::Array(items) => {
            size(schema, ("minItems", "maxItems"), items.len(), "items", say);
            let distinct: BTreeSet<String> = items.iter().map(Value::to_string).collect();
            if schema["uniqueItems"] == true && distinct.len() < items.len() {
                say("Expected items that differ from each other.".to_owned());
            }
        }
        Value::String(text) => {
            let length = text.chars().count();
            size(
                schema,
                ("minLength", "maxLength"),
                length,
                "characters",
                say,
            );
            pattern(schema, text, say);
            if schema["format"] == "date-time" && !is_date_time(text) {
                say(format!(
                    "Expected a date and time such as 2026-05-18T09:31:04Z, got {text:?}."
                ));
            }
        }
        Value::Number(number) => range(schema, number.as_f64().unwrap_or_default(), say),
        _ => {}
    }
}

fn size(
    schema: &Value,
    (least, most): (&str, &str),
    size: usize,
    unit: &str,
    say: &mut dyn FnMut(String),
) {
    let size = size as u64;
    if let Some(least) = schema[least].as_u64().filter(|least| size < *least) {
        say(format!("Expected at least {least} {unit}, got {size}."));
    }
    if let Some(most) = schema[most].as_u64().filter(|most| size > *most) {
        say(format!("Expected at most {most} {unit}, got {size}."));
    }
}

fn range(schema: &Value, number: f64, say: &mut dyn FnMut(String)) {
    if let Some(least) = schema["minimum"].as_f64() {
        if schema["exclusiveMinimum"] == true && number <= least {
            say(format!("Expected more than {least}, got {number}."));
        } else if number < least {
            say(format!("Expected {least} or more, got {number}."));
        }
    }
    if let Some(most) = schema["maximum"].as_f64() {
        if schema["exclusiveMaximum"] == true && number >= most {
            say(format!("Expected less than {most}, got {number}."));
        } else if number > most {
            say(format!("Expected {most} or less, got {number}."));
        }
    }
    if let Some(step) = schema["multipleOf"].as_f64()
        && (number / step).fract() != 0.0
    {
        say(format!("Expected a multiple of {step}, got {number}."));
    }
}

#[cfg(feature = "pattern")]
fn pattern(schema: &Value, text: &str, say: &mut dyn FnMut(String)) {
    if let Some(pattern) = schema["pattern"].as_str()
        && regress::Regex::new(pattern).is_ok_and(|regex| regex.find(text).is_none())
    {
        say(format!(
            "Expected text that matches {pattern}, got {text:?}."
        ));
    }
}

#[cfg(not(feature = "pattern"))]
fn pattern(_: &Value, _: &str, _: &mut dyn FnMut(String)) {}

/// RFC 3339. chrono also accepts a space or a small letter before the time.
fn is_date_time(text: &str) -> bool {
    text.as_bytes().get(10) == Some(&b'T') && chrono::DateTime::parse_from_rfc3339(text).is_ok()
}
