//! Credits in JSON: decimal strings such as `"12.5"`, so that no reader rounds them.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serializer};

/// Up to nine decimals, without trailing zeros.
fn text(credits: f64) -> String {
    let text = format!("{credits:.9}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn parse<E: serde::de::Error>(text: &str) -> Result<f64, E> {
    let number = text
        .parse()
        .ok()
        .filter(|credits: &f64| credits.is_finite());
    number.ok_or_else(|| {
        E::custom(format!(
            "{text:?} is not a number of credits: expected one such as \"12.5\""
        ))
    })
}

pub(crate) fn serialize<S: Serializer>(credits: &f64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&text(*credits))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    parse(&Cow::<str>::deserialize(from)?)
}

/// The same for optional credits.
pub(crate) mod option {
    use super::{Cow, Deserialize as _, Deserializer, Serializer, parse, text};

    pub(crate) fn serialize<S: Serializer>(
        credits: &Option<f64>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match credits {
            Some(credits) => to.serialize_some(&text(*credits)),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
        let found = Option::<Cow<'_, str>>::deserialize(from)?;
        found.map(|text| parse(&text)).transpose()
    }
}

/// The same for the prices of metrics.
pub(crate) mod prices {
    use std::collections::BTreeMap;

    use cekura::MetricId;

    use super::{Cow, Deserialize as _, Deserializer, Serializer, parse, text};

    pub(crate) fn serialize<S: Serializer>(
        prices: &BTreeMap<MetricId, f64>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(prices.iter().map(|(id, price)| (id, text(*price))))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<MetricId, f64>, D::Error> {
        let prices = BTreeMap::<MetricId, Cow<'_, str>>::deserialize(from)?;
        prices
            .into_iter()
            .map(|(id, text)| Ok((id, parse(&text)?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_written_as_short_decimals() {
        assert_eq!(text(0.1 + 0.2), "0.3");
        assert_eq!(text(5_000.0), "5000");
        assert_eq!(text(0.0), "0");
        assert_eq!(parse::<serde_json::Error>("12.50").unwrap(), 12.5);
        assert!(parse::<serde_json::Error>("NaN").is_err());
    }
}
