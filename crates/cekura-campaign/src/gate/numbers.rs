//! The numbers of rules, validated while they are parsed, so that errors have their line.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A share, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fraction(pub(super) f64);

/// A share above 0, at most 1: evaluating nothing cannot be enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PositiveFraction(pub(super) f64);

/// A number of call logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count(pub(super) u64);

const FRACTION: &str = "a share from 0 to 1, such as 0.95";
const POSITIVE: &str =
    "a share above 0, at most 1, such as 0.95; leave it out to require all selected call logs";
const COUNT: &str = "a whole number from 0, such as 5";

impl Fraction {
    /// From `0.95` or `95%`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        Self::new(number(text, FRACTION)?)
    }

    fn new(number: f64) -> Result<Self, String> {
        match (0.0..=1.0).contains(&number) {
            true => Ok(Self(number)),
            false => Err(out_of_range(number, FRACTION)),
        }
    }
}

impl PositiveFraction {
    /// From `0.95` or `95%`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        Self::new(number(text, POSITIVE)?)
    }

    fn new(number: f64) -> Result<Self, String> {
        match number > 0.0 && number <= 1.0 {
            true => Ok(Self(number)),
            false => Err(out_of_range(number, POSITIVE)),
        }
    }
}

/// Reads `0.95` or `95%`.
fn number(text: &str, expected: &str) -> Result<f64, String> {
    let text = text.trim();
    let (digits, scale) = match text.strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 100.0),
        None => (text, 1.0),
    };
    let number: Result<f64, _> = digits.parse();
    number
        .map(|number| number / scale)
        .map_err(|_| format!("`{text}` is not a number; expected 95%, or {expected}"))
}

fn out_of_range(number: f64, expected: &str) -> String {
    let hint = if number > 1.0 && number <= 100.0 {
        format!("; {number} percent is {}", number / 100.0)
    } else {
        String::new()
    };
    format!("{number} is out of range: expected {expected}{hint}")
}

impl Count {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        text.parse()
            .map(Self)
            .map_err(|_| format!("`{text}` is not a count: expected {COUNT}"))
    }
}

/// Reads a float or an integer from TOML.
struct Number(&'static str);

impl Visitor<'_> for Number {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        Ok(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<f64, E> {
        Ok(number as f64)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = deserializer.deserialize_any(Number(FRACTION))?;
        Self::new(number).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for PositiveFraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = deserializer.deserialize_any(Number(POSITIVE))?;
        Self::new(number).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Count;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(COUNT)
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Count, E> {
                u64::try_from(number)
                    .map(Count)
                    .map_err(|_| E::custom(format!("{number} is not a count: expected {COUNT}")))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_fractions_or_percent() {
        assert_eq!(Fraction::parse("0.95"), Ok(Fraction(0.95)));
        assert_eq!(Fraction::parse(" 95 % "), Ok(Fraction(0.95)));
        assert_eq!(Fraction::parse("1"), Ok(Fraction(1.0)));
        assert_eq!(Fraction::parse("0"), Ok(Fraction(0.0)));
    }

    #[test]
    fn what_is_no_share_is_refused_with_what_was_meant() {
        let error = Fraction::parse("95").unwrap_err();
        assert!(error.contains("95 percent is 0.95"), "{error}");
        for text in ["-0.1", "101%", "NaN", "inf", "", "%", "a lot"] {
            assert!(Fraction::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(Count::parse(" 12 "), Ok(Count(12)));
        for text in ["-1", "1.5", "", "1e3"] {
            let error = Count::parse(text).unwrap_err();
            assert!(error.contains("whole number"), "{error}");
        }
    }
}
