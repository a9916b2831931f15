//! Escapes untrusted text for a terminal: escape sequences and direction marks.

use std::fmt::Write as _;
use std::io::{self, Write};

/// Returns `text` on one line. White space becomes single spaces; control characters are removed.
pub(crate) fn safe_line(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| shows(*c))
        .collect();
    clean
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns `text` with its line breaks. Tabs become spaces; other control characters are removed.
pub(crate) fn safe_block(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let spaced = line.chars().map(|c| if c == '\t' { ' ' } else { c });
        spaced.filter(|c| shows(*c)).collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns `json` with control characters as JSON escapes. The value stays the same.
pub(crate) fn safe_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || shows(c) {
            safe.push(c);
        } else {
            escape(c, &mut safe);
        }
    }
    safe
}

/// Writes a character as a JSON escape.
fn escape(c: char, to: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a String cannot fail.
        let _ = write!(to, "\\u{unit:04x}");
    }
}

/// Writes text to a terminal with control characters escaped, as in `\u001b`.
///
/// In JSON these escapes mean the same characters. Invalid UTF-8 becomes U+FFFD.
pub(crate) struct ForTerminal<W> {
    to: W,
    /// The first bytes of an incomplete character.
    rest: Vec<u8>,
}

impl<W: Write> ForTerminal<W> {
    pub(crate) fn new(to: W) -> Self {
        Self {
            to,
            rest: Vec::new(),
        }
    }

    /// Writes U+FFFD for an incomplete character at the end.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match self.rest.is_empty() {
            true => Ok(()),
            false => self.to.write_all("\u{fffd}".as_bytes()),
        }
    }
}

impl<W: Write> Write for ForTerminal<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rest.extend_from_slice(bytes);
        // At most three bytes at the end may be an incomplete character.
        let open = self.rest.utf8_chunks().last();
        let cut = self.rest.len() - open.map_or(0, |last| last.invalid().len());
        let text = String::from_utf8_lossy(&self.rest[..cut]);
        self.to
            .write_all(safe_json(&text.replace('\t', " ")).as_bytes())?;
        self.rest.drain(..cut);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Returns `text` on one line of at most `most` characters, cut at a word if too long.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let line = safe_line(text);
    let Some((end, _)) = line.char_indices().nth(most) else {
        return line;
    };
    let kept = &line[..end];
    let at_word = kept.rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    format!(
        "{}…",
        kept[..at_word].trim_end_matches([',', '.', ';', ':', ' '])
    )
}

/// Returns whether a character is neither a control character nor a direction mark.
fn shows(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        && c != '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_direction_marks_are_gone() {
        let nasty = "a\u{1b}[31mred\u{7}\u{9b}2J\r\nb\t\u{202e}c\u{2066}";
        assert_eq!(safe_line(nasty), "a[31mred2J b c");
        assert_eq!(safe_block(nasty), "a[31mred2J\nb c");
    }

    #[test]
    fn json_keeps_its_value_without_steering_the_terminal() {
        let value = serde_json::json!("a\u{9b}2J\u{202e}b\u{7f}\u{e0041}é");
        let safe = safe_json(&value.to_string());
        assert!(safe.chars().all(shows), "{safe:?}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&safe).unwrap(),
            value
        );
    }

    #[test]
    fn a_terminal_gets_every_byte_in_pieces_of_any_size_and_is_never_steered() {
        let bytes = b"\x1b[2Jgr\xc3\xbc\xc3\x9fe\t\xff\xf0\x9f\x9a\xb2\xe2\x80\xae\n\xc2";
        for size in 1..bytes.len() {
            let mut shown = Vec::new();
            let mut out = ForTerminal::new(&mut shown);
            for piece in bytes.chunks(size) {
                out.write_all(piece).unwrap();
            }
            out.finish().unwrap();
            let shown = String::from_utf8(shown).unwrap();
            assert_eq!(
                shown, "\\u001b[2Jgrüße \u{fffd}🚲\\u202e\n\u{fffd}",
                "{size}"
            );
        }
    }

    #[test]
    fn ordinary_text_in_any_language_stays() {
        for text in ["Grüße, 東京 🚲", "نص", "a-b_c"] {
            assert_eq!(safe_line(text), text);
        }
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(
            shortened("The agent never asked for the berth, so", 33),
            "The agent never asked for the…"
        );
        assert_eq!(shortened("abcdefgh", 4), "abcd…");
        assert_eq!(shortened("abcd", 4), "abcd");
        assert_eq!(shortened("  a\n b ", 9), "a b");
    }
}
