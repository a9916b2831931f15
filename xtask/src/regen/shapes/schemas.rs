//! Schemas: what there is, times what can be around it, times where it can stand.

use super::{PARAMETER, REPLY, REQUEST, SCHEMA, Shape};

/// A schema, and what it holds where it stands; `%` is `Reply` or `Request`.
const ELEMENTS: [(&str, &str); 11] = [
    ("any", ""),
    ("text", "type: string"),
    ("integer", "type: integer, format: int64"),
    ("number", "type: number, format: double"),
    ("flag", "type: boolean"),
    ("inline_word", "type: string, enum: [one, two]"),
    (
        "inline_union",
        "oneOf: [ { title: Rows, type: array, items: { $ref: '#/components/schemas/%Record' } }, { title: Other, not: { type: array } } ]",
    ),
    ("id", "$ref: '#/components/schemas/CallLogId'"),
    ("word", "$ref: '#/components/schemas/%Word'"),
    ("record", "$ref: '#/components/schemas/%Record'"),
    ("union", "$ref: '#/components/schemas/%Union'"),
];

/// Schemas that are tried as they are.
const OTHERS: [(&str, &str); 22] = [
    (
        "inline_record",
        "type: object, additionalProperties: {}, properties: { a: { type: string, nullable: true } }",
    ),
    (
        "inline_strict_record",
        "type: object, additionalProperties: false, properties: { a: { type: string } }",
    ),
    (
        "empty_record",
        "type: object, additionalProperties: {}, properties: {}",
    ),
    (
        "empty_strict_record",
        "type: object, additionalProperties: false, properties: {}",
    ),
    (
        "required_record",
        "type: object, additionalProperties: false, required: [a], properties: { a: { type: string }, b: { type: boolean } }",
    ),
    ("bare_object", "type: object"),
    ("closed_object", "type: object, additionalProperties: false"),
    ("short_text", "type: string, minLength: 1, maxLength: 9"),
    ("patterned_text", "type: string, pattern: '^a'"),
    ("date", "type: string, format: date-time"),
    ("uuid", "type: string, format: uuid"),
    (
        "small_integer",
        "type: integer, format: int64, minimum: 1, maximum: 9",
    ),
    (
        "small_number",
        "type: number, format: double, minimum: 0, maximum: 1",
    ),
    (
        "bounded_list",
        "type: array, minItems: 1, maxItems: 9, items: { type: string }",
    ),
    (
        "list_of_different",
        "type: array, uniqueItems: true, items: { type: string }",
    ),
    (
        "list_of_short",
        "type: array, items: { type: string, maxLength: 9 }",
    ),
    ("one_word", "type: string, enum: [one]"),
    ("word_or_null", "type: string, enum: [one, null]"),
    ("numbered", "type: integer, format: int64, enum: [1, 2]"),
    ("untyped_word", "enum: [one, two]"),
    (
        "two_merged",
        "allOf: [ { $ref: '#/components/schemas/%Record' }, { $ref: '#/components/schemas/%Record' } ]",
    ),
    ("titled", "title: Titled, type: string"),
];

/// What can be around a schema, which is `@`.
const WRAPPERS: [(&str, &str); 7] = [
    ("", "@"),
    ("list_of_", "type: array, items: { @ }"),
    ("map_of_", "type: object, additionalProperties: { @ }"),
    (
        "list_of_lists_of_",
        "type: array, items: { type: array, items: { @ } }",
    ),
    (
        "list_of_maps_of_",
        "type: array, items: { type: object, additionalProperties: { @ } }",
    ),
    (
        "map_of_lists_of_",
        "type: object, additionalProperties: { type: array, items: { @ } }",
    ),
    (
        "map_of_maps_of_",
        "type: object, additionalProperties: { type: object, additionalProperties: { @ } }",
    ),
];

pub(super) fn nullable(schema: &str) -> String {
    if schema.is_empty() {
        "nullable: true".to_owned()
    } else if schema.starts_with('$') {
        format!("nullable: true, allOf: [ {{ {schema} }} ]")
    } else {
        format!("{schema}, nullable: true")
    }
}

/// All of them.
pub(super) fn all() -> Vec<Shape> {
    let mut schemas: Vec<(String, String)> = Vec::new();
    for (element, schema) in ELEMENTS {
        for (wrapper, around) in WRAPPERS {
            schemas.push((format!("{wrapper}{element}"), around.replace('@', schema)));
            if !wrapper.is_empty() {
                let whole = around.replace('@', &nullable(schema));
                schemas.push((format!("{wrapper}nullable_{element}"), whole));
            }
        }
    }
    schemas.extend(OTHERS.map(|(name, schema)| (name.to_owned(), schema.to_owned())));
    let mut all = Vec::new();
    for (name, schema) in &schemas {
        for (direction, section) in [("Reply", REPLY), ("Request", REQUEST)] {
            let schema = schema.replace('%', direction);
            // A property of a reply may be null.
            let held = |schema: &str| match section {
                REPLY => nullable(schema),
                _ => schema.to_owned(),
            };
            all.push(Shape {
                name: format!("{direction} {name}"),
                lines: vec![(section, format!("{name}: {{ {} }}", held(&schema)))],
            });
            for (kind, schema) in [
                ("component", schema.clone()),
                ("nullable component", nullable(&schema)),
            ] {
                let component = format!("{direction}{}{}", camel(kind), camel(name));
                let reference = held(&format!("$ref: '#/components/schemas/{component}'"));
                all.push(Shape {
                    name: format!("{direction} {kind} {name}"),
                    lines: vec![
                        (SCHEMA, format!("{component}: {{ {schema} }}")),
                        (
                            section,
                            format!("{}_{name}: {{ {reference} }}", kind.replace(' ', "_")),
                        ),
                    ],
                });
            }
        }
        let schema = schema.replace('%', "Request");
        for (kind, required) in [("optional", ""), ("required", "required: true, ")] {
            let example = example(&schema);
            all.push(Shape {
                name: format!("{kind} parameter {name}"),
                lines: vec![(
                    PARAMETER,
                    format!(
                        "- {{ name: {kind}_{name}, in: query, {required}description: d, schema: {{ {schema} }}, example: {example} }}"
                    ),
                )],
            });
        }
    }
    all
}

/// A value that keeps to a schema of the table.
fn example(schema: &str) -> &'static str {
    const EXAMPLES: [(&str, &str); 13] = [
        ("date-time", "'2026-05-18T09:31:04Z'"),
        ("uuid", "5f0c1a52-7f6b-4c1e-9d3a-2b8a6f4c1d20"),
        ("type: array", "[a]"),
        ("type: object", "{}"),
        ("oneOf", "[]"),
        ("Union", "one"),
        ("Record", "{}"),
        ("CallLogId", "1"),
        ("type: integer", "1"),
        ("type: number", "1"),
        ("type: boolean", "true"),
        ("enum", "one"),
        ("Word", "one"),
    ];
    let found = EXAMPLES.iter().find(|(part, _)| schema.contains(part));
    found.map_or("a", |(_, example)| example)
}

fn camel(name: &str) -> String {
    name.split(['_', ' '])
        .map(|word| {
            let (first, rest) = word.split_at(usize::from(!word.is_empty()));
            first.to_uppercase() + rest
        })
        .collect()
}
