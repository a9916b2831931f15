//! Where in a JSON text an error is.

use std::fmt::Write as _;
use std::ops::Range;

use super::weight::end_of_text;

/// An open object with the text of its last key, or an open list with the number of entries before the current one.
enum Open {
    Object(Option<Range<usize>>),
    List(usize),
}

/// Returns the path of an error of `serde_json`, such as `results[3].id`; `.` for the whole.
///
/// The parser tells only line and column. To find the path afterwards is cheaper than a second decoder of each type that tracks it.
pub(super) fn of(error: &serde_json::Error, text: &[u8]) -> String {
    let mut lines = text.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines
        .by_ref()
        .take(error.line().saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    let end = text.len().min(before + error.column());
    // The position is after the last byte that was read or looked at. A bracket there is the value itself, unless the value was
    // read to its end.
    let ended = error.is_data() && matches!(text[..end].last(), Some(b'}' | b']'));
    written(
        &open_at(text, if ended { end } else { end.saturating_sub(1) }),
        text,
    )
}

/// What is open at a position.
fn open_at(text: &[u8], end: usize) -> Vec<Open> {
    let mut open = Vec::new();
    let (mut at, mut last_text) = (0, 0..0);
    while at < end {
        let byte = text[at];
        at += 1;
        match (byte, open.last_mut()) {
            (b'"', _) => {
                let start = at - 1;
                at = end_of_text(text, at);
                last_text = start..at;
            }
            (b':', Some(Open::Object(key))) => *key = Some(last_text.clone()),
            (b',', Some(Open::Object(key))) => *key = None,
            (b',', Some(Open::List(entries))) => *entries += 1,
            (b'{', _) => open.push(Open::Object(None)),
            (b'[', _) => open.push(Open::List(0)),
            (b'}' | b']', _) => drop(open.pop()),
            _ => {}
        }
    }
    open
}

fn written(open: &[Open], text: &[u8]) -> String {
    let mut path = String::new();
    for open in open {
        match open {
            Open::Object(None) => {}
            Open::Object(Some(key)) => {
                let key = &text[key.clone()];
                let key = serde_json::from_slice(key)
                    .unwrap_or_else(|_| String::from_utf8_lossy(key).into_owned());
                let dot = if path.is_empty() { "" } else { "." };
                let _ = write!(path, "{dot}{key}");
            }
            Open::List(entries) => {
                let _ = write!(path, "[{entries}]");
            }
        }
    }
    match path.is_empty() {
        true => ".".to_owned(),
        false => path,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only their types matter")]
    struct Entry {
        id: u64,
        flags: Option<Vec<bool>>,
        below: Option<BTreeMap<String, Entry>>,
    }

    #[test]
    fn errors_are_placed() {
        for (text, expected) in [
            (r#"[{"id": 1}, {"id": "two"}]"#, "[1].id"),
            (r#"[{"id": 1}, {"id": 2.5}]"#, "[1].id"),
            (r#"[{"id": {}}]"#, "[0].id"),
            (r#"[{"id": [7]}]"#, "[0].id"),
            (
                "[\n{\"id\": 1,\n \"flags\": [true,\n null]}]",
                "[0].flags[1]",
            ),
            (r#"[{"id": 1, "flags": {"a, b": [1]}}]"#, "[0].flags"),
            (r#"[{"flags": []}, 5]"#, "[0]"),
            (r#"[{"id": 1}, 5]"#, "[1]"),
            (
                r#"[{"id": 1, "below": {"a\n": {"id": null}}}]"#,
                "[0].below.a\n.id",
            ),
            (r#"[{"id": 1, "flags": [true, tru]}]"#, "[0].flags[1]"),
            (r#"[{"id":}]"#, "[0].id"),
            (r#"{"id": 1}"#, "."),
            ("7", "."),
        ] {
            let error = serde_json::from_slice::<Vec<Entry>>(text.as_bytes()).unwrap_err();
            assert_eq!(
                super::of(&error, text.as_bytes()),
                expected,
                "{text}: {error}"
            );
        }
    }
}
