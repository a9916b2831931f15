//! The data that never changes: agents, metrics, calls and transcripts. All of it is a pure function of the seed; only the
//! latest transcripts are cached.

mod agents;
mod calls;
mod metrics;
mod script;
mod seeded;
mod trades;
mod transcript;
mod transcript_cache;
mod wording;

pub(crate) use agents::Agent;
pub(crate) use calls::{Call, LINE_WENT_SILENT, Times};
pub(crate) use metrics::{Metric, MetricKind};
pub(crate) use seeded::World;
pub(crate) use transcript::Transcript;
pub(crate) use transcript_cache::{Json, Written};
pub(crate) use wording::{Wording, purpose, trigger, wording};

use seeded::FIRST_CALL_LOG;
