//! How the rules came out.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a gate's rules came out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GateVerdict {
    /// Whether every rule passed. A campaign that was ended early or stopped by its canary has not passed all the same: the
    /// verdict over everything is the report's `outcome`.
    pub passed: bool,
    /// Each rule, for each metric that it is about.
    pub rules: Vec<RuleVerdict>,
}

/// How one rule came out, for one metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RuleVerdict {
    /// Which rule.
    pub rule: RuleKind,
    /// The metric's name, or how the rule names a metric that was not found; nothing for `complete`.
    pub metric_name: Option<String>,
    /// The metric's number, where the service gives it.
    pub metric_id: Option<i64>,
    /// What was asked for: a count of call logs, or a share from 0 to 1.
    pub limit: f64,
    /// What was found, in the same unit; nothing where the metric judged nothing.
    pub found: Option<f64>,
    /// Whether the rule is met.
    pub passed: bool,
    /// Why, in words.
    pub why: String,
}

/// The kinds of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Enough of the selected call logs were evaluated; all of them, unless `min_evaluated` asks for less.
    MinEvaluated,
    /// Enough of a metric's new verdicts are passes.
    MinPassRate,
    /// Not too many call logs go from pass to fail by a metric.
    MaxRegressions,
    /// Not too many call logs lose a metric's result.
    MaxLost,
}

impl GateVerdict {
    /// The rules that are not met.
    pub fn failed(&self) -> impl Iterator<Item = &RuleVerdict> {
        self.rules.iter().filter(|rule| !rule.passed)
    }

    /// Whether any rule is about how good the result is, and not only about how much was evaluated.
    #[must_use]
    pub fn has_quality_rules(&self) -> bool {
        self.rules
            .iter()
            .any(|rule| rule.rule != RuleKind::MinEvaluated)
    }

    /// Whether the only thing wrong is that call logs were not evaluated: finish the campaign, then ask again.
    #[must_use]
    pub fn is_only_incomplete(&self) -> bool {
        !self.passed
            && self
                .failed()
                .all(|rule| rule.rule == RuleKind::MinEvaluated)
    }
}

impl RuleVerdict {
    /// The rule as it could be written in a gate's file, such as `max_regressions = 3`.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} = {}", self.rule.key(), self.limit)
    }

    /// What the rule is about: the metric, or all call logs.
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
            Self::MaxLost => "max_lost",
        }
    }
}

impl fmt::Display for RuleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
