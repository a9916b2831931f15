//! People's reviews of call logs, before and during a campaign.

use std::collections::{BTreeMap, BTreeSet};

use cekura::types::{CallLog, CallLogSummary, MetricResult, Rubric};
use rusqlite::OptionalExtension as _;

use super::document::Side;
use super::error::JournalError;
use super::open::Journal;
use crate::stats::Reviewed;

/// Stored states of reviewed call logs. The text is of our own writing, and quotes within its texts are escaped.
const REVIEWED: &str = "\
SELECT DISTINCT log FROM documents WHERE round = 0 AND side < 2 AND instr(body, '\"is_reviewed\":true') > 0 ORDER BY log";

/// The evaluated call logs that were reviewed.
#[derive(Debug, Default)]
pub(super) struct Reviews {
    /// Reviewed between the two states: changes of the judge cannot be separated from those of the reviewer.
    pub(super) meanwhile: BTreeSet<i64>,
    /// Reviewed before and after, with the reviewer's outcome, if any.
    pub(super) stable: BTreeMap<i64, Option<Reviewed>>,
}

/// What became of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Review {
    Changed,
    Stable(Option<Reviewed>),
}

impl Reviews {
    /// Whether the outcome of the whole call is the reviewer's, on one side at least.
    pub(super) fn has(&self, log: i64) -> bool {
        self.meanwhile.contains(&log) || self.stable.contains_key(&log)
    }
}

impl Journal {
    /// Reads who reviewed what from the stored states of evaluated call logs.
    pub(super) fn reviews(&self) -> Result<Reviews, JournalError> {
        let mut find = self.db.prepare(REVIEWED).map_err(|e| self.failed(e))?;
        let logs = find
            .query_map([], |row| row.get(0))
            .map_err(|e| self.failed(e))?;
        let mut reviews = Reviews::default();
        for log in logs {
            let log: i64 = log.map_err(|e| self.failed(e))?;
            // Without a result there is nothing that a review could be mistaken for.
            if !self.is_evaluated(log)? {
                continue;
            }
            let (Some(before), Some(after)) = (
                self.judged(log, Side::Before)?,
                self.judged(log, Side::After)?,
            ) else {
                continue;
            };
            match review(&before, &after) {
                Review::Stable(reviewed) => drop(reviews.stable.insert(log, reviewed)),
                Review::Changed => drop(reviews.meanwhile.insert(log)),
            }
        }
        Ok(reviews)
    }

    /// What one stored state of a call log says about its outcome; nothing where there is none.
    fn judged(&self, log: i64, side: Side) -> Result<Option<Judged>, JournalError> {
        let body: Option<String> = self
            .db
            .prepare_cached("SELECT body FROM documents WHERE round = 0 AND log = ? AND side = ?")
            .and_then(|mut find| {
                find.query_row((log, side as i64), |row| row.get(0))
                    .optional()
            })
            .map_err(|e| self.failed(e))?;
        let read = body.map(|body| Judged::read(&body)).transpose();
        read.map_err(|e| {
            JournalError::unusable(
                &self.path,
                format!("the stored state of call log {log} cannot be read: {e}"),
            )
        })
    }

    fn is_evaluated(&self, log: i64) -> Result<bool, JournalError> {
        self.db
            .prepare_cached("SELECT 1 FROM calls WHERE round = 0 AND log = ?")
            .and_then(|mut find| find.query_row([log], |_| Ok(())).optional())
            .map(|found| found.is_some())
            .map_err(|e| self.failed(e))
    }
}

/// What a state of a call log says about the outcome of the whole call.
#[derive(Clone, Copy, Debug)]
struct Judged {
    is_reviewed: bool,
    /// The reviewer's outcome where it is reviewed, else the judge's.
    success: Option<bool>,
    rubric: Option<bool>,
    by_metrics: Option<bool>,
}

impl Judged {
    /// Reads a call log as it was stored: whole, or as the list shows it, with its metrics in another place.
    fn read(body: &str) -> serde_json::Result<Self> {
        let whole: CallLog = serde_json::from_str(body)?;
        let by_metrics = if whole.metrics().is_empty() {
            by_metrics(serde_json::from_str::<CallLogSummary>(body)?.metrics())
        } else {
            by_metrics(whole.metrics())
        };
        Ok(Self {
            is_reviewed: whole.is_reviewed.unwrap_or(false),
            success: whole.success,
            rubric: rubric(&whole),
            by_metrics,
        })
    }
}

/// The reviewer's outcome and the judge's two, where the reviewer decided the same before and after.
fn review(before: &Judged, after: &Judged) -> Review {
    let both = before.is_reviewed && after.is_reviewed;
    if !both || before.success != after.success {
        return Review::Changed;
    }
    // Both rubrics, or neither: two ways of judging are no change of the judge.
    let (old, new) = match before.rubric.zip(after.rubric) {
        Some((old, new)) => (Some(old), Some(new)),
        None => (before.by_metrics, after.by_metrics),
    };
    Review::Stable(after.success.map(|reviewer| Reviewed {
        reviewer,
        before: old,
        after: new,
    }))
}

/// What the call's own rubric comes to, where each of its conditions was decided.
fn rubric(log: &CallLog) -> Option<bool> {
    let Some(Rubric::Entries(entries)) = &log.rubric else {
        return None;
    };
    let decided: Vec<bool> = entries
        .iter()
        .map(|entry| entry.passed)
        .collect::<Option<_>>()?;
    (!decided.is_empty()).then(|| decided.iter().all(|passed| *passed))
}

/// A call passes where a metric passes and none fails.
fn by_metrics(metrics: &[MetricResult]) -> Option<bool> {
    let mut verdicts = metrics.iter().filter_map(MetricResult::passed).peekable();
    verdicts.peek()?;
    Some(verdicts.all(|passed| passed))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn document(reviewed: bool, success: Value, metrics: &[Option<bool>]) -> Value {
        let metrics: Vec<Value> = metrics
            .iter()
            .map(|passed| json!({"name": "m", "passed": passed}))
            .collect();
        json!({"is_reviewed": reviewed, "success": success, "evaluation": {"metrics": metrics}})
    }

    fn read(document: &Value) -> Judged {
        Judged::read(&document.to_string()).unwrap()
    }

    fn log(reviewed: bool, success: Value, metrics: &[Option<bool>]) -> Judged {
        read(&document(reviewed, success, metrics))
    }

    fn stable(before: &Judged, after: &Judged) -> Option<Reviewed> {
        match review(before, after) {
            Review::Stable(reviewed) => reviewed,
            Review::Changed => panic!("the review changed"),
        }
    }

    #[test]
    fn the_judge_of_a_reviewed_call_is_read_from_its_verdicts() {
        let before = log(true, json!(true), &[Some(true), Some(true), None]);
        let after = log(true, json!(true), &[Some(true), Some(false), None]);
        let expected = Reviewed {
            reviewer: true,
            before: Some(true),
            after: Some(false),
        };
        assert_eq!(stable(&before, &after), Some(expected));
        let silent = log(true, json!(true), &[None]);
        assert_eq!(stable(&silent, &after).unwrap().before, None);
        // As the list shows it.
        let listed = json!({
            "is_reviewed": true, "success": true, "metrics": [{"name": "m", "passed": false}]
        });
        assert_eq!(stable(&before, &read(&listed)), Some(expected));
    }

    #[test]
    fn a_rubric_decides_only_where_both_sides_have_one() {
        let fails = document(true, json!(false), &[Some(false), Some(true)]);
        let with = |passed: Value| {
            let mut log = fails.clone();
            log["rubric"] =
                json!([{"metric_id": 71, "passed": true}, {"metric_id": 72, "passed": passed}]);
            read(&log)
        };
        let lenient = with(json!(true));
        let found = stable(&lenient, &lenient).unwrap();
        assert_eq!((found.before, found.after), (Some(true), Some(true)));
        assert_eq!(stable(&lenient, &read(&fails)).unwrap().before, Some(false));
        assert_eq!(
            stable(&with(Value::Null), &lenient).unwrap().after,
            Some(false)
        );
    }

    #[test]
    fn a_review_that_came_went_or_turned_is_no_verdict_of_the_judge() {
        let judged = log(false, json!(true), &[Some(true)]);
        let passed = log(true, json!(true), &[Some(true)]);
        let failed = log(true, json!(false), &[Some(true)]);
        for (before, after) in [(&judged, &failed), (&passed, &judged), (&passed, &failed)] {
            assert_eq!(review(before, after), Review::Changed);
        }
        assert!(stable(&failed, &failed).is_some());
        let undecided = log(true, Value::Null, &[Some(true)]);
        assert_eq!(stable(&undecided, &undecided), None);
    }
}
