//! Decides whether a re-evaluation is complete.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::TrackerState;

/// The state of one call log's re-evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletionState {
    /// Not complete.
    Pending,
    /// Complete: the evaluation was seen to start and to end.
    Confirmed(Confirmation),
    /// Probably complete: the call log changed, and then did not change for a while (30 s by default).
    Inferred,
}

/// How a result was confirmed.
///
/// Serialized in snake case, such as `busy_then_terminal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Confirmation {
    /// The status was busy, then final.
    BusyThenTerminal,
    /// `success` was reset to null, then set again.
    SuccessResetThenSet,
}

impl fmt::Display for Confirmation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BusyThenTerminal => "the evaluation started and ended",
            Self::SuccessResetThenSet => "success was reset and set again",
        })
    }
}

/// Decides whether a re-evaluation is complete.
///
/// The service gives no completion signal, so a rule decides from the changes of the call log. [`DefaultCompletion`] is the
/// default. Every `Fn(&TrackerState) -> CompletionState` is a rule too.
pub trait Completion: Send + Sync + 'static {
    /// Returns the decision about one call log.
    fn decide(&self, state: &TrackerState) -> CompletionState;
}

impl<F: Fn(&TrackerState) -> CompletionState + Send + Sync + 'static> Completion for F {
    fn decide(&self, state: &TrackerState) -> CompletionState {
        self(state)
    }
}

/// The default rule.
///
/// - *Confirmed*: the call log was idle, then busy, and now has a final status. Or `success` had a value, then was null, and
///   now has a value again.
/// - *Inferred*: `updated_at` changed, and then nothing changed for [`stability_window`](Self::stability_window). Such a result can be
///   premature, because accepting a request changes `updated_at` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DefaultCompletion {
    /// How long a call log has to be unchanged; 30 s by default.
    pub stability_window: Duration,
    /// The same while `success` is null after a reset; 120 s by default. Usually the evaluation is still running then;
    /// sometimes no metric was applicable.
    pub stability_window_after_reset: Duration,
}

impl Default for DefaultCompletion {
    fn default() -> Self {
        Self {
            stability_window: Duration::from_secs(30),
            stability_window_after_reset: Duration::from_secs(120),
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
            return CompletionState::Confirmed(Confirmation::BusyThenTerminal);
        }
        if state.success_reset && now.success.is_some() && !by_person {
            return CompletionState::Confirmed(Confirmation::SuccessResetThenSet);
        }
        let window = if state.success_reset {
            self.stability_window_after_reset
        } else {
            self.stability_window
        };
        if state.updated && state.stable_for >= window {
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

    /// Returns the decision of the default rule for a log that was `before` and is `now`; `saw` sets what was seen.
    fn decided(
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
    fn a_busy_status_or_a_reset_confirms_an_evaluation() {
        let before = || snapshot("success", Some(true), T0);
        let busy = |state: &mut TrackerState| state.became_busy = true;
        let reset = |state: &mut TrackerState| state.success_reset = true;
        let (by_status, by_reset) = (
            CompletionState::Confirmed(Confirmation::BusyThenTerminal),
            CompletionState::Confirmed(Confirmation::SuccessResetThenSet),
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
            assert_eq!(decided(before(), now.clone(), busy), by_busy, "{now:?}");
            assert_eq!(decided(before(), now.clone(), reset), by_success, "{now:?}");
            assert_eq!(
                decided(before(), now.clone(), |_| {}),
                CompletionState::Pending
            );
        }
    }

    #[test]
    fn a_review_by_a_person_is_not_a_result() {
        let (passed, failed) = (
            || snapshot("success", Some(true), T0),
            || snapshot("failure", Some(false), T0),
        );
        let confirmed = CompletionState::Confirmed(Confirmation::BusyThenTerminal);
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
                decided(before.clone(), now.clone(), saw),
                expected,
                "{before:?}, {now:?}"
            );
        }
    }

    #[test]
    fn an_update_is_inferred_after_the_whole_window() {
        let rule = DefaultCompletion::default();
        for (reset, window) in [
            (false, rule.stability_window),
            (true, rule.stability_window_after_reset),
        ] {
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
                let state = decided(before, now, |state| {
                    (state.success_reset, state.stable_for) = (reset, still);
                });
                assert_eq!(state, expected, "{reset} {updated_at} {still:?}");
            }
        }
    }

    #[test]
    fn confirmations_are_printed_and_serialized() {
        for (rule, words, name) in [
            (
                Confirmation::BusyThenTerminal,
                "the evaluation started and ended",
                "busy_then_terminal",
            ),
            (
                Confirmation::SuccessResetThenSet,
                "success was reset and set again",
                "success_reset_then_set",
            ),
        ] {
            assert_eq!(rule.to_string(), words);
            assert_eq!(serde_json::to_value(rule).unwrap(), name);
        }
    }
}
