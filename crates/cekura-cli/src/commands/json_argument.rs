//! JSON as an argument: text, a file or standard input.

use std::fmt;
use std::path::Path;

use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::input::{MADE, read_small, read_stdin};

/// Reads the JSON of the argument, a file or standard input; as a [`RawValue`] it stays as it is written.
pub(crate) fn json_argument<T: DeserializeOwned>(data: &str) -> Result<T, Failure> {
    let (text, source) = match data {
        "-" => {
            let text = read_stdin(MADE)
                .map_err(|e| Failure::usage(format!("standard input cannot be read: {e}")))?;
            (text, "standard input".to_owned())
        }
        _ => match data.strip_prefix('@') {
            Some(path) => {
                let text = read_small(Path::new(path), MADE)
                    .map_err(|e| Failure::usage(format!("the file {path} cannot be read: {e}")))?;
                (text, format!("the file {path}"))
            }
            None => (data.to_owned(), "--data".to_owned()),
        },
    };
    serde_json::from_str(text.trim()).map_err(|e| {
        Failure::usage(format!("{source} is not JSON: {e}"))
            .hint("give JSON text, @FILE, or - for standard input")
    })
}

/// Returns the JSON object of such an argument.
///
/// # Errors
/// Other JSON, and a name that is given twice: the service would read only one of its values.
pub(crate) fn object_argument(data: &str) -> Result<Map<String, Value>, Failure> {
    let json: Box<RawValue> = json_argument(data)?;
    if !json.get().starts_with('{') {
        return Err(Failure::usage(
            "--data must be a JSON object; nothing was sent",
        ));
    }
    let object: Object = serde_json::from_str(json.get())
        .map_err(|e| Failure::usage(format!("--data gives {e}; nothing was sent")))?;
    Ok(object.0)
}

/// A JSON object whose names are unique.
struct Object(Map<String, Value>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Unique).map(Self)
    }
}

struct Unique;

impl<'de> Visitor<'de> for Unique {
    type Value = Map<String, Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut all = Map::new();
        while let Some((name, value)) = entries.next_entry::<String, Value>()? {
            if all.contains_key(&name) {
                return Err(A::Error::custom(format!("{name} twice")));
            }
            all.insert(name, value);
        }
        Ok(all)
    }
}

/// Returns the body of a request from such an argument, checked by its type. A null would be lost, so it is refused.
pub(crate) fn body_argument<T: DeserializeOwned>(data: &str) -> Result<T, Failure> {
    let json: Box<RawValue> = json_argument(data)?;
    let misfit = |e: &dyn std::fmt::Display| Failure::usage(format!("--data does not fit: {e}"));
    let fields: Value = serde_json::from_str(json.get()).map_err(|e| misfit(&e))?;
    let mut all = fields.as_object().into_iter().flatten();
    if let Some((key, _)) = all.find(|(_, value)| value.is_null()) {
        return Err(misfit(&format!("{key} is null")).hint("leave the key out, or give a value"));
    }
    serde_json::from_str(json.get()).map_err(|e| misfit(&e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    #[test]
    fn a_body_is_sent_as_it_is_written() {
        let text = r#"{"b": 1.50, "a":[1, 2]}"#;
        let json: Box<RawValue> = json_argument(text).unwrap();
        assert_eq!(json.get(), text);
        for wrong in ["{", "@/nowhere/at/all.json"] {
            let failure = json_argument::<Value>(wrong).unwrap_err();
            assert_eq!(failure.exit(), Exit::Usage, "{wrong}");
        }
    }
}
