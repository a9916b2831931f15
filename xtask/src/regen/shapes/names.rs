//! Names that mean something to Rust, to the generator, or to each other.

use super::{
    PARAMETER, REPLY, REPLY_NAME, REPLY_WORD, REQUEST_NAME, REQUEST_WORD, SCHEMA, Shape,
    schemas::nullable,
};

/// Names of fields and parameters.
const NAMES: [&str; 43] = [
    "type",
    "self",
    "Self",
    "super",
    "crate",
    "async",
    "gen",
    "try",
    "yield",
    "box",
    "dyn",
    "union",
    "true",
    "match",
    "_",
    "__",
    "_a",
    "a_",
    "a__b",
    "a.b",
    "a b",
    "a-b",
    "1a",
    "9",
    "ä",
    "名",
    "",
    "fooBar",
    "FooBar",
    "FOO_BAR",
    "value",
    "extra",
    "unknown_fields",
    "body",
    "url",
    "request",
    "response",
    "result",
    "client",
    "info",
    "header_map",
    "map",
    "name",
];

/// Pairs that are one name in Rust.
const PAIRS: [(&str, &str); 9] = [
    ("oneName", "one_name"),
    ("two-name", "two_name"),
    ("loop", "loop_"),
    ("Three", "three"),
    ("four.name", "fourName"),
    ("five1", "five_1"),
    ("HTTPStatus", "http_status"),
    ("six ", "six"),
    ("siebenÄ", "sieben_ä"),
];

/// Names of schemas.
const TYPES: [&str; 26] = [
    "String",
    "Option",
    "Vec",
    "Result",
    "Box",
    "Some",
    "None",
    "Ok",
    "Err",
    "Default",
    "Value",
    "Map",
    "Error",
    "Client",
    "Type",
    "Self",
    "Std",
    "Serde",
    "Lenient",
    "Decoded",
    "From",
    "Clone",
    "Debug",
    "ConversionError",
    "Example2",
    "Core",
];

/// Words of enums.
const WORDS: [&str; 21] = [
    "one",
    "self",
    "Self",
    "type",
    "crate",
    "super",
    "None",
    "Some",
    "Ok",
    "Err",
    "Unknown",
    "a b",
    "c.d",
    "ä",
    "1",
    "a1",
    "HTTP",
    "unknown_fields",
    "String",
    "Error",
    "error",
];

/// All of them.
pub(super) fn all() -> Vec<Shape> {
    let mut all = Vec::new();
    let groups = NAMES.iter().map(|name| vec![*name]);
    for names in groups.chain(PAIRS.iter().map(|(one, other)| vec![*one, *other])) {
        let mut add = |place: &'static str, line: fn(&str) -> String| {
            all.push(Shape {
                name: format!("{place} {names:?}"),
                lines: names.iter().map(|name| (place, line(name))).collect(),
            });
        };
        add(REPLY_NAME, |name| {
            format!("'{name}': {{ type: string, nullable: true }}")
        });
        add(REQUEST_NAME, |name| format!("'{name}': {{ type: string }}"));
        add(PARAMETER, |name| {
            format!(
                "- {{ name: '{name}', in: query, description: d, schema: {{ type: string }}, example: a }}"
            )
        });
    }
    for word in WORDS {
        for place in [REPLY_WORD, REQUEST_WORD] {
            all.push(Shape {
                name: format!("{place} {word:?}"),
                lines: vec![(place, format!("- '{word}'"))],
            });
        }
    }
    for name in TYPES {
        let record = "description: d, type: object, additionalProperties: {}, properties: { a: { type: string, nullable: true } }";
        let reference = nullable(&format!("$ref: '#/components/schemas/{name}'"));
        all.push(Shape {
            name: format!("{SCHEMA} {name:?}"),
            lines: vec![
                (SCHEMA, format!("{name}: {{ {record} }}")),
                (
                    REPLY,
                    format!("named_{}: {{ {reference} }}", name.to_lowercase()),
                ),
            ],
        });
    }
    all
}
