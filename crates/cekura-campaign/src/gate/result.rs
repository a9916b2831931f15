//! The results of a gate's rules.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The results of a gate's rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GateResult {
    /// Whether every rule is met. The outcome of the campaign is the report's `outcome`: a campaign that ended early or was stopped by its
    /// canary has not passed.
    pub passed: bool,
    /// One entry for each rule and metric.
    pub rules: Vec<RuleResult>,
}

/// The result of one rule for one metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RuleResult {
    /// The rule.
    pub rule: RuleKind,
    /// The metric's name, or the rule's name of a missing metric; `null` for `min_evaluated`.
    pub metric_name: Option<String>,
    /// The metric's id, if the service gives it.
    pub metric_id: Option<i64>,
    /// The limit: a count of call logs, or a share from 0 to 1.
    pub limit: f64,
    /// The measured value, in the same unit; `null` if the metric gave no verdicts.
    pub found: Option<f64>,
    /// Whether the rule is met.
    pub passed: bool,
    /// What was found and what the limit allows.
    pub reason: String,
}

/// The kinds of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Enough of the selected call logs were evaluated.
    MinEvaluated,
    /// A metric's pass rate after is high enough.
    MinPassRate,
    /// A metric has few enough regressions.
    MaxRegressions,
    /// A metric has few enough lost results: vanished, or not applicable after.
    MaxLostResults,
}

impl GateResult {
    /// Returns the rules that are not met.
    pub fn failed(&self) -> impl Iterator<Item = &RuleResult> {
        self.rules.iter().filter(|rule| !rule.passed)
    }

    /// Returns whether any rule is about the quality of the results.
    #[must_use]
    pub fn has_quality_rules(&self) -> bool {
        self.rules
            .iter()
            .any(|rule| rule.rule != RuleKind::MinEvaluated)
    }

    /// Returns whether only `min_evaluated` failed: finish the campaign, then check again.
    #[must_use]
    pub fn is_only_incomplete(&self) -> bool {
        !self.passed
            && self
                .failed()
                .all(|rule| rule.rule == RuleKind::MinEvaluated)
    }
}

impl RuleResult {
    /// Returns the rule as in a gate file, such as `max_regressions = 3`.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} = {}", self.rule.key(), self.limit)
    }

    /// Returns the metric's name, or `all call logs`.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.metric_name.as_deref().unwrap_or("all call logs")
    }
}

impl RuleKind {
    /// Returns the rule's key in a gate file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MinEvaluated => "min_evaluated",
            Self::MinPassRate => "min_pass_rate",
            Self::MaxRegressions => "max_regressions",
            Self::MaxLostResults => "max_lost_results",
        }
    }
}

impl fmt::Display for RuleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
