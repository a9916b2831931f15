//! The telephone number of a call's customer.

use super::units::{Unit, units};

/// The digits or the address to search for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CustomerNumber {
    digits: Vec<u8>,
    /// The literal text, if it is an address such as `sip:…`.
    literal: Option<String>,
}

/// The least number of digits of a number. Shorter ones match too much.
const FEWEST: usize = 4;
/// The most digits of a country code.
const COUNTRY_CODE: usize = 3;
/// The least number of digits without the country code.
const NATIONAL: usize = 6;

impl CustomerNumber {
    pub(super) fn new(number: &str) -> Self {
        let digits: Vec<u8> = units(number)
            .iter()
            .filter(|unit| !unit.word)
            .map(|unit| unit.digit)
            .collect();
        let number = number.trim();
        let literal = number.contains(['@', ':']).then(|| number.to_owned());
        Self {
            digits: if digits.len() < FEWEST {
                Vec::new()
            } else {
                digits
            },
            literal: literal.filter(|text| text.len() >= FEWEST),
        }
    }

    /// Finds the number in `text`, whose digits are `units`. Adds byte ranges to `found`.
    pub(super) fn find(&self, text: &str, units: &[Unit], found: &mut Vec<(usize, usize)>) {
        if let Some(literal) = &self.literal {
            let (text, literal) = (text.as_bytes(), literal.as_bytes());
            let hits = text
                .windows(literal.len())
                .enumerate()
                .filter(|(_, window)| window.eq_ignore_ascii_case(literal));
            found.extend(hits.map(|(at, _)| (at, at + literal.len())));
        }
        if self.digits.is_empty() {
            return;
        }
        let longest = self.digits.len();
        let shortest = NATIONAL
            .max(longest.saturating_sub(COUNTRY_CODE))
            .min(longest);
        let mut at = 0;
        while at < units.len() {
            let hit = (shortest..=longest).rev().find_map(|length| {
                let wanted = &self.digits[longest - length..];
                let end = spelled(text, &units[at..], wanted)?;
                // A short number inside of a longer one is another number.
                let whole = length >= NATIONAL || stands_alone(units, at, at + end);
                whole.then_some(at + end)
            });
            match hit {
                Some(end) => {
                    found.push((units[at].start, units[end - 1].end));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

/// How many of `units` spell exactly `wanted`, with nothing but signs between them.
fn spelled(text: &str, units: &[Unit], wanted: &[u8]) -> Option<usize> {
    let mut left = wanted;
    for (i, unit) in units.iter().enumerate() {
        if i > 0 && !near(&text[units[i - 1].end..unit.start]) {
            return None;
        }
        for _ in 0..unit.times {
            let (first, rest) = left.split_first()?;
            if *first != unit.digit {
                return None;
            }
            left = rest;
        }
        if left.is_empty() {
            return Some(i + 1);
        }
    }
    None
}

fn near(gap: &str) -> bool {
    gap.len() <= 16 && gap.chars().count() <= 4 && !gap.chars().any(char::is_alphanumeric)
}

fn stands_alone(units: &[Unit], from: usize, to: usize) -> bool {
    let touches = |left: Option<&Unit>, right: Option<&Unit>| matches!((left, right), (Some(left), Some(right)) if left.end == right.start);
    let before = from.checked_sub(1).and_then(|i| units.get(i));
    !touches(before, units.get(from)) && !touches(units.get(to - 1), units.get(to))
}
