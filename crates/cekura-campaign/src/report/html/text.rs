//! Text from calls and judges, prepared for display.

use super::super::clip::{clip, turns};
use super::super::wording::{count, several};

/// The most characters of one text.
pub(super) const MOST: usize = 20_000;

/// A text for display. The template escapes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) shown: String,
    /// How much is left out, if anything.
    pub(super) notice: Option<String>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        Self::cut(text, MOST)
    }

    pub(super) fn cut(text: &str, most: usize) -> Self {
        let (shown, left_out) = clip(text, most);
        let notice = (left_out > 0).then(|| {
            format!(
                "{} not shown",
                several(left_out as u64, "more character", "more characters")
            )
        });
        Self {
            shown: visible(shown),
            notice,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

/// Makes control characters and direction marks of `text` visible.
fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => visible.push(c),
            // A line break of another system is one line break.
            '\r' => {}
            '\0'..='\u{1f}' => visible.push(char::from_u32(0x2400 + c as u32).unwrap_or(' ')),
            '\u{7f}' => visible.push('\u{2421}'),
            c if turns(c) || c.is_control() => visible.push_str(&format!("[U+{:04X}]", c as u32)),
            _ => visible.push(c),
        }
    }
    visible
}

/// Formats `2026-03-01T09:12:44Z` as `2026-03-01 09:12 UTC`; returns other text unchanged.
pub(super) fn moment(text: &str) -> String {
    match (text.get(..10), text.get(11..16), text.ends_with('Z')) {
        (Some(day), Some(time), true) if text.is_ascii() && text.as_bytes()[10] == b'T' => {
            format!("{day} {time} UTC")
        }
        _ => text.to_owned(),
    }
}

/// Formats a number of turns: `1 turn`, `12 turns`.
pub(super) fn turns_of(number: usize) -> String {
    several(number as u64, "turn", "turns")
}

/// A count of something, as text.
pub(super) fn counted(number: usize) -> String {
    count(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_shown_instead() {
        let text = Text::new("a\u{202e}b\u{0}c\u{1b}[1m\r\nd\te\u{85}");
        assert_eq!(text.shown, "a[U+202E]b␀c␛[1m\nd\te[U+0085]");
        assert_eq!(text.notice, None);
    }

    #[test]
    fn text_of_any_language_stays() {
        for text in ["שלום\u{200f}", "नमस्ते", "👩‍👩‍👧", "e\u{301}"] {
            assert_eq!(Text::new(text).shown, text);
        }
    }

    #[test]
    fn a_cut_is_said() {
        let text = Text::cut("abcdef", 4);
        assert_eq!(text.shown, "abcd");
        assert_eq!(text.notice.as_deref(), Some("2 more characters not shown"));
    }

    #[test]
    fn moments_are_read_easily_and_others_stay() {
        assert_eq!(moment("2026-03-01T09:12:44Z"), "2026-03-01 09:12 UTC");
        for text in [
            "",
            "yesterday",
            "2026-03-01T09:12:44+01:00",
            "ééééééééééééééééZ",
        ] {
            assert_eq!(moment(text), text);
        }
    }
}
