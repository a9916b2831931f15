//! The rule that says when a re-evaluation is done.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Seen;

/// What a rule makes of one call log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Judgement {
    /// Not done, as far as one can see.
    Pending,
    /// Done: its course was seen.
    Observed(Rule),
    /// Probably done: it changed and has been still since. The weaker finding.
    Settled,
}

/// The course of events that proved a result.
///
/// Stored under its name in lower case, such as `busy_then_terminal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// It went into evaluation and came out with a status that ends one.
    BusyThenTerminal,
    /// `success` went back to null and has a value again.
    SuccessResetThenSet,
}

impl fmt::Display for Rule {
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
/// or use any `Fn(&Seen) -> Judgement`.
pub trait Completion: Send + Sync + 'static {
    /// Judges one call log.
    fn judge(&self, seen: &Seen) -> Judgement;
}

impl<F: Fn(&Seen) -> Judgement + Send + Sync + 'static> Completion for F {
    fn judge(&self, seen: &Seen) -> Judgement {
        self(seen)
    }
}

/// The rule that is used unless another is given.
///
/// *Observed*: the log was idle, went into evaluation and has a terminal status; or `success` had a
/// value, was null, and has one again. *Settled*: `updated_at` moved and then nothing did for the window.
/// Accepting a request moves `updated_at` too, so a settled result can come before the real one; where that
/// matters, insist on observed ones.
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
    fn judge(&self, seen: &Seen) -> Judgement {
        let now = &seen.now;
        if now.is_busy() {
            return Judgement::Pending;
        }
        let by_person = now.is_reviewed
            && (!seen.baseline.is_reviewed
                || (now.success, &now.status) != (seen.baseline.success, &seen.baseline.status));
        if seen.became_busy && now.is_terminal() && !by_person {
            return Judgement::Observed(Rule::BusyThenTerminal);
        }
        if seen.success_reset && now.success.is_some() && !by_person {
            return Judgement::Observed(Rule::SuccessResetThenSet);
        }
        let window = if seen.success_reset {
            self.settle_after_reset
        } else {
            self.settle
        };
        if seen.updated && seen.unchanged_for >= window {
            Judgement::Settled
        } else {
            Judgement::Pending
        }
    }
}
