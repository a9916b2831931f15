//! What a campaign of many call logs costs: its peak memory, the time in which it sends, the list requests of a poll of all that
//! is outstanding, and all the requests that it takes where nothing changes.
//!
//! `cargo bench -p cekura-tests --bench campaign [-- [memory|sending|polling|reading]… [--logs N]]`. The sandbox is in this
//! process, each campaign in one of its own, from the plan's file to the head of the report. Fails where a bound is missed.
#![allow(
    missing_docs,
    clippy::print_stdout,
    reason = "a program, not a library"
)]

use std::collections::BTreeMap;
use std::fs::File;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use cekura::{AgentId, ApiKey, Client, Scope};
use cekura_campaign::engine::{Detail, Settings};
use cekura_campaign::plan::{PlannedLog, Query};
use cekura_campaign::{Plan, Planner};
use cekura_sandbox::{Fault, Quirks, RateLimit, Sandbox, SandboxBuilder};
use cekura_tests::Folder;

const PAID: &str = "call_logs_rerun_evaluation";
const LIST: &str = "call_logs_list";

/// Call logs of the larger campaign; the others have a tenth of that.
const LOGS: usize = 100_000;
const BATCH: usize = 100;
const IN_FLIGHT: usize = 16;
const LATENCY: Duration = Duration::from_secs(1);

/// The call logs of one list request, and the longest time between their calls.
const LISTED: usize = 200;
const WINDOW: i64 = 30 * 24 * 3600;

/// At most so much more memory for ten times the call logs, at most so much in all, and at most so much more time than with
/// nothing but latency.
const MOST_GROWTH: f64 = 1.3;
const MOST_MEMORY: u64 = 120_000;
const MOST_DELAY: f64 = 1.25;

/// Requests that are let through in a second while it is counted what is read.
const RATE: u64 = 20;

/// At most so many requests for each call log where nothing changes, and at most so long beside the judge.
const MOST_REQUESTS: f64 = 1.05;
const MOST_LISTED_REQUESTS: f64 = 0.05;
const MOST_TIME: f64 = 60.0;

/// How long the judge takes there, a third more or less.
const JUDGE: Duration = Duration::from_secs(20);

fn main() -> ExitCode {
    let (parts, logs) = match arguments() {
        Ok(read) => read,
        Err(text) => {
            println!("{text}");
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let kept = parts.into_iter().map(|part| {
        let began = Instant::now();
        let kept = match part {
            Part::Memory => runtime.block_on(memory(logs)),
            Part::Sending => runtime.block_on(sending(logs / 10)),
            Part::Polling => runtime.block_on(polling(logs / 10)),
            Part::Reading => runtime.block_on(reading(logs / 10)),
        };
        println!("  measured in {:.0} s\n", began.elapsed().as_secs_f64());
        kept
    });
    // Every part is measured, whatever came of the one before.
    match kept.fold(true, |all, one| all & one) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

#[derive(Clone, Copy)]
enum Part {
    Memory,
    Sending,
    Polling,
    Reading,
}

fn arguments() -> Result<(Vec<Part>, usize), String> {
    let (mut parts, mut logs) = (Vec::new(), LOGS);
    let mut given = std::env::args().skip(1);
    while let Some(word) = given.next() {
        match word.as_str() {
            // Cargo's own.
            "--bench" => {}
            "memory" => parts.push(Part::Memory),
            "sending" => parts.push(Part::Sending),
            "polling" => parts.push(Part::Polling),
            "reading" => parts.push(Part::Reading),
            "--logs" => {
                let number = given.next().and_then(|text| text.parse().ok());
                logs = number
                    .filter(|number| *number >= 10)
                    .ok_or("--logs needs a whole number of at least 10, such as 20000")?;
            }
            other => {
                return Err(format!(
                    "{other:?} is not known: expected memory, sending, polling, reading or --logs N"
                ));
            }
        }
    }
    if parts.is_empty() {
        parts = vec![Part::Memory, Part::Sending, Part::Polling, Part::Reading];
    }
    Ok((parts, logs))
}

/// Says whether a bound is kept.
fn verdict(what: &str, is: f64, most: f64, unit: &str) -> bool {
    let kept = is <= most;
    let word = if kept { "kept" } else { "MISSED" };
    println!("  {what:<44} {is:>9.2}{unit}   at most {most}{unit}: {word}");
    kept
}

/// The peak memory of a whole campaign, and of one with a tenth of the call logs.
async fn memory(logs: usize) -> bool {
    println!(
        "memory: whole campaigns of {} and of {logs} call logs",
        logs / 10
    );
    let mut peaks = Vec::new();
    for count in [logs / 10, logs] {
        let bench = Bench::open(count, |sandbox| {
            sandbox.evaluation_time(Duration::from_secs(2))
        })
        .await;
        let figures = bench.campaign(&settings()).await;
        assert_eq!(
            figures["evaluated"], count as u64,
            "every call log has its result"
        );
        assert_eq!(
            bench.sandbox.ledger().paid_more_than_once(),
            [],
            "every call log was paid once"
        );
        let took = |phase: &str| Duration::from_millis(figures[phase]).as_secs_f64();
        println!(
            "  {count:>7} call logs {:>9.1} MB peak; read in {:.1} s, sent in {:.1} s, awaited for {:.1} s, reported in {:.1} s",
            figures["peak_kb"] as f64 / 1e3,
            took("reading_ms"),
            took("sending_ms"),
            took("waiting_ms"),
            took("reporting_ms"),
        );
        peaks.push(figures["peak_kb"]);
    }
    let growth = verdict(
        "memory of the larger by the smaller",
        peaks[1] as f64 / peaks[0] as f64,
        MOST_GROWTH,
        "",
    );
    let peak = verdict(
        "memory of the larger",
        peaks[1] as f64 / 1e3,
        MOST_MEMORY as f64 / 1e3,
        " MB",
    );
    growth && peak
}

/// The time from the first paid request to the answer of the last one, where each takes a second.
async fn sending(logs: usize) -> bool {
    println!(
        "sending: {logs} call logs in batches of {BATCH}, {IN_FLIGHT} in flight, each answered after {LATENCY:?}"
    );
    let bench = Bench::open(logs, |sandbox| {
        sandbox.evaluation_time(Duration::from_secs(2))
    })
    .await;
    let requests = logs.div_ceil(BATCH);
    for _ in 0..requests {
        bench.sandbox.faults().push_for(PAID, Fault::delay(LATENCY));
    }
    let figures = bench.campaign(&settings()).await;
    assert_eq!(
        bench.sandbox.request_counts().of_operation(PAID),
        requests as u64,
        "each batch is sent once"
    );
    let took = figures["sending_ms"] as f64 / 1e3;
    let waves = requests.div_ceil(IN_FLIGHT);
    let ideal = waves as f64 * LATENCY.as_secs_f64();
    println!("  {requests} requests in {took:.2} s; {waves} waves take {ideal:.0} s at least");
    verdict("time by that of the waves", took / ideal, MOST_DELAY, "")
}

/// The list requests of one poll of call logs that are all accepted.
async fn polling(logs: usize) -> bool {
    println!("polling: one poll of {logs} accepted call logs");
    let bench = Bench::open(logs, |sandbox| {
        sandbox.evaluation_time(Duration::from_secs(3_600))
    })
    .await;
    let mut settings = settings();
    // The stall timeout ends after the first poll, and before a second one.
    settings.poll_interval = [Duration::from_millis(1_000), Duration::from_secs(60)];
    settings.stall_timeout = Duration::from_millis(900);
    let figures = bench.campaign(&settings).await;
    assert_eq!(figures["evaluated"], 0, "all of them are still outstanding");
    let requests = bench.sandbox.request_log();
    let last = requests
        .iter()
        .rposition(|request| request.operation.as_deref() == Some(PAID));
    let after = &requests[last.expect("requests that were paid")..];
    let count = |operation| {
        after
            .iter()
            .filter(|request| request.operation.as_deref() == Some(operation))
            .count()
    };
    let (lists, singly) = (count(LIST), count("call_logs_retrieve"));
    let windows = windows(&bench.plan.logs);
    let most: usize = windows.iter().map(|held| held.div_ceil(LISTED)).sum();
    println!(
        "  {lists} list requests and {singly} single ones; the calls lie in {} windows of 30 days",
        windows.len()
    );
    let seen = lists > 0 && singly == 0;
    verdict("list requests", lists as f64, most as f64, "") && seen
}

/// All requests of a campaign that changes no verdict, with the verdicts before and after from the list, and with the whole
/// state before.
async fn reading(logs: usize) -> bool {
    println!("reading: {logs} call logs, {RATE} requests a second, and no verdict changes");
    let mut kept = true;
    for (detail, most) in [
        (Detail::Verdicts, MOST_LISTED_REQUESTS),
        (Detail::Before, MOST_REQUESTS),
    ] {
        let is_listed = detail == Detail::Verdicts;
        let bench = Bench::open(logs, |sandbox| {
            let sandbox = sandbox.evaluation_time(JUDGE).quirks(Quirks {
                starts_up_to_date: true,
                ..Quirks::default()
            });
            // Reading everything takes a request for each call log: those are counted, and not waited for.
            match is_listed {
                true => sandbox.rate_limit(RateLimit::per_second(RATE)),
                false => sandbox,
            }
        })
        .await;
        let planning = bench.sandbox.request_counts().total();
        let mut settings = settings();
        settings.detail = detail;
        let pace = RATE.to_string();
        let options: &[&str] = if is_listed { &["--rate", &pace] } else { &[] };
        let began = Instant::now();
        let figures = bench.campaign_with(&settings, options).await;
        let took = began.elapsed().as_secs_f64();
        assert_eq!(
            figures["evaluated"], logs as u64,
            "every call log has its result"
        );
        assert_eq!(figures["changes"], 0, "no verdict changes");
        let requests = bench.sandbox.request_counts().total() - planning;
        println!(
            "  {detail:?}: {requests} requests, which take {:.0} s at {RATE} a second; the campaign took {took:.1} s",
            requests as f64 / RATE as f64
        );
        kept &= verdict(
            "requests for each call log",
            requests as f64 / logs as f64,
            most,
            "",
        );
        if is_listed {
            let beside = took - JUDGE.as_secs_f64();
            kept &= verdict("time beside the judge", beside, MOST_TIME, " s");
        }
    }
    kept
}

/// How many calls lie in each window of 30 days, from the oldest on.
fn windows(logs: &[PlannedLog]) -> Vec<usize> {
    let times: Option<Vec<i64>> = logs.iter().map(|log| log.time).collect();
    let mut times = times.expect("the sandbox tells when each call was");
    times.sort_unstable();
    let mut held = Vec::new();
    while let Some(first) = times.first() {
        let end = times.partition_point(|time| time - first <= WINDOW);
        held.push(end);
        times.drain(..end);
    }
    held
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = BATCH as u32;
    settings.concurrency = IN_FLIGHT as u32;
    settings.read_concurrency = 16;
    settings.stability_window = [Duration::from_secs(2), Duration::from_secs(3)];
    settings
}

/// A sandbox, and the file of a plan for all its call logs.
struct Bench {
    sandbox: Sandbox,
    plan: Plan,
    folder: Folder,
}

impl Bench {
    async fn open(logs: usize, set_up: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        let builder = Sandbox::builder()
            .seed(7)
            .agents(1)
            .call_logs(logs as u64)
            .credits("10000000");
        let sandbox = set_up(builder).start().await.expect("a sandbox");
        let client = Client::builder()
            .api_key(ApiKey::new(sandbox.api_key()).expect("a key"))
            .base_url(sandbox.url())
            .build()
            .expect("a client");
        let agent = AgentId(sandbox.agent_ids()[0]);
        // A search, and not ids: it finds out when each call was.
        let earliest = sandbox.now() - Duration::from_secs(90 * 24 * 3600);
        let plan = Planner::new(client, Scope::Agent(agent))
            .selection(Query::new().from(earliest))
            .plan(sandbox.now())
            .await
            .expect("a plan");
        assert_eq!(plan.logs.len(), logs, "the plan is for every call log");
        let folder = Folder::new();
        let file = File::create(folder.file("plan.json")).expect("a file");
        plan.write(file).expect("a plan that can be written");
        Self {
            sandbox,
            plan,
            folder,
        }
    }

    /// A process carries the plan out; its figures.
    async fn campaign(&self, settings: &Settings) -> BTreeMap<String, u64> {
        self.campaign_with(settings, &[]).await
    }

    /// The same, with further options of the process.
    async fn campaign_with(&self, settings: &Settings, options: &[&str]) -> BTreeMap<String, u64> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_campaigner"));
        command
            .args([self.sandbox.url(), self.sandbox.api_key()])
            .arg(self.folder.file("campaign.db"))
            .arg("--plan")
            .arg(self.folder.file("plan.json"))
            .args([
                "--settings",
                &serde_json::to_string(settings).expect("plain data"),
                "--figures",
            ])
            .args(options)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit());
        let done = tokio::task::spawn_blocking(move || command.output()).await;
        let done = done.expect("no panic").expect("a program to start");
        assert!(
            done.status.success(),
            "the campaign ended with {}",
            done.status
        );
        let said = String::from_utf8(done.stdout).expect("text");
        let mut lines = said.lines();
        assert_eq!(lines.next(), Some("Finished"));
        let figures = lines.filter_map(|line| line.split_once(' '));
        figures
            .map(|(name, number)| (name.to_owned(), number.parse().expect("a number")))
            .collect()
    }
}
