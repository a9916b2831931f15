//! Finds and hides telephone numbers.

use super::customer_number::CustomerNumber;
use super::units::{Unit, units};

/// The replacement of a hidden number.
const MARK: &str = "[number hidden]";
/// The least number of digits of a telephone number.
const FEWEST: usize = 7;

/// Hides everything that looks like a telephone number, and optionally the number of a customer.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Hidden {
    customer: Option<CustomerNumber>,
    kept: Option<String>,
}

impl Hidden {
    /// Hides a customer's telephone number too, in any spelling.
    pub(in crate::report) fn number(customer: Option<&str>) -> Self {
        Self {
            customer: customer.map(CustomerNumber::new),
            kept: None,
        }
    }

    /// Hides everything but the id of a call log.
    pub(in crate::report) fn except(log: i64) -> Self {
        Self {
            customer: None,
            kept: Some(log.to_string()),
        }
    }

    pub(in crate::report) fn remove_from(&self, text: &mut String) {
        let units = units(text);
        let mut ranges = Vec::new();
        self.numbers(text, &units, &mut ranges);
        if let Some(customer) = &self.customer {
            customer.find(text, &units, &mut ranges);
        }
        if !ranges.is_empty() {
            ranges.sort_unstable();
            *text = without(text, &ranges);
        }
    }

    /// Finds everything that looks like a telephone number.
    fn numbers(&self, text: &str, units: &[Unit], found: &mut Vec<(usize, usize)>) {
        let mut first = 0;
        while first < units.len() {
            let mut last = first;
            while last + 1 < units.len() && joined(text, units, last) {
                last += 1;
            }
            let digits: usize = units[first..=last]
                .iter()
                .map(|unit| usize::from(unit.times))
                .sum();
            let (start, end) = (units[first].start, units[last].end);
            if digits >= FEWEST && !self.is_kept(&text[start..end]) {
                found.push((lead(text, start), end));
            }
            first = last + 1;
        }
    }

    /// Returns whether the digits stay: the id of the call log, and fractions such as `0.8333333`.
    fn is_kept(&self, digits: &str) -> bool {
        let fraction = digits
            .strip_prefix("0.")
            .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        fraction || self.kept.as_deref() == Some(digits)
    }
}

/// Returns whether `units[i]` and the next unit belong to one number.
fn joined(text: &str, units: &[Unit], i: usize) -> bool {
    let gap = &text[units[i].end..units[i + 1].start];
    // Commas join single digits, as in a dictated number; in amounts such as 1,234,567 they separate groups.
    let dictated = alone(units, i) && alone(units, i + 1);
    gap.len() <= 12
        && gap.chars().count() <= 3
        && gap.chars().all(|c| separates(c) || (dictated && c == ','))
}

fn alone(units: &[Unit], i: usize) -> bool {
    let touches_before = i > 0 && units[i - 1].end == units[i].start;
    let touches_after = units
        .get(i + 1)
        .is_some_and(|next| units[i].end == next.start);
    units[i].word || (!touches_before && !touches_after)
}

/// Returns whether a character may separate the digits of a number. Copied numbers may contain invisible marks.
fn separates(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '-' | '.' | '(' | ')' | '[' | ']' | '/' | '+' | '_' | '~' | '*'
            | '\u{a0}' | '\u{ad}' | '\u{b7}' | '\u{2000}'..='\u{2015}' | '\u{2022}'
            | '\u{202a}'..='\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
            | '\u{2212}' | '\u{3000}' | '\u{feff}' | '\u{ff0d}'
    )
}

/// Returns the start of a number including leading signs: `+1`, `(206)`.
fn lead(text: &str, start: usize) -> usize {
    let signs = text[..start]
        .chars()
        .rev()
        .take_while(|c| matches!(c, '+' | '('))
        .take(2);
    start - signs.map(char::len_utf8).sum::<usize>()
}

/// Replaces each range of `text` by the mark. Ranges are sorted and may overlap.
fn without(text: &str, ranges: &[(usize, usize)]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for (start, end) in ranges {
        if *end <= at {
            continue;
        }
        if *start >= at {
            clean.push_str(&text[at..*start]);
            clean.push_str(MARK);
        }
        at = *end;
    }
    clean.push_str(&text[at..]);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str) -> String {
        let mut text = text.to_owned();
        Hidden::default().remove_from(&mut text);
        text
    }

    fn hidden_from(customer: &str, text: &str) -> String {
        let mut text = text.to_owned();
        Hidden::number(Some(customer)).remove_from(&mut text);
        text
    }

    #[test]
    fn telephone_numbers_are_hidden_in_any_spelling() {
        for number in [
            "+1 (206) 555-0142",
            "206.555.0142",
            "(0) 20 / 555 01 42",
            "+49\u{a0}30\u{2011}5550142",
            "2065550142",
            "\u{202a}+1 206 555 0142\u{202c}",
            "٠٢٠٥٥٥٠١٤٢",
            "２０６－５５５－０１４２",
            "five five five oh one four two",
            "two-zero-six double five 5, 0, 1, 4, 2",
            "5, 5, 5, 0, 1, 4, 2",
            "555 0142",
        ] {
            let text = hidden(&format!("Call {number} back."));
            assert!(text.contains(MARK), "{text}");
            assert!(
                !text
                    .chars()
                    .any(|c| super::super::units::value(c).is_some()),
                "{text}"
            );
            assert!(
                text.starts_with("Call ") && text.ends_with(" back."),
                "{text}"
            );
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "on 2026-03-01 at 09:30",
            "room 4411, 12 guests, 3.5 of 5",
            "an amount of 1,234,567.00",
            "a rate of 0.8333333333",
            "one of two, three at most",
            "",
            "no digits at all",
        ] {
            assert_eq!(hidden(text), text);
        }
    }

    #[test]
    fn each_of_two_numbers_is_hidden() {
        assert_eq!(
            hidden("206-555-0142, 206-555-0199 or neither"),
            format!("{MARK}, {MARK} or neither")
        );
    }

    #[test]
    fn the_customer_number_is_hidden_with_and_without_country_code() {
        let customer = "+353 1 555 0142";
        for text in [
            "It is 3531, 555, 0142.",
            "It is 1; 555; 0142.",
            "It is 1… 555… 0142.",
            "It is one; double five, five; zero one four two.",
        ] {
            assert_eq!(
                hidden_from(customer, text),
                format!("It is {MARK}."),
                "{text}"
            );
        }
        assert_eq!(
            hidden_from(customer, "It is 1; 555; 0143."),
            "It is 1; 555; 0143."
        );
    }

    #[test]
    fn a_short_customer_number_is_hidden_only_on_its_own() {
        assert_eq!(
            hidden_from("4411", "Extension 44-11 rang."),
            format!("Extension {MARK} rang.")
        );
        assert_eq!(
            hidden_from("4411", "Order 144115 rang."),
            "Order 144115 rang."
        );
        // Too short for a number.
        assert_eq!(hidden_from("12", "12 guests"), "12 guests");
    }

    #[test]
    fn an_address_is_hidden_literally() {
        assert_eq!(
            hidden_from("sip:dana@quay.example", "From SIP:Dana@Quay.example today"),
            format!("From {MARK} today")
        );
        assert_eq!(
            hidden_from("anonymous", "an anonymous caller"),
            "an anonymous caller"
        );
    }

    #[test]
    fn texts_of_any_shape_survive() {
        for text in [
            "٣",
            "é5é5é",
            "5".repeat(1_000_000).as_str(),
            "\u{1f6f6}5 5 5 5 5 5 5\u{1f6f6}",
        ] {
            let clean = hidden_from("+1 206 555 0142", text);
            assert!(clean.len() <= text.len() + MARK.len());
        }
    }
}
