//! What changed: one metric on one call log.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One metric's verdict on one call log, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The call log.
    pub call_log: i64,
    /// The metric's number, where the service gives it.
    pub metric_id: Option<i64>,
    /// The metric's name.
    pub metric_name: String,
    /// What changed.
    pub change: ChangeKind,
    /// Whether the metric's flips are within its noise, where that was measured.
    pub within_noise: Option<bool>,
    /// The verdict before; nothing where the metric appeared.
    pub before: Option<Verdict>,
    /// The verdict now; nothing where the metric vanished.
    pub after: Option<Verdict>,
    /// What a person decided about the whole call, if one reviewed it.
    pub human: Option<bool>,
    /// The customer's number; redacted unless transcripts were asked for.
    pub customer_number: Option<String>,
    /// Turns of the conversation; empty unless transcripts were asked for.
    pub excerpt: Vec<ExcerptTurn>,
}

impl Change {
    /// Whether it fails now what a person passed. The other way round says nothing: a person may fail a call for another
    /// reason than this metric's.
    #[must_use]
    pub fn contradicts_a_person(&self) -> bool {
        let fails = self
            .after
            .as_ref()
            .is_some_and(|verdict| verdict.passed == Some(false));
        self.human == Some(true) && fails && self.change.is_material()
    }
}

/// A metric's verdict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Pass or fail, where the metric says so.
    pub passed: Option<bool>,
    /// The score, where there is one.
    pub score: Option<f64>,
    /// The category or value, as text.
    pub value: Option<String>,
    /// Why, in the judge's words.
    pub explanation: Vec<String>,
}

/// A turn of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExcerptTurn {
    /// Who spoke.
    pub role: String,
    /// What was said.
    pub text: String,
}

/// What changed about a verdict; the most important change where there are several. The worst first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It passed and fails now.
    PassToFail,
    /// It has no entry any more.
    Vanished,
    /// It had a result and is not applicable now.
    BecameNotApplicable,
    /// The score moved without crossing between pass and fail.
    ScoreMoved,
    /// The category or the value is another.
    ValueChanged,
    /// It was not applicable and has a result now.
    BecameApplicable,
    /// It had no entry before.
    Appeared,
    /// It failed and passes now.
    FailToPass,
    /// Only the explanation reads differently.
    ExplanationChanged,
    /// Everything compared is the same.
    Unchanged,
}

impl ChangeKind {
    /// Every kind, the worst first. Journals keep the number of each, so the order never changes.
    pub(crate) const ALL: [Self; 10] = [
        Self::PassToFail,
        Self::Vanished,
        Self::BecameNotApplicable,
        Self::ScoreMoved,
        Self::ValueChanged,
        Self::BecameApplicable,
        Self::Appeared,
        Self::FailToPass,
        Self::ExplanationChanged,
        Self::Unchanged,
    ];

    /// Whether the verdict is another, rather than its wording.
    #[must_use]
    pub fn is_material(self) -> bool {
        !matches!(self, Self::Unchanged | Self::ExplanationChanged)
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PassToFail => "pass → fail",
            Self::Vanished => "vanished",
            Self::BecameNotApplicable => "not applicable now",
            Self::ScoreMoved => "score moved",
            Self::ValueChanged => "value changed",
            Self::BecameApplicable => "applicable now",
            Self::Appeared => "appeared",
            Self::FailToPass => "fail → pass",
            Self::ExplanationChanged => "explained differently",
            Self::Unchanged => "unchanged",
        })
    }
}
