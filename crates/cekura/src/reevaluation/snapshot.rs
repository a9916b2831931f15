//! The state of a call log's evaluation at one time.

use cekura_api::scalars::Timestamp;
use cekura_api::types::{CallLog, CallLogSummary};
use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;

/// The state of a call log's evaluation at one time.
///
/// It can be serialized, and compared later by another process or release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Snapshot {
    /// The status, as the service writes it.
    pub status: Option<String>,
    /// The call's success; `None` during an evaluation, and when no metric was applicable.
    pub success: Option<bool>,
    /// Whether a person has reviewed the call; an evaluation then does not change its success.
    #[serde(default)]
    pub is_reviewed: bool,
    /// When the call log last changed, for any reason.
    pub updated_at: Option<Timestamp>,
    /// A hash of the metric results; comparable within one `source` only.
    metrics: Fingerprint,
    source: Source,
}

/// The list and the single read show metrics in different shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Source {
    Detail,
    Summary,
}

/// The statuses of a running evaluation. Only `evaluating` is documented; users have reported the others.
const BUSY: [&str; 6] = [
    "evaluating",
    "pending",
    "queued",
    "in_progress",
    "running",
    "",
];

/// The final statuses: the four documented ones and those that users have reported.
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
    /// Returns whether an evaluation is running: the status is a busy one, or the call was not reviewed and has neither a success
    /// nor a final status.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let status = self.status.as_deref().map(str::to_lowercase);
        match status.as_deref() {
            Some(status) if BUSY.contains(&status) => true,
            _ => !self.is_reviewed && self.success.is_none() && !self.is_terminal(),
        }
    }

    /// Returns whether the status is final.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.status
            .as_deref()
            .is_some_and(|status| TERMINAL.contains(&status.to_lowercase().as_str()))
    }

    /// Returns whether `self` is older than `other`, as in a list that lags behind.
    pub(super) fn is_older_than(&self, other: &Self) -> bool {
        let updated = |s: &Self| s.updated_at.as_ref().and_then(Timestamp::to_system_time);
        matches!((updated(self), updated(other)), (Some(a), Some(b)) if a < b)
    }

    /// Returns whether `updated_at` is another time; two spellings of the same time are equal.
    pub(super) fn was_updated_since(&self, before: &Self) -> bool {
        let (Some(a), Some(b)) = (&self.updated_at, &before.updated_at) else {
            return false;
        };
        match (a.to_system_time(), b.to_system_time()) {
            (Some(a), Some(b)) => a != b,
            _ => a != b,
        }
    }

    /// Returns whether both show the same state, apart from metrics.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.status == other.status
            && self.success == other.success
            && !self.was_updated_since(other)
    }

    /// Returns whether this is another state than `other`; metrics count within one `source`.
    pub(super) fn differs_from(&self, other: &Self) -> bool {
        !self.agrees_with(other)
            || self.is_reviewed != other.is_reviewed
            || self.metrics_differ_from(other)
    }

    /// Returns whether the metrics differ; `false` for different sources.
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
            metrics: Fingerprint::of(log.metrics()),
            source: Source::Detail,
        }
    }
}

impl From<CallLog> for Snapshot {
    fn from(log: CallLog) -> Self {
        Self::from(&log)
    }
}

impl From<&CallLogSummary> for Snapshot {
    fn from(log: &CallLogSummary) -> Self {
        Self {
            status: log.status.as_ref().map(ToString::to_string),
            success: log.success,
            is_reviewed: log.is_reviewed.unwrap_or(false),
            updated_at: log.updated_at.clone(),
            metrics: Fingerprint::of(log.metrics()),
            source: Source::Summary,
        }
    }
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
    fn metrics_of_different_sources_are_not_compared() {
        let json = serde_json::json!({ "metrics": [{"id": 71, "score": 5}], "status": "success" });
        let summary = Snapshot::from(&serde_json::from_value::<CallLogSummary>(json).unwrap());
        let detail = snapshot("success", None, "2026-03-01T08:00:00Z");
        assert!(!summary.metrics_differ_from(&detail));
    }

    #[test]
    fn a_snapshot_survives_serialization() {
        let log = serde_json::json!({
            "status": "sorting_socks", "success": null, "is_reviewed": true, "updated_at": "2026-03-01T08:00:00.120Z",
            "metrics": [{"id": 71, "score": 5, "value": {"b": 1, "a": 0.1}}],
        });
        let detail = snapshot("", Some(false), "");
        let summary = Snapshot::from(&serde_json::from_value::<CallLogSummary>(log).unwrap());
        for snapshot in [detail, summary] {
            let text = serde_json::to_string(&snapshot).unwrap();
            let read: Snapshot = serde_json::from_str(&text).unwrap();
            assert_eq!(read, snapshot, "{text}");
            assert!(!read.metrics_differ_from(&snapshot));
        }
    }

    /// This text is in journals: every release reads it.
    #[test]
    fn the_serialized_form_is_stable() {
        let text = r#"{"status":"success","success":true,"is_reviewed":false,"updated_at":"2026-03-01T08:00:00Z","metrics":"0000000000000000","source":"detail"}"#;
        let read: Snapshot = serde_json::from_str(text).unwrap();
        assert_eq!(
            read,
            snapshot("success", Some(true), "2026-03-01T08:00:00Z")
        );
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }

    /// A stored baseline that gave back other scores would show an evaluation where there was none.
    #[test]
    fn a_stored_call_log_has_the_same_fingerprint() {
        for score in [
            "2.0146752976144323e-7",
            "1.7648169655254342e-13",
            "4.35",
            "5",
        ] {
            let json = format!(
                r#"{{"status":"success","evaluation":{{"metrics":[{{"id":71,"score":{score}}}]}}}}"#
            );
            let fresh: CallLog = serde_json::from_str(&json).unwrap();
            let mut stored = fresh.clone();
            for _ in 0..3 {
                stored = serde_json::from_str(&serde_json::to_string(&stored).unwrap()).unwrap();
            }
            assert_eq!(Snapshot::from(&stored), Snapshot::from(&fresh), "{score}");
        }
    }
}
