//! How a campaign is worked on.

use std::time::Duration;

use clap::Args;

use super::super::values;
use crate::cli::Untouched;

/// Where a campaign stops.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// Stop before the request that would pass so many credits, by the price table.
    #[arg(long, value_name = "CREDITS", value_parser = values::amount, allow_negative_numbers = true)]
    pub(crate) max_credits: Option<f64>,

    /// Stop before the request that would pass so many call logs, each counted as often as it is evaluated.
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
    pub(crate) max_regressions: Option<u64>,
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

    /// What to do about call logs that a request with an unknown outcome seems to have left untouched [default: report].
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) on_unknown: Option<Untouched>,

    /// How long to look back at call logs when the outcome of a request is unknown [default: 60s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) settle_window: Option<Duration>,

    /// Give up waiting when no result at all has come for so long [default: 30m].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) patience: Option<Duration>,

    /// How long to pause before the first look at results; later pauses grow [default: 2s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) poll: Option<Duration>,

    /// How long a changed call log must have been still to count as settled; four times as long without an outcome
    /// [default: 30s].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) still: Option<Duration>,

    /// Accept only results whose evaluation was seen to go on and to end.
    #[arg(long)]
    pub(crate) observed_only: bool,
}
