//! Checks that rules can apply to their metrics.

use super::error::GateError;
use super::limits::Gate;
use crate::report::MetricSummary;

/// A metric of a plan or report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownMetric {
    /// The metric's id, if the service gives it.
    pub id: Option<i64>,
    /// The metric's name.
    pub name: String,
    /// Whether it only gives scores or categories, and no verdicts; `None` if unknown.
    pub only_scores: Option<bool>,
}

impl KnownMetric {
    /// Creates a metric by its kind, such as `binary` or `continuous_qualitative`.
    #[must_use]
    pub fn of_kind(id: Option<i64>, name: &str, kind: Option<&str>) -> Self {
        let graded = ["continuous", "numeric", "enum"];
        Self {
            id,
            name: name.to_owned(),
            only_scores: kind.and_then(|kind| {
                if graded.iter().any(|graded| kind.starts_with(graded)) {
                    Some(true)
                } else {
                    kind.starts_with("binary").then_some(false)
                }
            }),
        }
    }

    fn is_meant_by(&self, key: &str) -> bool {
        self.name == key || self.id.is_some_and(|id| id.to_string() == key)
    }
}

impl From<&MetricSummary> for KnownMetric {
    /// Derives it from the results, then from the kind.
    fn from(metric: &MetricSummary) -> Self {
        let judges = metric.pass_rate_before.is_some() || metric.pass_rate_after.is_some();
        let by_kind = Self::of_kind(metric.id, &metric.name, metric.kind.as_deref());
        let by_scores = metric.mean_score.is_some().then_some(true);
        Self {
            only_scores: if judges {
                Some(false)
            } else {
                by_kind
                    .only_scores
                    .or(by_scores.filter(|_| metric.kind.is_none()))
            },
            ..by_kind
        }
    }
}

impl Gate {
    /// Checks that every rule can apply to its metric: a metric that only gives scores or categories can never meet a rule about
    /// verdicts. Unknown metrics are skipped here and checked with the results.
    ///
    /// # Errors
    /// The first rule that cannot apply, with the metrics that it can apply to.
    pub fn check_fit(&self, metrics: &[KnownMetric]) -> Result<(), GateError> {
        for (key, limits) in &self.metrics {
            let graded = metrics
                .iter()
                .find(|metric| metric.is_meant_by(key) && metric.only_scores == Some(true));
            let rules = [
                ("min_pass_rate", limits.min_pass_rate.is_some()),
                ("max_regressions", limits.max_regressions.is_some()),
                ("ignore_within_noise", limits.ignore_within_noise.is_some()),
            ];
            let rule = rules.iter().find(|(_, is_set)| *is_set);
            if let (Some(metric), Some((rule, _))) = (graded, rule) {
                return Err(GateError::new(format!(
                    "{rule} for {}: {}",
                    named(metric),
                    mismatch(metrics)
                )));
            }
        }
        Ok(())
    }
}

/// Why a rule about verdicts cannot apply to a metric, and to which metrics it can.
pub(super) fn mismatch(metrics: &[KnownMetric]) -> String {
    let judging: Vec<KnownMetric> = metrics
        .iter()
        .filter(|metric| metric.only_scores == Some(false))
        .cloned()
        .collect();
    let could_mean = if judging.is_empty() {
        "no metric gives verdicts".to_owned()
    } else {
        format!("metrics with verdicts {}", list_metrics(&judging))
    };
    format!(
        "the metric gives scores or categories and no verdicts, so the rule cannot apply; {could_mean}; max_lost_results applies to \
         every metric"
    )
}

/// Lists the first few metrics, for a message.
pub(super) fn list_metrics(metrics: &[KnownMetric]) -> String {
    const SHOWN: usize = 8;
    if metrics.is_empty() {
        return "are none".to_owned();
    }
    let names = metrics.iter().take(SHOWN).map(named);
    let more = match metrics.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("are {}{more}", names.collect::<Vec<_>>().join(", "))
}

fn named(metric: &KnownMetric) -> String {
    match metric.id {
        Some(id) => format!("{} ({id})", metric.name),
        None => metric.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metrics() -> Vec<KnownMetric> {
        [
            (71, "Keeps to script", Some("binary_workflow_adherence")),
            (72, "Tone of voice", Some("continuous_qualitative")),
            (73, "Reason", Some("enum")),
            (74, "Politeness", Some("binary")),
            (75, "Something new", None),
        ]
        .map(|(id, name, kind)| KnownMetric::of_kind(Some(id), name, kind))
        .into()
    }

    #[test]
    fn a_rule_that_cannot_apply_is_an_error_that_names_what_it_could_mean() {
        for text in [
            "[metrics.\"Tone of voice\"]\nmin_pass_rate = 0.9",
            "[metrics.72]\nmax_regressions = 5\nmax_lost_results = 0",
            "[metrics.73]\nignore_within_noise = true",
        ] {
            let gate = Gate::from_toml(text).unwrap();
            let error = gate.check_fit(&metrics()).unwrap_err().to_string();
            assert!(
                error.contains("are Keeps to script (71), Politeness (74);"),
                "{error}"
            );
            assert!(error.contains("max_lost_results applies"), "{error}");
        }
    }

    #[test]
    fn rules_that_can_apply_or_are_about_unknown_metrics_are_no_error() {
        for text in [
            "min_pass_rate = 0.9\nmax_regressions = 5",
            "[metrics.71]\nmin_pass_rate = 0.9",
            "[metrics.72]\nmax_lost_results = 0",
            "[metrics.75]\nmin_pass_rate = 0.9",
            "[metrics.\"Nobody knows it\"]\nmin_pass_rate = 0.9",
        ] {
            let gate = Gate::from_toml(text).unwrap();
            assert_eq!(gate.check_fit(&metrics()), Ok(()), "{text}");
        }
    }
}
