//! How a campaign is worked on.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::super::values;
use crate::cli::Untouched;

/// Where a campaign stops.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// Stop before the estimated cost exceeds this many credits; a shard gets its share of the limit.
    #[arg(long, value_name = "CREDITS", value_parser = values::amount, allow_negative_numbers = true)]
    pub(crate) max_credits: Option<f64>,

    /// Stop before this many evaluations, counting a call log as often as it is or may be evaluated; a shard gets its share.
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) max_evaluations: Option<u64>,
}

/// Measuring what metrics flip by themselves.
#[derive(Debug, Args)]
#[command(next_help_heading = "Noise")]
pub(crate) struct NoiseArgs {
    /// After the comparison, evaluate a sample so many times more and report each metric's flip rate; paid each time.
    #[arg(long, value_name = "K", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) noise: Option<u32>,

    /// How many call logs the sample has [default: 50].
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) noise_sample: Option<u64>,
}

/// Sending a few first.
#[derive(Debug, Args)]
#[command(next_help_heading = "Canary")]
pub(crate) struct CanaryArgs {
    /// After so many call logs, wait for their results and look before going on; stages with commas, such as 20,200.
    #[arg(long, value_name = "N,N…", value_delimiter = ',', value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) canary: Vec<u64>,

    /// How many regressions (pass to fail, all metrics together) a canary may show [default: 0].
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) canary_max_regressions: Option<u64>,
}

/// Pace and patience.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pace")]
pub(crate) struct KnobArgs {
    /// Call logs in one paid request [default: 50].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) batch_size: Option<u32>,

    /// Paid requests under way at once [default: 4].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) concurrency: Option<u32>,

    /// Call logs that are read at once [default: 8].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) readers: Option<u32>,

    /// Requests a second at most, of every kind; divide the service's limit by the number of machines.
    #[arg(long, value_name = "N", value_parser = values::rate, allow_negative_numbers = true)]
    pub(crate) rate: Option<f64>,

    /// What to do about call logs that show no sign of an evaluation after a request without a usable answer; for this
    /// time only [default: report].
    ///
    /// resend-if-untouched sends each of them once more, ever: it may be charged twice.
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) on_unknown: Option<Untouched>,

    /// How long to look back at call logs when the outcome of a request is unknown [default: 60s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) settle_window: Option<Duration>,

    /// Give up waiting when no result at all has come for so long [default: 30m].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) stall_timeout: Option<Duration>,

    /// How long to pause before the first look at results; later pauses grow [default: 2s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) poll_interval: Option<Duration>,

    /// How long a changed call log must have been still to count as inferred; four times as long without an outcome
    /// [default: 30s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) stable_for: Option<Duration>,

    /// Accept only results whose evaluation was seen to go on and to end.
    #[arg(long)]
    pub(crate) confirmed_only: bool,

    /// End everything after this time: nothing further is sent or waited for; `resume` collects what was accepted.
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) deadline: Option<Duration>,

    /// How much to read of each call log [default: before].
    ///
    /// before reads everything that the evaluation overwrites, one request for each call log, and afterwards verdicts and
    /// scores, 200 call logs to a request. verdicts reads the latter before as well, and the old explanations are lost.
    /// What has changed is read whole either way; with --explanations everything is.
    #[arg(
        long,
        value_name = "DETAIL",
        value_enum,
        conflicts_with = "explanations"
    )]
    pub(crate) detail: Option<DetailArg>,
}

/// How much is read of each call log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DetailArg {
    /// Verdicts and scores, from the list.
    Verdicts,
    /// Everything before the evaluation.
    Before,
}
