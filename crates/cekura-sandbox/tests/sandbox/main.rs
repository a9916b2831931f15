//! The sandbox over real sockets, through a client that shares no code with it.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests are tests: a panic there is a failure here"
)]

mod billing;
mod client;
mod connections;
mod contract;
mod control;
mod entities;
mod evaluating;
mod examples;
mod failure_categories;
mod faults;
mod late_work;
mod listing;
mod meanwhile;
mod metrics;
mod noise;
mod operations;
mod paying;
mod quirks;
mod refused_work;
mod refusing;
mod reports;
mod scale;
mod unreadable;
