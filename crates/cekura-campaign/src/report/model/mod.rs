//! The report as data: the shape of its JSON, which is documented and versioned.

mod campaign;
mod change;
mod coverage;
mod human;
mod metric;
mod outcome;
mod report;

pub use campaign::{CampaignInfo, CanaryStage};
pub use change::{Change, ChangeKind, ExcerptTurn, Verdict};
pub use coverage::{Coverage, Unfinished, UnfinishedState};
pub use human::{Agreement, HumanAgreement};
pub use metric::{Definition, Delta, EarlierDefinition, Flips, MetricSummary, Noise, Proportion};
pub use outcome::{EarlyEnd, EarlyEndKind, Outcome};
pub use report::Report;
