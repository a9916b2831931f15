//! Compares two results of a call log, metric by metric.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use cekura_api::scalars::{CallLogId, MetricId};
use cekura_api::types::{CallLog, MetricResult};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// The difference between two evaluations of one call log.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LogDiff {
    /// The call log.
    pub id: CallLogId,
    /// The call's success before and after.
    #[serde(serialize_with = "before_and_after")]
    pub success: (Option<bool>, Option<bool>),
    /// One entry for each metric of either evaluation, in the order of the later one; missing ones last.
    pub metrics: Vec<MetricDiff>,
}

/// The difference between two results of one metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MetricDiff {
    /// The metric's id, if the service gives it.
    pub id: Option<MetricId>,
    /// The metric's name.
    pub name: String,
    /// What changed.
    pub change: MetricChange,
    /// The result before.
    pub before: Option<MetricResult>,
    /// The result after.
    pub after: Option<MetricResult>,
}

/// The change of a metric's result; the most important one if there are several.
///
/// Serialized in snake case, such as `pass_to_fail`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MetricChange {
    /// It passed and now fails.
    PassToFail,
    /// It failed and now passes.
    FailToPass,
    /// It had a result and is now not applicable.
    BecameNotApplicable,
    /// It was not applicable and now has a result.
    BecameApplicable,
    /// The score changed, but not between pass and fail.
    ScoreMoved,
    /// The category or the value changed.
    ValueChanged,
    /// It was not there before.
    Appeared,
    /// It is missing now.
    Vanished,
    /// Only the explanation changed.
    ExplanationChanged,
    /// Nothing changed.
    Unchanged,
}

impl MetricChange {
    /// Returns whether the result changed, not only its explanation.
    #[must_use]
    pub fn changes_result(self) -> bool {
        !matches!(self, Self::Unchanged | Self::ExplanationChanged)
    }
}

impl fmt::Display for MetricChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PassToFail => "pass → fail",
            Self::FailToPass => "fail → pass",
            Self::BecameNotApplicable => "not applicable now",
            Self::BecameApplicable => "applicable now",
            Self::ScoreMoved => "score moved",
            Self::ValueChanged => "value changed",
            Self::Appeared => "appeared",
            Self::Vanished => "vanished",
            Self::ExplanationChanged => "explanation changed",
            Self::Unchanged => "unchanged",
        })
    }
}

/// Writes the two sides under their names.
fn before_and_after<S: Serializer>(
    (before, after): &(Option<bool>, Option<bool>),
    out: S,
) -> Result<S::Ok, S::Error> {
    let mut sides = out.serialize_struct("Success", 2)?;
    sides.serialize_field("before", before)?;
    sides.serialize_field("after", after)?;
    sides.end()
}

/// Prints one line for each metric whose result changed.
impl fmt::Display for LogDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "call log {}", self.id)?;
        let mut changes = self.result_changes().peekable();
        if changes.peek().is_none() {
            return f.write_str(": unchanged");
        }
        changes.try_for_each(|metric| write!(f, "\n    {metric}"))
    }
}

impl fmt::Display for MetricDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, change, .. } = self;
        let score = |side: &Option<MetricResult>| side.as_ref().and_then(|metric| metric.score);
        match (self.id, name.as_str()) {
            (Some(id), "") => write!(f, "metric {id}: {change}"),
            _ => write!(f, "{name}: {change}"),
        }?;
        match (change, score(&self.before), score(&self.after)) {
            (MetricChange::ScoreMoved, Some(before), Some(after)) => {
                write!(f, " ({before} → {after})")
            }
            _ => Ok(()),
        }
    }
}

impl LogDiff {
    /// Compares two states of one call log.
    ///
    /// A field that only one of them has counts as unchanged, such as an explanation, which list entries lack.
    #[must_use]
    pub fn between(id: CallLogId, before: &CallLog, after: &CallLog) -> Self {
        // Of equal metrics, the first is compared with the first.
        let mut earlier: BTreeMap<_, VecDeque<&MetricResult>> = BTreeMap::new();
        for metric in before.metrics() {
            earlier.entry(key(metric)).or_default().push_back(metric);
        }
        let pairs = after.metrics().iter().map(|metric| {
            let same = earlier.get_mut(&key(metric)).and_then(VecDeque::pop_front);
            MetricDiff::new(same, Some(metric))
        });
        let mut metrics: Vec<MetricDiff> = pairs.collect();
        let rest = earlier.into_values().flatten();
        metrics.extend(rest.map(|metric| MetricDiff::new(Some(metric), None)));
        Self {
            id,
            success: (before.success, after.success),
            metrics,
        }
    }

    /// Returns the metrics whose result changed.
    pub fn result_changes(&self) -> impl Iterator<Item = &MetricDiff> {
        self.metrics
            .iter()
            .filter(|metric| metric.change.changes_result())
    }
}

/// Identifies a metric: its id, else its name.
fn key(metric: &MetricResult) -> (Option<MetricId>, Option<&str>) {
    let name = metric.name.as_deref().filter(|_| metric.id.is_none());
    (metric.id, name)
}

impl MetricDiff {
    fn new(before: Option<&MetricResult>, after: Option<&MetricResult>) -> Self {
        let either = after.or(before);
        Self {
            id: either.and_then(|metric| metric.id),
            name: either
                .and_then(|metric| metric.name.clone())
                .unwrap_or_default(),
            change: change(before, after),
            before: before.cloned(),
            after: after.cloned(),
        }
    }
}

fn change(before: Option<&MetricResult>, after: Option<&MetricResult>) -> MetricChange {
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, _) => return MetricChange::Appeared,
        (_, None) => return MetricChange::Vanished,
    };
    match (before.passed(), after.passed()) {
        (Some(true), Some(false)) => return MetricChange::PassToFail,
        (Some(false), Some(true)) => return MetricChange::FailToPass,
        _ => {}
    }
    match (has_result(before), has_result(after)) {
        (true, false) => return MetricChange::BecameNotApplicable,
        (false, true) => return MetricChange::BecameApplicable,
        _ => {}
    }
    let normalized = (before.score_normalized, after.score_normalized);
    if before.score != after.score || both_and_differ(normalized) {
        MetricChange::ScoreMoved
    } else if before.enum_ != after.enum_ || before.value != after.value {
        MetricChange::ValueChanged
    } else if both_and_differ((before.explanation.as_ref(), after.explanation.as_ref())) {
        MetricChange::ExplanationChanged
    } else {
        MetricChange::Unchanged
    }
}

/// Returns whether both sides are known and differ: list entries have no normalized scores and no explanations.
fn both_and_differ<T: PartialEq>(sides: (Option<T>, Option<T>)) -> bool {
    matches!(sides, (Some(before), Some(after)) if before != after)
}

/// Returns whether there is a result. A null score is valid: not applicable, sampled out, trigger not met.
fn has_result(metric: &MetricResult) -> bool {
    let filled = |value: &serde_json::Value| !value.is_null() && value.as_str() != Some("");
    metric.passed().is_some()
        || metric.score.is_some()
        || metric.enum_.as_deref().is_some_and(|text| !text.is_empty())
        || metric.value.as_ref().is_some_and(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn log(metrics: serde_json::Value) -> CallLog {
        serde_json::from_value(json!({ "evaluation": { "metrics": metrics } })).unwrap()
    }

    fn changes(before: serde_json::Value, after: serde_json::Value) -> Vec<MetricChange> {
        let diff = LogDiff::between(CallLogId(5001), &log(before), &log(after));
        diff.metrics.iter().map(|metric| metric.change).collect()
    }

    #[test]
    fn each_change_is_recognised() {
        let m = |rest: serde_json::Value| {
            let mut metric = json!({ "id": 71, "name": "Confirms the address" });
            metric
                .as_object_mut()
                .unwrap()
                .extend(rest.as_object().unwrap().clone());
            json!([metric])
        };
        let binary = |score: Option<f64>| m(json!({ "eval_type": "binary", "score": score }));
        use MetricChange::*;
        for (before, after, expected) in [
            (binary(Some(5.0)), binary(Some(0.0)), PassToFail),
            (
                m(json!({"passed": false})),
                m(json!({"passed": true})),
                FailToPass,
            ),
            (binary(Some(5.0)), binary(None), BecameNotApplicable),
            (binary(None), binary(Some(0.0)), BecameApplicable),
            (
                m(json!({"score": 3.5})),
                m(json!({"score": 4.0})),
                ScoreMoved,
            ),
            (
                m(json!({"enum": "calm"})),
                m(json!({"enum": "angry"})),
                ValueChanged,
            ),
            (
                m(json!({"score": 1, "explanation": ["a"]})),
                m(json!({"score": 1, "explanation": "b"})),
                ExplanationChanged,
            ),
            (binary(Some(5.0)), binary(Some(5.0)), Unchanged),
            (
                m(json!({"score": 4, "score_normalized": 0.8})),
                m(json!({"score": 4, "score_normalized": 0.9})),
                ScoreMoved,
            ),
            // As the single read and the list show one result.
            (
                m(
                    json!({"eval_type": "binary", "score": 5, "score_normalized": 1.0, "passed": true, "explanation": ["a"]}),
                ),
                m(json!({"score": 5})),
                Unchanged,
            ),
            (
                m(json!({"score": 5})),
                m(json!({"score": 0, "score_normalized": 0.0, "explanation": ["a"]})),
                ScoreMoved,
            ),
            (json!([]), binary(Some(5.0)), Appeared),
            (binary(Some(5.0)), json!([]), Vanished),
        ] {
            assert_eq!(
                changes(before.clone(), after.clone()),
                [expected],
                "{before} {after}"
            );
        }
    }

    #[test]
    fn metrics_are_matched_by_id_then_name() {
        let before = json!([{ "id": 1, "name": "x", "score": 1 }, { "name": "y", "score": 2 }]);
        let after =
            json!([{ "name": "y", "score": 2 }, { "id": 1, "name": "renamed", "score": 1 }]);
        assert_eq!(changes(before, after), [MetricChange::Unchanged; 2]);
    }

    #[test]
    fn a_metric_that_is_listed_twice_is_compared_twice() {
        let twice = json!([{ "id": 1, "score": 1 }, { "id": 1, "score": 2 }]);
        assert_eq!(changes(twice.clone(), twice), [MetricChange::Unchanged; 2]);
    }
}
