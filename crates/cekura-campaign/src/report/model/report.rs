//! The report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::campaign::CampaignInfo;
use super::change::Change;
use super::coverage::{Coverage, Unfinished};
use super::metric::{Delta, Flips, MetricSummary};
use super::outcome::{EarlyEnd, ReportOutcome};
use super::reviewer::ReviewerAgreement;
use crate::gate::GateResult;

/// The report of a campaign.
///
/// This is the JSON that `cekura campaign report --format json` writes. Within one version fields are only added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The version of the format: 1.
    pub version: u32,
    /// The outcome of the campaign, the same in every format and in the exit code; set when the report is published.
    #[serde(default)]
    pub outcome: Option<ReportOutcome>,
    /// The facts about the campaign.
    pub campaign: CampaignInfo,
    /// What ended the run early, if the report is written by the command that ran the campaign.
    #[serde(default)]
    pub early_end: Option<EarlyEnd>,
    /// The selected call logs by state.
    pub coverage: Coverage,
    /// The outcomes of whole calls before and after, without reviewed calls, which keep the reviewer's outcome.
    pub calls: Flips,
    /// The change of the pass rate of whole calls.
    #[serde(default)]
    pub calls_change: Option<Delta>,
    /// Exact two-sided McNemar test of whole calls.
    #[serde(default)]
    pub calls_mcnemar_p: Option<f64>,
    /// The judge's agreement with the reviewers of calls; `null` if no call was reviewed.
    #[serde(default)]
    pub reviewer_agreement: Option<ReviewerAgreement>,
    /// Evaluated call logs that were reviewed while the campaign ran: excluded from all statistics, since changes of the judge
    /// cannot be separated from those of the reviewer.
    #[serde(default)]
    pub reviewed_during_run: Vec<i64>,
    /// One entry for each metric, the one with the most regressions first.
    pub metrics: Vec<MetricSummary>,
    /// The results of the gate's rules.
    pub gate: Option<GateResult>,
    /// The call logs without a result; unknown and refused ones first.
    pub unfinished: Vec<Unfinished>,
    /// The changes, worst first.
    pub changes: Vec<Change>,
    /// The number of changes that are not listed because of a limit.
    pub changes_left_out: u64,
}

impl Report {
    /// The version of the format that this crate writes.
    pub const VERSION: u32 = 1;
}

impl Default for Report {
    /// Creates an empty report.
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            outcome: None,
            campaign: CampaignInfo::default(),
            early_end: None,
            coverage: Coverage::default(),
            calls: Flips::default(),
            calls_change: None,
            calls_mcnemar_p: None,
            reviewer_agreement: None,
            reviewed_during_run: Vec::new(),
            metrics: Vec::new(),
            gate: None,
            unfinished: Vec::new(),
            changes: Vec::new(),
            changes_left_out: 0,
        }
    }
}
