//! Long texts, cut so that it shows.

/// The first `most` characters of `text`, and how many are left out.
pub(super) fn clip(text: &str, most: usize) -> (&str, usize) {
    match text.char_indices().nth(most) {
        None => (text, 0),
        Some((end, _)) => (&text[..end], text[end..].chars().count()),
    }
}

/// `text` on one line of at most `most` characters, with an ellipsis where it was longer; without control characters and
/// marks that turn the direction of writing.
pub(super) fn line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let word = word.chars().filter(|c| !c.is_control() && !turns(*c));
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        for c in word {
            if length >= most {
                line.truncate(line.trim_end().len());
                line.push('…');
                return line;
            }
            line.push(c);
            length += 1;
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Whether the character overrides or isolates the direction of writing, or ends such a stretch.
pub(super) fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_in_characters() {
        assert_eq!(clip("grüße", 5), ("grüße", 0));
        assert_eq!(clip("grüße", 3), ("grü", 2));
        assert_eq!(clip("", 0), ("", 0));
    }

    #[test]
    fn a_line_is_one_line_and_no_longer_than_asked() {
        assert_eq!(line(" a\r\n\tb \u{202e}c\u{1b}[1m ", 80), "a b c[1m");
        assert_eq!(line("abcdef", 3), "abc…");
        assert_eq!(line("ab cdef", 3), "ab…");
        assert_eq!(line(&"x".repeat(1_000_000), 10), "xxxxxxxxxx…");
    }
}
