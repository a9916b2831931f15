//! The judge's agreement with people.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::metric::Delta;

/// The judge's outcome of whole calls against that of the people who reviewed them, before and after.
///
/// The service keeps a person's outcome in a reviewed call. The judge's is read from its verdicts: by the call's rubric where
/// it has one on both sides, else a call passes where a metric passes and none fails. Only calls that were reviewed all
/// along, and that the judge decides on both sides, are counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HumanAgreement {
    /// Reviewed calls that are counted.
    pub calls: u64,
    /// Reviewed calls that are not, because the judge does not decide them on both sides.
    pub undecided: u64,
    /// The judge before.
    pub before: Agreement,
    /// The judge now.
    pub after: Agreement,
    /// The change of the share on which they agree.
    pub change: Delta,
}

/// The judge's outcomes against people's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Both pass.
    pub both_pass: u64,
    /// The judge passes what the person failed.
    pub only_judge_passes: u64,
    /// The judge fails what the person passed.
    pub only_human_passes: u64,
    /// Both fail.
    pub both_fail: u64,
    /// The share on which they agree.
    pub agreed: f64,
    /// Cohen's kappa; nothing below 10 calls, and where one side never varies.
    pub kappa: Option<f64>,
    /// Its 95 % confidence interval.
    pub kappa_interval: Option<[f64; 2]>,
}
