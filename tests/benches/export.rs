//! The peak memory of `cekura calls export`, for many call logs and for a tenth of them.
//!
//! `cargo build -p cekura-cli && cargo bench --profile dev -p cekura-tests --bench export`. The sandbox is in this process.
//! Fails where a bound is missed, or where the file does not have each call log once.
#![allow(
    missing_docs,
    clippy::print_stdout,
    reason = "a program, not a library"
)]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use cekura_sandbox::Sandbox;
use cekura_tests::hostile::peak;
use cekura_tests::{Folder, program};

/// Call logs of the larger export.
const LOGS: u64 = 100_000;

/// At most so much more memory for ten times the call logs, and at most so much in all, in KiB.
const MOST_GROWTH: f64 = 1.3;
const MOST_MEMORY: u64 = 64_000;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let peaks = [LOGS / 10, LOGS].map(|count| {
        let builder = Sandbox::builder().agents(1).call_logs(count);
        let sandbox = runtime.block_on(builder.start()).expect("a sandbox");
        export(&sandbox, count)
    });
    let growth = peaks[1] as f64 / peaks[0] as f64;
    println!("  growth {growth:.2}, at most {MOST_GROWTH}; at most {MOST_MEMORY} KiB");
    match growth <= MOST_GROWTH && peaks[1] <= MOST_MEMORY {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// Exports every call log of a sandbox, and returns the peak memory in KiB.
fn export(sandbox: &Sandbox, count: u64) -> u64 {
    let folder = Folder::new();
    let out = folder.file("calls.jsonl");
    let agent = sandbox.agent_ids()[0].to_string();
    let began = Instant::now();
    let mut command = Command::new(program());
    command
        .args(["calls", "export", "--from", "90d", "--agent-id", &agent])
        .arg("--out")
        .arg(&out)
        .env_clear()
        .env("HOME", folder.path())
        .env("CEKURA_API_KEY", sandbox.api_key())
        .env("CEKURA_API_URL", sandbox.url())
        .stdin(Stdio::null());
    let mut export = command.spawn().expect("a program to start");
    let process = export.id().to_string();
    let mut most = 0;
    // The peak of a process is not told after its end.
    let status = loop {
        most = peak(&process).unwrap_or(0).max(most);
        if let Some(status) = export.try_wait().expect("a program that runs") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    assert!(status.success(), "{status}");
    assert_eq!(ids(&out), count, "each call log once");
    let bytes = out.metadata().expect("a file").len();
    println!(
        "  {count:>7} call logs {:>9.1} MB peak; a file of {:.0} MB in {:.1} s",
        most as f64 / 1e3,
        bytes as f64 / 1e6,
        began.elapsed().as_secs_f64(),
    );
    most
}

/// The number of call logs in a file, each of which is there once.
fn ids(out: &Path) -> u64 {
    let lines = BufReader::new(File::open(out).expect("a file")).lines();
    let mut ids = BTreeSet::new();
    for line in lines {
        let line = line.expect("a line");
        let log: serde_json::Value = serde_json::from_str(&line).expect("a call log");
        assert!(ids.insert(log["id"].as_i64()), "twice: {}", log["id"]);
    }
    ids.len() as u64
}
