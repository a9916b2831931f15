//! Decodes text, numbers, booleans and words of enums.

use serde::de::Deserializer;
use serde_json::Value;

use super::{
    Decoded, Lenient,
    kinds::{kinds, mismatch},
};

/// Returns the `i64` with the same value, if there is one.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
pub(super) fn whole(v: f64) -> Option<i64> {
    // -2^63 and 2^63 are exact as floats; the upper one is already too large.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (v.fract() == 0.0 && (-LIMIT..LIMIT).contains(&v)).then_some(v as i64)
}

/// Parses an integer in text, also as `5.0`.
pub(super) fn integer_in(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse()
        .ok()
        .or_else(|| number_in(text).and_then(whole))
}

/// Parses a finite number in text.
fn number_in(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|v: &f64| v.is_finite())
}

kinds!(Integer, i64, "an integer",
    bool: |v| mismatch(v),
    i64: Decoded::Value,
    u64: |v| i64::try_from(v).map_or_else(|_| mismatch(v), Decoded::Value),
    f64: |v| whole(v).map_or_else(|| mismatch(v), Decoded::Value),
    str: |v| integer_in(v).map_or_else(|| mismatch(v), Decoded::Value),
    composite: Decoded::Mismatch);

#[expect(
    clippy::cast_precision_loss,
    reason = "scores are small; beyond 2^53 the nearest float is what JSON readers give"
)]
mod number {
    use super::*;

    kinds!(Number, f64, "a number",
        bool: |v| mismatch(v),
        i64: |v| Decoded::Value(v as f64),
        u64: |v| Decoded::Value(v as f64),
        f64: Decoded::Value,
        str: |v| number_in(v).map_or_else(|| mismatch(v), Decoded::Value),
        composite: Decoded::Mismatch);

    impl Lenient for f64 {
        fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
            input.deserialize_any(Number)
        }
    }
}

kinds!(Boolean, bool, "true or false",
    bool: Decoded::Value,
    i64: |v| mismatch(v),
    u64: |v| if v < 2 { Decoded::Value(v == 1) } else { mismatch(v) },
    f64: |v| mismatch(v),
    str: |v| match v.trim() {
        t if t.eq_ignore_ascii_case("true") => Decoded::Value(true),
        t if t.eq_ignore_ascii_case("false") => Decoded::Value(false),
        _ => mismatch(v),
    },
    composite: Decoded::Mismatch);

impl Lenient for i64 {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(Integer)
    }
}

impl Lenient for bool {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(Boolean)
    }
}

kinds!(Text, String, "text",
    bool: |v| Decoded::Value(v.to_string()),
    i64: |v| Decoded::Value(v.to_string()),
    u64: |v| Decoded::Value(v.to_string()),
    f64: |v| Decoded::Value(Value::from(v).to_string()),
    str: |v| Decoded::Value(v.to_owned()),
    composite: |v| Decoded::Value(v.to_string()));

/// Decodes any value as text.
///
/// # Errors
/// Only those of the input itself.
pub fn text<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<String>, D::Error> {
    input.deserialize_any(Text)
}

/// Decodes a word of an open enum.
///
/// # Errors
/// Only those of the input itself.
pub fn word<'de, T, D>(input: D) -> Result<Decoded<T>, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    text(input).map(|found| found.map(|word| T::from(&word)))
}

impl Lenient for String {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        text(input)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read<T: Lenient>(value: Value) -> Decoded<T> {
        T::lenient(value).unwrap()
    }

    #[test]
    fn text_takes_everything() {
        for (given, text) in [
            (json!("a"), "a"),
            (json!(70), "70"),
            (json!(-1), "-1"),
            (json!(1.5), "1.5"),
            (json!(true), "true"),
            (json!([1, "x"]), r#"[1,"x"]"#),
            (json!({"a": null}), r#"{"a":null}"#),
        ] {
            assert_eq!(read::<String>(given), Decoded::Value(text.to_owned()));
        }
        assert_eq!(read::<String>(Value::Null), Decoded::Null);
    }

    #[test]
    fn integers_take_what_is_whole() {
        for given in [json!(5), json!(5.0), json!("5"), json!(" 5.0 ")] {
            assert_eq!(read::<i64>(given), Decoded::Value(5));
        }
        for given in [
            json!(5.5),
            json!("five"),
            json!(true),
            json!([5]),
            json!(u64::MAX),
            json!(1e300),
            json!("NaN"),
        ] {
            assert_eq!(read::<i64>(given.clone()), Decoded::Mismatch(given));
        }
    }

    #[test]
    fn the_ends_of_the_integer_range_survive() {
        assert_eq!(read::<i64>(json!(i64::MIN)), Decoded::Value(i64::MIN));
        assert_eq!(read::<i64>(json!(i64::MAX)), Decoded::Value(i64::MAX));
        assert_eq!(
            read::<i64>(json!("9223372036854775807")),
            Decoded::Value(i64::MAX)
        );
        assert_eq!(whole(9_223_372_036_854_775_808.0), None);
    }

    #[test]
    fn numbers_take_numeric_text_but_nothing_infinite() {
        assert_eq!(read::<f64>(json!("3.5")), Decoded::Value(3.5));
        assert_eq!(read::<f64>(json!(4)), Decoded::Value(4.0));
        assert_eq!(read::<f64>(json!("inf")), Decoded::Mismatch(json!("inf")));
    }

    #[test]
    fn booleans_take_their_words_and_digits() {
        for given in [json!(true), json!("True"), json!(1)] {
            assert_eq!(read::<bool>(given), Decoded::Value(true));
        }
        for given in [json!(2), json!("yes"), json!({})] {
            assert_eq!(read::<bool>(given.clone()), Decoded::Mismatch(given));
        }
    }
}
