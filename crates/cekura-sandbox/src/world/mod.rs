//! The unchanging part of the sandbox: who exists, which calls were made, what was said in them.
//! Everything is a pure function of the seed; of what was worked out, no more is kept than the latest transcripts.

mod agents;
mod calls;
mod memo;
mod metrics;
mod script;
mod seeded;
mod trades;
mod transcript;
mod wording;

pub(crate) use agents::Agent;
pub(crate) use calls::{Call, LINE_WENT_SILENT, Times};
pub(crate) use memo::{Json, Written};
pub(crate) use metrics::{Metric, MetricKind};
pub(crate) use seeded::World;
pub(crate) use transcript::Transcript;
pub(crate) use wording::{Wording, purpose, trigger, wording};

use seeded::FIRST_CALL_LOG;
