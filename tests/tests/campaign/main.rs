//! The promises of campaigns, one file each.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps in vain fails, as it should"
)]

mod apart;
mod counted;
mod doubts;
mod doubts_journal;
mod faults;
mod goes_on;
mod journal;
mod kill;
mod limits;
mod looks;
mod lost_requests;
mod planning;
mod reading_before;
mod reads;
mod refusals;
mod rig;
mod scripted;
mod sending;
mod shards;
mod statistics;
mod story;
mod waiting;
mod waits;
mod worker;
mod workers;
