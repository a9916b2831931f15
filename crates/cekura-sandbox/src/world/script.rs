//! Who calls and the words that go into a line: names, dates, order numbers.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::random::Random;

const FIRST_NAMES: [&str; 16] = [
    "Marta", "Jonas", "Ines", "Callum", "Priya", "Teodor", "Aisha", "Benedikt", "Noor", "Silvio",
    "Greta", "Kofi", "Leila", "Rasmus", "Odile", "Hana",
];
const LAST_NAMES: [&str; 16] = [
    "Hallgrim",
    "Okonjo",
    "Vasquez",
    "Lindqvist",
    "Abernathy",
    "Moreau",
    "Tanaka",
    "Petrov",
    "Castellan",
    "Whitlock",
    "Brandvold",
    "Iyer",
    "Quintero",
    "Dunmore",
    "Falk",
    "Zieliński",
];
const DAYS: [&str; 6] = [
    "Tuesday the ninth",
    "Thursday the eleventh",
    "Saturday the thirteenth",
    "Monday the fifteenth",
    "Wednesday the seventeenth",
    "Friday the nineteenth",
];
const STREETS: [&str; 6] = [
    "Quay Lane 14",
    "Rope Walk 3",
    "Lantern Street 88",
    "Old Mill Road 27",
    "Sailmaker's Yard 5",
    "Copperfield Row 61",
];

/// The person on the line, and the particulars of the matter.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) phone: String,
    pub(crate) order: String,
    day: &'static str,
    other_day: &'static str,
    street: &'static str,
    hour: u64,
    number: u64,
    price: u64,
}

impl Caller {
    pub(super) fn draw(draw: &mut Random, prefix: &str) -> Self {
        let day = draw.below(DAYS.len() as u64) as usize;
        let other = (day + 1 + draw.below(DAYS.len() as u64 - 1) as usize) % DAYS.len();
        Self {
            first: draw.word(&FIRST_NAMES),
            last: draw.word(&LAST_NAMES),
            phone: format!("+1555{:07}", draw.below(10_000_000)),
            order: format!("{prefix}-{:05}", draw.below(100_000)),
            day: DAYS[day],
            other_day: DAYS[other],
            street: draw.word(&STREETS),
            hour: 8 + draw.below(10),
            number: 2 + draw.below(5),
            price: 24 + draw.below(460),
        }
    }

    /// Puts the particulars into `line`, which names them in braces: `{first}`, `{order}` and so on.
    pub(super) fn fill(&self, line: &'static str) -> Cow<'static, str> {
        if !line.contains('{') {
            return Cow::Borrowed(line);
        }
        let mut filled = String::with_capacity(line.len() + 24);
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let known = after
                .split_once('}')
                .filter(|(name, _)| self.put(name, &mut filled));
            match known {
                Some((_, tail)) => rest = tail,
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        Cow::Owned(filled)
    }

    /// Writes the word of this name. Returns whether there is one.
    fn put(&self, name: &str, into: &mut String) -> bool {
        let word = match name {
            "first" => self.first,
            "last" => self.last,
            "phone" => &self.phone,
            "order" => &self.order,
            "day" => self.day,
            "other_day" => self.other_day,
            "street" => self.street,
            // Writing to a String cannot fail.
            "hour" => return write!(into, "{}:30", self.hour).is_ok(),
            "number" => return write!(into, "{}", self.number).is_ok(),
            "price" => return write!(into, "{}.50", self.price).is_ok(),
            _ => return false,
        };
        into.push_str(word);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_braces_are_filled_and_json_braces_stay() {
        let caller = Caller::draw(&mut Random::of(7, &[]), "HB");
        assert_eq!(
            caller.fill(r#"{"order": "{order}"}"#),
            format!(r#"{{"order": "{}"}}"#, caller.order)
        );
        assert_eq!(
            caller.fill("Hello {first}"),
            format!("Hello {}", caller.first)
        );
    }
}
