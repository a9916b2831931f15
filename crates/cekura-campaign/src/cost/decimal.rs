//! Credits in JSON: decimal strings such as `"12.50"`, as the service writes them, so that no reader rounds them.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serializer};

/// Returns credits as a decimal string with 2 to 10 decimals: `0.20`, `21.00`, `0.125`.
#[must_use]
pub fn credits_text(credits: f64) -> String {
    let text = format!("{credits:.10}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    format!("{whole}.{decimals:0<2}")
}

fn parse<E: serde::de::Error>(text: &str) -> Result<f64, E> {
    let number = text
        .parse()
        .ok()
        .filter(|credits: &f64| credits.is_finite());
    number.ok_or_else(|| {
        E::custom(format!(
            "{text:?} is not a number of credits: expected one such as \"12.50\""
        ))
    })
}

pub(crate) fn serialize<S: Serializer>(credits: &f64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&credits_text(*credits))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    parse(&Cow::<str>::deserialize(from)?)
}

/// The same for optional credits.
pub(crate) mod option {
    use super::{Cow, Deserialize as _, Deserializer, Serializer, credits_text, parse};

    pub(crate) fn serialize<S: Serializer>(
        credits: &Option<f64>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match credits {
            Some(credits) => to.serialize_some(&credits_text(*credits)),
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

    use super::{Cow, Deserialize as _, Deserializer, Serializer, credits_text, parse};

    pub(crate) fn serialize<S: Serializer>(
        prices: &BTreeMap<MetricId, f64>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(prices.iter().map(|(id, price)| (id, credits_text(*price))))
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
    fn credits_have_two_decimals_or_more() {
        for (credits, text) in [
            (0.1 + 0.2, "0.30"),
            (5_000.0, "5000.00"),
            (0.0, "0.00"),
            (0.125, "0.125"),
            (0.000_000_4, "0.0000004"),
        ] {
            assert_eq!(credits_text(credits), text);
        }
        assert_eq!(parse::<serde_json::Error>("12.50").unwrap(), 12.5);
        assert!(parse::<serde_json::Error>("NaN").is_err());
    }
}
