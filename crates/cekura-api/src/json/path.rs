//! Where in a JSON text an error is.

use std::fmt::Write as _;

use super::tokens::{Kind, Token, tokens};

/// A step of a path.
enum Step<'a> {
    /// To the field with this key, quotes included; `None` before its colon.
    Field(Option<&'a [u8]>),
    /// To the entry with this index.
    Entry(usize),
}

/// Returns the path of an error of `serde_json`, such as `results[3].id`; `.` for the whole.
///
/// An error of the parser has only a line and a column. To find the path afterwards is cheaper than a second decoder of each
/// type that tracks it.
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
    let end = if ended { end } else { end.saturating_sub(1) };
    written(&steps_to_end(&text[..end]))
}

/// The steps to the last value of a text.
fn steps_to_end(text: &[u8]) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut last_text: &[u8] = &[];
    for token in tokens(text) {
        match (token, steps.last_mut()) {
            (Token::Text(range), _) => last_text = &text[range],
            (Token::Open(Kind::Object), _) => steps.push(Step::Field(None)),
            (Token::Open(Kind::List), _) => steps.push(Step::Entry(0)),
            (Token::Close, _) => drop(steps.pop()),
            (Token::Colon, Some(Step::Field(key))) => *key = Some(last_text),
            (Token::Comma, Some(Step::Field(key))) => *key = None,
            (Token::Comma, Some(Step::Entry(index))) => *index += 1,
            (Token::Colon | Token::Comma, _) => {}
        }
    }
    steps
}

fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(None) => {}
            Step::Field(Some(key)) => {
                let key = serde_json::from_slice(key)
                    .unwrap_or_else(|_| String::from_utf8_lossy(key).into_owned());
                let dot = if path.is_empty() { "" } else { "." };
                let _ = write!(path, "{dot}{key}");
            }
            Step::Entry(index) => {
                let _ = write!(path, "[{index}]");
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
