//! The selected call logs by state.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The selected call logs by state; the numbers add up to `selected`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// Call logs of the plan.
    pub selected: u64,
    /// Evaluated (confirmed): the evaluation was seen to start and to end, or its end was announced.
    pub confirmed: u64,
    /// Evaluated (inferred): the call log was updated and then stayed unchanged for the time of `--stability-window` (default 30 s).
    pub inferred: u64,
    /// Accepted, but no result came in time.
    pub timed_out: u64,
    /// Refused by the service, and reading it back showed no evaluation.
    pub refused: u64,
    /// Sent, and it is unknown whether they were evaluated.
    pub unknown: u64,
    /// Accepted, waiting for the result.
    pub waiting: u64,
    /// Never sent.
    pub not_sent: u64,
    /// Deleted at the service before their result could be read.
    #[serde(default)]
    pub deleted: u64,
}

impl Coverage {
    /// Returns the number of call logs with a result.
    #[must_use]
    pub fn evaluated(&self) -> u64 {
        self.confirmed + self.inferred
    }

    /// Returns whether every selected call log has a result.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.evaluated() == self.selected
    }

    /// Returns the call logs without a result, by state, without empty states.
    #[must_use]
    pub fn missing(&self) -> Vec<(UnfinishedState, u64)> {
        [
            (UnfinishedState::Unknown, self.unknown),
            (UnfinishedState::Refused, self.refused),
            (UnfinishedState::TimedOut, self.timed_out),
            (UnfinishedState::Deleted, self.deleted),
            (UnfinishedState::Waiting, self.waiting),
            (UnfinishedState::NotSent, self.not_sent),
        ]
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .collect()
    }
}

/// A call log without a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unfinished {
    /// The call log.
    pub call_log: i64,
    /// Its state.
    pub state: UnfinishedState,
    /// Why it has no result.
    pub reason: String,
    /// How often it may have been charged, if more than once.
    #[serde(default)]
    pub possibly_charged: Option<u64>,
}

/// The state of a call log without a result.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum UnfinishedState {
    /// Sent, and it is unknown whether it was evaluated.
    Unknown,
    /// Refused by the service, and reading it back showed no evaluation.
    Refused,
    /// Accepted, but no result came in time.
    TimedOut,
    /// Accepted, and still being waited for.
    Waiting,
    /// Never sent.
    NotSent,
    /// Deleted at the service before its result could be read.
    Deleted,
}

impl fmt::Display for UnfinishedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::TimedOut => "timed out",
            Self::Waiting => "waiting",
            Self::NotSent => "not sent",
            Self::Deleted => "deleted",
        })
    }
}
