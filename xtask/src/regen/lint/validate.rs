//! Whether a value keeps to a schema, in the words of OpenAPI 3.0.
//!
//! Only the keywords that openapi.yaml uses.

use crate::regen::{
    document::{Node, Value},
    spec::resolve,
};

/// What is wrong with a value, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Violation {
    pub(super) line: usize,
    pub(super) message: String,
}

/// Everything that is wrong with `value` by `schema`.
pub(super) fn violations(document: &Node, schema: &Node, value: &Node) -> Vec<Violation> {
    let mut found = Vec::new();
    Check { document }.check(schema, value, &mut found);
    found
}

struct Check<'a> {
    document: &'a Node,
}

impl Check<'_> {
    fn check(&self, schema: &Node, value: &Node, found: &mut Vec<Violation>) {
        let Some(schema) = resolve(self.document, schema) else {
            return;
        };
        if value.value == Value::Null && schema.get("nullable").and_then(Node::bool) == Some(true) {
            return;
        }
        let mut say = |message: String| {
            found.push(Violation {
                line: value.line,
                message,
            });
        };
        if let Some(expected) = schema.text_of("type")
            && !is_type(expected, value)
        {
            say(format!(
                "expected {}, found {}",
                words(expected),
                value.kind()
            ));
            return;
        }
        if let Some(allowed) = schema.get("enum").map(Node::items)
            && !allowed.iter().any(|one| one.value == value.value)
        {
            say("this is not one of the enum's values".to_owned());
        }
        if let Some(not) = schema.get("not")
            && violations(self.document, not, value).is_empty()
        {
            say("this is what the schema rules out".to_owned());
        }
        limits(schema, value, &mut say);
        self.object(schema, value, found);
        if let Some(items) = schema.get("items") {
            for item in value.items() {
                self.check(items, item, found);
            }
        }
        for part in schema.get("allOf").map(Node::items).unwrap_or_default() {
            self.check(part, value, found);
        }
        self.one_of(schema, value, found);
    }

    fn object(&self, schema: &Node, value: &Node, found: &mut Vec<Violation>) {
        let Value::Map(entries) = &value.value else {
            return;
        };
        for name in schema.get("required").map(Node::items).unwrap_or_default() {
            if let Some(name) = name.text()
                && value.get(name).is_none()
            {
                found.push(Violation {
                    line: value.line,
                    message: format!("the key {name:?} is missing"),
                });
            }
        }
        let properties = schema.get("properties");
        let rest = schema.get("additionalProperties");
        for entry in entries {
            match properties.and_then(|p| p.get(&entry.key)) {
                Some(property) => self.check(property, &entry.node, found),
                None => match rest {
                    Some(rest) if rest.bool() == Some(false) => found.push(Violation {
                        line: entry.line,
                        message: format!("the key {:?} is not admitted", entry.key),
                    }),
                    Some(rest) => self.check(rest, &entry.node, found),
                    None => {}
                },
            }
        }
    }

    fn one_of(&self, schema: &Node, value: &Node, found: &mut Vec<Violation>) {
        let arms = schema.get("oneOf").map(Node::items).unwrap_or_default();
        if arms.is_empty() {
            return;
        }
        let tried: Vec<_> = arms
            .iter()
            .map(|arm| violations(self.document, arm, value))
            .collect();
        let fitting = tried.iter().filter(|v| v.is_empty()).count();
        if fitting == 1 {
            return;
        }
        let why = match tried.iter().min_by_key(|v| v.len()) {
            Some(closest) if fitting == 0 => closest
                .first()
                .map(|v| format!("; of the closest: {}", v.message))
                .unwrap_or_default(),
            _ => String::new(),
        };
        found.push(Violation {
            line: value.line,
            message: format!(
                "{fitting} of {} arms fit, exactly one must{why}",
                arms.len()
            ),
        });
    }
}

fn is_type(expected: &str, value: &Node) -> bool {
    match expected {
        "string" => value.text().is_some(),
        "integer" => value.int().is_some(),
        "number" => value.number().is_some(),
        "boolean" => value.bool().is_some(),
        "array" => matches!(value.value, Value::List(_)),
        "object" => matches!(value.value, Value::Map(_)),
        _ => false,
    }
}

fn words(expected: &str) -> &'static str {
    match expected {
        "string" => "text",
        "integer" => "an integer",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        _ => "a type that OpenAPI 3.0 knows",
    }
}

fn limits(schema: &Node, value: &Node, say: &mut dyn FnMut(String)) {
    let size = match &value.value {
        Value::Text(text) => Some((text.chars().count(), "minLength", "maxLength", "characters")),
        Value::List(items) => Some((items.len(), "minItems", "maxItems", "items")),
        _ => None,
    };
    if let Some((size, least, most, unit)) = size {
        let limit = |key| {
            schema
                .get(key)
                .and_then(Node::int)
                .and_then(|n| usize::try_from(n).ok())
        };
        if limit(least).is_some_and(|least| size < least)
            || limit(most).is_some_and(|most| size > most)
        {
            say(format!("{size} {unit} are outside of {least} or {most}"));
        }
    }
    if let Some(number) = value.number() {
        let limit = |key| schema.get(key).and_then(Node::number);
        if limit("minimum").is_some_and(|least| number < least)
            || limit("maximum").is_some_and(|most| number > most)
        {
            say(format!("{number} is outside of minimum or maximum"));
        }
    }
    if let Some(pattern) = schema.text_of("pattern")
        && let Some(text) = value.text()
        && regress::Regex::new(pattern).is_ok_and(|regex| regex.find(text).is_none())
    {
        say(format!("{text:?} does not match {pattern}"));
    }
    if schema.text_of("format") == Some("date-time")
        && let Some(text) = value.text()
        && !is_date_time(text)
    {
        say(format!(
            "{text:?} is not a date and time such as 2026-05-18T09:31:04Z"
        ));
    }
}

/// The form of RFC 3339, without a look at the calendar.
fn is_date_time(text: &str) -> bool {
    let Some((stem, zone)) = text.char_indices().nth(19).map(|(i, _)| text.split_at(i)) else {
        return false;
    };
    let stem_fits = stem.bytes().zip(*b"dddd-dd-ddTdd:dd:dd").all(|(b, form)| {
        if form == b'd' {
            b.is_ascii_digit()
        } else {
            b == form
        }
    });
    let zone = match zone.strip_prefix('.') {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => zone,
    };
    let offset = zone.len() == 6 && zone.starts_with(['+', '-']) && zone.as_bytes()[3] == b':';
    stem_fits && (zone == "Z" || offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::load;

    fn check(schema: &str, value: &str) -> Vec<String> {
        let document = load(&format!(
            "schema: {schema}\nvalue: {value}\nshared: {{type: integer}}"
        ))
        .unwrap();
        violations(
            &document,
            document.get("schema").unwrap(),
            document.get("value").unwrap(),
        )
        .into_iter()
        .map(|v| v.message)
        .collect()
    }

    #[track_caller]
    fn bad(schema: &str, value: &str, words: &str) {
        let found = check(schema, value);
        assert!(
            found.len() == 1 && found[0].contains(words),
            "{schema} {value}: {found:?}"
        );
    }

    #[track_caller]
    fn good(schema: &str, value: &str) {
        assert_eq!(check(schema, value), [] as [&str; 0], "{schema} {value}");
    }

    #[test]
    fn types_and_null() {
        bad("{type: string}", "7", "expected text");
        bad("{type: integer}", "7.5", "expected an integer");
        bad("{type: string}", "null", "expected text");
        good("{type: string, nullable: true}", "null");
        good("{type: number}", "7");
        good("{}", "[1, {}]");
        bad("{$ref: '#/shared'}", "x", "an integer");
    }

    #[test]
    fn objects() {
        let strict = "{type: object, required: [a], additionalProperties: false, properties: {a: {type: integer}}}";
        good(strict, "{a: 1}");
        bad(strict, "{}", "missing");
        bad(strict, "{a: 1, b: 2}", "not admitted");
        bad(strict, "{a: x}", "an integer");
        bad(
            "{type: object, additionalProperties: {type: array}}",
            "{a: 1}",
            "a list",
        );
    }

    #[test]
    fn lists_and_limits() {
        bad(
            "{type: array, items: {type: integer}}",
            "[1, x]",
            "an integer",
        );
        bad("{type: array, minItems: 1}", "[]", "0 items");
        bad("{type: string, maxLength: 2}", "äöü", "3 characters");
        good("{type: string, maxLength: 3}", "äöü");
        bad("{type: integer, minimum: 1}", "0", "minimum");
        bad("{type: string, enum: [a]}", "b", "enum");
        bad(
            "{type: string, pattern: '^[0-9]+$'}",
            "4a",
            "does not match",
        );
        good("{type: string, pattern: '^[0-9]+$'}", "'44'");
    }

    #[test]
    fn exactly_one_arm() {
        let union = "{oneOf: [{type: array}, {not: {type: array}}]}";
        good(union, "[]");
        good(union, "7");
        bad("{oneOf: [{type: integer}, {type: number}]}", "7", "2 of 2");
        bad("{oneOf: [{type: integer}, {type: boolean}]}", "x", "0 of 2");
        bad("{allOf: [{type: integer}, {minimum: 5}]}", "4", "minimum");
    }

    #[test]
    fn dates() {
        for text in [
            "2026-05-18T09:31:04Z",
            "2026-05-18T09:31:04.5Z",
            "2026-05-18T09:31:04+02:00",
        ] {
            good("{type: string, format: date-time}", &format!("'{text}'"));
        }
        for text in [
            "2026-05-18",
            "2026-05-18 09:31:04Z",
            "2026-05-18T09:31:04",
            "yesterday at some time",
        ] {
            bad(
                "{type: string, format: date-time}",
                &format!("'{text}'"),
                "date and time",
            );
        }
    }
}
