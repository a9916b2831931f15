#![doc = include_str!("../README.md")]

pub mod cost;
pub mod engine;
mod files;
pub mod gate;
pub mod import;
pub mod journal;
pub mod pacing;
pub mod plan;
pub mod report;
pub mod shard;
pub mod stats;

pub use engine::{Campaign, CampaignError, CampaignOutcome, Settings};
pub use journal::{Journal, JournalError};
pub use plan::{Plan, Planner};
pub use report::Report;
pub use shard::Shard;
