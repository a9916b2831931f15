//! How a campaign came out: one verdict for every format and the exit code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::report::Report;
use crate::gate::RuleKind;

/// How a campaign came out. Every format and the exit code of the program follow from it, and from nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Enough was evaluated, and every rule is met. Exit code 0.
    Passed,
    /// Enough was evaluated, and no rule says what a good result is. Exit code 0.
    NoQualityRule,
    /// Call logs are without a result, or the work was ended early. Exit code 101.
    Incomplete,
    /// A rule is not met. Exit code 100.
    GateFailed,
    /// The canary showed more regressions than it may, and the rest was not sent. Exit code 100.
    CanaryStopped,
}

impl Outcome {
    /// Whether the program ends with 0.
    #[must_use]
    pub fn is_good(self) -> bool {
        matches!(self, Self::Passed | Self::NoQualityRule)
    }
}

/// What ended the work before all was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EarlyEnd {
    /// What it was.
    pub kind: EarlyEndKind,
    /// In words: which limit, which deadline.
    pub why: String,
}

/// What can end the work before all is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EarlyEndKind {
    /// Somebody asked it to stop.
    Interrupted,
    /// A limit of evaluations or credits.
    Limit,
    /// The deadline.
    Deadline,
    /// The service refused to go on: no credits left, not allowed, too many requests without end.
    Refused,
}

impl Report {
    /// How the campaign came out, by what is in the report.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if self.campaign.stopped.is_some() {
            return Outcome::CanaryStopped;
        }
        // Work that is not over has no verdict yet, whatever the rules say of what there is.
        if self.early_end.is_some() {
            return Outcome::Incomplete;
        }
        match &self.gate {
            Some(gate)
                if gate
                    .failed()
                    .any(|rule| rule.rule != RuleKind::MinEvaluated) =>
            {
                Outcome::GateFailed
            }
            Some(gate) if !gate.passed => Outcome::Incomplete,
            Some(gate) if gate.has_quality_rules() => Outcome::Passed,
            None if !self.coverage.is_complete() => Outcome::Incomplete,
            _ => Outcome::NoQualityRule,
        }
    }
}
