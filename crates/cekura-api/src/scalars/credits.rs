//! Exact amounts of credits.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, AddAssign, Mul, Sub},
    str::FromStr,
};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::lenient::{
    Decoded, Lenient,
    kinds::{kinds, mismatch},
};

/// An amount of credits: a decimal number that is never rounded.
///
/// Has at most 28 digits, all of which may be after the point. Serializing keeps the form, so `5000.00` stays `5000.00`;
/// exponents are expanded, and sums and products have no trailing zeros. Equality and order are numeric: `5` equals `5.00`.
/// Arithmetic saturates at the ends of the range.
///
/// ```
/// use cekura_api::Credits;
///
/// let each: Credits = "0.2".parse()?;
/// let bill = each * 3;
/// assert_eq!(bill.to_string(), "0.6");
/// assert!("0.60".parse::<Credits>()? == bill);
/// assert_eq!(("5000.00".parse::<Credits>()? - bill).to_string(), "4999.4");
/// # Ok::<(), cekura_api::scalars::ParseCreditsError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credits(Decimal);

/// The error of parsing an amount of credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCreditsError {
    text: String,
}

impl fmt::Display for ParseCreditsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.text.chars().take(40).collect();
        write!(
            f,
            "{shown:?} is not an amount of credits; expected a decimal number such as 12.50 \
             with at most 28 digits"
        )
    }
}

impl std::error::Error for ParseCreditsError {}

impl Credits {
    /// Zero credits.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Returns whether the amount is zero.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Returns whether the amount is less than zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Returns the nearest floating-point number, for charts. Do not calculate with it.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or_default()
    }

    /// Returns a result without trailing zeros; `None` becomes the end of the range on the side of `sign`.
    fn within(result: Option<Decimal>, sign: Decimal) -> Self {
        let end = || match sign.is_sign_negative() {
            true => Decimal::MIN,
            false => Decimal::MAX,
        };
        Self(result.unwrap_or_else(end).normalize())
    }
}

impl FromStr for Credits {
    type Err = ParseCreditsError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let amount = amount_in(text.trim()).map(Self);
        amount.ok_or_else(|| ParseCreditsError {
            text: text.to_owned(),
        })
    }
}

/// Parses `text` exactly. Returns `None` where it would have to be rounded.
fn amount_in(text: &str) -> Option<Decimal> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    // The library also accepts `+1`, `.5`, `1.` and `1_000`, which are not JSON.
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let size = number.strip_prefix('-').unwrap_or(number);
    let (whole, rest) = size.split_once('.').unwrap_or((size, "0"));
    if !digits(whole) || !digits(rest) {
        return None;
    }
    let exact = Decimal::from_str_exact(number).ok()?;
    match exponent.map(|exponent| exponent.strip_prefix('+').unwrap_or(exponent)) {
        None => Some(exact),
        Some(exponent) if !digits(exponent.strip_prefix('-').unwrap_or(exponent)) => None,
        Some(exponent) => Decimal::from_scientific(&format!("{number}e{exponent}"))
            .ok()
            // Zero with any exponent is zero.
            .or_else(|| exact.is_zero().then_some(Decimal::ZERO)),
    }
}

impl From<i64> for Credits {
    fn from(whole: i64) -> Self {
        Self(whole.into())
    }
}

impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl fmt::Debug for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credits({self})")
    }
}

impl Add for Credits {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::within(self.0.checked_add(other.0), other.0)
    }
}

impl AddAssign for Credits {
    fn add_assign(&mut self, other: Self) {
        *self = std::mem::take(self) + other;
    }
}

impl Sub for Credits {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::within(self.0.checked_sub(other.0), -other.0)
    }
}

impl Mul<u64> for Credits {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self::within(self.0.checked_mul(times.into()), self.0)
    }
}

impl Sum for Credits {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Credits {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

/// Parses the digits of a JSON value as an amount.
fn amount(value: Value) -> Decoded<Credits> {
    let parsed = match &value {
        Value::String(text) => text.parse(),
        other => other.to_string().parse(),
    };
    parsed.map_or(Decoded::Mismatch(value), Decoded::Value)
}

kinds!(Amount, Credits, "an amount of credits",
    bool: |v| mismatch(v),
    i64: |v| amount(v.into()),
    u64: |v| amount(v.into()),
    f64: |v| amount(v.into()),
    str: |v| amount(v.into()),
    composite: Decoded::Mismatch);

impl Lenient for Credits {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(Amount)
    }
}

impl<'de> Deserialize<'de> for Credits {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match Self::lenient(input)? {
            Decoded::Value(credits) => Ok(credits),
            Decoded::Null => Err(de::Error::custom("null is not an amount of credits")),
            Decoded::Mismatch(value) => Err(de::Error::custom(ParseCreditsError {
                text: value.to_string(),
            })),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Credits {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Credits".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An amount of credits, a decimal number as text.",
            "type": "string",
            "pattern": "^-?[0-9]+([.][0-9]+)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credits(text: &str) -> Credits {
        text.parse().unwrap()
    }

    #[test]
    fn keeps_text_and_compares_numbers() {
        assert_eq!(credits("5000.00").to_string(), "5000.00");
        assert_eq!(credits("5000.00"), Credits::from(5000));
        assert!(credits("-0.5") < Credits::ZERO && credits("-0.5").is_negative());
        assert!(!credits("-0.00").is_negative() && credits("-0.00").is_zero());
        assert_eq!(
            serde_json::to_string(&credits("4181.40")).unwrap(),
            "\"4181.40\""
        );
    }

    #[test]
    fn adds_a_fifth_ten_thousand_times_exactly() {
        let bill: Credits = std::iter::repeat_n(credits("0.2"), 10_000).sum();
        assert_eq!(bill, Credits::from(2000));
        assert_eq!(
            (credits("1") - credits("0.999999999999")).to_string(),
            "0.000000000001"
        );
        assert_eq!((credits("0.3") * 3).to_string(), "0.9");
    }

    #[test]
    fn reads_every_decimal_that_a_database_writes() {
        for (text, number, shown) in [
            ("0E-10", "0", "0.0000000000"),
            ("0E+3", "0", "0"),
            ("0e-400", "0", "0"),
            ("1.5E+2", "150", "150"),
            ("15E-1", "1.5", "1.5"),
            ("-2.50e-3", "-0.0025", "-0.00250"),
            ("0.2000000000000000", "0.2", "0.2000000000000000"),
            (
                "0.0000000000000000000000000001",
                "1e-28",
                "0.0000000000000000000000000001",
            ),
            (
                "9999999999999999999999999999",
                "9999999999999999999999999999",
                "9999999999999999999999999999",
            ),
            (" 12.50 ", "12.5", "12.50"),
        ] {
            assert_eq!(credits(text), credits(number), "{text}");
            assert_eq!(credits(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_amount_and_says_what_was_expected() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1,5",
            "+1",
            "--1",
            "1.2.3",
            "1_000",
            "1e",
            "e3",
            "1e1.5",
            "NaN",
            // What would have to be rounded.
            "0.00000000000000000000000000001",
            "1e-29",
            "1e29",
            "999999999999999999999999999999999",
        ] {
            let error = text.parse::<Credits>().unwrap_err().to_string();
            assert!(error.contains("such as 12.50"), "{text}: {error}");
        }
    }

    #[test]
    fn reads_numbers_like_text() {
        for (json, text) in [
            ("0.2", "0.2"),
            ("1e-7", "0.0000001"),
            ("1e20", "100000000000000000000"),
        ] {
            assert_eq!(
                serde_json::from_str::<Credits>(json).unwrap(),
                credits(text)
            );
        }
        assert!(serde_json::from_str::<Credits>("[]").is_err());
    }

    #[test]
    fn stays_at_the_end_of_its_range() {
        let most = Credits(Decimal::MAX);
        assert_eq!(most.clone() + Credits::from(1), most);
        assert_eq!(most.clone() * u64::MAX, most);
    }
}
