//! Amounts of credits, exact.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    iter::Sum,
    ops::{Add, AddAssign, Mul, Sub},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::lenient::{
    Found, Lenient,
    kinds::{kinds, misfit},
};

/// Digits after the decimal point that are kept.
const SCALE: u32 = 12;
/// One credit in units of the last digit.
const ONE: i128 = 10_i128.pow(SCALE);

/// An amount of credits: a decimal number, never rounded.
///
/// Up to 12 digits after the point and about 26 before it. The text an amount was read from is kept, so
/// `5000.00` is written as `5000.00`; sums and products are written without needless zeros. Equality and order
/// are those of the number: `5` equals `5.00`. Sums beyond the range stay at its end.
///
/// ```
/// use cekura_api::Credits;
///
/// let each: Credits = "0.2".parse()?;
/// let bill = each * 3;
/// assert_eq!(bill.to_string(), "0.6");
/// assert!("0.60".parse::<Credits>()? == bill);
/// assert_eq!(("5000.00".parse::<Credits>()? - bill).to_string(), "4999.4");
/// # Ok::<(), cekura_api::open::ParseCreditsError>(())
/// ```
#[derive(Clone)]
pub struct Credits {
    units: i128,
    /// The text it was read from, if that differs from the plain form.
    text: Option<Box<str>>,
}

/// Text that is not an amount of credits.
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
             with at most {SCALE} digits after the point"
        )
    }
}

impl std::error::Error for ParseCreditsError {}

impl Credits {
    /// Nothing.
    pub const ZERO: Self = Self {
        units: 0,
        text: None,
    };

    /// Whether this is zero.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.units == 0
    }

    /// Whether this is less than zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.units < 0
    }

    /// The nearest floating-point number, for display in charts; do not calculate with it.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest float is what this promises"
    )]
    pub fn to_f64(&self) -> f64 {
        self.units as f64 / ONE as f64
    }

    const fn from_units(units: i128) -> Self {
        Self { units, text: None }
    }

    fn plain(&self) -> String {
        let sign = if self.units < 0 { "-" } else { "" };
        let size = self.units.unsigned_abs();
        let one = ONE.unsigned_abs();
        let (whole, rest) = (size / one, size % one);
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        let digits = format!("{rest:0width$}", width = SCALE as usize);
        format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
    }
}

impl Default for Credits {
    fn default() -> Self {
        Self::ZERO
    }
}

fn units_of(text: &str) -> Option<i128> {
    let (negative, size) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, rest) = size.split_once('.').unwrap_or((size, "0"));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    // Zeros beyond the scale change nothing.
    let kept = rest.trim_end_matches('0');
    if !digits(whole) || !digits(rest) || kept.len() > SCALE as usize {
        return None;
    }
    let fraction: i128 = format!("{kept:0<width$}", width = SCALE as usize)
        .parse()
        .ok()?;
    let units = whole
        .parse::<i128>()
        .ok()?
        .checked_mul(ONE)?
        .checked_add(fraction)?;
    Some(if negative { -units } else { units })
}

impl FromStr for Credits {
    type Err = ParseCreditsError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let units = units_of(text.trim()).ok_or_else(|| ParseCreditsError {
            text: text.to_owned(),
        })?;
        let plain = Self::from_units(units);
        let same = plain.plain() == text;
        Ok(Self {
            text: (!same).then(|| text.into()),
            ..plain
        })
    }
}

impl From<i64> for Credits {
    fn from(whole: i64) -> Self {
        Self::from_units(i128::from(whole) * ONE)
    }
}

impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => f.pad(text),
            None => f.pad(&self.plain()),
        }
    }
}

impl fmt::Debug for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credits({self})")
    }
}

impl PartialEq for Credits {
    fn eq(&self, other: &Self) -> bool {
        self.units == other.units
    }
}

impl Eq for Credits {}

impl PartialOrd for Credits {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Credits {
    fn cmp(&self, other: &Self) -> Ordering {
        self.units.cmp(&other.units)
    }
}

impl Hash for Credits {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.units.hash(state);
    }
}

impl Add for Credits {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_units(self.units.saturating_add(other.units))
    }
}

impl AddAssign for Credits {
    fn add_assign(&mut self, other: Self) {
        *self = Self::from_units(self.units.saturating_add(other.units));
    }
}

impl Sub for Credits {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::from_units(self.units.saturating_sub(other.units))
    }
}

impl Mul<u64> for Credits {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self::from_units(self.units.saturating_mul(i128::from(times)))
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

/// An amount in the digits of a JSON value.
fn amount(value: Value) -> Found<Credits> {
    let parsed = match &value {
        Value::String(text) => text.parse(),
        other => other.to_string().parse(),
    };
    parsed.map_or(Found::Misfit(value), Found::Fit)
}

kinds!(Amount, Credits, "an amount of credits",
    bool: |v| misfit(v),
    i64: |v| amount(v.into()),
    u64: |v| amount(v.into()),
    f64: |v| amount(v.into()),
    str: |v| amount(v.into()),
    composite: Found::Misfit);

impl Lenient for Credits {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Found<Self>, D::Error> {
        input.deserialize_any(Amount)
    }
}

impl<'de> Deserialize<'de> for Credits {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match Self::lenient(input)? {
            Found::Fit(credits) => Ok(credits),
            Found::Null => Err(de::Error::custom("null is not an amount of credits")),
            Found::Misfit(value) => Err(de::Error::custom(ParseCreditsError {
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
    fn text_survives_and_numbers_compare() {
        assert_eq!(credits("5000.00").to_string(), "5000.00");
        assert_eq!(credits("5000.00"), Credits::from(5000));
        assert!(credits("-0.5") < Credits::ZERO && credits("-0.5").is_negative());
        assert_eq!(
            serde_json::to_string(&credits("4181.40")).unwrap(),
            "\"4181.40\""
        );
    }

    #[test]
    fn ten_thousand_times_a_fifth_is_exact() {
        let bill: Credits = std::iter::repeat_n(credits("0.2"), 10_000).sum();
        assert_eq!(bill, Credits::from(2000));
        assert_eq!(
            (credits("1") - credits("0.999999999999")).to_string(),
            "0.000000000001"
        );
        assert_eq!((credits("0.3") * 3).to_string(), "0.9");
    }

    #[test]
    fn what_is_no_amount_is_refused_with_what_was_expected() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1e3",
            "1,5",
            "0.0000000000001",
            "+1",
            "--1",
            "1.2.3",
        ] {
            let error = text.parse::<Credits>().unwrap_err().to_string();
            assert!(error.contains("such as 12.50"), "{text}: {error}");
        }
        assert!("0.00000000000010".parse::<Credits>().is_err());
        assert_eq!(credits("0.2000000000000000"), credits("0.2"));
    }

    #[test]
    fn numbers_are_read_like_text() {
        assert_eq!(
            serde_json::from_str::<Credits>("0.2").unwrap(),
            credits("0.2")
        );
        assert!(serde_json::from_str::<Credits>("[]").is_err());
    }

    #[test]
    fn the_range_has_ends_and_no_overflow() {
        let most = Credits::from_units(i128::MAX);
        assert_eq!(most.clone() + Credits::from(1), most);
        assert!(
            "999999999999999999999999999999999"
                .parse::<Credits>()
                .is_err()
        );
    }
}
