//! The result of one call log, as scripts read it.

use std::collections::HashMap;

use cekura::CallLogId;
use cekura_campaign::Journal;
use cekura_campaign::journal::Row;
use cekura_campaign::report::{ChangeKind, Verdict};
use serde::Serialize;

use crate::failure::Failure;

/// One object of the JSON output. Fields may be added but not renamed; `calls rerun --help` documents them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CallLogResult {
    pub(crate) id: CallLogId,
    /// `confirmed` or `inferred` if there is a result, else the state.
    pub(crate) state: String,
    /// Why there is no result.
    pub(crate) reason: Option<String>,
    /// The number of requests that may have been charged.
    pub(crate) sends: u32,
    pub(crate) success: Pair<Option<bool>>,
    pub(crate) metrics: Vec<MetricResult>,
}

/// A value before and after the evaluation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Pair<T> {
    pub(crate) before: T,
    pub(crate) after: T,
}

/// One metric before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct MetricResult {
    pub(crate) id: Option<i64>,
    pub(crate) name: String,
    pub(crate) change: ChangeKind,
    /// Whether anything but the explanation changed.
    pub(crate) result_changed: bool,
    pub(crate) score: Pair<Option<f64>>,
    pub(crate) passed: Pair<Option<bool>>,
    pub(crate) value: Pair<Option<String>>,
    /// The explanation after the evaluation, or before it if the metric vanished.
    pub(crate) explanation: Vec<String>,
}

impl CallLogResult {
    /// Returns the result of an accepted evaluation without waiting.
    pub(crate) fn accepted(id: CallLogId) -> Self {
        Self {
            id,
            state: "accepted".to_owned(),
            reason: None,
            sends: 1,
            success: Pair::default(),
            metrics: Vec::new(),
        }
    }

    /// Returns the result of each call log of a campaign, in the order of `ids`.
    pub(crate) fn all(journal: &Journal, ids: &[CallLogId]) -> Result<Vec<Self>, Failure> {
        let mut all: Vec<Self> = Vec::new();
        journal.rows::<Failure>(|row| {
            let metric = MetricResult::of(&row);
            if all.last().is_none_or(|last| last.id.0 != row.call_log) {
                all.push(Self::of(row));
            }
            if let Some(last) = all.last_mut() {
                last.metrics.extend(metric);
            }
            Ok(())
        })?;
        let nth: HashMap<CallLogId, usize> = ids.iter().copied().zip(0..).collect();
        all.sort_by_key(|result| nth.get(&result.id).copied());
        Ok(all)
    }

    fn of(row: Row) -> Self {
        Self {
            id: CallLogId(row.call_log),
            state: row.state,
            reason: row.reason,
            sends: row.sends,
            success: Pair {
                before: row.success_before,
                after: row.success_after,
            },
            metrics: Vec::new(),
        }
    }

    /// Returns whether there is a result.
    pub(crate) fn is_done(&self) -> bool {
        !matches!(
            self.state.as_str(),
            "accepted" | "timed_out" | "waiting" | "refused" | "unknown" | "deleted" | "not_sent"
        )
    }

    /// Returns whether the service is known to have accepted the evaluation.
    pub(crate) fn was_accepted(&self) -> bool {
        !matches!(self.state.as_str(), "refused" | "unknown" | "not_sent")
    }

    /// Returns the metrics whose verdict changed.
    pub(crate) fn result_changes(&self) -> impl Iterator<Item = &MetricResult> {
        self.metrics.iter().filter(|metric| metric.result_changed)
    }
}

impl MetricResult {
    /// Returns the metric of a row; `None` if it has none.
    fn of(row: &Row) -> Option<Self> {
        let (name, change) = (row.metric_name.clone()?, row.change?);
        let nothing = Verdict::default();
        let side = |side: &Option<Verdict>| side.clone().unwrap_or_else(|| nothing.clone());
        let latest = row.after.as_ref().or(row.before.as_ref());
        let explanation = latest.map(|verdict| verdict.explanation.clone());
        let (before, after) = (side(&row.before), side(&row.after));
        Some(Self {
            id: row.metric_id,
            name,
            change,
            result_changed: change.changes_result(),
            score: Pair {
                before: before.score,
                after: after.score,
            },
            passed: Pair {
                before: before.passed,
                after: after.passed,
            },
            value: Pair {
                before: before.value,
                after: after.value,
            },
            explanation: explanation.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A call log with one metric that failed and passes now.
    pub(in crate::paid) fn example() -> CallLogResult {
        let metric = MetricResult {
            id: Some(71),
            name: "Keeps to script".to_owned(),
            change: ChangeKind::FailToPass,
            result_changed: true,
            score: Pair {
                before: Some(0.0),
                after: Some(5.0),
            },
            passed: Pair {
                before: Some(false),
                after: Some(true),
            },
            value: Pair::default(),
            explanation: vec![
                "The agent asked for the berth\u{1b}[2J and named the price.".to_owned(),
            ],
        };
        CallLogResult {
            state: "confirmed".to_owned(),
            success: Pair {
                before: Some(false),
                after: Some(true),
            },
            metrics: vec![metric],
            ..CallLogResult::accepted(CallLogId(5001))
        }
    }

    #[test]
    fn the_json_shape_is_the_documented_one() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&example()).unwrap(), @r#"
        {
          "id": 5001,
          "state": "confirmed",
          "reason": null,
          "sends": 1,
          "success": {
            "before": false,
            "after": true
          },
          "metrics": [
            {
              "id": 71,
              "name": "Keeps to script",
              "change": "fail_to_pass",
              "result_changed": true,
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
            }
          ]
        }
        "#);
    }

    #[test]
    fn only_a_confirmed_or_inferred_call_log_has_a_result() {
        let mut result = example();
        assert!(result.is_done() && result.was_accepted());
        for (state, accepted) in [
            ("timed_out", true),
            ("waiting", true),
            ("deleted", true),
            ("refused", false),
            ("unknown", false),
            ("not_sent", false),
        ] {
            result.state = state.to_owned();
            assert!(!result.is_done(), "{state}");
            assert_eq!(result.was_accepted(), accepted, "{state}");
        }
    }
}
