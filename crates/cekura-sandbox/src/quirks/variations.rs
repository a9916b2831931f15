//! Each setting changed on its own, and some difficult combinations.

use std::time::Duration;

use super::{
    BusyStatus, EvaluationTime, FinishedStatus, ListCount, NextLink, OutOfCredits,
    OverlappingRerun, Quirks, RetryAfterForm, Traces, UpdatedAt, Visibility,
};

impl Quirks {
    /// Returns the default, each setting changed on its own, and a few difficult combinations, each with a name.
    ///
    /// Meant for tests that loop over all of them.
    #[must_use]
    pub fn variations() -> Vec<(&'static str, Self)> {
        let mut all = vec![("default", Self::default())];
        all.extend(traces());
        all.extend(evaluations());
        all.extend(lists());
        all.extend(combinations());
        all
    }
}

pub(super) fn with(set: impl FnOnce(&mut Quirks)) -> Quirks {
    let mut quirks = Quirks::default();
    set(&mut quirks);
    quirks
}

fn traces() -> Vec<(&'static str, Quirks)> {
    vec![
        (
            "status flips later",
            with(|k| k.unreviewed.status = Visibility::Delayed),
        ),
        (
            "status never flips",
            with(|k| k.unreviewed.status = Visibility::Never),
        ),
        (
            "success resets later",
            with(|k| k.unreviewed.success = Visibility::Delayed),
        ),
        (
            "success never resets",
            with(|k| k.unreviewed.success = Visibility::Never),
        ),
        (
            "updated_at moves at acceptance",
            with(|k| k.unreviewed.updated_at = UpdatedAt::Accepted),
        ),
        (
            "updated_at moves at the end",
            with(|k| k.unreviewed.updated_at = UpdatedAt::Finished),
        ),
        (
            "updated_at never moves",
            with(|k| k.unreviewed.updated_at = UpdatedAt::Never),
        ),
        (
            "reviewed: status flips at once",
            with(|k| k.reviewed.status = Visibility::Immediate),
        ),
        (
            "reviewed: status flips later",
            with(|k| k.reviewed.status = Visibility::Delayed),
        ),
        (
            "reviewed: success resets at once",
            with(|k| k.reviewed.success = Visibility::Immediate),
        ),
        (
            "reviewed: success resets later",
            with(|k| k.reviewed.success = Visibility::Delayed),
        ),
        (
            "reviewed: updated_at moves at both ends",
            with(|k| k.reviewed.updated_at = UpdatedAt::Both),
        ),
        (
            "reviewed: updated_at moves at acceptance",
            with(|k| k.reviewed.updated_at = UpdatedAt::Accepted),
        ),
        (
            "reviewed: updated_at never moves",
            with(|k| k.reviewed.updated_at = UpdatedAt::Never),
        ),
        (
            "busy is called pending",
            with(|k| k.busy_status = BusyStatus::Pending),
        ),
        (
            "busy is called queued",
            with(|k| k.busy_status = BusyStatus::Queued),
        ),
        (
            "busy is an empty text",
            with(|k| k.busy_status = BusyStatus::Empty),
        ),
        (
            "finished is called completed or failed",
            with(|k| k.finished_status = FinishedStatus::Completed),
        ),
    ]
}

fn evaluations() -> Vec<(&'static str, Quirks)> {
    vec![
        (
            "evaluations are instant",
            with(|k| k.evaluation_time = EvaluationTime::Instant),
        ),
        (
            "every fourth evaluation never ends",
            with(|k| k.stuck_every = Some(4)),
        ),
        (
            "every second log has no applicable metric",
            with(|k| k.not_applicable_every = Some(2)),
        ),
        (
            "rerun of a busy log is rejected",
            with(|k| k.overlapping_rerun = OverlappingRerun::Reject),
        ),
        (
            "rerun of a busy log is ignored",
            with(|k| k.overlapping_rerun = OverlappingRerun::Ignore),
        ),
        (
            "every third log of a batch is passed over",
            with(|k| k.passed_over_every = Some(3)),
        ),
        (
            "the metrics filter is ignored",
            with(|k| k.ignores_metrics_filter = true),
        ),
        (
            "credits run out half-way",
            with(|k| k.out_of_credits = OutOfCredits::Partial),
        ),
        (
            "the newest three are in their first evaluation",
            with(|k| k.first_pass = 3),
        ),
        (
            "one verdict in ten is noise",
            with(|k| k.judge_error_rate = 0.1),
        ),
    ]
}

fn lists() -> Vec<(&'static str, Quirks)> {
    let elsewhere = NextLink::Elsewhere("http://127.0.0.1:9".to_owned());
    vec![
        (
            "the list lags by five seconds",
            with(|k| k.list_lag = Duration::from_secs(5)),
        ),
        (
            "the list hides every fifth log",
            with(|k| k.list_hides_every = Some(5)),
        ),
        (
            "the list has no count",
            with(|k| k.list_count = ListCount::Absent),
        ),
        (
            "the list counts zero",
            with(|k| k.list_count = ListCount::Zero),
        ),
        (
            "next points to another host",
            with(|k| k.list_next = elsewhere),
        ),
        (
            "the list nests JSON as text",
            with(|k| k.list_nested_as_text = true),
        ),
        (
            "the list needs no scope",
            with(|k| k.list_requires_scope = false),
        ),
        ("the list has no window", with(|k| k.list_window = false)),
        ("pages hold two at most", with(|k| k.max_page_size = 2)),
        (
            "Retry-After is a date",
            with(|k| k.retry_after = RetryAfterForm::HttpDate),
        ),
        (
            "no Retry-After",
            with(|k| k.retry_after = RetryAfterForm::Absent),
        ),
    ]
}

fn combinations() -> Vec<(&'static str, Quirks)> {
    let silent = Traces {
        status: Visibility::Never,
        success: Visibility::Never,
        updated_at: UpdatedAt::Never,
    };
    vec![
        (
            "no trace at all",
            with(|k| {
                k.unreviewed = silent;
                k.reviewed = silent;
            }),
        ),
        (
            "only updated_at, and only at acceptance",
            with(|k| {
                k.unreviewed = Traces {
                    updated_at: UpdatedAt::Accepted,
                    ..silent
                };
            }),
        ),
        (
            "only updated_at, and only at the end",
            with(|k| {
                k.unreviewed = Traces {
                    updated_at: UpdatedAt::Finished,
                    ..silent
                };
            }),
        ),
        (
            "instant, and updated_at never moves",
            with(|k| {
                k.evaluation_time = EvaluationTime::Instant;
                k.unreviewed.updated_at = UpdatedAt::Never;
            }),
        ),
        (
            "instant, traces come later than the end",
            with(|k| {
                k.evaluation_time = EvaluationTime::Instant;
                k.unreviewed.status = Visibility::Delayed;
                k.unreviewed.success = Visibility::Delayed;
            }),
        ),
        (
            "late traces in a lagging list",
            with(|k| {
                k.unreviewed.status = Visibility::Delayed;
                k.unreviewed.success = Visibility::Delayed;
                k.list_lag = Duration::from_secs(5);
            }),
        ),
        (
            "empty status, and no metric applies",
            with(|k| {
                k.busy_status = BusyStatus::Empty;
                k.not_applicable_every = Some(1);
            }),
        ),
        (
            "completed, never flips, never resets",
            with(|k| {
                k.finished_status = FinishedStatus::Completed;
                k.unreviewed.status = Visibility::Never;
                k.unreviewed.success = Visibility::Never;
            }),
        ),
        (
            "passed over, stuck and hidden",
            with(|k| {
                k.passed_over_every = Some(3);
                k.stuck_every = Some(4);
                k.list_hides_every = Some(5);
            }),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_settings_are_unique() {
        let mut all = Quirks::variations();
        all.extend(Quirks::hostile());
        for (at, (name, quirks)) in all.iter().enumerate() {
            for (other_name, other) in &all[at + 1..] {
                assert_ne!(name, other_name);
                assert_ne!(quirks, other, "{name} equals {other_name}");
            }
        }
    }

    #[test]
    fn every_quirk_is_turned_somewhere() {
        let default = serde_json::to_value(Quirks::default()).unwrap();
        let turned = |name: &str, value: &serde_json::Value| {
            let hostile = Quirks::hostile();
            let mut all = Quirks::variations().into_iter().chain(hostile);
            all.any(|(_, quirks)| serde_json::to_value(&quirks).unwrap()[name] != *value)
        };
        for (name, value) in default.as_object().unwrap() {
            // The first two have no effect on their own, the others have none on call logs that are there.
            let without = [
                "visibility_delay",
                "starts_up_to_date",
                "job_outcome",
                "allow_duplicate_call_ids",
            ];
            if !without.contains(&name.as_str()) {
                assert!(turned(name, value), "{name} is never turned");
            }
        }
    }
}
