//! How a campaign is worked on.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::super::values;
use crate::cli::{UnknownArgs, WaitArgs};

/// Where a campaign stops.
#[derive(Debug, Args)]
#[command(next_help_heading = "Campaign")]
pub(crate) struct LimitArgs {
    /// Stop before the estimated cost exceeds this.
    ///
    /// A shard gets its share of the limit.
    #[arg(long, value_name = "CREDITS", value_parser = values::amount, allow_negative_numbers = true)]
    pub(crate) max_credits: Option<f64>,

    /// Stop before more than N evaluations.
    ///
    /// An evaluation is one call log with all of its metrics. Every request that may have been carried out counts, so a call
    /// log that is sent twice counts twice. A shard gets its share of the limit.
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) max_evaluations: Option<u64>,
}

/// Measuring how often verdicts change on their own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Campaign")]
pub(crate) struct NoiseArgs {
    /// Repeat a sample K times to measure noise (paid).
    ///
    /// Noise is how often verdicts change on their own. After the comparison, a sample of the call logs is evaluated K more
    /// times; each costs credits. 0 turns it off.
    #[arg(long, value_name = "K", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) noise_rounds: Option<u32>,

    /// Call logs in the noise sample [default: 50].
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) noise_sample: Option<u64>,
}

/// Sending a few call logs first.
#[derive(Debug, Args)]
#[command(next_help_heading = "Campaign")]
pub(crate) struct CanaryArgs {
    /// Check N call logs first; stages: 20,200.
    ///
    /// The campaign continues if they show no more than --canary-max-regressions allows.
    #[arg(long, value_name = "N,N…", value_delimiter = ',', value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) canary: Vec<u64>,

    /// Regressions, plus call logs without a result, that a canary may show [default: 0].
    ///
    /// All metrics are counted together. Refused call logs are not counted.
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) canary_max_regressions: Option<u64>,
}

/// Batches, polling and timeouts.
#[derive(Debug, Args)]
#[command(next_help_heading = "Batches, polling and timeouts")]
pub(crate) struct PacingArgs {
    /// Call logs per paid request [default: 50].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) batch_size: Option<u32>,

    /// Concurrent paid requests [default: 4].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) concurrency: Option<u32>,

    /// Concurrent reads of call logs [default: 8].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) read_concurrency: Option<u32>,

    /// Requests per second, at most.
    ///
    /// Counts requests of every kind. With several machines, divide the service's limit by their number.
    #[arg(long, value_name = "N", value_parser = values::rate, allow_negative_numbers = true, hide_short_help = true)]
    pub(crate) rate: Option<f64>,

    #[command(flatten)]
    pub(crate) unknown: UnknownArgs,

    #[command(flatten)]
    pub(crate) wait: WaitArgs,

    /// How long an updated call log must stay unchanged to count as inferred [default: 30s].
    ///
    /// Four times as long for a call log without an outcome.
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) stability_window: Option<Duration>,

    /// How much of each call log to read [default: before].
    ///
    /// before reads everything that the evaluation overwrites, one request per call log, and afterwards verdicts and
    /// scores, 200 call logs per request. verdicts reads only verdicts and scores before as well; old explanations are
    /// not stored. Call logs that changed are always read in full afterwards; explanations reads all of them in full.
    #[arg(long, value_name = "DETAIL", value_enum, hide_short_help = true)]
    pub(crate) detail: Option<DetailArg>,
}

/// How much is read of each call log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DetailArg {
    /// Verdicts and scores, before and after.
    Verdicts,
    /// Everything before the evaluation; afterwards verdicts and scores.
    Before,
    /// Everything before and after the evaluation.
    Explanations,
}
