//! Turning what a visitor is given into a JSON value.

use serde::de::{Deserialize, MapAccess, SeqAccess, value};
use serde_json::Value;

use crate::json;

/// The rest of a sequence as a JSON list.
pub(in crate::scalars) fn of_seq<'de, A: SeqAccess<'de>>(seq: A) -> Result<Value, A::Error> {
    Value::deserialize(value::SeqAccessDeserializer::new(seq))
}

/// The rest of a mapping as a JSON object.
pub(in crate::scalars) fn of_map<'de, A: MapAccess<'de>>(map: A) -> Result<Value, A::Error> {
    Value::deserialize(value::MapAccessDeserializer::new(map))
}

/// JSON inside text, if the text starts like a list or an object and is one.
pub(in crate::scalars) fn inside(text: &str, opening: char) -> Option<Value> {
    let is_candidate = text.trim_start().starts_with(opening) && json::afford_text(text);
    is_candidate.then(|| serde_json::from_str(text).ok())?
}
