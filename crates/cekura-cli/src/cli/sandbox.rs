//! `cekura sandbox`: a stand-in that other programs can talk to.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::values;

/// Serve a stand-in for the service on this machine, until Ctrl-C.
///
/// It keeps call logs, metrics, credits and a judge, all made from a seed; no account is needed and nothing is real.
/// When it is ready it prints one line on standard output, `listening on http://127.0.0.1:PORT`, and on standard error
/// its key, the ids there are, and a command to try. Its pages under /__sandbox/ show the ledger and everything that
/// arrived.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura sandbox
  cekura sandbox --port 8080 --seed 11 --call-logs 2000
  cekura sandbox --latency 80ms --faults faults.jsonl

A file of faults has one JSON object on each line:
  {\"fault\": \"status\", \"status\": 503, \"when\": \"after_work\", \"operation\": \"call_logs_rerun_evaluation\"}
  {\"fault\": \"too_many_requests\", \"retry_after\": 2, \"times\": 3}
  {\"fault\": \"reset\", \"when\": \"after_work\"}")]
pub(crate) struct SandboxArgs {
    /// The port on 127.0.0.1; 0 for any that is free.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,

    /// What the world is made from; the same seed makes the same world.
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub(crate) seed: u64,

    /// How many call logs there are.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) call_logs: u64,

    /// How long each request takes.
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = values::span_or_zero)]
    pub(crate) latency: Duration,

    /// How long one evaluation takes, a third more or less.
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = values::span_or_zero)]
    pub(crate) judge_time: Duration,

    /// Faults to play, in their order.
    #[arg(long, value_name = "FILE")]
    pub(crate) faults: Option<PathBuf>,
}
