//! The report: as data, and as what people and machines read.
//!
//! A [`Report`] may hold what customers said and their telephone numbers. Renderers therefore take a [`Published`] report, which
//! [`Report::publish`] makes without them and [`Report::publish_with_transcripts`] with them.

mod clip;
mod github;
mod html;
mod json;
mod junit;
mod model;
mod publish;
mod redact;
#[cfg(test)]
mod sample;
pub mod wording;

pub use github::{annotations as github_annotations, summary as github_summary};
pub use html::html;
pub use json::{json, schema};
pub use junit::junit;
pub use model::{
    Agreement, CampaignInfo, CanaryStage, Change, ChangeKind, Coverage, Definition, Delta,
    EarlierDefinition, EarlyEnd, EarlyEndKind, ExcerptTurn, Flips, MetricSummary, Noise,
    Proportion, Report, ReportOutcome, ReviewerAgreement, Unfinished, UnfinishedState, Verdict,
};
pub use publish::Published;
