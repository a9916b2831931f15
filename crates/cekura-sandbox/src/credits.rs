//! Credits, counted exactly.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of credits, exact to a hundredth. Prints as a decimal with two places: `12.40`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credits {
    hundredths: i64,
}

impl Credits {
    /// What one evaluation of one metric on one call log costs: 0.20 credits.
    pub const PER_METRIC: Self = Self::from_hundredths(20);

    /// What a billable operation costs that evaluates no call logs: 1.00 credit.
    pub const PER_OPERATION: Self = Self::from_hundredths(100);

    /// An amount given in hundredths of a credit.
    #[must_use]
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self { hundredths }
    }

    /// The amount in hundredths of a credit.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.hundredths
    }

    pub(crate) const fn times(self, n: u64) -> Self {
        Self::from_hundredths(self.hundredths.saturating_mul(n as i64))
    }

    pub(crate) const fn minus(self, other: Self) -> Self {
        Self::from_hundredths(self.hundredths.saturating_sub(other.hundredths))
    }
}

impl Add for Credits {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_hundredths(self.hundredths.saturating_add(other.hundredths))
    }
}

impl Sum for Credits {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.hundredths.unsigned_abs();
        let sign = if self.hundredths < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

impl Serialize for Credits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From a decimal as text: `"12.40"`.
impl<'de> Deserialize<'de> for Credits {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The text is not an amount of credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCredits(String);

impl fmt::Display for BadCredits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not an amount of credits: expected a decimal number with at most two places, such as \"5000.00\"",
            self.0
        )
    }
}

impl std::error::Error for BadCredits {}

impl FromStr for Credits {
    type Err = BadCredits;

    fn from_str(text: &str) -> Result<Self, BadCredits> {
        let bad = || BadCredits(text.to_owned());
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
            return Err(bad());
        }
        let whole: i64 = whole.parse().map_err(|_| bad())?;
        let part: i64 = format!("{part:0<2}").parse().map_err(|_| bad())?;
        let hundredths = whole.checked_mul(100).and_then(|n| n.checked_add(part));
        Ok(Self::from_hundredths(hundredths.ok_or_else(bad)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_in_and_comes_out_exactly() {
        for (text, printed) in [("5000.00", "5000.00"), ("0.2", "0.20"), ("7", "7.00")] {
            assert_eq!(text.parse::<Credits>().unwrap().to_string(), printed);
        }
        assert_eq!(Credits::from_hundredths(-5).to_string(), "-0.05");
    }

    #[test]
    fn what_is_no_amount_is_refused_with_an_example() {
        for text in ["", ".", "1.234", "-1", "1e3", "ten", "99999999999999999999"] {
            let error = text.parse::<Credits>().unwrap_err().to_string();
            assert!(error.contains("5000.00"), "{text}: {error}");
        }
    }
}
