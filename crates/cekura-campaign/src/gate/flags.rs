//! Sets rules from flags.

use super::error::GateError;
use super::limits::{Gate, Limits};
use super::numbers::{Count, Fraction, PositiveFraction};
use super::result::RuleKind;

impl Gate {
    /// Sets a rule from a flag's value: `LIMIT` for each metric, `METRIC=LIMIT` for one metric by id or exact name. Shares are
    /// written as `0.95` or `95%`. Replaces the value from a file.
    ///
    /// ```
    /// use cekura_campaign::gate::{Gate, RuleKind};
    ///
    /// let mut gate = Gate::default();
    /// gate.set(RuleKind::MaxRegressions, "5")?;
    /// gate.set(RuleKind::MinPassRate, "Booking confirmed=95%")?;
    /// assert_eq!(gate.metrics["Booking confirmed"].min_pass_rate, Some(0.95));
    /// # Ok::<(), cekura_campaign::gate::GateError>(())
    /// ```
    ///
    /// # Errors
    /// When the limit is invalid, the metric's name is empty, or a metric is given for [`RuleKind::MinEvaluated`], which applies to
    /// all call logs.
    pub fn set(&mut self, rule: RuleKind, text: &str) -> Result<(), GateError> {
        let refuse = |why: String| GateError::new(format!("{} `{text}`: {why}", rule.key()));
        // Names may hold `=`, limits cannot: the last one parts them.
        let (metric, limit) = match text.rsplit_once('=') {
            Some((metric, _)) if metric.trim().is_empty() => {
                return Err(refuse(
                    "the metric is missing before `=`; expected LIMIT or METRIC=LIMIT".to_owned(),
                ));
            }
            Some((metric, limit)) => (Some(metric.trim()), limit),
            None => (None, text),
        };
        match rule {
            RuleKind::MinEvaluated => {
                if metric.is_some() {
                    return Err(refuse(
                        "this applies to all call logs and takes no metric; expected a share"
                            .to_owned(),
                    ));
                }
                let PositiveFraction(share) = PositiveFraction::parse(limit).map_err(refuse)?;
                self.min_evaluated = share;
            }
            RuleKind::MinPassRate => {
                let Fraction(share) = Fraction::parse(limit).map_err(refuse)?;
                self.limits_of(metric).min_pass_rate = Some(share);
            }
            RuleKind::MaxRegressions => {
                let Count(count) = Count::parse(limit).map_err(refuse)?;
                self.limits_of(metric).max_regressions = Some(count);
            }
            RuleKind::MaxLostResults => {
                let Count(count) = Count::parse(limit).map_err(refuse)?;
                self.limits_of(metric).max_lost_results = Some(count);
            }
        }
        Ok(())
    }

    /// Ignores regressions that noise explains (see [`Limits::ignore_within_noise`]), of one metric by id or exact name, or of each
    /// metric.
    pub fn ignore_within_noise(&mut self, metric: Option<&str>) {
        self.limits_of(metric).ignore_within_noise = Some(true);
    }

    fn limits_of(&mut self, metric: Option<&str>) -> &mut Limits {
        match metric {
            Some(metric) => self.metrics.entry(metric.to_owned()).or_default(),
            None => &mut self.every,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_alone_is_for_each_metric_and_a_named_one_for_one() {
        let mut gate = Gate::default();
        gate.set(RuleKind::MaxRegressions, "5").unwrap();
        gate.set(RuleKind::MaxRegressions, "71=0").unwrap();
        gate.set(RuleKind::MaxLostResults, "a=b = 2").unwrap();
        gate.set(RuleKind::MinEvaluated, "99%").unwrap();
        gate.ignore_within_noise(Some("71"));
        assert_eq!(gate.every.max_regressions, Some(5));
        assert_eq!(gate.metrics["71"].max_regressions, Some(0));
        assert_eq!(gate.metrics["71"].ignore_within_noise, Some(true));
        assert_eq!(gate.metrics["a=b"].max_lost_results, Some(2));
        assert_eq!(gate.min_evaluated, 0.99);
    }

    #[test]
    fn flags_replace_what_a_file_said() {
        let mut gate = Gate::from_toml("max_regressions = 9").unwrap();
        gate.set(RuleKind::MaxRegressions, "1").unwrap();
        assert_eq!(gate.every.max_regressions, Some(1));
    }

    #[test]
    fn refusals_name_the_rule_and_the_value() {
        let mut gate = Gate::default();
        for (rule, text, hint) in [
            (RuleKind::MaxRegressions, "71=few", "whole number"),
            (RuleKind::MinPassRate, "95", "95 percent is 0.95"),
            (RuleKind::MinPassRate, "=0.5", "metric is missing"),
            (RuleKind::MinEvaluated, "71=1", "all call logs"),
        ] {
            let error = gate.set(rule, text).unwrap_err().to_string();
            assert!(error.contains(hint) && error.contains(text), "{error}");
            assert!(error.starts_with(rule.key()), "{error}");
        }
        assert!(gate.set(RuleKind::MinEvaluated, "0").is_err());
        assert_eq!(gate, Gate::default(), "a refused flag changes nothing");
    }
}
