//! Finds digits in text, written in any script or as English words.

/// One spoken or written digit, or two or three equal ones: `5`, `٥`, `five`, `double five`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// The start in the text, in bytes.
    pub(super) start: usize,
    /// The end in the text, in bytes.
    pub(super) end: usize,
    /// Its value, 0 to 9.
    pub(super) digit: u8,
    /// The number of repetitions: 2 for `double`, 3 for `triple`, else 1.
    pub(super) times: u8,
    /// Whether it is written as a word.
    pub(super) word: bool,
}

/// The zeros of supported scripts. The other nine digits follow each.
const ZEROS: [char; 10] = [
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{e50}',
    '\u{ff10}',
];

/// Returns the value of a digit of a supported script.
pub(super) fn value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|value| value as u8);
    }
    let value = ZEROS.iter().find_map(|zero| {
        (c as u32)
            .checked_sub(*zero as u32)
            .filter(|value| *value < 10)
    })?;
    u8::try_from(value).ok()
}

fn spoken(word: &str) -> Option<u8> {
    const WORDS: [(&str, u8); 12] = [
        ("zero", 0),
        ("oh", 0),
        ("o", 0),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
    ];
    WORDS
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .map(|(_, value)| *value)
}

fn repeated(word: &str) -> Option<u8> {
    if word.eq_ignore_ascii_case("double") {
        Some(2)
    } else if word.eq_ignore_ascii_case("triple") {
        Some(3)
    } else {
        None
    }
}

/// Returns all digits of `text` in order, without those of dates such as `2026-03-01`.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = 0;
    // A pending `double` or `triple` with its start.
    let mut times: Option<(u8, usize)> = None;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if let Some(digit) = value(c) {
            if let Some(end) = date(text, at) {
                at = end;
                times = None;
                continue;
            }
            push(&mut units, (at, next), digit, times.take(), false);
            at = next;
        } else if c.is_alphabetic() {
            let rest = &text[at..];
            let length = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let word = &rest[..length];
            if let Some(digit) = spoken(word) {
                push(&mut units, (at, at + length), digit, times.take(), true);
            } else {
                times = repeated(word).map(|times| (times, at));
            }
            at += length;
        } else {
            at = next;
        }
    }
    units
}

fn push(
    units: &mut Vec<Unit>,
    (start, end): (usize, usize),
    digit: u8,
    times: Option<(u8, usize)>,
    word: bool,
) {
    let (times, start) = times.unwrap_or((1, start));
    units.push(Unit {
        start,
        end,
        digit,
        times,
        word,
    });
}

/// Returns the end of a date that starts at `at`, if there is one. A date directly followed by more digits does not count.
fn date(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = (&text[..at], &text.as_bytes()[at..]);
    let shape = rest.get(..10)?;
    let digits = |range: std::ops::Range<usize>| shape[range].iter().all(u8::is_ascii_digit);
    let number = |i: usize| (shape[i] - b'0') * 10 + (shape[i + 1] - b'0');
    let fits = digits(0..4)
        && digits(5..7)
        && digits(8..10)
        && shape[4] == b'-'
        && shape[7] == b'-'
        && matches!(number(0), 19 | 20)
        && matches!(number(5), 1..=12)
        && matches!(number(8), 1..=31);
    let joined = |c: &u8| matches!(c, b'-' | b'.' | b'/' | b'+') || c.is_ascii_digit();
    let alone = !before.as_bytes().last().is_some_and(joined)
        && !match rest.get(10) {
            Some(c) if c.is_ascii_digit() => true,
            Some(c) if joined(c) => rest.get(11).is_some_and(u8::is_ascii_digit),
            _ => false,
        };
    (fits && alone).then_some(at + 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> String {
        units(text)
            .iter()
            .flat_map(|unit| std::iter::repeat_n(char::from(b'0' + unit.digit), unit.times.into()))
            .collect()
    }

    #[test]
    fn digits_of_many_scripts_and_english_words_are_found() {
        assert_eq!(digits("12 ٣٤ ۵ ६ ７ eight NINE oh"), "1234567890");
        assert_eq!(digits("double five, triple 2"), "55222");
        assert_eq!(digits("someone often tells stories"), "");
    }

    #[test]
    fn dates_are_not_digits() {
        assert_eq!(digits("on 2026-03-01, at 9"), "9");
        assert_eq!(digits("2026-03-01T10:00"), "1000");
        // Invalid month, more digits, or joined to another number.
        assert_eq!(digits("2026-13-01"), "20261301");
        assert_eq!(digits("2026-03-0155"), "2026030155");
        assert_eq!(digits("2026-03-01-55"), "2026030155");
        assert_eq!(digits("+2026-03-01"), "20260301");
    }

    #[test]
    fn double_belongs_to_the_next_digit() {
        let found = units("say double five");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].start, found[0].end), (4, 15));
        assert_eq!(found[0].times, 2);
    }
}
