//! The numbers of rules, validated while they are parsed, so that errors have their line.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A share, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fraction(pub(super) f64);

/// A number of call logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count(pub(super) u64);

const FRACTION: &str = "a share from 0 to 1, such as 0.95";
const COUNT: &str = "a whole number from 0, such as 5";

impl Fraction {
    /// From `0.95` or `95%`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (digits, scale) = match text.strip_suffix('%') {
            Some(percent) => (percent.trim_end(), 100.0),
            None => (text, 1.0),
        };
        let number: f64 = digits
            .parse()
            .map_err(|_| format!("`{text}` is not a number; expected {FRACTION}, or 95%"))?;
        Self::new(number / scale)
    }

    fn new(number: f64) -> Result<Self, String> {
        if (0.0..=1.0).contains(&number) {
            return Ok(Self(number));
        }
        let hint = if number > 1.0 && number <= 100.0 {
            format!("; {number} percent is {}", number / 100.0)
        } else {
            String::new()
        };
        Err(format!(
            "{number} is out of range: expected {FRACTION}{hint}"
        ))
    }
}

impl Count {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        text.parse()
            .map(Self)
            .map_err(|_| format!("`{text}` is not a count: expected {COUNT}"))
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Fraction;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(FRACTION)
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Fraction, E> {
                Fraction::new(number).map_err(E::custom)
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Fraction, E> {
                self.visit_f64(number as f64)
            }
        }
        deserializer.deserialize_any(Reader)
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
