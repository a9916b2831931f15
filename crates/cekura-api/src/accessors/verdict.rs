//! Whether calls and metrics passed.

use crate::types::MetricResult;
#[cfg(feature = "observability")]
use crate::types::{CallLog, CallLogSummary, Evaluation};

impl MetricResult {
    /// Returns whether the call passes this metric; `None` if that is unknown, skipped or not applicable.
    ///
    /// Uses the first of these that is present: `passed`; `score_normalized`, a pass from 1; for binary metrics `score`, 5 for
    /// a pass and 0 for a fail. Graded metrics (continuous, numeric, enum) have no threshold, so their scores are not used.
    ///
    /// ```
    /// use cekura_api::types::MetricResult;
    ///
    /// let metric: MetricResult = serde_json::from_str(r#"{"type": "binary_qualitative", "score": 5}"#)?;
    /// assert_eq!(metric.passed(), Some(true));
    /// let metric: MetricResult = serde_json::from_str(r#"{"type": "numeric", "score": 5}"#)?;
    /// assert_eq!(metric.passed(), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn passed(&self) -> Option<bool> {
        if self.passed.is_some() || self.is_graded() {
            return self.passed;
        }
        self.score_normalized
            .map(|score| score >= 1.0)
            .or_else(|| match self.score? {
                5.0 if self.is_binary() => Some(true),
                0.0 if self.is_binary() => Some(false),
                _ => None,
            })
    }

    /// Returns whether the metric is binary, by its newer or its older type names.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        [&self.eval_type, &self.type_]
            .into_iter()
            .flatten()
            .any(|kind| kind == "binary" || kind.starts_with("binary_"))
    }

    /// Returns whether the metric is graded: continuous, numeric or enum.
    #[must_use]
    pub fn is_graded(&self) -> bool {
        let kinds = ["continuous", "numeric", "enum"];
        let kind = self.eval_type.as_ref().or(self.type_.as_ref());
        kind.is_some_and(|kind| kinds.iter().any(|graded| kind.starts_with(graded)))
    }
}

#[cfg(feature = "observability")]
fn metrics_of(evaluation: Option<&Evaluation>) -> &[MetricResult] {
    evaluation
        .and_then(|e| e.metrics.as_deref())
        .unwrap_or_default()
}

#[cfg(feature = "observability")]
impl CallLog {
    /// Returns the results of the metrics; empty before the first evaluation.
    #[must_use]
    pub fn metrics(&self) -> &[MetricResult] {
        metrics_of(self.evaluation.as_ref())
    }

    /// Returns whether the call as a whole passes; `None` until it has been evaluated.
    #[must_use]
    pub const fn passed(&self) -> Option<bool> {
        self.success
    }
}

#[cfg(feature = "observability")]
impl CallLogSummary {
    /// Returns the results of the metrics: those of the list entry, else those in `evaluation`, which have explanations.
    #[must_use]
    pub fn metrics(&self) -> &[MetricResult] {
        match self.metrics.as_deref() {
            Some(metrics) if !metrics.is_empty() => metrics,
            _ => metrics_of(self.evaluation.as_ref()),
        }
    }

    /// Returns whether the call as a whole passes; `None` until it has been evaluated.
    #[must_use]
    pub const fn passed(&self) -> Option<bool> {
        self.success
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn passed(metric: Value) -> Option<bool> {
        serde_json::from_value::<MetricResult>(metric)
            .unwrap()
            .passed()
    }

    #[test]
    fn the_first_that_is_there_decides() {
        assert_eq!(
            passed(json!({"passed": false, "score_normalized": 1, "score": 5, "type": "binary"})),
            Some(false)
        );
        assert_eq!(
            passed(json!({"score_normalized": 0.8, "score": 5, "type": "binary"})),
            Some(false)
        );
        assert_eq!(passed(json!({"score_normalized": 1.0})), Some(true));
        assert_eq!(
            passed(json!({"score": 5, "eval_type": "binary"})),
            Some(true)
        );
        assert_eq!(
            passed(json!({"score": "0", "type": "binary_workflow_adherence"})),
            Some(false)
        );
    }

    #[test]
    fn what_does_not_say_gives_none() {
        for metric in [
            json!({}),
            json!({"type": "binary", "score": null}),
            json!({"type": "binary", "score": 3}),
            json!({"type": "numeric", "score": 5}),
            json!({"type": "enum", "enum": "calm"}),
            json!({"type": "continuous_qualitative", "score": 3.5, "score_normalized": 0.7}),
            json!({"eval_type": "numeric", "type": "basic", "score_normalized": 1}),
            json!({"score": 5}),
        ] {
            assert_eq!(passed(metric.clone()), None, "{metric}");
        }
    }

    #[test]
    fn a_list_entry_without_metrics_shows_those_of_its_evaluation() {
        for metrics in [json!(null), json!([])] {
            let summary: CallLogSummary = serde_json::from_value(json!({
                "metrics": metrics,
                "evaluation": {"metrics": [{"id": 71}]},
            }))
            .unwrap();
            assert_eq!(summary.metrics().len(), 1);
        }
        assert!(CallLog::default().metrics().is_empty());
    }
}
