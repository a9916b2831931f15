//! The program from the outside: its exit codes, its output, its configuration, its manners.
//!
//! Each test starts the real binary against a sandbox in this process, with an empty environment and a home of its own.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on should end where it stands"
)]

mod account;
mod array_replies;
mod campaign;
mod consent;
mod documents;
mod exit_codes;
mod export;
mod files;
#[path = "../../src/generated/mod.rs"]
#[rustfmt::skip]
#[allow(dead_code, reason = "the program uses the rest")]
mod generated;
mod help;
mod help_examples;
mod import;
#[cfg(unix)]
mod interrupted;
mod missing_body;
mod odd_replies;
mod output;
mod precedence;
mod project_flag;
mod proxies;
mod requests;
mod sandbox_flag;
mod sends_calls;
mod serve;
mod strict;
mod support;
mod table;
mod terminal;
mod transcripts;
mod waiting;
mod words;
