//! Tests of the promises, one file each.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod compares;
mod damaged_values;
mod errors;
mod every_operation;
mod examples;
mod forward_compat;
mod imports;
mod jobs;
mod json;
mod models;
mod not_as_documented;
mod open_types;
mod paging;
mod pays_once;
mod raw;
mod retry_after;
mod sandbox;
mod schema;
mod secrets;
mod sends_calls;
mod timeouts;
mod tracing_spans;
mod unreliable_service;
mod user_programs;
mod vendor_sdk;
mod verdicts;
mod waiting_by_hand;
mod waits_until_done;
