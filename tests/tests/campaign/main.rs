//! The promises of campaigns, one file each.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps in vain fails, as it should"
)]

mod doubts;
mod doubts_journal;
mod faults;
mod journal;
mod kill;
mod limits;
mod lost_requests;
mod planning;
mod reads;
mod refusals;
mod rig;
mod shards;
mod statistics;
mod story;
mod waits;
mod worker;
mod workers;
