//! A call log as of a moment, with all evaluations and edits up to then.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};

use super::State;
use super::evaluation::{Evaluation, Kind, Verdicted, first};
use crate::corruption::Corruption;
use crate::quirks::{FinishedStatus, UpdatedAt, Visibility};
use crate::timestamp::Timestamp;
use crate::world::World;

/// The part of a call log that changes.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) id: i64,
    pub(crate) status: &'static str,
    pub(crate) success: Option<bool>,
    pub(crate) is_reviewed: bool,
    pub(crate) updated_at: Timestamp,
    /// The latest verdict of each metric; `None` before the first evaluation has ended.
    pub(crate) verdicts: Option<Vec<Verdicted>>,
    /// The fields that were sent, in place of the seeded ones.
    pub(crate) fields: Option<Arc<Map<String, Value>>>,
    /// The invalid JSON in every reply with it.
    pub(crate) corruption: Option<Corruption>,
}

pub(super) fn view(state: &State, world: &World, id: i64, at: Timestamp, in_reply: bool) -> View {
    let first = first(state, world, id);
    let later = state.evaluations(id);
    // In the reply the evaluation that was paid for last has only just begun, even if it takes no time.
    let just_begun = |evaluation: &Evaluation| {
        in_reply && evaluation.accepted == at && evaluation.nth as usize == later.len()
    };
    let begun = later.iter().filter(|evaluation| evaluation.accepted <= at);
    let ended = later
        .iter()
        .filter(|evaluation| evaluation.has_finished(at) && !just_begun(evaluation));

    let mut verdicts = first.has_finished(at).then(|| first.findings(world, id));
    for evaluation in ended {
        merge(
            verdicts.get_or_insert_default(),
            evaluation.findings(world, id),
        );
    }

    let review = state.review(world, id, at);
    let mut updated_at = match first.finishes {
        Some(end) if end <= at => end,
        _ => first.accepted,
    };
    if state.reviewer_agreed(world, id).is_some() {
        updated_at = updated_at.plus(REVIEWED_AFTER);
    }
    for (when, _) in state.edits(id) {
        if is_visible(*when, at) {
            updated_at = updated_at.max(*when);
        }
    }
    for evaluation in begun.clone() {
        updated_at =
            updated_at.max(moved_at(evaluation, at, just_begun(evaluation)).unwrap_or(updated_at));
    }

    let (mut status, mut success) = outcome(state, verdicts.as_deref(), review);
    let unfinished = begun.filter(|evaluation| evaluation.is_running(at) || just_begun(evaluation));
    for evaluation in unfinished {
        let traces = traces(evaluation);
        let visible = |appears| match appears {
            Visibility::Immediate => true,
            Visibility::Delayed => {
                !in_reply && at >= evaluation.accepted.plus(evaluation.quirks.visibility_delay)
            }
            Visibility::Never => false,
        };
        if visible(traces.status) {
            status = evaluation.quirks.busy_status.as_str();
        }
        if evaluation.kind == Kind::Rerun && visible(traces.success) {
            success = None;
        }
    }
    View {
        id,
        status,
        success,
        is_reviewed: review.is_some(),
        updated_at,
        verdicts,
        fields: state.fields(id),
        corruption: state.quirks.corrupted.get(&id).copied(),
    }
}

/// How long after its evaluation a call log was reviewed, if that was before the start.
const REVIEWED_AFTER: Duration = Duration::from_secs(1_800);

/// Returns whether the edit has been made at `at`. On a clock that stands still an edit is stamped a few microseconds
/// ahead, so as to be told from the last save.
pub(super) fn is_visible(edit: Timestamp, at: Timestamp) -> bool {
    edit.0 - at.0 < 1_000
}

fn traces(evaluation: &Evaluation) -> crate::quirks::Traces {
    if evaluation.reviewed {
        evaluation.quirks.reviewed
    } else {
        evaluation.quirks.unreviewed
    }
}

/// The last time up to `at` that the evaluation moved `updated_at`.
fn moved_at(evaluation: &Evaluation, at: Timestamp, just_begun: bool) -> Option<Timestamp> {
    let moves = traces(evaluation).updated_at;
    let at_acceptance = matches!(moves, UpdatedAt::Both | UpdatedAt::Accepted);
    let at_end = matches!(moves, UpdatedAt::Both | UpdatedAt::Finished);
    let end = evaluation
        .finishes
        .filter(|end| at_end && *end <= at && !just_begun)
        // The second save of an evaluation that takes no time is a microsecond after the first.
        .map(|end| Timestamp(end.0 + 1));
    end.or_else(|| at_acceptance.then_some(evaluation.accepted))
}

/// Newer verdicts replace older ones of the same metric.
fn merge(into: &mut Vec<Verdicted>, newer: Vec<Verdicted>) {
    for verdict in newer {
        match into.iter_mut().find(|old| old.metric == verdict.metric) {
            Some(old) => *old = verdict,
            None => into.push(verdict),
        }
    }
}

/// The status and success that the verdicts, or a human's word, amount to.
fn outcome(
    state: &State,
    verdicts: Option<&[Verdicted]>,
    review: Option<bool>,
) -> (&'static str, Option<bool>) {
    if let Some(success) = review {
        let status = if success {
            "reviewed_success"
        } else {
            "reviewed_failure"
        };
        return (status, Some(success));
    }
    let Some(verdicts) = verdicts else {
        return (state.quirks.busy_status.as_str(), None);
    };
    let (good, bad) = match state.quirks.finished_status {
        FinishedStatus::Documented => ("success", "failure"),
        FinishedStatus::Completed => ("completed", "failed"),
    };
    if !verdicts
        .iter()
        .any(|verdict| verdict.finding.is_applicable())
    {
        return (good, None);
    }
    let failed = verdicts
        .iter()
        .any(|verdict| verdict.finding.passed() == Some(false));
    if failed {
        (bad, Some(false))
    } else {
        (good, Some(true))
    }
}
