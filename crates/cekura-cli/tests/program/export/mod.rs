//! Promise: an export has every call log of a time range once, also after an interruption.

mod content;
#[cfg(unix)]
mod resume;
mod wrong_input;

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};

use cekura_sandbox::{Fault, Sandbox, SandboxClock};
use serde_json::Value;

use crate::support::{Ended, Stage, run};

/// The time range of all call logs, in pieces of 30 days.
const ALL: [&str; 4] = ["--from", "2025-12-01", "--to", "2026-03-02T09:00:00Z"];

/// A sandbox whose calls were made in fixed weeks, with small pages.
async fn stage() -> Stage {
    Stage::with(|builder| builder.clock(SandboxClock::manual()).max_page_size(20)).await
}

/// The command for all call logs of the first agent.
fn all<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["calls", "export", "--agent-id", "310"], &ALL[..], more].concat()
}

/// The ids of the first agent's call logs, newest first.
fn newest_first(sandbox: &Sandbox) -> Vec<i64> {
    let mut ids = sandbox.call_log_ids_of(310);
    ids.reverse();
    ids
}

fn ids(lines: &[Value]) -> Vec<i64> {
    lines
        .iter()
        .map(|log| log["id"].as_i64().unwrap())
        .collect()
}

fn requests(stage: &Stage, operation: &str) -> u64 {
    stage.sandbox.request_counts().of_operation(operation)
}
