//! The report as data: the shape of its JSON, which is documented and versioned.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::gate::GateVerdict;

/// What a campaign came to.
///
/// This is the JSON that `cekura reevaluate report --format json` writes. Within one version fields are only added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The version of this shape: 1.
    pub version: u32,
    /// What was asked for.
    pub campaign: CampaignFacts,
    /// How many of the selected call logs were evaluated, and what became of the others.
    pub coverage: Coverage,
    /// The outcome of whole calls, before and after.
    pub calls: Flips,
    /// One entry for each metric, the one with the most regressions first.
    pub metrics: Vec<MetricSummary>,
    /// The rules and how they came out, where there are any.
    pub gate: Option<GateVerdict>,
    /// The call logs that have no result, and why; refused and unknown ones first.
    pub unfinished: Vec<Unfinished>,
    /// What changed, the worst first.
    pub changes: Vec<Change>,
    /// Changes that are not listed, because a limit was asked for.
    pub changes_left_out: u64,
}

impl Report {
    /// The version of the shape that this crate writes.
    pub const VERSION: u32 = 1;
}

impl Default for Report {
    /// A report of nothing.
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            campaign: CampaignFacts::default(),
            coverage: Coverage::default(),
            calls: Flips::default(),
            metrics: Vec::new(),
            gate: None,
            unfinished: Vec::new(),
            changes: Vec::new(),
            changes_left_out: 0,
        }
    }
}

/// What was asked for, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CampaignFacts {
    /// The campaign's name, such as `2026-03-01-harbor`.
    pub id: String,
    /// When it was planned, RFC 3339 in UTC.
    pub created_at: String,
    /// The digest of the plan, SHA-256 in hexadecimal.
    pub plan_digest: String,
    /// Which part of the plan this is, such as `2/8`; nothing for the whole of it.
    pub shard: Option<String>,
    /// Whose call logs, in words: `agent 310`, `project 44`.
    pub scope: String,
    /// The paid operation: `rerun_evaluation` or `evaluate_metrics`.
    pub operation: String,
    /// The metrics that were chosen, for `evaluate_metrics`.
    pub chosen_metrics: Vec<i64>,
    /// Call logs evaluated, counted once for each time (noise included).
    pub evaluations: u64,
    /// Metric evaluations that were or may have been paid for: as many as each call log had before. For chosen metrics the most
    /// that it may be, since the choice is not always kept to.
    pub metric_evaluations: u64,
    /// What these cost by the price table: an estimate, never the service's account.
    pub estimated_credits: f64,
    /// Where the prices come from.
    pub price_source: String,
    /// Why a canary stopped the campaign, where one did.
    pub stopped: Option<String>,
}

/// What became of the selected call logs; the numbers add up to `selected`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// Call logs that the plan names.
    pub selected: u64,
    /// Evaluated, and the course of the evaluation was seen.
    pub observed: u64,
    /// Evaluated as far as stillness tells; weaker.
    pub settled: u64,
    /// Accepted, but no result came in time.
    pub timed_out: u64,
    /// The service refused them; nothing was paid.
    pub refused: u64,
    /// A request was sent for them, and nobody knows whether it was carried out.
    pub unknown: u64,
    /// Accepted, and still being waited for.
    pub waiting: u64,
    /// Never sent.
    pub not_sent: u64,
    /// Accepted, and deleted before its result was read.
    #[serde(default)]
    pub deleted: u64,
}

impl Coverage {
    /// Call logs with a result.
    #[must_use]
    pub fn evaluated(&self) -> u64 {
        self.observed + self.settled
    }

    /// Whether every selected call log has a result.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.evaluated() == self.selected
    }
}

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
    pub pass_rate_before: Option<Share>,
    /// The share of passes among passes and fails, now.
    pub pass_rate_after: Option<Share>,
    /// The average score before and after, of call logs that have one on both sides.
    pub mean_score: Option<[f64; 2]>,
    /// Exact two-sided McNemar test of the flips: how likely a split this uneven is by chance.
    pub mcnemar_p: Option<f64>,
    /// How often this metric flips by itself, where that was measured.
    pub noise: Option<Noise>,
    /// How well it agrees with the people who reviewed calls.
    pub agreement: Option<Agreement>,
}

/// A share with its 95 % Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
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

/// A metric's definition at two moments, as fingerprints: equal ones mean equal definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Definition {
    /// Before the first request, where it could be read.
    pub before: Option<String>,
    /// After the last result, where it could be read.
    pub after: Option<String>,
}

/// What re-evaluating the same call logs without changing anything showed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Noise {
    /// How often the sample was evaluated once more.
    pub rounds: u32,
    /// Verdicts that differ from the one of the round before, of all pairs of rounds.
    pub flip_rate: Share,
    /// How likely this many flips or more are if nothing but noise of `flip_rate.high` were at work.
    pub p: f64,
    /// Whether the campaign's flips are no more than noise explains (`p` above 0.05) and do not lean to one side as noise
    /// does not (McNemar's p above 0.05).
    pub within: bool,
}

/// A metric's verdicts now against the human outcome of reviewed calls.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Both pass.
    pub both_pass: u64,
    /// The metric passes what the person failed.
    pub only_judge_passes: u64,
    /// The metric fails what the person passed.
    pub only_human_passes: u64,
    /// Both fail.
    pub both_fail: u64,
    /// The share on which they agree.
    pub agreed: f64,
    /// Cohen's kappa; nothing where one side never varies.
    pub kappa: Option<f64>,
    /// Its 95 % confidence interval.
    pub kappa_interval: Option<[f64; 2]>,
}

/// A call log without a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unfinished {
    /// The call log.
    pub log: i64,
    /// Where it stands.
    pub state: UnfinishedState,
    /// Why, in words.
    pub reason: String,
}

/// Where a call log without a result stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum UnfinishedState {
    /// Nobody knows whether its evaluation was started.
    Unknown,
    /// The service refused it; nothing was paid.
    Refused,
    /// Accepted, but no result came in time.
    TimedOut,
    /// Accepted, and still being waited for.
    Waiting,
    /// Never sent.
    NotSent,
    /// Accepted, and deleted before its result was read.
    Deleted,
}

impl fmt::Display for UnfinishedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::TimedOut => "timed out",
            Self::Waiting => "waiting",
            Self::NotSent => "not sent",
            Self::Deleted => "deleted",
        })
    }
}

/// One metric's verdict on one call log, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The call log.
    pub log: i64,
    /// The metric's number, where the service gives it.
    pub metric: Option<i64>,
    /// The metric's name.
    pub name: String,
    /// What changed.
    pub change: ChangeKind,
    /// Whether the metric's flips are within its noise floor, where that was measured.
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
    pub excerpt: Vec<Line>,
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
pub struct Line {
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
