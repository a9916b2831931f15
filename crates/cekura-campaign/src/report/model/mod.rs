//! The report as data: the shape of its JSON, which is documented and versioned.

mod campaign;
mod change;
mod coverage;
mod metric;
mod outcome;
mod report;
mod reviewer;

pub use campaign::{CampaignInfo, CanaryStage};
pub use change::{Change, ChangeKind, ExcerptTurn, Verdict};
pub use coverage::{Coverage, Unfinished, UnfinishedState};
pub use metric::{Definition, Delta, EarlierDefinition, Flips, MetricSummary, Noise, Proportion};
pub use outcome::{EarlyEnd, EarlyEndKind, ReportOutcome};
pub use report::Report;
pub use reviewer::{Agreement, ReviewerAgreement};
