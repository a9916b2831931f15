//! What became of one call log, in the shape that scripts read.

use cekura::reevaluation::{
    CompletionSignal, LogDiff, MetricChange, MetricDiff, Reevaluated, WaitOutcome,
};
use cekura::types::{CallLog, MetricResult};
use cekura::{CallLogId, MetricId};
use serde::Serialize;
use serde_json::Value;

/// One object of the JSON output. Fields may be added, never renamed; `calls rerun --help` documents them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Outcome {
    pub(crate) id: CallLogId,
    pub(crate) finish: Known,
    pub(crate) rule: Option<&'static str>,
    /// Why there is no result, where more is known than that time was up.
    pub(crate) reason: Option<String>,
    pub(crate) success: Pair<Option<bool>>,
    pub(crate) status: Pair<Option<String>>,
    pub(crate) metrics: Vec<MetricOutcome>,
}

/// How it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Known {
    /// Nobody waited for the result.
    Accepted,
    Confirmed,
    Inferred,
    TimedOut,
    /// The call log is not there any more.
    Deleted,
    /// The last read of the call log failed; there may be a result.
    Unread,
}

/// What became of a call log that is not there any more.
pub(crate) const DELETED: &str = "deleted while it was being evaluated; may have been charged";

/// A value on both sides of the evaluation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Pair<T> {
    pub(crate) before: T,
    pub(crate) after: T,
}

/// One metric on both sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct MetricOutcome {
    pub(crate) id: Option<MetricId>,
    pub(crate) name: String,
    #[serde(serialize_with = "word")]
    pub(crate) change: MetricChange,
    pub(crate) material: bool,
    pub(crate) score: Pair<Option<f64>>,
    pub(crate) passed: Pair<Option<bool>>,
    pub(crate) value: Pair<Option<Value>>,
    /// Why, after the evaluation; before it where the metric is gone.
    pub(crate) explanation: Vec<String>,
}

impl Known {
    /// The word for people.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Confirmed => "confirmed",
            Self::Inferred => "inferred",
            Self::TimedOut => "timed out",
            Self::Deleted => "deleted",
            Self::Unread => "not read",
        }
    }

    /// Whether a wait ended without a result.
    pub(crate) fn is_without_result(self) -> bool {
        matches!(self, Self::TimedOut | Self::Deleted | Self::Unread)
    }
}

impl Outcome {
    /// A call log whose evaluation was accepted, as the reply shows it.
    pub(crate) fn accepted(id: CallLogId, reply: Option<&CallLog>) -> Self {
        let status = reply
            .and_then(|log| log.status.as_ref())
            .map(ToString::to_string);
        Self {
            id,
            finish: Known::Accepted,
            rule: None,
            reason: None,
            success: Pair {
                before: None,
                after: None,
            },
            status: Pair {
                before: None,
                after: status,
            },
            metrics: Vec::new(),
        }
    }

    /// Whether the outcome of the call is another.
    pub(crate) fn flipped(&self) -> Option<bool> {
        match (self.success.before, self.success.after) {
            (Some(before), Some(after)) if before != after => Some(after),
            _ => None,
        }
    }

    /// The metrics whose verdict is another.
    pub(crate) fn material(&self) -> impl Iterator<Item = &MetricOutcome> {
        self.metrics.iter().filter(|metric| metric.material)
    }
}

impl From<&Reevaluated> for Outcome {
    fn from(log: &Reevaluated) -> Self {
        let status = |log: &CallLog| log.status.as_ref().map(ToString::to_string);
        let (finish, rule, last) = match &log.outcome {
            WaitOutcome::Confirmed(rule) => (Known::Confirmed, rule_word(*rule), None),
            WaitOutcome::Inferred => (Known::Inferred, None, None),
            WaitOutcome::TimedOut { last } => (Known::TimedOut, None, last.as_ref()),
            WaitOutcome::Deleted => (Known::Deleted, None, None),
            WaitOutcome::Unreadable { last, .. } => (Known::Unread, None, last.as_ref()),
            _ => (Known::TimedOut, None, None),
        };
        let reason = match &log.outcome {
            WaitOutcome::Deleted => Some(DELETED.to_owned()),
            WaitOutcome::Unreadable { reason, .. } => Some(reason.clone()),
            _ => None,
        };
        let after = log
            .after
            .as_ref()
            .and_then(status)
            .or_else(|| last.and_then(|last| last.status.clone()));
        Self {
            id: log.id,
            finish,
            rule,
            reason,
            success: Pair {
                before: log.before.as_ref().and_then(|log| log.success),
                after: log.after.as_ref().and_then(|log| log.success),
            },
            status: Pair {
                before: log.before.as_ref().and_then(status),
                after,
            },
            metrics: log.diff().map(metrics).unwrap_or_default(),
        }
    }
}

fn metrics(diff: LogDiff) -> Vec<MetricOutcome> {
    diff.metrics.iter().map(MetricOutcome::from).collect()
}

impl From<&MetricDiff> for MetricOutcome {
    fn from(diff: &MetricDiff) -> Self {
        let (before, after) = (diff.before.as_ref(), diff.after.as_ref());
        Self {
            id: diff.id,
            name: diff.name.clone(),
            change: diff.change,
            material: diff.change.is_material(),
            score: Pair {
                before: before.and_then(|m| m.score),
                after: after.and_then(|m| m.score),
            },
            passed: Pair {
                before: before.and_then(MetricResult::passed),
                after: after.and_then(MetricResult::passed),
            },
            value: Pair {
                before: before.and_then(value),
                after: after.and_then(value),
            },
            explanation: after
                .or(before)
                .and_then(|m| m.explanation.clone())
                .unwrap_or_default(),
        }
    }
}

/// The word of a metric that chooses one, else its value.
fn value(metric: &MetricResult) -> Option<Value> {
    let chosen = metric
        .enum_
        .clone()
        .filter(|text| !text.is_empty())
        .map(Value::from);
    chosen
        .or_else(|| metric.value.clone())
        .filter(|value| !value.is_null())
}

fn rule_word(rule: CompletionSignal) -> Option<&'static str> {
    match rule {
        CompletionSignal::BusyThenTerminal => Some("busy_then_terminal"),
        CompletionSignal::SuccessResetThenSet => Some("success_reset_then_set"),
        _ => None,
    }
}

fn word<S: serde::Serializer>(change: &MetricChange, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(change_word(*change))
}

pub(crate) fn change_word(change: MetricChange) -> &'static str {
    match change {
        MetricChange::PassToFail => "pass_to_fail",
        MetricChange::FailToPass => "fail_to_pass",
        MetricChange::BecameNotApplicable => "became_not_applicable",
        MetricChange::BecameApplicable => "became_applicable",
        MetricChange::ScoreMoved => "score_moved",
        MetricChange::ValueChanged => "value_changed",
        MetricChange::Appeared => "appeared",
        MetricChange::Vanished => "vanished",
        MetricChange::ExplanationChanged => "explanation_changed",
        MetricChange::Unchanged => "unchanged",
        _ => "other",
    }
}

/// A score without needless zeros.
pub(crate) fn number(score: f64) -> String {
    let text = format!("{score:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::json;

    /// A call log with one metric that failed and passes now, one that moved, one that stayed.
    pub(in crate::paid) fn example() -> Outcome {
        let log = |status: &str, success: bool, script: f64, tone: f64| -> CallLog {
            serde_json::from_value(json!({
                "id": 5001, "status": status, "success": success,
                "evaluation": { "metrics": [
                    { "id": 71, "name": "Keeps to script", "eval_type": "binary", "score": script,
                      "explanation": ["The agent asked for the berth\u{1b}[2J and named the price."] },
                    { "id": 73, "name": "Tone of voice", "eval_type": "continuous", "score": tone, "explanation": [] },
                    { "id": 74, "name": "Result of the call", "eval_type": "enum", "enum": "booked" },
                ] },
            }))
            .unwrap()
        };
        let (before, after) = (
            log("failure", false, 0.0, 3.5),
            log("success", true, 5.0, 4.0),
        );
        let diff = LogDiff::between(CallLogId(5001), &before, &after);
        Outcome {
            id: CallLogId(5001),
            finish: Known::Confirmed,
            rule: rule_word(CompletionSignal::BusyThenTerminal),
            reason: None,
            success: Pair {
                before: Some(false),
                after: Some(true),
            },
            status: Pair {
                before: Some("failure".into()),
                after: Some("success".into()),
            },
            metrics: metrics(diff),
        }
    }

    #[test]
    fn the_json_shape_is_the_documented_one() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&example()).unwrap(), @r#"
        {
          "id": 5001,
          "finish": "confirmed",
          "rule": "busy_then_terminal",
          "reason": null,
          "success": {
            "before": false,
            "after": true
          },
          "status": {
            "before": "failure",
            "after": "success"
          },
          "metrics": [
            {
              "id": 71,
              "name": "Keeps to script",
              "change": "fail_to_pass",
              "material": true,
              "score": {
                "before": 0.0,
                "after": 5.0
              },
              "passed": {
                "before": false,
                "after": true
              },
              "value": {
                "before": null,
                "after": null
              },
              "explanation": [
                "The agent asked for the berth\u001b[2J and named the price."
              ]
            },
            {
              "id": 73,
              "name": "Tone of voice",
              "change": "score_moved",
              "material": true,
              "score": {
                "before": 3.5,
                "after": 4.0
              },
              "passed": {
                "before": null,
                "after": null
              },
              "value": {
                "before": null,
                "after": null
              },
              "explanation": []
            },
            {
              "id": 74,
              "name": "Result of the call",
              "change": "unchanged",
              "material": false,
              "score": {
                "before": null,
                "after": null
              },
              "passed": {
                "before": null,
                "after": null
              },
              "value": {
                "before": "booked",
                "after": "booked"
              },
              "explanation": []
            }
          ]
        }
        "#);
    }

    #[test]
    fn flips_and_material_changes_are_told_apart() {
        let outcome = example();
        assert_eq!(outcome.flipped(), Some(true));
        let changed: Vec<&str> = outcome
            .material()
            .map(|metric| change_word(metric.change))
            .collect();
        assert_eq!(changed, ["fail_to_pass", "score_moved"]);
        assert_eq!(Outcome::accepted(CallLogId(1), None).flipped(), None);
    }

    #[test]
    fn scores_have_no_needless_zeros() {
        for (score, text) in [
            (5.0, "5"),
            (3.5, "3.5"),
            (0.0, "0"),
            (-1.25, "-1.25"),
            (2.0 / 3.0, "0.667"),
            (100.0, "100"),
        ] {
            assert_eq!(number(score), text);
        }
    }
}
