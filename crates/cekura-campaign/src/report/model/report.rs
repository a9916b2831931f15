//! What a campaign came to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::campaign::CampaignInfo;
use super::change::Change;
use super::coverage::{Coverage, Unfinished};
use super::human::HumanAgreement;
use super::metric::{Delta, Flips, MetricSummary};
use super::outcome::{EarlyEnd, Outcome};
use crate::gate::GateVerdict;

/// What a campaign came to.
///
/// This is the JSON that `cekura campaign report --format json` writes. Within one version fields are only added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The version of this shape: 1.
    pub version: u32,
    /// The verdict, the same in every format and as the exit code; set when the report is published.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// What was asked for.
    pub campaign: CampaignInfo,
    /// What ended the work before all was done, where something did and the report was written by the command that worked.
    #[serde(default)]
    pub early_end: Option<EarlyEnd>,
    /// How many of the selected call logs were evaluated, and what became of the others.
    pub coverage: Coverage,
    /// The outcome of whole calls, before and after, without those that a person reviewed: they keep the person's outcome,
    /// whatever the judge says.
    pub calls: Flips,
    /// The change of the pass rate of whole calls.
    #[serde(default)]
    pub calls_change: Option<Delta>,
    /// Exact two-sided McNemar test of whole calls.
    #[serde(default)]
    pub calls_mcnemar_p: Option<f64>,
    /// How far the judge agrees with the people who reviewed calls, before and after; nothing where nobody reviewed one.
    #[serde(default)]
    pub human_agreement: Option<HumanAgreement>,
    /// Evaluated call logs that a person reviewed while the campaign ran: listed here and counted in no statistic, since
    /// nothing tells what the judge changed from what the person did.
    #[serde(default)]
    pub reviewed_during_run: Vec<i64>,
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
            outcome: None,
            campaign: CampaignInfo::default(),
            early_end: None,
            coverage: Coverage::default(),
            calls: Flips::default(),
            calls_change: None,
            calls_mcnemar_p: None,
            human_agreement: None,
            reviewed_during_run: Vec::new(),
            metrics: Vec::new(),
            gate: None,
            unfinished: Vec::new(),
            changes: Vec::new(),
            changes_left_out: 0,
        }
    }
}
