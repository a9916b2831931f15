//! Tests of the tracker.

use super::super::DefaultCompletion;
use super::super::snapshot::tests::snapshot;
use super::*;
use cekura_api::types::CallLogSummary;

const S: fn(u64) -> Duration = Duration::from_secs;

#[test]
fn changes_count_from_idle_only() {
    let t0 = Instant::now();
    let mut tracker =
        EvaluationTracker::new(snapshot("evaluating", None, "2026-03-01T08:00:00Z"), t0);
    tracker.record(
        snapshot("success", Some(true), "2026-03-01T08:00:05Z"),
        t0 + S(5),
    );
    assert!(
        !tracker.state().became_busy && !tracker.state().success_reset && tracker.state().updated
    );
    tracker.record(
        snapshot("evaluating", None, "2026-03-01T08:00:06Z"),
        t0 + S(6),
    );
    assert!(tracker.state().became_busy && tracker.state().success_reset);
}

#[test]
fn a_lagging_list_proves_nothing() {
    let t0 = Instant::now();
    let mut tracker =
        EvaluationTracker::new(snapshot("success", Some(true), "2026-03-01T08:00:09Z"), t0);
    tracker.record(
        snapshot("evaluating", None, "2026-03-01T08:00:01Z"),
        t0 + S(2),
    );
    assert!(!tracker.state().became_busy && !tracker.state().updated);
}

#[test]
fn unchanged_for_restarts_with_every_change() {
    let t0 = Instant::now();
    let at = |time| snapshot("success", Some(true), time);
    let mut tracker = EvaluationTracker::new(at("2026-03-01T08:00:00Z"), t0);
    tracker.record(at("2026-03-01T08:00:01Z"), t0 + S(10));
    tracker.record(at("2026-03-01T08:00:01Z"), t0 + S(25));
    assert_eq!(tracker.state().stable_for, S(15));
    tracker.record(at("2026-03-01T08:00:30Z"), t0 + S(40));
    assert_eq!(tracker.state().stable_for, S(0));
}

#[test]
fn an_older_state_does_not_affect_unchanged_for() {
    let t0 = Instant::now();
    let at = |time| snapshot("success", Some(true), time);
    let mut tracker = EvaluationTracker::new(at("2026-03-01T08:00:00Z"), t0);
    tracker.record(at("2026-03-01T08:00:09Z"), t0 + S(10));
    tracker.record(at("2026-03-01T08:00:00Z"), t0 + S(20));
    assert_eq!(tracker.state().stable_for, S(0));
    tracker.record(at("2026-03-01T08:00:09Z"), t0 + S(30));
    assert_eq!(
        (tracker.state().stable_for, tracker.state().polls),
        (S(20), 3)
    );
    // Two polls that ended out of order add up to no more than the time that passed.
    tracker.record(at("2026-03-01T08:00:09Z"), t0 + S(25));
    tracker.record(at("2026-03-01T08:00:09Z"), t0 + S(40));
    assert_eq!(tracker.state().stable_for, S(30));
}

fn stored(tracker: &EvaluationTracker) -> TrackerState {
    let text = serde_json::to_string(tracker.state()).unwrap();
    let seen: TrackerState = serde_json::from_str(&text).unwrap();
    assert_eq!(&seen, tracker.state());
    seen
}

#[test]
fn the_state_survives_serialization() {
    let t0 = Instant::now();
    let still = || snapshot("success", Some(false), "2026-03-01T08:00:30Z");
    let mut first =
        EvaluationTracker::new(snapshot("success", Some(true), "2026-03-01T08:00:00Z"), t0);
    assert!(first.last().is_none());
    first.record(
        snapshot("evaluating", None, "2026-03-01T08:00:05Z"),
        t0 + S(5),
    );
    first.record(still(), t0 + S(40));
    first.record(still(), t0 + S(52));

    // Another process, on another monotonic clock, half a minute later.
    let t1 = t0 + S(9_000);
    let mut second = EvaluationTracker::resume(stored(&first), t1 - S(30));
    assert!(second.last().is_some(), "it had a look");
    assert!(second.state().became_busy && second.state().success_reset);
    second.record(still(), t1);
    assert_eq!(
        (second.state().stable_for, second.state().polls),
        (S(42), 4)
    );

    let mut moved = EvaluationTracker::resume(stored(&first), t1 - S(30));
    moved.record(snapshot("success", Some(false), "2026-03-01T08:09:00Z"), t1);
    assert_eq!(moved.state().stable_for, S(0), "it had changed in between");
}

#[test]
fn an_outcome_needs_the_whole_call_log_to_agree() {
    let t0 = Instant::now();
    let log = |status: &str, success: Option<bool>, at: &str| -> CallLog {
        let log = serde_json::json!({ "status": status, "success": success, "updated_at": at });
        serde_json::from_value(log).unwrap()
    };
    let rule = DefaultCompletion::default();
    let after = log("success", Some(true), "2026-03-01T08:00:09Z");
    let mut tracker =
        EvaluationTracker::new(snapshot("success", Some(true), "2026-03-01T08:00:00Z"), t0);
    tracker.record((&after).into(), t0 + S(10));
    assert_eq!(
        tracker.outcome(&after, &rule, false),
        None,
        "not still for long enough"
    );
    tracker.record((&after).into(), t0 + S(40));
    assert_eq!(
        tracker.completion_state(&rule, false),
        CompletionState::Inferred
    );
    assert_eq!(
        tracker.completion_state(&rule, true),
        CompletionState::Pending
    );
    assert_eq!(
        tracker.outcome(&after, &rule, false),
        Some(WaitOutcome::Inferred)
    );
    assert_eq!(tracker.outcome(&after, &rule, true), None);
    for other in [
        log("evaluating", None, "2026-03-01T08:00:09Z"),
        log("failure", Some(false), "2026-03-01T08:00:09Z"),
        log("success", Some(true), "2026-03-01T08:00:41Z"),
    ] {
        assert_eq!(tracker.outcome(&other, &rule, false), None, "{other:?}");
    }
}

#[test]
fn a_state_equal_to_the_baseline_is_never_a_result() {
    let t0 = Instant::now();
    let log = |score: u32, at: &str, reviewed: bool| -> CallLog {
        let log = serde_json::json!({
            "status": "success", "success": true, "updated_at": at, "is_reviewed": reviewed,
            "evaluation": { "metrics": [{ "id": 71, "score": score }] },
        });
        serde_json::from_value(log).unwrap()
    };
    let (before, later) = ("2026-03-01T08:00:00Z", "2026-03-01T08:00:09Z");
    let old = log(5, before, false);
    let eager = |_: &TrackerState| CompletionState::Inferred;
    for (now, ends) in [
        (&old, false),
        (&log(4, before, false), true),
        (&log(5, later, false), true),
        (&log(5, before, true), true),
    ] {
        let mut tracker = EvaluationTracker::new((&old).into(), t0);
        tracker.record(snapshot("evaluating", None, before), t0 + S(1));
        assert!(tracker.state().differs_from_baseline());
        assert_eq!(tracker.outcome_from_list(&eager, false), None, "busy");
        tracker.record(now.into(), t0 + S(10));
        assert_eq!(tracker.state().differs_from_baseline(), ends, "{now:?}");
        assert_eq!(
            tracker.outcome(now, &eager, false).is_some(),
            ends,
            "{now:?}"
        );
        assert_eq!(tracker.outcome_from_list(&eager, false).is_some(), ends);
        let rule = DefaultCompletion::default();
        assert_eq!(
            tracker.outcome(now, &rule, true).is_some(),
            ends && now.is_reviewed != Some(true),
            "{now:?}"
        );
    }
}

#[test]
fn success_is_reset_only_from_a_value_and_by_no_person() {
    let t0 = Instant::now();
    let at = |second: u32| format!("2026-03-01T08:00:0{second}Z");
    let idle = |success, second| snapshot("success", success, &at(second));
    let mut by_person = idle(None, 1);
    by_person.is_reviewed = true;
    for (before, then, reset) in [
        (idle(Some(true), 0), idle(None, 1), true),
        (idle(Some(true), 0), idle(Some(false), 1), false),
        (idle(None, 0), idle(None, 1), false),
        (idle(Some(true), 0), by_person, false),
        (
            snapshot("evaluating", Some(true), &at(0)),
            idle(None, 1),
            false,
        ),
    ] {
        let mut tracker = EvaluationTracker::new(before.clone(), t0);
        tracker.record(then.clone(), t0 + S(1));
        assert_eq!(tracker.state().success_reset, reset, "{before:?}, {then:?}");
        // It stays known, whatever comes next.
        tracker.record(idle(Some(true), 2), t0 + S(2));
        assert_eq!(tracker.state().success_reset, reset, "{before:?}, {then:?}");
    }
}

/// Without a baseline of one's own the response's list entry is the baseline: the whole read cannot be compared with its metrics.
#[test]
fn a_list_that_shows_other_metrics_than_the_reply_shows_a_result() {
    let before = "2026-03-01T08:00:00Z";
    let entry = |score: u32| -> Snapshot {
        let entry = serde_json::json!({
            "status": "success", "success": true, "updated_at": before,
            "evaluation": { "metrics": [{ "id": 71, "score": score }] },
        });
        Snapshot::from(&serde_json::from_value::<CallLogSummary>(entry).unwrap())
    };
    let whole = serde_json::json!({ "status": "success", "success": true, "updated_at": before });
    let whole: CallLog = serde_json::from_value(whole).unwrap();
    let t0 = Instant::now();
    for (score, ends) in [(5, false), (4, true)] {
        let mut tracker = EvaluationTracker::new(entry(5), t0);
        tracker.record(snapshot("evaluating", None, before), t0 + S(1));
        tracker.record(entry(score), t0 + S(10));
        let rule = DefaultCompletion::default();
        let outcome = tracker.outcome(&whole, &rule, true);
        assert_eq!(outcome.is_some(), ends, "{score}");
    }
}
