//! The results of a metric over all call logs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Verdicts before and after, as a matrix. Call logs without a verdict before or after are counted separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Flips {
    /// Passed before and after.
    pub pass_to_pass: u64,
    /// Passed before, failed after: a regression.
    pub pass_to_fail: u64,
    /// Failed before, passed after.
    pub fail_to_pass: u64,
    /// Failed before and after.
    pub fail_to_fail: u64,
    /// Had a result before and was not applicable after.
    pub became_not_applicable: u64,
    /// Was not applicable before and had a result after.
    pub became_applicable: u64,
    /// Had no pass or fail before and none after.
    pub without_verdict: u64,
}

impl Flips {
    /// Returns the number of call logs with a pass or a fail both before and after.
    #[must_use]
    pub fn pairs(&self) -> u64 {
        self.pass_to_pass + self.pass_to_fail + self.fail_to_pass + self.fail_to_fail
    }

    /// Returns the number of verdicts that changed between pass and fail.
    #[must_use]
    pub fn flipped(&self) -> u64 {
        self.pass_to_fail + self.fail_to_pass
    }

    /// Returns the number of passes after, of [`pairs`](Self::pairs).
    #[must_use]
    pub fn passes_after(&self) -> u64 {
        self.pass_to_pass + self.fail_to_pass
    }
}

/// One metric over all evaluated call logs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MetricSummary {
    /// The metric's id, if the service gives it.
    pub id: Option<i64>,
    /// The metric's name.
    pub name: String,
    /// The metric's kind: `binary`, `continuous`, `numeric`, `enum`.
    pub kind: Option<String>,
    /// Fingerprints of the metric's definition when the campaign started and when it ended.
    pub definition: Definition,
    /// Verdicts before and after.
    pub flips: Flips,
    /// Call logs with an entry after and none before.
    pub appeared: u64,
    /// Call logs with an entry before and none after.
    pub vanished: u64,
    /// Scores that changed without a change between pass and fail.
    pub scores_moved: u64,
    /// Categories or values that changed.
    pub values_changed: u64,
    /// Unchanged verdicts with a different explanation.
    pub explanation_changed: u64,
    /// The share of passes among passes and fails before.
    pub pass_rate_before: Option<Proportion>,
    /// The share of passes among passes and fails after.
    pub pass_rate_after: Option<Proportion>,
    /// The change of the pass rate over call logs with a pass or a fail both before and after.
    #[serde(default)]
    pub pass_rate_change: Option<Delta>,
    /// The mean score before and after, over call logs with a score both times.
    pub mean_score: Option<[f64; 2]>,
    /// The p-value of the exact two-sided McNemar test of this metric's flips: the probability of a split at least this
    /// uneven if nothing changed.
    pub mcnemar_p: Option<f64>,
    /// The p-value adjusted for the number of metrics in the report (Holm).
    #[serde(default)]
    pub p_adjusted: Option<f64>,
    /// How often verdicts of this metric flip without a change, if that was measured.
    pub noise: Option<Noise>,
}

impl MetricSummary {
    /// Returns the number of results that changed in another way than between pass and fail.
    #[must_use]
    pub fn other_changes(&self) -> u64 {
        let flips = &self.flips;
        self.scores_moved
            + self.values_changed
            + self.appeared
            + self.vanished
            + flips.became_applicable
            + flips.became_not_applicable
    }

    /// Returns whether the flips show a change: the p-value, adjusted if available, is below 0.05.
    #[must_use]
    pub fn shows_change(&self) -> bool {
        self.p_adjusted.or(self.mcnemar_p).is_some_and(|p| p < 0.05)
    }

    /// Returns whether no result changed. Explanations are ignored.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.flips.flipped() + self.other_changes() == 0
    }
}

/// The difference of two paired proportions, after minus before, with its 95 % score interval (Tango).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Delta {
    /// The number of pairs.
    pub pairs: u64,
    /// The difference, from −1 to 1.
    pub difference: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl Delta {
    /// Returns whether the interval excludes 0, so that the data show a change.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// A proportion with its 95 % Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Proportion {
    /// The number of hits.
    pub hits: u64,
    /// The number of trials.
    pub of: u64,
    /// `hits / of`.
    pub rate: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

/// Fingerprints of the definitions of a metric. Equal fingerprints mean equal definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Definition {
    /// The definition when the campaign started, if it could be read. The earlier verdicts may come from another one.
    pub before: Option<String>,
    /// The definition when the campaign ended, if it could be read.
    pub after: Option<String>,
    /// The definition that gave the verdicts before, if an earlier campaign recorded it.
    #[serde(default)]
    pub earlier: Option<EarlierDefinition>,
}

/// The definition that gave the verdicts before, as an earlier campaign recorded it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierDefinition {
    /// The earlier campaign's name.
    pub campaign: String,
    /// The fingerprint when the earlier campaign ended.
    pub fingerprint: String,
}

/// The measured noise: how often verdicts flip when the same call logs are evaluated again without a change.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Noise {
    /// The number of noise rounds.
    pub rounds: u32,
    /// Call logs of the sample with a verdict in two consecutive rounds.
    #[serde(default)]
    pub call_logs: u64,
    /// The share of verdicts that differ from those of the previous round. Rounds of one call log are not independent, so the
    /// interval is Wilson's with the effective sample size.
    pub flip_rate: Proportion,
    /// The probability of at least this many flips from noise at `flip_rate.rate` alone.
    pub p_value: f64,
    /// Whether the measured rate explains the campaign's flips (`p_value` above 0.05) and neither direction prevails (McNemar's
    /// p-value above 0.05).
    pub flips_within: bool,
    /// Whether the flips are more than `flip_rate.high` explains, or one direction prevails. If neither `flips_within` nor `flips_beyond`
    /// is true, the sample is too small to decide.
    #[serde(default)]
    pub flips_beyond: bool,
}
