//! The report as data: the shape of its JSON, which is documented and versioned.

mod campaign;
mod change;
mod coverage;
mod metric;
mod outcome;
mod people;
mod report;

pub use campaign::{CampaignFacts, CanaryStage};
pub use change::{Change, ChangeKind, Line, Verdict};
pub use coverage::{Coverage, Unfinished, UnfinishedState};
pub use metric::{Definition, Delta, EarlierDefinition, Flips, MetricSummary, Noise, Share};
pub use outcome::{EarlyEnd, EarlyEndKind, Outcome};
pub use people::{Agreement, People};
pub use report::Report;
