//! What became of the selected call logs.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What became of the selected call logs; the numbers add up to `selected`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// Call logs that the plan names.
    pub selected: u64,
    /// Evaluated, and the course of the evaluation was seen.
    pub confirmed: u64,
    /// Evaluated as far as stillness tells; weaker.
    pub inferred: u64,
    /// Accepted, but no result came in time.
    pub timed_out: u64,
    /// The service refused them; nothing was paid.
    pub refused: u64,
    /// A request was sent for them, and it is unknown whether it was carried out.
    pub unknown: u64,
    /// Accepted, and still being waited for.
    pub waiting: u64,
    /// Never sent.
    pub not_sent: u64,
    /// Deleted at the service before their result could be read.
    #[serde(default)]
    pub deleted: u64,
}

impl Coverage {
    /// Call logs with a result.
    #[must_use]
    pub fn evaluated(&self) -> u64 {
        self.confirmed + self.inferred
    }

    /// Whether every selected call log has a result.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.evaluated() == self.selected
    }

    /// Call logs without a result, by what became of them; those states that some are in.
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
    /// Where it stands.
    pub state: UnfinishedState,
    /// Why, in words.
    pub reason: String,
    /// How often it may have been charged, where that is known to be more than once.
    #[serde(default)]
    pub possibly_charged: Option<u64>,
}

/// Where a call log without a result stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum UnfinishedState {
    /// A request was sent for it, and it is unknown whether it was carried out.
    Unknown,
    /// The service refused it; nothing was paid.
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
