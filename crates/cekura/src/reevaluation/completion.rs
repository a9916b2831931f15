//! The rule that says when a re-evaluation is done.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::TrackerState;

/// What a rule makes of one call log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletionState {
    /// Not done, as far as one can see.
    Pending,
    /// Done: its course was state.
    Confirmed(CompletionSignal),
    /// Probably done: it changed and has been still since. The weaker finding.
    Inferred,
}

/// The course of events that proved a result.
///
/// Stored under its name in lower case, such as `busy_then_terminal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletionSignal {
    /// It went into evaluation and came out with a status that ends one.
    BusyThenTerminal,
    /// `success` went back to null and has a value again.
    SuccessResetThenSet,
}

impl fmt::Display for CompletionSignal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BusyThenTerminal => "went into evaluation and came out of it",
            Self::SuccessResetThenSet => "success was reset and set again",
        })
    }
}

/// Decides from what was seen whether a re-evaluation is done.
///
/// The service gives no sign of its own, so this is a judgement, and it can be replaced: implement the trait,
/// or use any `Fn(&TrackerState) -> CompletionState`.
pub trait Completion: Send + Sync + 'static {
    /// Judges one call log.
    fn decide(&self, state: &TrackerState) -> CompletionState;
}

impl<F: Fn(&TrackerState) -> CompletionState + Send + Sync + 'static> Completion for F {
    fn decide(&self, state: &TrackerState) -> CompletionState {
        self(state)
    }
}

/// The rule that is used unless another is given.
///
/// *Confirmed*: the log was idle, went into evaluation and has a terminal status; or `success` had a
/// value, was null, and has one again. *Inferred*: `updated_at` moved and then nothing did for the window.
/// Accepting a request moves `updated_at` too, so a inferred result can come before the real one; where that
/// matters, insist on confirmed ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DefaultCompletion {
    /// How long nothing must have moved; 30 s by default.
    pub settle: Duration,
    /// The same after `success` was seen to be reset and is still null, which mostly means that the work goes
    /// on, and sometimes that no metric applied; 120 s by default.
    pub settle_after_reset: Duration,
}

impl Default for DefaultCompletion {
    fn default() -> Self {
        Self {
            settle: Duration::from_secs(30),
            settle_after_reset: Duration::from_secs(120),
        }
    }
}

impl Completion for DefaultCompletion {
    fn decide(&self, state: &TrackerState) -> CompletionState {
        let now = &state.now;
        if now.is_busy() {
            return CompletionState::Pending;
        }
        let by_person = now.is_reviewed
            && (!state.baseline.is_reviewed
                || (now.success, &now.status) != (state.baseline.success, &state.baseline.status));
        if state.became_busy && now.is_terminal() && !by_person {
            return CompletionState::Confirmed(CompletionSignal::BusyThenTerminal);
        }
        if state.success_reset && now.success.is_some() && !by_person {
            return CompletionState::Confirmed(CompletionSignal::SuccessResetThenSet);
        }
        let window = if state.success_reset {
            self.settle_after_reset
        } else {
            self.settle
        };
        if state.updated && state.unchanged_for >= window {
            CompletionState::Inferred
        } else {
            CompletionState::Pending
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Snapshot;
    use super::super::snapshot::tests::snapshot;
    use super::*;

    const T0: &str = "2026-03-01T08:00:00Z";
    const T1: &str = "2026-03-01T08:00:40Z";

    fn reviewed(mut snapshot: Snapshot) -> Snapshot {
        snapshot.is_reviewed = true;
        snapshot
    }

    /// What the default rule makes of a log that was `before` and is `now`, after `saw` has set what was seen in between.
    fn judged(
        before: Snapshot,
        now: Snapshot,
        saw: impl FnOnce(&mut TrackerState),
    ) -> CompletionState {
        let mut state = TrackerState::from_baseline(before);
        state.updated = now.was_updated_since(&state.baseline);
        state.now = now;
        saw(&mut state);
        DefaultCompletion::default().decide(&state)
    }

    #[test]
    fn an_evaluation_is_confirmed_by_a_busy_status_or_by_a_reset() {
        let before = || snapshot("success", Some(true), T0);
        let busy = |state: &mut TrackerState| state.became_busy = true;
        let reset = |state: &mut TrackerState| state.success_reset = true;
        let (by_status, by_reset) = (
            CompletionState::Confirmed(CompletionSignal::BusyThenTerminal),
            CompletionState::Confirmed(CompletionSignal::SuccessResetThenSet),
        );
        for (now, by_busy, by_success) in [
            (snapshot("failure", Some(false), T1), by_status, by_reset),
            (
                snapshot("success", None, T1),
                by_status,
                CompletionState::Pending,
            ),
            (
                snapshot("odd", Some(true), T1),
                CompletionState::Pending,
                by_reset,
            ),
            (
                snapshot("evaluating", Some(true), T1),
                CompletionState::Pending,
                CompletionState::Pending,
            ),
        ] {
            assert_eq!(judged(before(), now.clone(), busy), by_busy, "{now:?}");
            assert_eq!(judged(before(), now.clone(), reset), by_success, "{now:?}");
            assert_eq!(
                judged(before(), now.clone(), |_| {}),
                CompletionState::Pending
            );
        }
    }

    #[test]
    fn what_a_person_decided_is_no_result_of_the_judge() {
        let (passed, failed) = (
            || snapshot("success", Some(true), T0),
            || snapshot("failure", Some(false), T0),
        );
        let confirmed = CompletionState::Confirmed(CompletionSignal::BusyThenTerminal);
        for (before, now, expected) in [
            // Reviewed meanwhile, whether or not the person agrees with what was there.
            (passed(), reviewed(passed()), CompletionState::Pending),
            (passed(), reviewed(failed()), CompletionState::Pending),
            // Reviewed long before: the outcome that stays is the person's, and the evaluation has ended.
            (reviewed(passed()), reviewed(passed()), confirmed),
            // Reviewed again meanwhile.
            (
                reviewed(passed()),
                reviewed(failed()),
                CompletionState::Pending,
            ),
            (reviewed(passed()), failed(), confirmed),
        ] {
            let saw =
                |state: &mut TrackerState| (state.became_busy, state.success_reset) = (true, true);
            assert_eq!(
                judged(before.clone(), now.clone(), saw),
                expected,
                "{before:?}, {now:?}"
            );
        }
    }

    #[test]
    fn an_update_settles_when_the_whole_window_was_still() {
        let rule = DefaultCompletion::default();
        for (reset, window) in [(false, rule.settle), (true, rule.settle_after_reset)] {
            for (updated_at, still, expected) in [
                (T1, window, CompletionState::Inferred),
                (
                    T1,
                    window - Duration::from_millis(1),
                    CompletionState::Pending,
                ),
                (T0, window, CompletionState::Pending),
            ] {
                let before = snapshot("success", Some(true), T0);
                let now = snapshot("success", None, updated_at);
                let judged = judged(before, now, |state| {
                    (state.success_reset, state.unchanged_for) = (reset, still);
                });
                assert_eq!(judged, expected, "{reset} {updated_at} {still:?}");
            }
        }
    }

    #[test]
    fn the_courses_have_words_and_names() {
        for (rule, words, name) in [
            (
                CompletionSignal::BusyThenTerminal,
                "went into evaluation and came out of it",
                "busy_then_terminal",
            ),
            (
                CompletionSignal::SuccessResetThenSet,
                "success was reset and set again",
                "success_reset_then_set",
            ),
        ] {
            assert_eq!(rule.to_string(), words);
            assert_eq!(serde_json::to_value(rule).unwrap(), name);
        }
    }
}
