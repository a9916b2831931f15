//! Invalid JSON: one value is invalid, everything else is as before.

use serde::{Deserialize, Serialize};

/// A kind of invalid JSON, put into a response or into one call log of it. Strict JSON parsers refuse all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Corruption {
    /// A string contains `\ud83d`, the first half of a surrogate pair, alone.
    HalfCharacter,
    /// A string contains unescaped control characters.
    ControlCharacters,
    /// A string contains bytes that are not UTF-8.
    BadUtf8,
    /// A score is `1e400`, which is out of the range of a double.
    HugeNumber,
    /// A score is `NaN`, which is not JSON.
    NotANumber,
    /// A field contains arrays nested 20,000 deep.
    DeepNesting,
    /// The response starts with a byte order mark.
    ByteOrderMark,
}

/// Deep enough to overflow the stack of a recursive parser.
const DEPTH: usize = 20_000;

impl Corruption {
    pub(crate) const ALL: [Self; 7] = [
        Self::HalfCharacter,
        Self::ControlCharacters,
        Self::BadUtf8,
        Self::HugeNumber,
        Self::NotANumber,
        Self::DeepNesting,
        Self::ByteOrderMark,
    ];

    /// Returns the name in fault scripts and settings.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::HalfCharacter => "half_character",
            Self::ControlCharacters => "control_characters",
            Self::BadUtf8 => "bad_utf8",
            Self::HugeNumber => "huge_number",
            Self::NotANumber => "not_a_number",
            Self::DeepNesting => "deep_nesting",
            Self::ByteOrderMark => "byte_order_mark",
        }
    }

    /// Makes the object at the end of `out`, from `start` on, invalid: changes a string or a score, or adds a field. Does
    /// nothing for a byte order mark, which [`prefix`](Self::prefix) adds to the whole response.
    pub(crate) fn corrupt(self, out: &mut Vec<u8>, start: usize) {
        let mut object = out.split_off(start);
        match self {
            Self::HalfCharacter => into_text(&mut object, br"\ud83d"),
            Self::ControlCharacters => into_text(&mut object, b"\x01\n\t\x1f"),
            Self::BadUtf8 => into_text(&mut object, b"\xff\xfe\xc3"),
            Self::HugeNumber => into_scores(&mut object, b"1e400"),
            Self::NotANumber => into_scores(&mut object, b"NaN"),
            Self::DeepNesting => {
                let value = [vec![b'['; DEPTH], vec![b']'; DEPTH]].concat();
                if let Some(at) = find(&object, br#""metadata":{"#, 0) {
                    let field = [b"\"deep\":".as_slice(), &value, b","].concat();
                    object.splice(at..at, field);
                } else {
                    add_field(&mut object, "metadata", &value);
                }
            }
            Self::ByteOrderMark => {}
        }
        out.append(&mut object);
    }

    /// Returns the bytes in front of the response.
    pub(crate) fn prefix(self) -> &'static [u8] {
        if self == Self::ByteOrderMark {
            b"\xef\xbb\xbf"
        } else {
            b""
        }
    }
}

fn into_text(object: &mut Vec<u8>, bytes: &[u8]) {
    match find(object, br#""topic":""#, 0) {
        Some(at) => drop(object.splice(at..at, bytes.iter().copied())),
        None => add_field(object, "note", &[b"\"", bytes, b"\""].concat()),
    }
}

/// Replaces the first score of every list of metrics, or adds a field `score`.
fn into_scores(object: &mut Vec<u8>, number: &[u8]) {
    let mut from = 0;
    while let Some(list) = find(object, br#""metrics":["#, from) {
        from = list;
        if let Some(at) = find(object, br#""score":"#, list) {
            let rest = object[at..].iter();
            let length = rest.take_while(|byte| !b",}".contains(byte)).count();
            object.splice(at..at + length, number.iter().copied());
        }
    }
    if from == 0 {
        add_field(object, "score", number);
    }
}

/// Returns the end of `part` at its first occurrence from `from` on.
fn find(text: &[u8], part: &[u8], from: usize) -> Option<usize> {
    let mut windows = text[from..].windows(part.len());
    let at = windows.position(|window| window == part)?;
    Some(from + at + part.len())
}

/// Adds a field to the first object, or replaces a value without objects by one.
fn add_field(object: &mut Vec<u8>, name: &str, value: &[u8]) {
    let field = [format!("\"{name}\":").as_bytes(), value].concat();
    match object.iter().position(|byte| *byte == b'{') {
        Some(at) => {
            let comma: &[u8] = if object.get(at + 1) == Some(&b'}') {
                b""
            } else {
                b","
            };
            object.splice(at + 1..=at, [&field, comma].concat());
        }
        None => *object = [b"{", field.as_slice(), b"}"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrupted(corruption: Corruption, object: &str) -> Vec<u8> {
        let mut out = b"[".to_vec();
        out.extend(object.bytes());
        corruption.corrupt(&mut out, 1);
        out.push(b']');
        out
    }

    #[test]
    fn names_are_those_of_the_json() {
        for corruption in Corruption::ALL {
            let json = serde_json::to_value(corruption).unwrap();
            assert_eq!(json, corruption.name());
        }
    }

    #[test]
    fn strict_parsers_refuse_corrupted_json() {
        for object in [
            r#"{"id":1,"topic":"x","metrics":[{"score":5.0}]}"#,
            "{}",
            "7",
        ] {
            for corruption in Corruption::ALL {
                let mut body = corruption.prefix().to_vec();
                body.extend(corrupted(corruption, object));
                let read = serde_json::from_slice::<serde_json::Value>(&body);
                assert!(read.is_err(), "{corruption:?}: {object}");
            }
        }
    }

    #[test]
    fn only_one_value_is_changed() {
        let object = r#"{"id":1,"topic":"x","metrics":[{"score":5.0},{"score":1.0}]}"#;
        let text = corrupted(Corruption::HalfCharacter, object);
        let text = String::from_utf8(text).unwrap().replace(r"\ud83d", "");
        assert_eq!(text, format!("[{object}]"));
        let text = corrupted(Corruption::HugeNumber, object);
        let text = String::from_utf8(text).unwrap().replace("1e400", "5.0");
        assert_eq!(text, format!("[{object}]"));
    }
}
