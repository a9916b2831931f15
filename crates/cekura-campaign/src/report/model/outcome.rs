//! The outcome of a campaign: the same in every format and in the exit code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::report::Report;
use crate::gate::RuleKind;

/// The outcome of a campaign, which decides every format and the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportOutcome {
    /// Enough was evaluated and every rule is met. Exit code 0.
    Passed,
    /// Enough was evaluated, and there are no quality rules. Exit code 0.
    NoQualityRule,
    /// Call logs have no result, or the run ended early. Exit code 101.
    Incomplete,
    /// A rule is not met. Exit code 100.
    GateFailed,
    /// The canary showed too many regressions, and the rest was not sent. Exit code 100.
    CanaryStopped,
}

impl ReportOutcome {
    /// Returns whether the exit code is 0.
    #[must_use]
    pub fn is_good(self) -> bool {
        matches!(self, Self::Passed | Self::NoQualityRule)
    }
}

/// What ended the run early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EarlyEnd {
    /// The kind.
    pub kind: EarlyEndKind,
    /// The reason in words, such as the limit that was reached.
    pub reason: String,
}

/// The kinds of an early end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EarlyEndKind {
    /// A stop was requested.
    Interrupted,
    /// A limit of evaluations or credits.
    Limit,
    /// The deadline.
    Deadline,
    /// The service rejects every request: no credits, no permission, or rate limited for too long.
    Refused,
}

impl Report {
    /// Returns the outcome, from the content of the report.
    #[must_use]
    pub fn outcome(&self) -> ReportOutcome {
        if self.campaign.canary_stop.is_some() {
            return ReportOutcome::CanaryStopped;
        }
        // An unfinished run is incomplete, whatever the rules say.
        if self.early_end.is_some() {
            return ReportOutcome::Incomplete;
        }
        match &self.gate {
            Some(gate)
                if gate
                    .failed()
                    .any(|rule| rule.rule != RuleKind::MinEvaluated) =>
            {
                ReportOutcome::GateFailed
            }
            Some(gate) if !gate.passed => ReportOutcome::Incomplete,
            Some(gate) if gate.has_quality_rules() => ReportOutcome::Passed,
            None if !self.coverage.is_complete() => ReportOutcome::Incomplete,
            _ => ReportOutcome::NoQualityRule,
        }
    }
}
