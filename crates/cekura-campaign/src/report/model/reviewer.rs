//! The judge's agreement with reviewers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::metric::Delta;

/// How often the judge's outcome of a whole call agrees with its reviewer, before and after.
///
/// In a reviewed call the service keeps the reviewer's outcome. The judge's outcome comes from its verdicts: from the call's
/// rubric if there is one before and after, else a call passes if a metric passes and none fails. Only calls that were reviewed
/// before the campaign and have an outcome of the judge before and after are counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewerAgreement {
    /// The number of reviewed calls that are counted.
    pub calls: u64,
    /// The number of reviewed calls without an outcome of the judge before or after. They are not counted.
    pub undecided: u64,
    /// The agreement before.
    pub before: Agreement,
    /// The agreement after.
    pub after: Agreement,
    /// The change of the agreement rate.
    pub change: Delta,
}

/// The judge's outcomes compared with the reviewers'.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Calls that both pass.
    pub both_pass: u64,
    /// Calls that only the judge passes.
    pub only_judge_passes: u64,
    /// Calls that only the reviewer passes.
    pub only_reviewer_passes: u64,
    /// Calls that both fail.
    pub both_fail: u64,
    /// The agreement rate, from 0 to 1.
    pub agreed: f64,
    /// Cohen's kappa. Missing below 10 calls or if one side has only one outcome.
    pub kappa: Option<f64>,
    /// The 95 % confidence interval of kappa.
    pub kappa_interval: Option<[f64; 2]>,
}
