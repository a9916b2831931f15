//! The structure of a JSON text.

use std::ops::Range;

use memchr::memchr2;

/// What the structure consists of. Numbers, words and white space are no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An opening bracket.
    Open(Kind),
    /// A closing bracket of either kind.
    Close,
    /// The colon after a key.
    Colon,
    /// The comma before a field or an entry.
    Comma,
    /// A key or a text, quotes included.
    Text(Range<usize>),
}

/// The kind of a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    List,
}

/// The tokens of a text, which may be invalid or cut off.
pub(super) struct Tokens<'a> {
    text: &'a [u8],
    at: usize,
}

/// Returns the tokens of `text`.
pub(super) fn tokens(text: &[u8]) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

impl Tokens<'_> {
    /// Returns the position after the last token.
    pub(super) fn at(&self) -> usize {
        self.at
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        loop {
            let byte = self.text.get(self.at)?;
            self.at += 1;
            return Some(match byte {
                b'"' => {
                    let start = self.at - 1;
                    self.at = end_of_text(self.text, self.at);
                    Token::Text(start..self.at)
                }
                b'{' => Token::Open(Kind::Object),
                b'[' => Token::Open(Kind::List),
                b'}' | b']' => Token::Close,
                b':' => Token::Colon,
                b',' => Token::Comma,
                _ => continue,
            });
        }
    }
}

/// Returns the position after the closing quote of the text that begins at `at`.
fn end_of_text(text: &[u8], mut at: usize) -> usize {
    while let Some(step) = text.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += step + 1;
        if text[at - 1] == b'"' {
            return at;
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_inside_text_are_not_structure() {
        let all: Vec<_> = tokens(br#"{"a\"}": [1, "]\\", tr"#).collect();
        assert_eq!(
            all,
            [
                Token::Open(Kind::Object),
                Token::Text(1..7),
                Token::Colon,
                Token::Open(Kind::List),
                Token::Comma,
                Token::Text(13..18),
                Token::Comma,
            ]
        );
    }

    #[test]
    fn a_text_that_is_cut_off_ends_with_the_text() {
        for text in ["\"", "\"a", "\"\\"] {
            let all: Vec<_> = tokens(text.as_bytes()).collect();
            assert_eq!(all, [Token::Text(0..text.len())]);
        }
    }
}
