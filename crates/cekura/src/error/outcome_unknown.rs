//! A request with an unknown outcome, and the evidence about it.

use std::collections::BTreeSet;
use std::fmt;

use cekura_api::scalars::CallLogId;
use serde::{Deserialize, Serialize};

/// A request that may or may not have been carried out: its call logs and the evidence found since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeUnknown {
    pub(crate) targets: Vec<CallLogId>,
    pub(crate) all: bool,
    pub(crate) evidence: Vec<LogEvidence>,
    /// How often the request was resent and may have been carried out.
    pub(crate) resends: u32,
    /// Whether a second request would cost nothing, but change something twice.
    pub(crate) is_free: bool,
}

impl OutcomeUnknown {
    /// Returns the call logs that the request named; empty for all of an agent.
    #[must_use]
    pub fn targets(&self) -> &[CallLogId] {
        &self.targets
    }

    /// Returns whether the request named all call logs of an agent.
    #[must_use]
    pub fn targeted_all(&self) -> bool {
        self.all
    }

    /// Returns the evidence from reading the call logs back, one entry for each; empty without a baseline.
    #[must_use]
    pub fn evidence(&self) -> &[LogEvidence] {
        &self.evidence
    }

    /// Returns how many sends may have been charged: 1, or up to 2 after a resend.
    #[must_use]
    pub fn sends_possibly_charged(&self) -> u32 {
        self.resends + 1
    }

    /// Returns the call logs whose evaluation was started: proved, or inferred from others of the same request.
    pub fn accepted(&self) -> impl Iterator<Item = CallLogId> {
        self.evidence
            .iter()
            .filter(|e| e.evidence.shows_acceptance())
            .map(|e| e.id)
    }

    /// Returns the call logs for which it is unknown whether an evaluation was started.
    pub fn unknown(&self) -> impl Iterator<Item = CallLogId> {
        let accepted: BTreeSet<CallLogId> = self.accepted().collect();
        self.targets
            .iter()
            .copied()
            .filter(move |id| !accepted.contains(id))
    }
}

/// The evidence from reading one call log back.
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
/// Serialized as its name in snake case, such as `became_busy`; a name keeps its meaning in later releases, and there
/// may be more of them. Strong evidence stays valid. The others describe one settle window only: read the call logs
/// again before you act on a stored one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// Strong: it is being evaluated and was not before.
    BecameBusy,
    /// Strong: `success` went back to null.
    SuccessReset,
    /// Strong: metrics or their results changed.
    MetricsChanged,
    /// Weak: only `updated_at` changed, as it also does when a person edits the call log.
    OnlyUpdatedAt,
    /// Inferred: only `updated_at` changed, and other call logs of the same request show strong evidence. A reviewed
    /// call log whose results stay the same shows no more than this.
    UpdatedWithOthers,
    /// Nothing changed until the end of the settle window; the last read began then or later.
    Unchanged,
    /// The call log could not be read back, or was being evaluated before the request.
    Inconclusive,
    /// The call log was deleted.
    Deleted,
}

impl Evidence {
    /// Returns whether this proves that the evaluation of this call log was started.
    #[must_use]
    pub fn is_strong(self) -> bool {
        matches!(
            self,
            Self::BecameBusy | Self::SuccessReset | Self::MetricsChanged
        )
    }

    /// Returns whether the call log counts as accepted: by strong evidence, or inferred from others of its request.
    ///
    /// Wait for such a call log, and do not send it again.
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
            Self::OnlyUpdatedAt => "only updated_at changed",
            Self::UpdatedWithOthers => {
                "updated_at changed, and others of the same request were accepted"
            }
            Self::Unchanged => "unchanged",
            Self::Inconclusive => "inconclusive",
            Self::Deleted => "deleted",
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
            (Evidence::Unchanged, "unchanged"),
            (Evidence::Inconclusive, "inconclusive"),
            (Evidence::Deleted, "deleted"),
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
