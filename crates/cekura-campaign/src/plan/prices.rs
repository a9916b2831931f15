//! The price table.

use std::collections::BTreeMap;

use cekura::MetricId;
use serde::Deserialize;

use super::error::{PlanError, counted, shortened};
use super::model::PriceTable;

const SOURCE: &str = "from the vendor's FAQ of 2026; your price may differ, and some metrics cost \
                      nothing or more";

/// The key of the default price.
const DEFAULT: &str = "default";

/// The highest valid price; a higher one is a typing error.
const HIGHEST: f64 = 1_000_000.0;

impl PriceTable {
    /// The prices and their source, as text.
    pub(crate) fn words(&self) -> String {
        let own = match self.metrics.len() as u64 {
            0 => String::new(),
            n => format!(
                ", {} of their own",
                counted(n, "metric with a price", "metrics with prices")
            ),
        };
        format!(
            "{} credits per metric evaluation{own} ({})",
            self.default, self.source
        )
    }
}

impl Default for PriceTable {
    /// 0.2 credits for every metric, as the vendor's FAQ says.
    fn default() -> Self {
        Self {
            default: 0.2,
            source: SOURCE.to_owned(),
            metrics: BTreeMap::new(),
        }
    }
}

/// The table as written in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    default: Option<f64>,
    source: Option<String>,
    #[serde(default)]
    metrics: BTreeMap<String, f64>,
}

impl PriceTable {
    /// Reads a table from TOML; missing keys are as in [`PriceTable::default`].
    ///
    /// ```
    /// use cekura::MetricId;
    /// use cekura_campaign::plan::PriceTable;
    ///
    /// let prices = PriceTable::from_toml(
    ///     r#"
    ///     default = 0.25
    ///     source = "our agreement of 2026"
    ///     [metrics]
    ///     71 = 0.5
    ///     "#,
    /// )?;
    /// assert_eq!(prices.of(MetricId(71)), 0.5);
    /// assert_eq!(prices.of(MetricId(72)), 0.25);
    /// # Ok::<(), cekura_campaign::plan::PlanError>(())
    /// ```
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) with the line, if it is not TOML or has an unknown key or an invalid price.
    pub fn from_toml(text: &str) -> Result<Self, PlanError> {
        let written: Written = toml::from_str(text).map_err(|e| {
            PlanError::usage(format!(
                "the price table cannot be read: {}; expected default = 0.2 and, under [metrics], lines such as 71 = 0.5",
                e.to_string().trim_end().replace('\n', "\n  ")
            ))
        })?;
        let mut prices = Self::default();
        if let Some(default) = written.default {
            prices.set_default(credits(DEFAULT, default)?);
        }
        if let Some(source) = written.source {
            prices.source = source;
        }
        for (name, price) in written.metrics {
            let id = metric(&name)?;
            if prices.metrics.insert(id, credits(&name, price)?).is_some() {
                return Err(PlanError::usage(format!(
                    "the price table names metric {id} twice: leave one out"
                )));
            }
        }
        Ok(prices)
    }

    /// Sets one price from text: `0.25` for the default, `71=0.5` for one metric.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) if it is neither.
    pub fn parse_flag(&mut self, text: &str) -> Result<(), PlanError> {
        let number = |name: &str, price: &str| match price.trim().parse() {
            Ok(price) => credits(name, price),
            Err(_) => Err(PlanError::usage(format!(
                "{:?} is not a price: expected credits per metric evaluation such as 0.25, or 71=0.5 for one metric",
                shortened(text)
            ))),
        };
        match text.split_once('=') {
            None => self.set_default(number(DEFAULT, text)?),
            Some((name, price)) => {
                let id = metric(name.trim())?;
                self.metrics.insert(id, number(name.trim(), price)?);
            }
        }
        Ok(())
    }

    /// Returns the price of one evaluation of this metric, in credits.
    #[must_use]
    pub fn of(&self, metric: MetricId) -> f64 {
        self.metrics.get(&metric).copied().unwrap_or(self.default)
    }

    fn set_default(&mut self, credits: f64) {
        self.default = credits;
        "given by the user, not by the service".clone_into(&mut self.source);
    }

    /// Rejects invalid prices, such as in an edited plan.
    pub(super) fn check(&self) -> Result<(), PlanError> {
        credits(DEFAULT, self.default)?;
        for (id, price) in &self.metrics {
            credits(&id.to_string(), *price)?;
        }
        Ok(())
    }
}

fn metric(name: &str) -> Result<MetricId, PlanError> {
    let id = name.parse().ok().filter(|id| *id > 0);
    id.map(MetricId).ok_or_else(|| {
        PlanError::usage(format!(
            "{:?} is not the id of a metric: expected a whole number above 0, as in 71 = 0.5",
            shortened(name)
        ))
    })
}

fn credits(name: &str, price: f64) -> Result<f64, PlanError> {
    if (0.0..=HIGHEST).contains(&price) {
        // Never a negative zero.
        return Ok(price.abs());
    }
    let whose = match name {
        DEFAULT => "the price of every metric".to_owned(),
        id => format!("the price of metric {id}"),
    };
    Err(PlanError::usage(format!(
        "{whose} is {price}: expected a number of credits from 0 to {HIGHEST}"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_says_where_it_comes_from() {
        let prices = PriceTable::default();
        assert!((prices.default - 0.2).abs() < f64::EPSILON);
        assert!(
            prices.source.contains("FAQ") && prices.source.contains("your price may differ"),
            "{}",
            prices.source
        );
    }

    #[test]
    fn a_table_overrides_what_it_names() {
        let prices = PriceTable::from_toml("[metrics]\n71 = 0\n72 = 1.5\n").unwrap();
        assert_eq!(
            [71, 72, 73].map(|id| prices.of(MetricId(id))),
            [0.0, 1.5, 0.2]
        );
        assert!(prices.source.contains("FAQ"));
        let own = PriceTable::from_toml("default = 1").unwrap();
        assert_eq!((own.default, own.source.contains("user")), (1.0, true));
    }

    #[test]
    fn flags_add_up() {
        let mut prices = PriceTable::default();
        for flag in ["0.25", "71=0.5", " 72 = 0 "] {
            prices.parse_flag(flag).unwrap();
        }
        assert_eq!(
            [71, 72, 73].map(|id| prices.of(MetricId(id))),
            [0.5, 0.0, 0.25]
        );
        assert!(prices.source.contains("user"));
    }

    #[test]
    fn bad_prices_are_refused_by_name() {
        for (text, expected) in [
            ("default = -0.2", "the price of every metric is -0.2"),
            ("default = nan", "the price of every metric is NaN"),
            ("[metrics]\n71 = inf", "the price of metric 71 is inf"),
            ("[metrics]\n71 = 1e9", "from 0 to 1000000"),
            (
                "[metrics]\ntone = 0.5",
                "\"tone\" is not the id of a metric",
            ),
            ("[metrics]\n71 = 0.5\n071 = 0.6", "metric 71 twice"),
            ("defualt = 0.2", "defualt"),
            ("default = \"0.2\"", "line 1"),
            ("default 0.2", "line 1"),
        ] {
            let error = PriceTable::from_toml(text).unwrap_err();
            assert!(
                error.is_usage() && error.to_string().contains(expected),
                "{text}: {error}"
            );
        }
        for flag in ["", "x", "71=", "=0.5", "71=-1", "nan", "0,25"] {
            let mut prices = PriceTable::default();
            assert!(prices.parse_flag(flag).unwrap_err().is_usage(), "{flag}");
            assert_eq!(prices, PriceTable::default(), "{flag}");
        }
    }
}
