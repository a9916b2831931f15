//! Converts the input of a visitor to a JSON value.

use serde::de::{Deserialize, MapAccess, SeqAccess, value};
use serde_json::Value;

use crate::json;

/// Returns the rest of a sequence as a JSON list.
pub(in crate::scalars) fn of_seq<'de, A: SeqAccess<'de>>(seq: A) -> Result<Value, A::Error> {
    Value::deserialize(value::SeqAccessDeserializer::new(seq))
}

/// Returns the rest of a map as a JSON object.
pub(in crate::scalars) fn of_map<'de, A: MapAccess<'de>>(map: A) -> Result<Value, A::Error> {
    Value::deserialize(value::MapAccessDeserializer::new(map))
}

/// Returns the JSON value inside text, if the text starts with `opening` and is valid JSON.
pub(in crate::scalars) fn inside(text: &str, opening: char) -> Option<Value> {
    let is_candidate = text.trim_start().starts_with(opening) && json::afford_text(text);
    is_candidate.then(|| serde_json::from_str(text).ok())?
}
