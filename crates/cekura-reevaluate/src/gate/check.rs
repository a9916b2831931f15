//! A gate against a report.

use super::limits::{Gate, Limits};
use super::verdict::{GateVerdict, RuleKind, RuleVerdict};
use crate::report::words::{count, joined, logs, percent};
use crate::report::{Coverage, MetricSummary, Report};

impl Gate {
    /// Judges a report: whether enough was evaluated, then each metric by its own limits.
    ///
    /// Limits for every metric hold for each that knows pass and fail; one that only grades (a score, a category) has
    /// no verdict to limit. Limits for a metric that is not in the report, or that has no verdict now, fail.
    #[must_use]
    pub fn check(&self, report: &Report) -> GateVerdict {
        let mut rules = vec![self.complete(&report.coverage)];
        for metric in &report.metrics {
            judge(metric, self.limits_for(metric), &mut rules);
        }
        for (key, limits) in &self.metrics {
            if !report.metrics.iter().any(|metric| means(key, metric)) {
                let why = format!(
                    "no metric has this number or exact name; there {}",
                    seen(&report.metrics)
                );
                limits.or(self.every).refuse(Some(key), &why, &mut rules);
            }
        }
        if report.metrics.is_empty() {
            let why = "no metric gave a result";
            self.every.refuse(None, why, &mut rules);
        } else if report.metrics.iter().all(only_grades) {
            let why = "no metric gave a pass or a fail";
            self.every.of_verdicts().refuse(None, why, &mut rules);
        }
        GateVerdict {
            passed: rules.iter().all(|rule| rule.passed),
            rules,
        }
    }

    fn complete(&self, coverage: &Coverage) -> RuleVerdict {
        let (evaluated, selected) = (coverage.evaluated(), coverage.selected);
        let share = (selected > 0).then(|| evaluated as f64 / selected as f64);
        let passed = share.is_some_and(|share| share >= self.min_evaluated);
        let why = if selected == 0 {
            "no call log was selected".to_owned()
        } else if coverage.is_complete() {
            format!("{} evaluated", logs(evaluated))
        } else {
            let rest = [
                (coverage.unknown, "unknown"),
                (coverage.refused, "refused"),
                (coverage.timed_out, "timed out"),
                (coverage.waiting, "waiting"),
                (coverage.not_sent, "not sent"),
            ];
            let rest = rest
                .iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, state)| format!("{} {state}", count(*number)));
            format!(
                "{} of {} evaluated: {}",
                count(evaluated),
                logs(selected),
                joined(rest)
            )
        };
        RuleVerdict {
            rule: RuleKind::Complete,
            metric: None,
            metric_id: None,
            limit: self.min_evaluated,
            found: share,
            passed,
            why,
        }
    }

    /// What holds for this metric. Its number is more exact than its name.
    fn limits_for(&self, metric: &MetricSummary) -> Limits {
        let number = metric.id.and_then(|id| self.metrics.get(&id.to_string()));
        let name = self.metrics.get(&metric.name);
        let own = match (number, name) {
            (Some(number), Some(name)) => number.or(*name),
            (one, other) => one.or(other).copied().unwrap_or_default(),
        };
        if only_grades(metric) {
            // It has no pass and no fail to limit, unless somebody asks for that by name.
            own.or(self.every.of_results())
        } else {
            own.or(self.every)
        }
    }
}

fn means(key: &str, metric: &MetricSummary) -> bool {
    metric.name == key || metric.id.is_some_and(|id| id.to_string() == key)
}

/// Has no pass and no fail on either side, and is not meant to: it gives a score or a category.
fn only_grades(metric: &MetricSummary) -> bool {
    if metric.pass_rate_before.is_some() || metric.pass_rate_after.is_some() {
        return false;
    }
    let graded = ["continuous", "numeric", "enum"];
    match metric.kind.as_deref() {
        Some(kind) => graded.iter().any(|graded| kind.starts_with(graded)),
        None => metric.mean_score.is_some(),
    }
}

fn judge(metric: &MetricSummary, limits: Limits, rules: &mut Vec<RuleVerdict>) {
    let mut add = |rule, limit, found, passed, why| {
        rules.push(RuleVerdict {
            rule,
            metric: Some(metric.name.clone()),
            metric_id: metric.id,
            limit,
            found,
            passed,
            why,
        });
    };
    let after = metric.pass_rate_after;
    let nothing = || "the metric gave no pass and no fail".to_owned();
    if let Some(limit) = limits.min_pass_rate {
        let passed = after.is_some_and(|share| share.rate >= limit);
        let why = after.map_or_else(nothing, |share| {
            format!(
                "{} pass ({} of {}), at least {} must",
                percent(share.rate),
                count(share.hits),
                count(share.of),
                percent(limit),
            )
        });
        add(
            RuleKind::MinPassRate,
            limit,
            after.map(|share| share.rate),
            passed,
            why,
        );
    }
    if let Some(limit) = limits.max_regressions {
        let found = metric.flips.pass_to_fail;
        let few = found <= limit;
        let forgiven = !few && limits.ignore_within_noise == Some(true);
        let (excused, remark) = if forgiven {
            noise_excuses(metric)
        } else {
            (false, String::new())
        };
        let why = match after {
            None => nothing(),
            Some(_) => format!(
                "{} from pass to fail, at most {} may{remark}",
                logs(found),
                count(limit)
            ),
        };
        let passed = after.is_some() && (few || excused);
        let found = after.map(|_| found as f64);
        add(RuleKind::MaxRegressions, limit as f64, found, passed, why);
    }
    if let Some(limit) = limits.max_lost {
        let found = metric.vanished + metric.flips.became_not_applicable;
        let why = format!(
            "{} without the result they had ({} vanished, {} not applicable now), at most {} may be",
            logs(found),
            count(metric.vanished),
            count(metric.flips.became_not_applicable),
            count(limit),
        );
        // A metric that never gave anything has lost nothing, and has checked nothing either.
        let ran = after.is_some() || only_grades(metric);
        let (why, number) = if ran {
            (why, Some(found as f64))
        } else {
            (nothing(), None)
        };
        add(
            RuleKind::MaxLost,
            limit as f64,
            number,
            ran && found <= limit,
            why,
        );
    }
}

/// Whether noise accounts for a metric's regressions, and the remark that says so or why not.
fn noise_excuses(metric: &MetricSummary) -> (bool, String) {
    let Some(noise) = metric.noise else {
        return (false, "; its noise was not measured".to_owned());
    };
    if noise.flip_rate.of < Limits::NOISE_SAMPLE {
        return (
            false,
            format!(
                "; its noise was measured on {} pairs of verdicts only, {} are needed to forgive",
                count(noise.flip_rate.of),
                Limits::NOISE_SAMPLE
            ),
        );
    }
    if !noise.within {
        let why = if noise.p > 0.05 {
            "; no more flips than its noise explains, but they lean to one side as noise does not"
        } else {
            "; more flips than its noise explains"
        };
        return (false, why.to_owned());
    }
    (
        true,
        "; forgiven, being no more than its noise explains".to_owned(),
    )
}

impl Limits {
    /// The limits of passes and fails.
    fn of_verdicts(self) -> Self {
        Self {
            max_lost: None,
            ..self
        }
    }

    /// The limits of results of any kind.
    fn of_results(self) -> Self {
        Self {
            max_lost: self.max_lost,
            ..Self::default()
        }
    }

    /// Fails each of these limits for `why`.
    fn refuse(self, metric: Option<&str>, why: &str, rules: &mut Vec<RuleVerdict>) {
        let limits = [
            (RuleKind::MinPassRate, self.min_pass_rate),
            (
                RuleKind::MaxRegressions,
                self.max_regressions.map(|n| n as f64),
            ),
            (RuleKind::MaxLost, self.max_lost.map(|n| n as f64)),
        ];
        for (rule, limit) in limits {
            let Some(limit) = limit else { continue };
            rules.push(RuleVerdict {
                rule,
                metric: metric.map(str::to_owned),
                metric_id: None,
                limit,
                found: None,
                passed: false,
                why: why.to_owned(),
            });
        }
    }
}

/// The metrics that there are, for a message: the first few.
fn seen(metrics: &[MetricSummary]) -> String {
    const SHOWN: usize = 8;
    if metrics.is_empty() {
        return "are none".to_owned();
    }
    let names = metrics.iter().take(SHOWN).map(|metric| match metric.id {
        Some(id) => format!("{} ({id})", metric.name),
        None => metric.name.clone(),
    });
    let more = match metrics.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("are {}{more}", names.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
