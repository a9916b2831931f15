//! Reads a gate from TOML.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::GateError;
use super::limits::{Gate, Limits};
use super::numbers::{Count, Fraction, PositiveFraction};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    min_evaluated: Option<PositiveFraction>,
    min_pass_rate: Option<Fraction>,
    max_regressions: Option<Count>,
    max_lost_results: Option<Count>,
    ignore_within_noise: Option<bool>,
    #[serde(default)]
    metrics: BTreeMap<String, Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    min_pass_rate: Option<Fraction>,
    max_regressions: Option<Count>,
    max_lost_results: Option<Count>,
    ignore_within_noise: Option<bool>,
}

impl Gate {
    /// Reads a gate from TOML: `min_evaluated`; the limits of [`Limits`] for each metric; and in `[metrics.71]` or
    /// `[metrics."Exact name"]` those of one metric.
    ///
    /// # Errors
    /// When it is not TOML, a key is unknown, or a number is out of range; with the line and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, GateError> {
        let file: File = toml::from_str(text).map_err(|error| {
            // The parser's text ends with a line break and holds the line with a mark below.
            GateError::new(error.to_string().trim_end().to_owned())
        })?;
        let mut gate = Self {
            every: Limits {
                min_pass_rate: file.min_pass_rate.map(|share| share.0),
                max_regressions: file.max_regressions.map(|count| count.0),
                max_lost_results: file.max_lost_results.map(|count| count.0),
                ignore_within_noise: file.ignore_within_noise,
            },
            metrics: file
                .metrics
                .into_iter()
                .map(|(metric, table)| (metric, table.limits()))
                .collect(),
            ..Self::default()
        };
        if let Some(PositiveFraction(share)) = file.min_evaluated {
            gate.min_evaluated = share;
        }
        Ok(gate)
    }
}

impl Table {
    fn limits(&self) -> Limits {
        Limits {
            min_pass_rate: self.min_pass_rate.map(|share| share.0),
            max_regressions: self.max_regressions.map(|count| count.0),
            max_lost_results: self.max_lost_results.map(|count| count.0),
            ignore_within_noise: self.ignore_within_noise,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        Gate::from_toml(text).unwrap_err().to_string()
    }

    #[test]
    fn nothing_asks_for_everything_to_be_evaluated() {
        assert_eq!(Gate::from_toml("").unwrap(), Gate::default());
        assert_eq!(Gate::default().min_evaluated, 1.0);
    }

    #[test]
    fn every_rule_can_be_written() {
        let gate = Gate::from_toml(
            "min_evaluated = 0.99\nmin_pass_rate = 1\nmax_regressions = 5\nmax_lost_results = 0\n\
             [metrics.71]\nmin_pass_rate = 0.9\nignore_within_noise = true\n\
             [metrics.\"Polite = kind\"]\nmax_regressions = 2\nmax_lost_results = 1",
        )
        .unwrap();
        assert_eq!(gate.min_evaluated, 0.99);
        assert_eq!(gate.every.min_pass_rate, Some(1.0));
        assert_eq!(gate.every.max_regressions, Some(5));
        assert_eq!(gate.every.max_lost_results, Some(0));
        assert_eq!(gate.every.ignore_within_noise, None);
        assert_eq!(gate.metrics["71"].min_pass_rate, Some(0.9));
        assert_eq!(gate.metrics["71"].ignore_within_noise, Some(true));
        assert_eq!(gate.metrics["Polite = kind"].max_lost_results, Some(1));
    }

    #[test]
    fn a_typo_is_named_with_its_line_and_what_there_is() {
        let error = refusal("max_lost_results = 1\nmax_regresions = 3\n");
        assert!(error.contains("line 2"), "{error}");
        assert!(error.contains("max_regresions"), "{error}");
        assert!(error.contains("`max_regressions`"), "{error}");
        let error = refusal("[metrics.71]\n\nmin_passrate = 0.5\n");
        assert!(error.contains("line 3"), "{error}");
    }

    #[test]
    fn numbers_out_of_range_are_refused_with_their_line() {
        let error = refusal("max_lost_results = 1\nmin_pass_rate = 95\n");
        assert!(error.contains("line 2"), "{error}");
        assert!(error.contains("95 percent is 0.95"), "{error}");
        let error = refusal("max_regressions = -1\n");
        assert!(error.contains("line 1"), "{error}");
        assert!(error.contains("-1 is not a count"), "{error}");
        let error = refusal("max_regressions = \"3\"\n");
        assert!(error.contains("expected a whole number"), "{error}");
        let error = refusal("max_regressions = 3\nmax_regressions = 4\n");
        assert!(error.contains("line 2"), "{error}");
    }

    #[test]
    fn evaluating_nothing_cannot_be_enough() {
        for share in ["0", "0.0", "-0.5"] {
            let error = refusal(&format!("max_regressions = 1\nmin_evaluated = {share}"));
            assert!(error.contains("line 2"), "{error}");
            assert!(error.contains("above 0"), "{error}");
        }
    }
}
