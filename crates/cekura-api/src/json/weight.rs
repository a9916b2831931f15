//! Estimates the memory that a JSON text takes when it is decoded.

use std::cell::Cell;

use super::tokens::{Kind, Token, tokens};

/// The deepest nesting that is estimated; `serde_json` returns an error for deeper nesting.
const DEPTH: usize = 128;
/// An object in a list: the largest model that is nested in an entry.
const RECORD: usize = 512;
/// An entry of a response that is a list, with its own short lists.
const ENTRY: usize = 3 << 10;
/// A node of the map that holds the first 11 fields of an object, and each 6 further ones.
const NODE: usize = 640;
/// A list with up to 4 elements.
const LIST: usize = 160;
/// A further element, in a list that doubles its capacity.
const ELEMENT: usize = 64;
/// The least that a text takes.
const TEXT: usize = 32;

/// Returns an upper bound of the memory, in bytes, that `text` takes when it is decoded `depth` levels below the root.
///
/// It holds for all models, and is often several times too high.
pub(super) fn weight(text: &[u8], mut depth: usize) -> usize {
    // The open brackets, with the number of fields so far.
    let mut open = [(Kind::List, 0); DEPTH];
    let mut sum = text.len();
    for token in tokens(text) {
        sum += match token {
            Token::Text(_) => TEXT,
            Token::Open(kind) => {
                if let Some(place) = open.get_mut(depth) {
                    *place = (kind, 0);
                }
                depth += 1;
                match (kind, depth) {
                    (Kind::List, _) => LIST,
                    (Kind::Object, ..=3) => ENTRY,
                    (Kind::Object, _) => RECORD,
                }
            }
            Token::Close => {
                depth = depth.saturating_sub(1);
                0
            }
            Token::Colon | Token::Comma => {
                match (token, depth.checked_sub(1).and_then(|at| open.get_mut(at))) {
                    (Token::Colon, Some((Kind::Object, fields))) => field(fields),
                    (Token::Comma, Some((Kind::List, _))) => ELEMENT,
                    _ => 0,
                }
            }
        };
    }
    sum
}

/// Counts one more field, and returns the memory that is allocated for it.
fn field(fields: &mut u8) -> usize {
    *fields += 1;
    match *fields {
        1 => NODE,
        12 => 2 * NODE,
        18 => {
            *fields = 12;
            NODE + NODE / 4
        }
        _ => 0,
    }
}

thread_local! {
    /// The bytes of memory left for the response that is being decoded on this thread; `None` once they were exceeded.
    static LEFT: Cell<Option<usize>> = const { Cell::new(Some(usize::MAX)) };
}

/// Runs `read` with `left` bytes of memory for JSON inside text. Returns `None` if it needed more.
pub(super) fn within<T>(left: usize, read: impl FnOnce() -> T) -> Option<T> {
    /// Restores the previous value, also after a panic.
    struct Before(Option<usize>);

    impl Drop for Before {
        fn drop(&mut self) {
            LEFT.set(self.0);
        }
    }

    let _before = Before(LEFT.replace(Some(left)));
    let value = read();
    LEFT.get().map(|_| value)
}

/// Returns whether there is enough memory left to decode the JSON inside `text`, and takes it.
pub(crate) fn afford_text(text: &str) -> bool {
    // Far below the root: it is part of an entry. Twice, because it is read into a value before it is read into a model.
    afford(2 * weight(text.as_bytes(), 3))
}

/// Returns whether there is enough memory left to wrap a value that is not an object in a `T`, and takes it.
pub(crate) fn afford_wrapping<T>() -> bool {
    afford(size_of::<T>() + NODE + TEXT)
}

/// Takes `bytes` from the memory that is left; returns whether there was enough.
fn afford(bytes: usize) -> bool {
    let left = LEFT.get().and_then(|left| left.checked_sub(bytes));
    LEFT.set(left);
    left.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{
        CallLog, CallLogSummary, CriticalCategory, MetricResult, RubricCondition, RubricEntry,
        TranscriptTurn,
    };

    #[test]
    fn no_model_is_larger_than_what_its_object_weighs() {
        for size in [
            size_of::<CriticalCategory>(),
            size_of::<MetricResult>(),
            size_of::<RubricCondition>(),
            size_of::<RubricEntry>(),
            size_of::<TranscriptTurn>(),
        ] {
            assert!(size <= RECORD, "{size}");
        }
        assert!(2 * size_of::<CallLog>().max(size_of::<CallLogSummary>()) <= ENTRY);
    }

    #[test]
    fn weighs_structure_and_not_what_text_holds() {
        let plain = format!(r#"{{"a":"{}"}}"#, "x".repeat(1000));
        let busy = format!(r#"{{"a":"{}"}}"#, r#"[{,:\"}"#.repeat(125));
        let of = |text: &str| weight(text.as_bytes(), 0) - text.len();
        assert_eq!(of(&plain), of(&busy));
        assert_eq!(of("[0]"), LIST);
        assert_eq!(of("[0,0,0]"), LIST + 2 * ELEMENT);
        assert_eq!(of(r#"[[[{"a":0}]]]"#), 3 * LIST + RECORD + NODE + TEXT);
        assert_eq!(
            of(r#"{"results":[{},{}]}"#),
            of(r#"{"results":[]}"#) + 2 * ENTRY + ELEMENT
        );
    }

    #[test]
    fn weighs_every_further_node_of_a_large_object() {
        let fields = |n: usize| {
            let fields: Vec<_> = (0..n).map(|n| format!(r#""{n:05}":0"#)).collect();
            let text = format!("{{{}}}", fields.join(","));
            weight(text.as_bytes(), 3) - text.len() - n * TEXT - RECORD
        };
        assert_eq!((fields(1), fields(11), fields(12)), (NODE, NODE, 3 * NODE));
        let many = fields(6_000);
        assert!(many > 1_000 * NODE && many < 1_400 * NODE, "{many}");
    }

    #[test]
    fn takes_text_that_is_no_json_for_what_it_is() {
        for text in ["", "\"", "\"\\", "}}}}", ":,:,", "{:", "\u{feff}{"] {
            weight(text.as_bytes(), 0);
        }
        weight(&b"[".repeat(100_000), 0);
        weight(&b"{\"a\":".repeat(100_000), 0);
    }

    #[test]
    fn what_is_left_is_shared_by_all_texts_of_a_reply() {
        let text = "[1, 2]";
        let weight = weight(text.as_bytes(), 3);
        let taken = |left| within(left, || [afford_text(text), afford_text(text)]);
        assert_eq!(taken(4 * weight), Some([true, true]));
        assert_eq!(taken(4 * weight - 1), None);
        assert!(afford_text(text), "without a limit outside of a reply");
    }
}
