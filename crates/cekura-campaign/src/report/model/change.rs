//! A change: one metric of one call log.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One metric's verdict on one call log, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The call log.
    pub call_log: i64,
    /// The metric's id, if the service gives it.
    pub metric_id: Option<i64>,
    /// The metric's name.
    pub metric_name: String,
    /// What changed.
    pub change: ChangeKind,
    /// Whether the metric's flips are within its noise, if measured.
    pub within_noise: Option<bool>,
    /// The verdict before; `null` if the metric appeared.
    pub before: Option<Verdict>,
    /// The verdict after; `null` if the metric vanished.
    pub after: Option<Verdict>,
    /// The reviewer's outcome of the whole call, if it was reviewed.
    pub reviewer: Option<bool>,
    /// The customer's telephone number; redacted unless transcripts were asked for.
    pub customer_number: Option<String>,
    /// Turns of the conversation; empty unless transcripts were asked for.
    pub excerpt: Vec<ExcerptTurn>,
}

impl Change {
    /// Returns whether the metric fails a call that the reviewer passed. The opposite is no contradiction: a reviewer may fail a call for
    /// another reason.
    #[must_use]
    pub fn contradicts_reviewer(&self) -> bool {
        let fails = self
            .after
            .as_ref()
            .is_some_and(|verdict| verdict.passed == Some(false));
        self.reviewer == Some(true) && fails && self.change.changes_result()
    }
}

/// A metric's verdict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Pass or fail, if the metric gives a verdict.
    pub passed: Option<bool>,
    /// The score, if any.
    pub score: Option<f64>,
    /// The category or value, as text.
    pub value: Option<String>,
    /// The judge's explanation.
    pub explanation: Vec<String>,
}

/// A turn of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExcerptTurn {
    /// The time from the start of the call, `MM:SS` or `H:MM:SS`, if known.
    #[serde(default)]
    pub time: Option<String>,
    /// The speaker: `Agent`, `Customer`, `Tool`, or another word of the provider.
    pub role: String,
    /// What was said, or what the tool did.
    pub text: String,
}

/// The kind of a change; the most important if there are several. Ordered worst first.
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

    /// Returns whether the result changed, and not only its explanation.
    #[must_use]
    pub fn changes_result(self) -> bool {
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
            Self::ExplanationChanged => "explanation changed",
            Self::Unchanged => "unchanged",
        })
    }
}
