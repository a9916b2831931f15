//! What is known about a request whose outcome is not.

use std::collections::BTreeSet;
use std::fmt;

use cekura_api::scalars::CallLogId;
use serde::{Deserialize, Serialize};

/// A request that may or may not have been carried out: what it targeted and what was found since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeUnknown {
    pub(crate) targets: Vec<CallLogId>,
    pub(crate) all: bool,
    pub(crate) evidence: Vec<LogEvidence>,
    /// How often the request was sent beyond the first time, as far as it may have been carried out.
    pub(crate) resends: u32,
    /// Whether a second time would cost nothing, but change something twice.
    pub(crate) is_free: bool,
}

impl OutcomeUnknown {
    /// The call logs that the request named; empty when it named all of an agent's.
    #[must_use]
    pub fn targets(&self) -> &[CallLogId] {
        &self.targets
    }

    /// Whether the request named all call logs of an agent.
    #[must_use]
    pub fn targeted_all(&self) -> bool {
        self.all
    }

    /// What reading the call logs back showed, one entry for each target; empty without a baseline.
    #[must_use]
    pub fn evidence(&self) -> &[LogEvidence] {
        &self.evidence
    }

    /// How often the request was sent and may have been carried out, which is how often a call log may have been
    /// charged: 1, or up to 2 after a resend.
    #[must_use]
    pub fn sends_possibly_charged(&self) -> u32 {
        self.resends + 1
    }

    /// The targets whose evaluation was started: proved, or inferred from the other call logs of the request.
    pub fn accepted(&self) -> impl Iterator<Item = CallLogId> {
        self.evidence
            .iter()
            .filter(|e| e.evidence.shows_acceptance())
            .map(|e| e.id)
    }

    /// The targets of which nobody knows.
    pub fn unknown(&self) -> impl Iterator<Item = CallLogId> {
        let accepted: BTreeSet<CallLogId> = self.accepted().collect();
        self.targets
            .iter()
            .copied()
            .filter(move |id| !accepted.contains(id))
    }
}

/// What reading one call log back showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LogEvidence {
    /// The call log.
    pub id: CallLogId,
    /// How it differs from the baseline.
    pub evidence: Evidence,
}

impl fmt::Display for LogEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "call log {}: {}", self.id, self.evidence)
    }
}

/// How a call log differs from its baseline after a request with an unknown outcome.
///
/// # Persistence
/// Stored under its name in lower case, such as `became_busy` or `only_updated_at`; a name keeps its meaning in every
/// later release, and there may be more of them. Strong evidence never becomes less true. The others describe one
/// settle window only: look again before acting on a stored one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// Strong: it is in evaluation and was not before.
    BecameBusy,
    /// Strong: `success` went back to null.
    SuccessReset,
    /// Strong: other metrics, or other results of them.
    MetricsChanged,
    /// Weak: only `updated_at` moved, as it also does when a person edits the log.
    OnlyUpdatedAt,
    /// Inferred: only `updated_at` moved, and other call logs of the same request show strong evidence, so the request
    /// arrived. A reviewed call log whose verdicts stay shows no more than this.
    UpdatedWithOthers,
    /// Nothing had moved when the settle window was over: the last look began at its end or later, and succeeded.
    Untouched,
    /// The log could not be read back, or was in evaluation before the request.
    Inconclusive,
    /// The log is not there any more: it was deleted, and nothing can tell any more.
    Gone,
}

impl Evidence {
    /// Whether this proves that the evaluation was started, by this call log alone.
    #[must_use]
    pub fn is_strong(self) -> bool {
        matches!(
            self,
            Self::BecameBusy | Self::SuccessReset | Self::MetricsChanged
        )
    }

    /// Whether the call log counts as accepted: by strong evidence, or inferred from the others of its request.
    ///
    /// Wait for such a call log, and never send it again.
    #[must_use]
    pub fn shows_acceptance(self) -> bool {
        self.is_strong() || self == Self::UpdatedWithOthers
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BecameBusy => "in evaluation now",
            Self::SuccessReset => "success was reset",
            Self::MetricsChanged => "metrics changed",
            Self::OnlyUpdatedAt => "only updated_at moved",
            Self::UpdatedWithOthers => {
                "updated_at moved, and others of the same request were accepted"
            }
            Self::Untouched => "untouched",
            Self::Inconclusive => "could not be told",
            Self::Gone => "deleted",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// These names are in journals.
    #[test]
    fn evidence_is_stored_by_name() {
        for (evidence, name) in [
            (Evidence::BecameBusy, "became_busy"),
            (Evidence::SuccessReset, "success_reset"),
            (Evidence::MetricsChanged, "metrics_changed"),
            (Evidence::OnlyUpdatedAt, "only_updated_at"),
            (Evidence::UpdatedWithOthers, "updated_with_others"),
            (Evidence::Untouched, "untouched"),
            (Evidence::Inconclusive, "inconclusive"),
            (Evidence::Gone, "gone"),
        ] {
            let found = LogEvidence {
                id: CallLogId(5001),
                evidence,
            };
            let text = serde_json::to_string(&found).unwrap();
            assert_eq!(text, format!(r#"{{"id":5001,"evidence":"{name}"}}"#));
            assert_eq!(serde_json::from_str::<LogEvidence>(&text).unwrap(), found);
        }
    }
}
