//! The promises, one file each.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps in vain fails, as it should"
)]

mod compares;
mod damaged_replies;
mod doubts;
mod errors;
mod examples;
mod forward_compat;
mod json;
mod models;
mod not_as_documented;
mod open_types;
mod paging;
mod pays_once;
mod raw;
mod retry_after;
mod schema;
mod seams;
mod secrets;
mod timeouts;
mod tracing_spans;
mod user_programs;
mod verdicts;
mod waits_until_done;
