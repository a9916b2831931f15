//! The few facts of a call log that tell where its evaluation stands.

use std::hash::{DefaultHasher, Hash, Hasher};

use cekura_api::open::Timestamp;
use cekura_api::types::{CallLog, CallLogSummary, MetricResult};

/// Where a call log's evaluation stood at one look.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Snapshot {
    /// The status, as the service spells it.
    pub status: Option<String>,
    /// The outcome; `None` while it is being evaluated, and where every metric was not applicable.
    pub success: Option<bool>,
    /// Whether a person has reviewed the call; its outcome then stays the person's.
    pub is_reviewed: bool,
    /// When the record last changed, for whatever reason.
    pub updated_at: Option<Timestamp>,
    /// A fingerprint of the metric results; only comparable within one `source`.
    metrics: u64,
    source: Source,
}

/// The list and the single read show metrics in different shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Detail,
    Summary,
}

/// Spellings of a status under which work goes on. Only `evaluating` is documented; the others have been
/// met or guarded against by users of the service.
const BUSY: [&str; 6] = [
    "evaluating",
    "pending",
    "queued",
    "in_progress",
    "running",
    "",
];

/// Spellings of a status that ends an evaluation: the four documented ones and those that users met.
const TERMINAL: [&str; 8] = [
    "success",
    "failure",
    "reviewed_success",
    "reviewed_failure",
    "failed",
    "completed",
    "reviewed",
    "error",
];

impl Snapshot {
    /// Whether an evaluation is under way: the status says so, or the outcome of a call that nobody
    /// reviewed is open under a status that does not end anything.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let status = self.status.as_deref().map(str::to_lowercase);
        match status.as_deref() {
            Some(status) if BUSY.contains(&status) => true,
            _ => !self.is_reviewed && self.success.is_none() && !self.is_terminal(),
        }
    }

    /// Whether the status is one that ends an evaluation.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.status
            .as_deref()
            .is_some_and(|status| TERMINAL.contains(&status.to_lowercase().as_str()))
    }

    /// Whether `self` shows a state older than `other`, as a list that lags behind does.
    pub(super) fn is_older_than(&self, other: &Self) -> bool {
        let moment = |s: &Self| s.updated_at.as_ref().and_then(Timestamp::to_system_time);
        matches!((moment(self), moment(other)), (Some(a), Some(b)) if a < b)
    }

    /// Whether `updated_at` names another moment; two spellings of one are no news, nor is none at all.
    pub(super) fn was_updated_since(&self, before: &Self) -> bool {
        let (Some(a), Some(b)) = (&self.updated_at, &before.updated_at) else {
            return false;
        };
        match (a.to_system_time(), b.to_system_time()) {
            (Some(a), Some(b)) => a != b,
            _ => a != b,
        }
    }

    /// Whether both show one state of the log, metrics aside.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.status == other.status
            && self.success == other.success
            && !self.was_updated_since(other)
    }

    /// Whether the metrics are others; never so between reads of different kinds, which show them differently.
    pub(super) fn metrics_differ_from(&self, other: &Self) -> bool {
        self.source == other.source && self.metrics != other.metrics
    }
}

impl From<&CallLog> for Snapshot {
    fn from(log: &CallLog) -> Self {
        Self {
            status: log.status.as_ref().map(ToString::to_string),
            success: log.success,
            is_reviewed: log.is_reviewed.unwrap_or(false),
            updated_at: log.updated_at.clone(),
            metrics: fingerprint(log.metrics()),
            source: Source::Detail,
        }
    }
}

impl From<&CallLogSummary> for Snapshot {
    fn from(log: &CallLogSummary) -> Self {
        Self {
            status: log.status.as_ref().map(ToString::to_string),
            success: log.success,
            is_reviewed: log.is_reviewed.unwrap_or(false),
            updated_at: log.updated_at.clone(),
            metrics: fingerprint(log.metrics()),
            source: Source::Summary,
        }
    }
}

/// The same for the same verdicts in any order, within this process.
///
/// Votes, feedback and fields that are not described can change without an evaluation, so they do not count.
fn fingerprint(metrics: &[MetricResult]) -> u64 {
    let one = |metric: &MetricResult| {
        let mut hasher = DefaultHasher::new();
        (metric.id, &metric.name, metric.passed(), &metric.enum_).hash(&mut hasher);
        for number in [metric.score, metric.score_normalized] {
            number.map(f64::to_bits).hash(&mut hasher);
        }
        metric
            .value
            .as_ref()
            .map(ToString::to_string)
            .hash(&mut hasher);
        metric.explanation.hash(&mut hasher);
        hasher.finish()
    };
    metrics
        .iter()
        .map(one)
        .fold(metrics.len() as u64, u64::wrapping_add)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A snapshot of a detailed read, from the fields that matter.
    pub(in crate::reevaluation) fn snapshot(
        status: &str,
        success: Option<bool>,
        updated_at: &str,
    ) -> Snapshot {
        let log =
            serde_json::json!({ "status": status, "success": success, "updated_at": updated_at });
        Snapshot::from(&serde_json::from_value::<CallLog>(log).unwrap())
    }

    #[test]
    fn busy_and_terminal_by_status_and_outcome() {
        for (status, success, busy, terminal) in [
            ("success", Some(true), false, true),
            ("failure", Some(false), false, true),
            ("success", None, false, true),
            ("Completed", None, false, true),
            ("evaluating", None, true, false),
            ("evaluating", Some(true), true, false),
            ("", None, true, false),
            ("queued", None, true, false),
            ("sorting_socks", None, true, false),
            ("sorting_socks", Some(true), false, false),
        ] {
            let s = snapshot(status, success, "2026-03-01T08:00:00Z");
            assert_eq!(
                (s.is_busy(), s.is_terminal()),
                (busy, terminal),
                "{status} {success:?}"
            );
        }
    }

    #[test]
    fn a_reviewed_log_without_outcome_is_not_busy() {
        let log = serde_json::json!({ "status": "odd", "is_reviewed": true });
        assert!(!Snapshot::from(&serde_json::from_value::<CallLog>(log).unwrap()).is_busy());
    }

    #[test]
    fn the_two_sources_are_never_compared_by_metrics() {
        let json = serde_json::json!({ "metrics": [{"id": 71, "score": 5}], "status": "success" });
        let summary = Snapshot::from(&serde_json::from_value::<CallLogSummary>(json).unwrap());
        let detail = snapshot("success", None, "2026-03-01T08:00:00Z");
        assert!(!summary.metrics_differ_from(&detail));
    }
}
