//! Agents, metrics, calls and transcripts: a pure function of the seed, and the calls that were sent since the start. Only the
//! latest transcripts are cached.

mod agents;
mod calls;
mod metrics;
mod script;
mod seeded;
mod sent;
mod trades;
mod transcript;
mod transcript_cache;
mod wording;

pub(crate) use agents::{Agent, ORGANIZATION};
pub(crate) use calls::{Call, LINE_WENT_SILENT, Times};
pub(crate) use metrics::{Metric, MetricKind};
pub(crate) use seeded::World;
pub(crate) use transcript::Transcript;
pub(crate) use transcript_cache::{Json, Written};
pub(crate) use wording::{Wording, purpose, trigger, wording};

use seeded::FIRST_CALL_LOG;
