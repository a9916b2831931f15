//! Text from outside, made harmless for a terminal: no escape sequence, no trick with the direction of writing.

/// `text` on one line: white space of any kind becomes single spaces, control characters go.
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

/// `text` with its line breaks, and with tabs as spaces.
pub(crate) fn safe_block(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let spaced = line.chars().map(|c| if c == '\t' { ' ' } else { c });
        spaced.filter(|c| shows(*c)).collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// `text` on one line of at most `most` characters, cut at a word where it is too long.
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

/// Neither a control character nor one that turns the direction of writing.
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
