//! The unchanging part of the sandbox: who exists, which calls were made, what was said in them.
//! Everything is a pure function of the seed; nothing is stored per call log.

mod agents;
mod calls;
mod metrics;
mod script;
mod seeded;
mod trades;
mod transcript;

pub(crate) use agents::Agent;
pub(crate) use calls::{Call, LINE_WENT_SILENT, Times};
pub(crate) use metrics::{Metric, MetricKind};
pub(crate) use seeded::World;
pub(crate) use transcript::{Transcript, Turn};

use seeded::FIRST_CALL_LOG;
