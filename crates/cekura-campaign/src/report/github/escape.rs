//! Text from outside, made harmless for Markdown and for workflow commands.

use super::super::clip::line;

/// Breaks a sequence that would be taken for more than text, without being seen.
const BREAK: char = '\u{200b}';

/// `text` as one line of Markdown that shows as it is: no markup, no HTML, no mention, no link, no cell border.
pub(super) fn markdown(text: &str, most: usize) -> String {
    let text = line(text, most);
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for (at, c) in text.char_indices() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(c);
            }
            '@' => {
                safe.push(c);
                safe.push(BREAK);
            }
            '#' => {
                safe.push_str("\\#");
                safe.push(BREAK);
            }
            ':' if text[at..].starts_with("://") => {
                safe.push(c);
                safe.push(BREAK);
            }
            '.' if text[..at].to_ascii_lowercase().ends_with("www") => {
                safe.push(BREAK);
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// `text` as code within a line of Markdown.
pub(super) fn code(text: &str, most: usize) -> String {
    // Without backticks nothing can end it; a bar would still end a cell.
    format!("`{}`", line(text, most).replace('`', "'").replace('|', "¦"))
}

/// The message of a workflow command.
pub(super) fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a workflow command, such as its title.
pub(super) fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_text_as_it_is() {
        assert_eq!(
            markdown("a|b `c` <img src=x> *d* [e](f) ~~g~~ $h$", 99),
            "a\\|b \\`c\\` &lt;img src=x&gt; \\*d\\* \\[e\\](f) \\~\\~g\\~\\~ \\$h\\$"
        );
        assert_eq!(markdown("one\n\n# two", 99), "one \\#\u{200b} two");
    }

    #[test]
    fn nobody_is_mentioned_and_nothing_is_linked() {
        assert_eq!(markdown("@octo #12", 99), "@\u{200b}octo \\#\u{200b}12");
        assert_eq!(
            markdown("https://quay.example", 99),
            "https:\u{200b}//quay.example"
        );
        assert_eq!(markdown("WWW.quay.example", 99), "WWW\u{200b}.quay.example");
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a`b|c\nd", 99), "`a'b¦c d`");
    }

    #[test]
    fn workflow_commands_stay_one_line() {
        assert_eq!(
            message("a%\r\n::set-env name=x::y"),
            "a%25%0D%0A::set-env name=x::y"
        );
        assert_eq!(property("a:b,c\n"), "a%3Ab%2Cc%0A");
    }
}
