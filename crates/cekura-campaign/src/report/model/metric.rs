//! A metric over all call logs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Verdicts before and after, as a matrix. Those without a verdict on one side or both are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Flips {
    /// Passed before and after.
    pub pass_to_pass: u64,
    /// Passed before, fails now: a regression.
    pub pass_to_fail: u64,
    /// Failed before, passes now.
    pub fail_to_pass: u64,
    /// Failed before and after.
    pub fail_to_fail: u64,
    /// Had a result and is not applicable now.
    pub became_not_applicable: u64,
    /// Was not applicable and has a result now.
    pub became_applicable: u64,
    /// Neither side has a pass or a fail.
    pub without_verdict: u64,
}

impl Flips {
    /// Call logs with a pass or a fail on both sides.
    #[must_use]
    pub fn pairs(&self) -> u64 {
        self.pass_to_pass + self.pass_to_fail + self.fail_to_pass + self.fail_to_fail
    }

    /// Verdicts that changed between pass and fail.
    #[must_use]
    pub fn flipped(&self) -> u64 {
        self.pass_to_fail + self.fail_to_pass
    }

    /// Passes now, of those that pass or fail now.
    #[must_use]
    pub fn passes_after(&self) -> u64 {
        self.pass_to_pass + self.fail_to_pass
    }
}

/// One metric over all evaluated call logs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MetricSummary {
    /// The metric's number, where the service gives it.
    pub id: Option<i64>,
    /// The metric's name.
    pub name: String,
    /// Its kind: `binary`, `continuous`, `numeric`, `enum`.
    pub kind: Option<String>,
    /// A fingerprint of its definition when the campaign began, and when it ended.
    pub definition: Definition,
    /// Verdicts before and after.
    pub flips: Flips,
    /// Call logs for which it appeared: it had no entry before.
    pub appeared: u64,
    /// Call logs for which it vanished: it has no entry now.
    pub vanished: u64,
    /// Scores that moved without crossing between pass and fail.
    pub scores_moved: u64,
    /// Categories or values that changed.
    pub values_changed: u64,
    /// Verdicts that stayed while their explanation reads differently.
    pub explained_differently: u64,
    /// The share of passes among passes and fails, before.
    pub pass_rate_before: Option<Proportion>,
    /// The share of passes among passes and fails, now.
    pub pass_rate_after: Option<Proportion>,
    /// The change of the pass rate, of call logs with a pass or a fail on both sides.
    #[serde(default)]
    pub pass_rate_change: Option<Delta>,
    /// The average score before and after, of call logs that have one on both sides.
    pub mean_score: Option<[f64; 2]>,
    /// Exact two-sided McNemar test of the flips, of this metric alone: how likely a split at least this uneven is where
    /// nothing changed.
    pub mcnemar_p: Option<f64>,
    /// The same adjusted over all metrics of the report (Holm), since one of twenty unchanged ones is below 0.05 by itself.
    #[serde(default)]
    pub p_adjusted: Option<f64>,
    /// How often this metric flips by itself, where that was measured.
    pub noise: Option<Noise>,
}

impl MetricSummary {
    /// Results that changed in another way than between pass and fail.
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

    /// Whether the data show that verdicts lean to one side: McNemar's p, adjusted where it is, below 0.05.
    #[must_use]
    pub fn shows_change(&self) -> bool {
        self.p_adjusted.or(self.mcnemar_p).is_some_and(|p| p < 0.05)
    }

    /// Whether every result is as it was, explanations aside.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.flips.flipped() + self.other_changes() == 0
    }
}

/// A paired difference of two shares, after less before, with its 95 % score interval by Tango.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Delta {
    /// Of how many pairs.
    pub pairs: u64,
    /// The difference, −1 to 1.
    pub difference: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl Delta {
    /// Whether the interval leaves out 0: the data show a change.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// A share with its 95 % Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Proportion {
    /// How many did.
    pub hits: u64,
    /// Of how many.
    pub of: u64,
    /// `hits / of`.
    pub rate: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

/// Which definition of a metric judged, as fingerprints: equal ones mean equal definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Definition {
    /// When the campaign began, where it could be read. It says nothing about the verdicts from before the campaign.
    pub before: Option<String>,
    /// When it ended, where it could be read.
    pub after: Option<String>,
    /// The one that gave the verdicts before, where an earlier campaign knows it.
    #[serde(default)]
    pub earlier: Option<EarlierDefinition>,
}

/// The definition that gave the verdicts before, as an earlier campaign read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierDefinition {
    /// The earlier campaign's name.
    pub campaign: String,
    /// The fingerprint when it ended.
    pub fingerprint: String,
}

/// What re-evaluating the same call logs without changing anything showed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Noise {
    /// How often the sample was evaluated once more.
    pub rounds: u32,
    /// Call logs of the sample with a verdict in two rounds running.
    #[serde(default)]
    pub logs: u64,
    /// Verdicts that differ from the one of the round before, of all pairs of rounds. Rounds of one call log are not
    /// independent, and the interval allows for that: it is Wilson's for as many independent pairs as these are worth.
    pub flip_rate: Proportion,
    /// How likely this many flips or more are if nothing but noise of `flip_rate.rate` were at work.
    pub p: f64,
    /// Whether the campaign's flips are no more than the measured rate explains (`p` above 0.05) and do not lean to one side
    /// (McNemar's p above 0.05).
    pub within: bool,
    /// Whether they are more than even `flip_rate.high` explains, or lean to one side. Neither `within` nor `beyond`: the
    /// sample is too small to tell.
    #[serde(default)]
    pub beyond: bool,
}
