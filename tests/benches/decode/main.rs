//! How fast, and in how much memory, 10,000 detailed call logs are decoded: by the facade's models, and by structs of
//! the same shape that are written by hand, once keeping unknown fields and once dropping them.
//!
//! `cargo bench -p cekura-tests --bench decode`. All three are timed in turns within one process; each one's peak memory is
//! a process of its own. Only the ratios mean something on another machine.
#![allow(
    missing_docs,
    clippy::print_stdout,
    reason = "a program, not a library"
)]

mod by_hand;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use cekura::types::CallLog;
use cekura_sandbox::Sandbox;
use serde::de::DeserializeOwned;

const LOGS: u32 = 10_000;
const ROUNDS: usize = 9;
const KINDS: [&str; 3] = ["facade", "by hand, keeping", "by hand, dropping"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|a| a == "--peak") {
        Some(at) => print_peak(&arguments[at + 1], Path::new(&arguments[at + 2])),
        None => compare(),
    }
}

fn compare() {
    let bodies = corpus();
    let bytes: usize = bodies.iter().map(Vec::len).sum();
    println!(
        "{} call logs, {:.1} KB each on average",
        bodies.len(),
        bytes as f64 / f64::from(LOGS) / 1000.0
    );

    let mut times = [const { Vec::new() }; 3];
    for round in 0..=ROUNDS {
        let took = KINDS.map(|kind| time(kind, &bodies));
        if round > 0 {
            times
                .iter_mut()
                .zip(took)
                .for_each(|(all, one): (&mut Vec<Duration>, _)| all.push(one));
        }
    }
    let medians = times.map(|mut all| {
        all.sort_unstable();
        all[all.len() / 2]
    });
    let file = store(&bodies);
    let peaks = KINDS.map(|kind| peak_of(kind, &file));
    let _ = std::fs::remove_file(&file);

    println!(
        "{:<20} {:>10} {:>12} {:>16} {:>12}",
        "", "MB/s", "throughput", "peak memory MB", "memory"
    );
    for (n, kind) in KINDS.iter().enumerate() {
        println!(
            "{kind:<20} {:>10.0} {:>11.2}x {:>16.0} {:>11.2}x",
            bytes as f64 / 1e6 / medians[n].as_secs_f64(),
            medians[n].as_secs_f64().recip() / medians[1].as_secs_f64().recip(),
            peaks[n] as f64 / 1e3,
            peaks[n] as f64 / peaks[1] as f64,
        );
    }
}

fn time(kind: &str, bodies: &[Vec<u8>]) -> Duration {
    fn run<T: DeserializeOwned>(bodies: &[Vec<u8>]) -> Duration {
        let start = Instant::now();
        for body in bodies {
            black_box(serde_json::from_slice::<T>(body).expect("a call log"));
        }
        start.elapsed()
    }
    match kind {
        "facade" => run::<CallLog>(bodies),
        "by hand, keeping" => run::<by_hand::keeping::CallLog>(bodies),
        _ => run::<by_hand::dropping::CallLog>(bodies),
    }
}

/// Detailed call logs as the sandbox serves them.
fn corpus() -> Vec<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let sandbox = Sandbox::builder()
            .seed(7)
            .call_logs(LOGS.into())
            .start()
            .await
            .expect("a sandbox");
        let key = cekura::ApiKey::new(sandbox.api_key()).expect("a key");
        let client = cekura::Client::builder()
            .api_key(key)
            .base_url(sandbox.url())
            .build()
            .expect("a client");
        let mut bodies = Vec::new();
        for id in sandbox.call_log_ids() {
            let path = format!("/observability/v2/call-logs/{id}/");
            let reply = client
                .raw(cekura::Method::GET, path)
                .await
                .expect("a call log");
            bodies.push(reply.bytes().to_vec());
        }
        bodies
    })
}

/// One body a line.
fn store(bodies: &[Vec<u8>]) -> PathBuf {
    let file = std::env::temp_dir().join(format!("cekura-decode-{}.jsonl", std::process::id()));
    std::fs::write(&file, bodies.join(&b'\n')).expect("a writable temporary folder");
    file
}

fn peak_of(kind: &str, file: &Path) -> u64 {
    let this = std::env::current_exe().expect("a program");
    let output = Command::new(this)
        .args(["--peak", kind])
        .arg(file)
        .output()
        .expect("itself");
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .expect("a number of KB")
}

/// Decodes every line, keeps all results, and prints the process's peak memory in KB.
fn print_peak(kind: &str, file: &Path) {
    fn hold<T: DeserializeOwned>(file: &Path) -> u64 {
        use std::io::BufRead;
        let lines =
            std::io::BufReader::new(std::fs::File::open(file).expect("the corpus")).split(b'\n');
        let all: Vec<T> = lines
            .map(|line| serde_json::from_slice(&line.expect("a line")).expect("a call log"))
            .collect();
        black_box(&all);
        peak()
    }
    println!(
        "{}",
        match kind {
            "facade" => hold::<CallLog>(file),
            "by hand, keeping" => hold::<by_hand::keeping::CallLog>(file),
            _ => hold::<by_hand::dropping::CallLog>(file),
        }
    );
}

/// The process's peak memory in KB, as Linux tells it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a peak");
    line.trim()
        .trim_end_matches(" kB")
        .parse()
        .expect("a number")
}
