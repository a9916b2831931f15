//! `cekura calls export`.

use std::path::PathBuf;
use std::time::SystemTime;

use cekura::Timestamp;
use cekura_campaign::plan::Window;
use clap::{Args, ValueEnum};

use super::values::{Moment, check_range};
use super::{CallFilterArgs, Rendering, values};
use crate::failure::Failure;

/// Export the call logs of any time range as JSON Lines or CSV.
///
/// Newest first, each call log once. A range of more than 30 days is requested in pieces of 30 days. Without --from and
/// --to the last 30 days are exported. Call logs are written as they arrive, so that any number of them needs little memory.
/// Exports name customers and quote their calls.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls export --agent-id 310 --from 90d --out calls.jsonl
  cekura calls export --agent-id 310 --from 90d --out calls.jsonl --resume
  cekura calls export --project-id 44 --failed --format csv > failed.csv
  cekura calls export --agent-id 310 --detail full | jq -r .transcript

Interrupted exports:
  Until an export to a file is complete, FILE.export beside it has the position.
  --resume continues there: no call log is written twice or left out, and the
  file is the same as without the interruption. Give the same options again. A
  time such as 90d, and the end, stay what they were at the first start.

Output:
  JSON Lines: the call logs as the service gives them, one on each line; fields
  without a value are left out. CSV: a heading, then one row for each call log;
  columns are added at the end, and never moved or removed:
  id, call_id, timestamp, agent, agent_name, project, status, success,
  is_reviewed, feedback, duration, call_ended_reason, dropoff_point, topic,
  customer_number, error_message, trace_id, voice_recording_url, created_at,
  updated_at, metrics_passed, metrics_failed, metrics, metadata,
  dynamic_variables, transcript
  metrics, metadata and dynamic_variables are JSON. project, voice_recording_url,
  metadata and dynamic_variables need --detail full. Text that a spreadsheet
  would run as a formula begins with an apostrophe.")]
pub(crate) struct CallExportArgs {
    #[command(flatten)]
    pub(crate) calls: CallFilterArgs,

    /// Only calls from this time on: 2026-05-18, or 7d (ago).
    ///
    /// A time is written as 2026-05-18T09:30:00Z. The default is 30 days before the end.
    #[arg(long, value_name = "WHEN", value_parser = values::written_moment)]
    pub(crate) from: Option<Moment>,

    /// Only calls up to this time [default: now].
    #[arg(long, value_name = "WHEN", value_parser = values::written_moment)]
    pub(crate) to: Option<Moment>,

    /// Output format.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "jsonl",
        value_parser = Rendering::parser(&Rendering::EXPORT))]
    pub(crate) format: Rendering,

    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE", alias = "output")]
    pub(crate) out: Option<PathBuf>,

    /// Continue the export to this file if it was interrupted.
    ///
    /// Begins it if there is no such file.
    #[arg(long, requires = "out")]
    pub(crate) resume: bool,

    /// How much of each call log to export.
    ///
    /// full takes one request for each call log, summary one for 200 of them.
    #[arg(long, value_name = "DETAIL", value_enum, default_value_t)]
    pub(crate) detail: CallDetail,

    /// Concurrent reads of call logs, with --detail full [default: 8].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) read_concurrency: Option<u32>,

    /// Requests per second, at most.
    #[arg(long, value_name = "N", value_parser = values::rate, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) rate: Option<f64>,
}

impl CallExportArgs {
    /// Checks the options, and returns the time range.
    pub(crate) fn window(&self, now: SystemTime) -> Result<Window, Failure> {
        let (from, to) = (time(self.from.as_ref()), time(self.to.as_ref()));
        check_range(from, to)?;
        match (self.read_concurrency, self.detail) {
            (Some(0), _) => {
                return Err(Failure::usage(
                    "--read-concurrency must be at least 1: nothing could be read",
                ));
            }
            (Some(_), CallDetail::Summary) => {
                return Err(Failure::usage(
                    "--read-concurrency has no effect without --detail full: add it, or leave out --read-concurrency",
                ));
            }
            _ => {}
        }
        let from = from.and_then(Timestamp::to_system_time);
        let to = to.and_then(Timestamp::to_system_time);
        Ok(Window::new(from, to.unwrap_or(now))?)
    }
}

fn time(moment: Option<&Moment>) -> Option<&Timestamp> {
    moment.map(|moment| &moment.at)
}

/// How much of a call log is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum CallDetail {
    /// The entry of the list, with verdicts and scores.
    #[default]
    Summary,
    /// The whole call log, with explanations and metadata.
    Full,
}
