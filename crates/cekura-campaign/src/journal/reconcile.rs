//! Decides the state of a call log after reconciliation.

use cekura::Evidence;
use cekura::reevaluation::MAX_RESENDS;

use super::requests::Answer;
use super::state::TaskState;

/// How often an idle call log is retried that the service refuses as being in another evaluation.
const MAX_BUSY_RETRIES: u32 = 20;

/// The history of a call log before the reconciliation.
#[derive(Clone, Copy, Debug)]
pub(super) struct History {
    /// How often it was sent again.
    pub(super) resends: u32,
    /// How often it was refused as being in another evaluation.
    pub(super) busy_retries: u32,
    /// Whether the outcome of an earlier request is unknown.
    pub(super) was_in_doubt: bool,
    /// Whether it was the only call log of its request.
    pub(super) is_alone: bool,
}

/// The decision.
#[derive(Debug, PartialEq)]
pub(super) struct Decision {
    pub(super) state: TaskState,
    /// Whether the request does not count as sent.
    pub(super) was_not_carried_out: bool,
    pub(super) reason: Option<String>,
}

/// Decides the state of one call log by its evidence.
///
/// A refusal alone proves nothing, and neither does an unchanged call log. Both together do: a refused call log that is
/// unchanged was not evaluated.
pub(super) fn decide(
    answer: Option<&Answer>,
    evidence: Evidence,
    history: History,
    resend: bool,
) -> Decision {
    let found = |state, was_not_carried_out, reason| Decision {
        state,
        was_not_carried_out,
        reason,
    };
    let (is_refusal, is_busy) = match answer {
        Some(Answer::Refused(_)) => (true, false),
        Some(Answer::Busy(_)) => (true, true),
        Some(Answer::Unusable(_)) | None => (false, false),
    };
    let text = answer.map_or("the process ended before a response came", Answer::text);
    match evidence {
        evidence if evidence.shows_acceptance() => found(TaskState::Accepted, false, None),
        Evidence::Deleted => found(
            TaskState::Deleted,
            false,
            Some(format!(
                "it was deleted after its request was sent, which may have been charged: {text}"
            )),
        ),
        Evidence::Unchanged if is_refusal && history.was_in_doubt => found(
            TaskState::Unknown,
            true,
            Some(format!(
                "the outcome of its first request is unknown; sent again, it was refused: {text}"
            )),
        ),
        Evidence::Unchanged if is_refusal && history.is_alone => {
            let state = match is_busy && history.busy_retries < MAX_BUSY_RETRIES {
                true => TaskState::Busy,
                false => TaskState::Refused,
            };
            found(state, true, Some(text.to_owned()))
        }
        Evidence::Unchanged if is_refusal => found(TaskState::Ready, true, None),
        Evidence::Unchanged if resend && history.resends < MAX_RESENDS => {
            found(TaskState::Ready, false, None)
        }
        evidence => found(
            TaskState::Unknown,
            false,
            Some(format!(
                "its request may have been carried out ({text}); evidence: {evidence}"
            )),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRESH: History = History {
        resends: 0,
        busy_retries: 0,
        was_in_doubt: false,
        is_alone: false,
    };

    fn refusal(is_busy: bool) -> Answer {
        match is_busy {
            true => Answer::Busy("no".to_owned()),
            false => Answer::Refused("no".to_owned()),
        }
    }

    fn state(
        answer: Option<&Answer>,
        evidence: Evidence,
        history: History,
        resend: bool,
    ) -> (TaskState, bool) {
        let decision = decide(answer, evidence, history, resend);
        (decision.state, decision.was_not_carried_out)
    }

    #[test]
    fn a_resend_needs_leave_and_happens_once() {
        let again = |resends, resend| {
            let history = History { resends, ..FRESH };
            state(None, Evidence::Unchanged, history, resend)
        };
        assert_eq!(again(0, true), (TaskState::Ready, false));
        assert_eq!(again(1, true), (TaskState::Unknown, false));
        assert_eq!(again(0, false), (TaskState::Unknown, false));
        for weak in [Evidence::OnlyUpdatedAt, Evidence::Inconclusive] {
            assert_eq!(state(None, weak, FRESH, true), (TaskState::Unknown, false));
        }
    }

    #[test]
    fn a_refused_call_log_that_is_unchanged_was_not_carried_out() {
        let (no, busy) = (refusal(false), refusal(true));
        let alone = History {
            is_alone: true,
            ..FRESH
        };
        let unchanged = Evidence::Unchanged;
        assert_eq!(
            state(Some(&no), unchanged, FRESH, false),
            (TaskState::Ready, true)
        );
        assert_eq!(
            state(Some(&no), unchanged, alone, false),
            (TaskState::Refused, true)
        );
        assert_eq!(
            state(Some(&busy), unchanged, alone, false),
            (TaskState::Busy, true)
        );
        for (busy_retries, expected) in [(19, TaskState::Busy), (20, TaskState::Refused)] {
            let late = History {
                busy_retries,
                ..alone
            };
            assert_eq!(state(Some(&busy), unchanged, late, false), (expected, true));
        }
        let doubted = History {
            was_in_doubt: true,
            ..alone
        };
        assert_eq!(
            state(Some(&no), unchanged, doubted, true),
            (TaskState::Unknown, true)
        );
    }

    #[test]
    fn a_refused_call_log_that_changed_is_accepted_or_unknown() {
        let no = refusal(false);
        for strong in [
            Evidence::BecameBusy,
            Evidence::SuccessReset,
            Evidence::MetricsChanged,
        ] {
            assert_eq!(
                state(Some(&no), strong, FRESH, false),
                (TaskState::Accepted, false)
            );
        }
        for weak in [Evidence::OnlyUpdatedAt, Evidence::Inconclusive] {
            assert_eq!(
                state(Some(&no), weak, FRESH, true),
                (TaskState::Unknown, false)
            );
        }
    }

    #[test]
    fn a_deleted_call_log_may_have_been_charged_and_is_not_sent_again() {
        for answer in [None, Some(refusal(false)), Some(refusal(true))] {
            let found = state(answer.as_ref(), Evidence::Deleted, FRESH, true);
            assert_eq!(found, (TaskState::Deleted, false));
        }
    }
}
