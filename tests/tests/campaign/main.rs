//! The promises of campaigns, one file each.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps in vain fails, as it should"
)]

mod consecutive_answers;
mod failed_polls;
mod incomplete_lists;
mod journal;
mod kill;
mod limits;
mod lost_requests;
mod many_faults;
mod one_writer;
mod planning;
mod polling;
mod reading_before;
mod reads;
mod refusals;
mod rig;
mod sending;
mod separation;
mod shards;
mod spending_counts;
mod stall_timeout;
mod statistics;
mod story;
mod unknown_outcomes;
mod worker;
mod workers;
