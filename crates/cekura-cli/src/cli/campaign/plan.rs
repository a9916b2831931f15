//! `cekura campaign plan`.

use std::path::PathBuf;

use clap::Args;

use super::super::values;
use super::{LimitArgs, NoiseArgs, PriceArgs, SelectArgs};

/// Select call logs and estimate what their re-evaluation costs; free.
///
/// Call logs are selected by id, from a file, by a search, or by their result in an earlier campaign. The plan shows how
/// many there are, the estimated cost and how it was estimated, the balance if the key may read it, and cheaper
/// alternatives. With --out it is written to a file, which `cekura campaign run --plan` runs, on one machine or in shards.
#[derive(Debug, Args)]
#[command(
    after_long_help = "\
Examples:
  cekura campaign plan --sandbox
  cekura campaign plan --agent-id 310 --from 7d --out plan.json
  cekura campaign plan --project-id 44 --failed --sample 200 --seed 7
  cekura campaign plan --agent-id 310 --from-file calls.csv --column id \\
    --price 0.25 --price 71=0.5
  cekura campaign plan --agent-id 310 --earlier march --only changed

JSON:
  One object. Fields may be added, never renamed.

  digest, created_at, scope, operation, chosen_metrics, selection
              the plan; digest is the SHA-256 of scope, operation and ids
  call_logs   planned, not_listed (call logs that the list does not contain),
              count_mismatch (the list's and the service's number, if they
              differ)
  metrics     a list of objects: id, name, call_logs
  estimate    evaluations, metric_evaluations, guessed, credits,
              metric_evaluations_if_all, credits_if_all, basis, alternative;
              the service has no request for prices
  noise       rounds, sample, evaluations, credits; null without
              --noise-rounds
  total       evaluations and credits, with noise; most_metric_evaluations and
              most_credits: the highest estimate, compared with the limits and
              the balance
  balance     credits, or unknown_because
  requests    an object for each of two values of --detail: number of requests
              before, paid, and for each poll; seconds if --rate is given
  limits      a message for each of --max-credits, --max-evaluations and the
              balance that the total exceeds
  out         the file with the plan, or null",
    override_usage = "\
cekura campaign plan [ID]... (--agent-id N | --assistant-id ID | --project-id N) [OPTIONS]
       cekura campaign plan --sandbox"
)]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) select: SelectArgs,

    #[command(flatten)]
    pub(crate) prices: PriceArgs,

    #[command(flatten)]
    pub(crate) noise: NoiseArgs,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// Requests per second, to estimate the duration.
    ///
    /// The plan shows how long its requests take at this rate. Planning itself is not limited.
    #[arg(long, value_name = "N", hide_short_help = true, value_parser = values::rate, allow_negative_numbers = true)]
    pub(crate) rate: Option<f64>,

    /// Write the plan to this file, for `campaign run --plan`.
    #[arg(long, value_name = "FILE", help_heading = None)]
    pub(crate) out: Option<PathBuf>,
}
