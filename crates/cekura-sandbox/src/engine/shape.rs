//! The shape of a reply, and an item as a reply of that shape shows it.

use cekura_schema::{check, resolve};
use serde_json::{Map, Value};

/// What a reply is made of; with the schema of the object or the entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape<'c> {
    Object(&'c Value),
    Array(&'c Value),
    /// `count`, `next`, `previous` and `results`.
    Page(&'c Value),
    Other,
}

impl<'c> Shape<'c> {
    pub(super) fn of(document: &'c Value, schema: Option<&'c Value>) -> Self {
        let Some(schema) = schema.map(|schema| solid(document, schema)) else {
            return Self::Other;
        };
        let results = solid(document, &schema["properties"]["results"]);
        if schema["type"] == "array" {
            Self::Array(&schema["items"])
        } else if results["type"] == "array" {
            Self::Page(&results["items"])
        } else if fields(document, schema).next().is_some() {
            Self::Object(schema)
        } else {
            Self::Other
        }
    }

    /// The schema of the object or of an entry.
    pub(super) fn entry(self) -> Option<&'c Value> {
        match self {
            Self::Object(schema) | Self::Array(schema) | Self::Page(schema) => Some(schema),
            Self::Other => None,
        }
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Array(_) | Self::Page(_))
    }

    /// The object or the entries of an example of the reply.
    pub(super) fn entries_of(self, example: &Value) -> impl Iterator<Item = &Map<String, Value>> {
        let list = match self {
            Self::Object(_) | Self::Other => std::slice::from_ref(example),
            Self::Array(_) => example.as_array().map_or(&[][..], Vec::as_slice),
            Self::Page(_) => example["results"].as_array().map_or(&[][..], Vec::as_slice),
        };
        list.iter().filter_map(Value::as_object)
    }
}

/// The schema behind references and behind an `allOf` of one.
pub(super) fn solid<'c>(document: &'c Value, schema: &'c Value) -> &'c Value {
    let schema = resolve(document, schema);
    match schema["allOf"].as_array().map(Vec::as_slice) {
        Some([only]) if schema.get("properties").is_none() => solid(document, only),
        _ => schema,
    }
}

/// The fields of an object, with their schemas.
pub(super) fn fields<'c>(
    document: &'c Value,
    schema: &'c Value,
) -> Box<dyn Iterator<Item = (&'c str, &'c Value)> + 'c> {
    let schema = resolve(document, schema);
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, schema)| (name.as_str(), schema));
    let parts = schema["allOf"].as_array().into_iter().flatten();
    Box::new(own.chain(parts.flat_map(|part| fields(document, part))))
}

/// Returns the fields of the item that the schema describes. A field that the item lacks, or has in another form, is
/// taken from the example of the reply, or left out.
pub(super) fn show(
    document: &Value,
    schema: &Value,
    item: &Map<String, Value>,
    example: Option<&Map<String, Value>>,
) -> Value {
    let mut shown = Map::new();
    for (name, schema) in fields(document, schema) {
        let fits = |value: &&Value| check(document, schema, value).is_empty();
        let own = item.get(name).filter(fits);
        let value = own.or_else(|| example?.get(name).filter(fits));
        if let Some(value) = value {
            shown.insert(name.to_owned(), value.clone());
        }
    }
    Value::Object(shown)
}
