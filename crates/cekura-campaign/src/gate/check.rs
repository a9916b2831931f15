//! Checks a report against a gate.

use super::fit::{KnownMetric, list_metrics, mismatch};
use super::limits::{Gate, Limits};
use super::result::{GateResult, RuleKind, RuleResult};
use crate::report::wording::{self, count, joined, logs, percent};
use crate::report::{Coverage, MetricSummary, Report};

impl Gate {
    /// Checks a report: whether enough call logs were evaluated, then each metric against its limits.
    ///
    /// General limits apply to each metric with passes and fails; a metric that only gives scores or categories has no verdict
    /// to limit. A rule fails if its metric is missing or gave no verdicts.
    #[must_use]
    pub fn check(&self, report: &Report) -> GateResult {
        let mut rules = vec![self.complete(&report.coverage)];
        let known: Vec<KnownMetric> = report.metrics.iter().map(KnownMetric::from).collect();
        for metric in &report.metrics {
            let limits = self.limits_for(metric);
            if only_grades(metric) {
                let why = mismatch(&known);
                limits.of_verdicts().refuse_for(metric, &why, &mut rules);
                check_metric(metric, limits.of_results(), &mut rules);
            } else {
                check_metric(metric, limits, &mut rules);
            }
        }
        for (key, limits) in &self.metrics {
            if !report.metrics.iter().any(|metric| means(key, metric)) {
                let why = format!(
                    "no metric has this id or exact name; the metrics {}",
                    list_metrics(&known)
                );
                limits.or(self.every).refuse(Some(key), &why, &mut rules);
            }
        }
        if report.metrics.is_empty() {
            let why = "no metric gave a result";
            self.every.refuse(None, why, &mut rules);
        } else if report.metrics.iter().all(only_grades) {
            let why = "no metric gave verdicts";
            self.every.of_verdicts().refuse(None, why, &mut rules);
        }
        GateResult {
            passed: rules.iter().all(|rule| rule.passed),
            rules,
        }
    }

    fn complete(&self, coverage: &Coverage) -> RuleResult {
        let (evaluated, selected) = (coverage.evaluated(), coverage.selected);
        let share = (selected > 0).then(|| evaluated as f64 / selected as f64);
        // Unknown call logs may have been charged, so they always fail the rule.
        let passed =
            share.is_some_and(|share| share >= self.min_evaluated) && coverage.unknown == 0;
        let required = if self.min_evaluated >= 1.0 {
            "required: all".to_owned()
        } else if coverage.unknown > 0 {
            format!(
                "required: at least {}, and none unknown",
                percent(self.min_evaluated)
            )
        } else {
            format!("required: at least {}", percent(self.min_evaluated))
        };
        let reason = if selected == 0 {
            "no call log was selected".to_owned()
        } else if coverage.is_complete() {
            format!("{} evaluated, {required}", logs(evaluated))
        } else {
            let rest = coverage
                .missing()
                .into_iter()
                .map(|(state, number)| format!("{} {state}", count(number)));
            format!(
                "{} of {} evaluated: {}; {required}",
                count(evaluated),
                logs(selected),
                joined(rest)
            )
        };
        RuleResult {
            rule: RuleKind::MinEvaluated,
            metric_name: None,
            metric_id: None,
            limit: self.min_evaluated,
            found: share,
            passed,
            reason,
        }
    }

    /// The limits of this metric. Its id takes precedence over its name.
    fn limits_for(&self, metric: &MetricSummary) -> Limits {
        let number = metric.id.and_then(|id| self.metrics.get(&id.to_string()));
        let name = self.metrics.get(&metric.name);
        let own = match (number, name) {
            (Some(number), Some(name)) => number.or(*name),
            (one, other) => one.or(other).copied().unwrap_or_default(),
        };
        if only_grades(metric) {
            // It has no verdicts to limit, unless a rule names it.
            own.or(self.every.of_results())
        } else {
            own.or(self.every)
        }
    }
}

fn means(key: &str, metric: &MetricSummary) -> bool {
    metric.name == key || metric.id.is_some_and(|id| id.to_string() == key)
}

/// Whether the metric gives scores or categories, and no verdicts.
fn only_grades(metric: &MetricSummary) -> bool {
    KnownMetric::from(metric).only_scores == Some(true)
}

/// Checks a metric against its limits.
fn check_metric(metric: &MetricSummary, limits: Limits, rules: &mut Vec<RuleResult>) {
    let checked = [
        limits
            .min_pass_rate
            .map(|limit| check_pass_rate(metric, limit)),
        limits.max_regressions.map(|limit| {
            check_regressions(metric, limit, limits.ignore_within_noise == Some(true))
        }),
        limits
            .max_lost_results
            .map(|limit| check_lost_results(metric, limit)),
    ];
    rules.extend(checked.into_iter().flatten());
}

/// Returns the result of a rule for a metric. It is not met if the metric gave nothing to check (`found` is `None`).
fn result(metric: &MetricSummary, rule: RuleKind, limit: f64, found: Option<Found>) -> RuleResult {
    let (value, passed, reason) = match found {
        Some(found) => (Some(found.value), found.passed, found.reason),
        None => (None, false, "the metric gave no verdicts".to_owned()),
    };
    RuleResult {
        rule,
        metric_name: Some(metric.name.clone()),
        metric_id: metric.id,
        limit,
        found: value,
        passed,
        reason,
    }
}

/// What was found for a rule.
struct Found {
    value: f64,
    passed: bool,
    reason: String,
}

fn check_pass_rate(metric: &MetricSummary, limit: f64) -> RuleResult {
    let found = metric.pass_rate_after.map(|share| Found {
        value: share.rate,
        passed: share.rate >= limit,
        reason: format!(
            "{} pass ({} of {}), required: at least {}",
            percent(share.rate),
            count(share.hits),
            count(share.of),
            percent(limit),
        ),
    });
    result(metric, RuleKind::MinPassRate, limit, found)
}

fn check_regressions(metric: &MetricSummary, limit: u64, ignore_noise: bool) -> RuleResult {
    let regressions = metric.flips.pass_to_fail;
    let is_few = regressions <= limit;
    let (is_noise, remark) = if !is_few && ignore_noise {
        noise_excuses(metric)
    } else {
        (false, String::new())
    };
    let found = metric.pass_rate_after.map(|_| Found {
        value: regressions as f64,
        passed: is_few || is_noise,
        reason: format!(
            "{} from pass to fail, allowed: at most {}{remark}",
            logs(regressions),
            count(limit)
        ),
    });
    result(metric, RuleKind::MaxRegressions, limit as f64, found)
}

fn check_lost_results(metric: &MetricSummary, limit: u64) -> RuleResult {
    let lost = metric.vanished + metric.flips.became_not_applicable;
    // A metric without any result has checked nothing, so the rule fails.
    let has_results = metric.pass_rate_after.is_some() || only_grades(metric);
    let found = has_results.then(|| Found {
        value: lost as f64,
        passed: lost <= limit,
        reason: format!(
            "{} lost their result ({} vanished, {} not applicable now), allowed: at most {}",
            logs(lost),
            count(metric.vanished),
            count(metric.flips.became_not_applicable),
            count(limit),
        ),
    });
    result(metric, RuleKind::MaxLostResults, limit as f64, found)
}

/// Whether noise explains a metric's regressions, and a remark for the message.
fn noise_excuses(metric: &MetricSummary) -> (bool, String) {
    let Some(noise) = metric.noise else {
        return (false, "; its noise was not measured".to_owned());
    };
    if noise.call_logs < Limits::NOISE_SAMPLE {
        return (
            false,
            format!(
                "; its noise was measured on {} only, {} are required to ignore regressions",
                logs(noise.call_logs),
                Limits::NOISE_SAMPLE
            ),
        );
    }
    let measured = percent(noise.flip_rate.rate);
    if noise.flips_within {
        return (
            true,
            format!("; ignored: the measured noise of {measured} explains as many flips"),
        );
    }
    let why = if noise.p_value > 0.05 {
        let direction = wording::direction(&metric.flips);
        format!(
            "; the measured noise of {measured} explains as many flips, but {direction}, which noise alone does not explain"
        )
    } else {
        format!("; more flips than the measured noise of {measured} explains")
    };
    (false, why)
}

impl Limits {
    /// The limits of passes and fails.
    fn of_verdicts(self) -> Self {
        Self {
            max_lost_results: None,
            ..self
        }
    }

    /// The limits of results of any kind.
    pub(super) fn of_results(self) -> Self {
        Self {
            max_lost_results: self.max_lost_results,
            ..Self::default()
        }
    }

    /// Fails each of these limits of a metric for `why`.
    fn refuse_for(self, metric: &MetricSummary, why: &str, rules: &mut Vec<RuleResult>) {
        let first = rules.len();
        self.refuse(Some(&metric.name), why, rules);
        for rule in &mut rules[first..] {
            rule.metric_id = metric.id;
        }
    }

    /// Fails each of these limits for `why`.
    fn refuse(self, metric: Option<&str>, why: &str, rules: &mut Vec<RuleResult>) {
        let limits = [
            (RuleKind::MinPassRate, self.min_pass_rate),
            (
                RuleKind::MaxRegressions,
                self.max_regressions.map(|n| n as f64),
            ),
            (
                RuleKind::MaxLostResults,
                self.max_lost_results.map(|n| n as f64),
            ),
        ];
        for (rule, limit) in limits {
            let Some(limit) = limit else { continue };
            rules.push(RuleResult {
                rule,
                metric_name: metric.map(str::to_owned),
                metric_id: None,
                limit,
                found: None,
                passed: false,
                reason: why.to_owned(),
            });
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
