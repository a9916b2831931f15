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
              what was planned; the digest is over scope, operation and ids
  call_logs   how many, how many of them the list did not show, and, where a
              search showed another number than the service counts, both
  metrics     one object for each: id, name, call_logs
  estimate    evaluations, metric_evaluations, guessed, credits,
              metric_evaluations_if_all, credits_if_all, basis, alternative:
              never the service's account
  noise       rounds, sample, evaluations, credits, where it was asked for
  total       evaluations and credits, noise included; and the most that
              limits and balance are held against: most_metric_evaluations,
              most_credits
  balance     credits, or why it is not known
  requests    before and verdicts, which --detail chooses from: requests to
              read before, paid, and for each poll of the results; seconds,
              where --rate is given
  limits      which of --max-credits, --max-evaluations and the balance the
              total would pass, in words
  out         the file that was written",
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

    /// Requests per second, at most; the plan then says how long they take.
    #[arg(long, value_name = "N", hide_short_help = true, value_parser = values::rate, allow_negative_numbers = true)]
    pub(crate) rate: Option<f64>,

    /// Write the plan to this file, for `campaign run --plan`.
    #[arg(long, value_name = "FILE", help_heading = None)]
    pub(crate) out: Option<PathBuf>,
}
