//! Decodes responses: strictly first, and with repairs where that fails.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::path;
use super::repair::repair;
use super::weight::{weight, within};
use crate::CallLogId;

/// The longest text, in bytes, whose memory is not checked.
const SMALL: usize = 64 << 10;

/// The most damaged call logs that are named.
const NAMED: usize = 10;

/// A decoded value, and the damage that was repaired.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DecodedBody<T> {
    /// The value.
    pub value: T,
    /// What was not valid JSON, if anything.
    pub damage: Option<Damage>,
}

/// The invalid parts of a JSON text. They were replaced; everything else was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Damage {
    /// The first error of the JSON parser.
    pub error: String,
    /// The affected call logs, at most 10.
    pub call_logs: Vec<CallLogId>,
}

/// The error of [`decode`].
#[derive(Debug)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text and its decoded form would exceed this memory limit, in bytes; nothing was decoded.
    TooLarge(usize),
    /// The text ends early.
    CutOff(serde_json::Error),
    /// It is not JSON, or not of the expected type.
    Mismatch {
        /// The path of the error, such as `results[3].id`; `.` for the whole.
        path: String,
        /// The error.
        error: serde_json::Error,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(most) => {
                write!(f, "decoded it would take more than {most} bytes of memory")
            }
            Self::CutOff(error) => error.fmt(f),
            Self::Mismatch { path, error } => write!(f, "at {path}: {error}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Decodes the JSON of a response within `most` bytes of memory, for the text and its decoded form.
///
/// The memory is estimated from the text before anything is decoded, for the worst case: usual responses take a third of
/// the estimate.
///
/// Decodes strictly first. If the text is not valid JSON, decodes it again with these repairs, so that one invalid value does
/// not make a whole page unreadable:
///
/// | invalid | decoded as |
/// |---|---|
/// | half of a surrogate pair, bytes that are not UTF-8 | U+FFFD |
/// | raw control characters, unknown escapes inside text | the characters |
/// | `NaN`, `Infinity`, `1e400` and other words | their text |
/// | nesting deeper than 100 levels | its text |
/// | the last two, if longer than 1 MiB | `null` |
///
/// Text after the value is ignored.
///
/// # Errors
/// The text cannot be decoded even after repairs, or would take too much memory.
pub fn decode<T: DeserializeOwned>(
    text: &[u8],
    most: usize,
) -> Result<DecodedBody<T>, DecodeError> {
    let mut value = None;
    let mut read = |text: &[u8], to_its_end| {
        // Two decoded values would need twice the memory.
        value = None;
        let mut deserializer = serde_json::Deserializer::from_slice(text);
        value = Some(T::deserialize(&mut deserializer)?);
        match to_its_end {
            true => deserializer.end(),
            false => Ok(()),
        }
    };
    let damage = read_within(text, most, &mut read)?;
    match value {
        Some(value) => Ok(DecodedBody { value, damage }),
        None => Err(DecodeError::TooLarge(most)),
    }
}

/// Reads a text, repaired if it has to be. It does not depend on the type, so that it is compiled once.
fn read_within(
    text: &[u8],
    most: usize,
    read: &mut dyn FnMut(&[u8], bool) -> serde_json::Result<()>,
) -> Result<Option<Damage>, DecodeError> {
    let error = match within(spare(text, most)?, || read(text, true)) {
        None => return Err(DecodeError::TooLarge(most)),
        Some(Ok(())) => return Ok(None),
        Some(Err(error)) => error,
    };
    let repaired = error.is_syntax().then(|| repair(text)).flatten();
    let again = repaired.as_ref().map_or(text, |repaired| &repaired.text);
    match within(spare(again, most)?, || read(again, false)) {
        None => Err(DecodeError::TooLarge(most)),
        Some(Ok(())) => {
            let entries = repaired.iter().flat_map(|repaired| &repaired.entries);
            let ids = entries.filter_map(|place| id_of(&again[place.clone()]));
            Ok(Some(Damage {
                error: error.to_string(),
                call_logs: ids.take(NAMED).collect(),
            }))
        }
        Some(Err(e)) if e.is_eof() => Err(DecodeError::CutOff(e)),
        Some(Err(error)) => Err(DecodeError::Mismatch {
            path: path::of(&error, again),
            error,
        }),
    }
}

/// Returns the memory that is left for JSON inside the texts of `text`.
fn spare(text: &[u8], most: usize) -> Result<usize, DecodeError> {
    if text.len() <= SMALL {
        return Ok(most / 2);
    }
    let left = most.checked_sub(text.len() + weight(text, 0));
    left.ok_or(DecodeError::TooLarge(most))
}

fn id_of(entry: &[u8]) -> Option<CallLogId> {
    #[derive(Deserialize)]
    struct Entry {
        id: CallLogId,
    }

    serde_json::from_slice::<Entry>(entry)
        .ok()
        .map(|entry| entry.id)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::types::{CallLog, CallLogPage};

    const MOST: usize = 72 << 20;

    fn read<T: DeserializeOwned>(text: impl AsRef<[u8]>) -> DecodedBody<T> {
        decode(text.as_ref(), MOST).unwrap()
    }

    /// A page of three, the second of which has `topic` as it is given.
    fn page(topic: &[u8]) -> Vec<u8> {
        let healthy = |id: u32| format!(r#"{{"id":{id},"topic":"fees","success":true}}"#);
        let before = format!(r#"{{"count":3,"results":[{},{{"topic":"#, healthy(1));
        let after = format!(r#","id":"2","success":false}},{}]}}"#, healthy(3));
        [before.as_bytes(), topic, after.as_bytes()].concat()
    }

    #[test]
    fn keeps_a_page_whose_second_log_is_no_valid_json() {
        let deep = |open: &str, close: &str| [open.repeat(3_000), close.repeat(3_000)].concat();
        for (topic, is) in [
            (&br#""half \ud83d of""#[..], "half \u{fffd} of".to_owned()),
            (br#""\ude00\ud83d\ude00""#, "\u{fffd}\u{1f600}".to_owned()),
            (br#""\ud83d\u0041""#, "\u{fffd}A".to_owned()),
            (b"1e400", "1e400".to_owned()),
            (b"-Infinity", "-Infinity".to_owned()),
            (b"NaN", "NaN".to_owned()),
            (b"007", "007".to_owned()),
            (b"\"a\nb\x00c\"", "a\nb\0c".to_owned()),
            (br#""it\'s""#, "it's".to_owned()),
            (br#""\uzz""#, "\u{fffd}zz".to_owned()),
            (
                b"\"caf\xe9 \xff\xfe!\"",
                "caf\u{fffd} \u{fffd}\u{fffd}!".to_owned(),
            ),
            (deep("[", "]").as_bytes(), String::new()),
            (deep(r#"{"a":"#, "}").as_bytes(), String::new()),
        ] {
            let said = String::from_utf8_lossy(topic).into_owned();
            let said = said.chars().take(40).collect::<String>();
            let text = page(topic);
            assert!(
                serde_json::from_slice::<CallLogPage>(&text).is_err(),
                "{said}"
            );
            let read = read::<CallLogPage>(&text);
            let logs = read.value.results.unwrap();
            let ids: Vec<_> = logs.iter().map(|log| log.id.unwrap().0).collect();
            assert_eq!(ids, [1, 2, 3], "{said}");
            let verdicts: Vec<_> = logs.iter().map(|log| log.success.unwrap()).collect();
            assert_eq!(verdicts, [true, false, true], "{said}");
            if !is.is_empty() {
                assert_eq!(logs[1].topic.as_deref(), Some(&*is), "{said}");
            }
            assert_eq!(read.damage.unwrap().call_logs, [CallLogId(2)], "{said}");
        }
    }

    #[test]
    fn keeps_a_number_that_cannot_be_held_as_its_text() {
        let text =
            r#"{"id":7,"evaluation":{"metrics":[{"id":71,"score":NaN,"score_normalized":1e999}]}}"#;
        let read = read::<CallLog>(text);
        let metric = &read.value.metrics()[0];
        assert_eq!((metric.score, metric.score_normalized), (None, None));
        assert_eq!(metric.unknown_fields["score"], "NaN");
        assert_eq!(metric.unknown_fields["score_normalized"], "1e999");
        assert_eq!(read.damage.unwrap().call_logs, [CallLogId(7)]);
    }

    #[test]
    fn nesting_is_kept_as_text_from_where_it_is_too_deep() {
        let text = format!("{}\"\\\"]x\"{}", "[".repeat(130), "]".repeat(130));
        let mut value = read::<Value>(&text).value;
        for _ in 0..100 {
            value = value[0].take();
        }
        let inner = format!("{}\"\\\"]x\"{}", "[".repeat(30), "]".repeat(30));
        assert_eq!(value, json!(inner));
    }

    #[test]
    fn names_the_damaged_entry_and_not_what_is_inside_it() {
        let list = r#"[{"id":1},{"id":2,"metadata":{"id":9,"x":NaN}},{"rubric":[{"id":8,"x":NaN}],"id":3}]"#;
        let damage = read::<Vec<CallLog>>(list).damage.unwrap();
        assert_eq!(damage.call_logs, [CallLogId(2), CallLogId(3)]);
        assert!(damage.error.contains("line 1 column"), "{damage:?}");
        let nobody = read::<Value>(r#"{"results":[{"x":NaN}]}"#).damage.unwrap();
        assert_eq!(nobody.call_logs, []);
    }

    #[test]
    fn passes_over_what_follows() {
        let read = read::<Value>("[1]<!-- cached -->");
        assert_eq!(read.value, json!([1]));
        assert!(read.damage.unwrap().error.contains("trailing"));
    }

    #[test]
    fn tells_what_is_cut_off_from_what_does_not_fit() {
        for text in [
            r#"{"results":[{"id":"#,
            "[",
            r#"{"id":1,"topic":"half \ud83d of"#,
        ] {
            let error = decode::<CallLog>(text.as_bytes(), MOST).unwrap_err();
            assert!(
                !text.starts_with('{') || matches!(error, DecodeError::CutOff(_)),
                "{error}"
            );
        }
        for (text, at) in [("[1, 2]", "."), (r#"{"a":}"#, "a"), (r#"{"a":1,,}"#, ".")] {
            let error = decode::<CallLog>(text.as_bytes(), MOST).unwrap_err();
            let DecodeError::Mismatch { path, .. } = &error else {
                panic!("{text}: {error}");
            };
            assert_eq!(path, at, "{text}: {error}");
        }
    }

    #[test]
    fn refuses_what_would_take_too_much_memory_before_it_takes_it() {
        let many = |part: &str| format!("[{}0]", part.repeat((16 << 20) / part.len()));
        for part in ["{},", "0,", "[],", "\"\",", r#"{"a":0},"#, "NaN,"] {
            let error = decode::<Value>(many(part).as_bytes(), MOST).unwrap_err();
            assert!(
                matches!(error, DecodeError::TooLarge(MOST)),
                "{part}: {error}"
            );
        }
        for (part, times) in [("\u{1}", 300_000), ("\\ud83d", 3_000_000)] {
            let damaged = format!("[\"{}\"]", part.repeat(times));
            assert_eq!(
                decode::<Value>(damaged.as_bytes(), MOST).is_ok(),
                times > 300_000
            );
        }
        let bytes = [b"[\"", &b"\xff".repeat(600_000)[..], b"\"]"].concat();
        assert!(decode::<Value>(&bytes, MOST).is_err());
        let long = format!("[\"{}\"]", "x".repeat(16 << 20));
        assert!(decode::<Value>(long.as_bytes(), MOST).is_ok());
    }

    #[test]
    fn refuses_what_would_become_too_much_memory_on_the_way() {
        let inside = format!("[{}0]", "[],".repeat(700_000));
        for text in [
            json!({ "id": 1, "critical_categories": inside }),
            json!({ "id": 1, "evaluation": { "metrics": inside } }),
        ] {
            let error = decode::<CallLog>(text.to_string().as_bytes(), MOST).unwrap_err();
            assert!(matches!(error, DecodeError::TooLarge(MOST)), "{error}");
        }
        let numbers = format!(
            r#"{{"id":1,"transcript_object":[{}0]}}"#,
            "0,".repeat(90_000)
        );
        let error = decode::<CallLog>(numbers.as_bytes(), MOST).unwrap_err();
        assert!(matches!(error, DecodeError::TooLarge(_)), "{error}");
        let text = json!({ "id": 1, "critical_categories": "[{\"category\":\"Late\"}]" });
        let log = read::<CallLog>(text.to_string()).value;
        assert_eq!(
            log.critical_categories.unwrap()[0].category.as_deref(),
            Some("Late")
        );
    }
}
