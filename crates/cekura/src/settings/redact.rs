//! Redacts a secret in text: plain, escaped, split by invisible characters, or in base64.

use std::borrow::Cow;
use std::ops::Range;

/// The replacement of a secret.
const REDACTED: &str = "[redacted]";

/// The length from which the end of a truncated text counts as the beginning of the secret.
const LEAST_PART: usize = 4;

/// The most spaces and line breaks between two letters of a secret.
const MOST_SPACE: usize = 16;

/// Returns `text` with `secret` redacted; borrowed where it does not occur.
///
/// The secret is found in any letter case, with invisible characters between its letters (control characters, escape
/// sequences, direction marks, zero-width characters, white space), with letters escaped as in JSON, URLs or HTML, and in
/// base64. Where it occurs, invisible characters are removed from the whole text.
pub(crate) fn redact<'a>(text: &'a str, secret: &str) -> Cow<'a, str> {
    replace(text, secret, false)
}

/// The same for text that may be truncated: the beginning of the secret at its end is redacted too.
pub(crate) fn redact_cut<'a>(text: &'a str, secret: &str) -> Cow<'a, str> {
    replace(text, secret, true)
}

fn replace<'a>(text: &'a str, secret: &str, cut: bool) -> Cow<'a, str> {
    let patterns = patterns(secret);
    let without = |text: &str, view: View| without(&visible(text, view), &patterns, cut);
    // A terminal hides whole escape sequences; other programs hide only the escape character and show the rest.
    let first = without(text, View::Terminal);
    let second = without(first.as_deref().unwrap_or(text), View::Other);
    second.or(first).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Returns `visible` with all matches redacted; `None` without a match.
fn without(visible: &str, patterns: &[Pattern], cut: bool) -> Option<String> {
    let (mut clean, mut from, mut at) = (String::new(), 0, 0);
    while at < visible.len() {
        match patterns
            .iter()
            .find_map(|pattern| pattern.find(visible, at, from, cut))
        {
            Some(found) => {
                clean.push_str(&visible[from..found.start]);
                clean.push_str(REDACTED);
                (from, at) = (found.end, found.end);
            }
            None => at += 1,
        }
    }
    (from > 0).then(|| clean + &visible[from..])
}

/// One encoding of the secret.
struct Pattern {
    letters: Vec<u8>,
    is_base64: bool,
}

/// Returns the plain secret, and its base64 forms.
///
/// Base64 encodes 3 bytes in 4 letters, so the letters of a secret inside a longer text depend on its offset in that text,
/// modulo 3. There are three forms, one for each offset.
fn patterns(secret: &str) -> Vec<Pattern> {
    let plain = Pattern {
        letters: secret.bytes().collect(),
        is_base64: false,
    };
    let coded = (0..3).map(|skipped| Pattern {
        letters: base64(secret.as_bytes(), skipped),
        is_base64: true,
    });
    std::iter::once(plain).chain(coded).collect()
}

/// Returns the base64 of `bytes` at the offset `skipped`, without the first and last letters that also encode bits of
/// neighbouring bytes.
fn base64(bytes: &[u8], skipped: usize) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = |index: usize| -> usize {
        (0..6).fold(0, |six, n| {
            let bit = index * 6 + n - skipped * 8;
            six << 1 | usize::from(bytes[bit / 8] >> (7 - bit % 8) & 1)
        })
    };
    let first = (skipped * 8).div_ceil(6);
    let end = (skipped + bytes.len()) * 8 / 6;
    (first..end).map(|index| ALPHABET[bits(index)]).collect()
}

impl Pattern {
    /// Returns the match that begins at `at`, widened to the left by at most `at - from` bytes.
    fn find(&self, shown: &str, at: usize, from: usize, cut: bool) -> Option<Range<usize>> {
        let text = shown.as_bytes();
        let may_begin = |first: &u8| b"%\\&".contains(first) || self.is(self.letters[0], *first);
        if !text.get(at).is_some_and(may_begin) {
            return None;
        }
        let mut ends = vec![at];
        for (n, letter) in self.letters.iter().enumerate() {
            let mut next = Vec::new();
            for end in &ends {
                let start = if n == 0 {
                    *end
                } else {
                    past_space(shown, *end)
                };
                self.letter_at(text, start, *letter, &mut next);
                if start != *end {
                    self.letter_at(text, *end, *letter, &mut next);
                }
            }
            next.sort_unstable();
            next.dedup();
            if next.is_empty() {
                // The rest of it may have been cut off, in the middle of a letter too.
                let at_the_end = ends.iter().any(|end| is_part_of_a_letter(&text[*end..]));
                return (cut && n >= LEAST_PART && at_the_end)
                    .then(|| self.widen(text, at..text.len(), from));
            }
            ends = next;
        }
        let end = *ends.last()?;
        Some(self.widen(text, at..end, from))
    }

    /// Returns whether `byte` is `letter`, in any case for plain text, or in either base64 alphabet.
    fn is(&self, letter: u8, byte: u8) -> bool {
        match (self.is_base64, byte) {
            (false, _) => byte.eq_ignore_ascii_case(&letter),
            (true, b'-') => letter == b'+',
            (true, b'_') => letter == b'/',
            (true, _) => byte == letter,
        }
    }

    /// Adds the end of every encoding of `letter` that begins at `at`.
    fn letter_at(&self, text: &[u8], at: usize, letter: u8, ends: &mut Vec<usize>) {
        let mut written = |code: Option<u32>, end: usize| {
            let byte = code.and_then(|code| u8::try_from(code).ok());
            if byte.is_some_and(|byte| self.is(letter, byte)) {
                ends.push(end);
            }
        };
        let Some(first) = text.get(at) else { return };
        written(Some((*first).into()), at + 1);
        match first {
            b'%' => {
                // A percent sign that is itself escaped, any number of times.
                let twice = text[at + 1..]
                    .chunks(2)
                    .take_while(|two| two == b"25")
                    .count()
                    * 2;
                for skipped in (0..=twice).step_by(2) {
                    let start = at + 1 + skipped;
                    written(digits(text, start, 2, 16), start + 2);
                }
            }
            b'\\' => {
                let run = text[at..].iter().take_while(|byte| **byte == b'\\').count();
                let after = at + run;
                (at + 2..=after).for_each(|end| written(Some(b'\\'.into()), end));
                written(text.get(after).map(|byte| (*byte).into()), after + 1);
                match text.get(after) {
                    Some(b'u' | b'U') => written(digits(text, after + 1, 4, 16), after + 5),
                    Some(b'x' | b'X') => written(digits(text, after + 1, 2, 16), after + 3),
                    _ => {}
                }
            }
            b'&' => {
                let rest = &text[at..];
                let Some(end) = rest.iter().take(12).position(|byte| *byte == b';') else {
                    return;
                };
                written(entity(&rest[1..end]), at + end + 1);
            }
            _ => {}
        }
    }

    /// Widens a base64 match to all base64 letters around it.
    fn widen(&self, text: &[u8], found: Range<usize>, from: usize) -> Range<usize> {
        if !self.is_base64 {
            return found;
        }
        let is_code = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(byte);
        let before = text[from..found.start]
            .iter()
            .rev()
            .take_while(is_code)
            .count();
        let after = text[found.end..].iter().take_while(is_code).count();
        found.start - before..found.end + after
    }
}

/// Parses `count` digits.
fn digits(text: &[u8], at: usize, count: usize, radix: u32) -> Option<u32> {
    let digits = std::str::from_utf8(text.get(at..at + count)?).ok()?;
    u32::from_str_radix(digits, radix).ok()
}

/// Parses an HTML entity.
fn entity(name: &[u8]) -> Option<u32> {
    match name {
        b"quot" => Some('"'.into()),
        b"apos" => Some('\''.into()),
        b"amp" => Some('&'.into()),
        b"lt" => Some('<'.into()),
        b"gt" => Some('>'.into()),
        [b'#', b'x' | b'X', hex @ ..] => digits(hex, 0, hex.len(), 16),
        [b'#', decimal @ ..] => digits(decimal, 0, decimal.len(), 10),
        _ => None,
    }
}

fn past_space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let space = rest.chars().take_while(|c| c.is_whitespace());
    at + space.take(MOST_SPACE).map(char::len_utf8).sum::<usize>()
}

/// Whether nothing follows but what may be the beginning of one written letter.
fn is_part_of_a_letter(rest: &[u8]) -> bool {
    match rest {
        [] => true,
        [b'%' | b'\\' | b'&', ..] => rest.len() < 6,
        // A truncated character, after lossy conversion to text.
        _ => rest == "\u{fffd}".as_bytes() || rest.iter().all(u8::is_ascii_whitespace),
    }
}

/// How escape sequences are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Terminal,
    Other,
}

/// Returns `text` without control characters and zero-width characters; for a terminal, also without escape sequences.
fn visible(text: &str, view: View) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let introduces = view == View::Terminal
            && (c == '\u{9b}' || (c == '\u{1b}' && rest.next_if_eq(&'[').is_some()));
        if introduces {
            while rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
            rest.next_if(|c| matches!(c, '@'..='~'));
        } else if !is_invisible(c) {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_ascii_whitespace())
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
#[path = "redact_tests.rs"]
mod tests;
