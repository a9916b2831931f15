//! `cekura campaign run` and `cekura campaign resume`: what costs credits.

use std::path::PathBuf;

use cekura_campaign::Shard;
use cekura_campaign::journal::OpenOptions;
use clap::{Arg, Args};

use super::{
    CODES, CanaryArgs, ContentArgs, FileArgs, GateArgs, LimitArgs, NoiseArgs, PacingArgs,
    PriceArgs, SelectArgs,
};
use crate::cli::ConfirmArg;

/// Re-evaluate call logs as a campaign; costs credits.
///
/// Every call log is read and stored before it is evaluated, since the evaluation overwrites it. Each paid request is
/// written to the journal before it is sent, and its outcome afterwards. After a crash, a lost response or Ctrl-C,
/// `cekura campaign resume` continues: it first checks what was evaluated, and does not resend a request whose outcome is
/// unknown unless --on-unknown allows it. The results are compared with the previous ones and checked against the gate.
///
/// More than 100 metric evaluations or 20 credits (estimated, noise included) need a confirmation or --yes; so does a
/// balance that is lower than the estimate.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign run --sandbox
  cekura campaign run --plan plan.json --max-credits 500 --yes
  cekura campaign run --agent-id 310 --from 7d --canary 20,200 \\
    --canary-max-regressions 3 --gate gate.toml --report-html report.html --yes
  cekura campaign run --plan plan.json --shard auto --yes

Ctrl-C once: nothing more is sent; pending responses are awaited and stored.
Ctrl-C again: ends immediately. The journal is safe in both cases.

{CODES}
  2    also: another process works on the campaign; this command sent nothing

JSON:
  The report, as `cekura campaign report --format json` has it."), override_usage = "\
cekura campaign run --plan FILE [--shard I/N] [OPTIONS]
       cekura campaign run [ID]... (--agent-id N | --assistant-id ID | --project-id N) [OPTIONS]
       cekura campaign run --sandbox")]
pub(crate) struct RunArgs {
    /// Run this plan, written by `campaign plan --out`.
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,

    /// Run one shard of the plan, such as 2/8, or auto.
    ///
    /// auto reads CEKURA_SHARD, CEKURA_SHARD_INDEX and CEKURA_SHARD_COUNT, JOB_COMPLETION_INDEX (Kubernetes), or
    /// SLURM_ARRAY_TASK_ID.
    #[arg(long, value_name = "I/N|auto", hide_short_help = true, requires = "plan", value_parser = shard)]
    pub(crate) shard: Option<ShardChoice>,

    /// Name of the campaign [default: made from the plan].
    ///
    /// The default is the time of the plan, the beginning of its digest, and the shard.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,

    /// Journal file [default: .cekura/campaigns/NAME.db].
    ///
    /// With --sandbox the default is a temporary folder.
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub(crate) journal: Option<PathBuf>,

    /// Run a plan that was run before, and pay for its call logs again.
    #[arg(long, hide_short_help = true)]
    pub(crate) run_again: bool,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    #[command(flatten)]
    pub(crate) prices: PriceArgs,

    #[command(flatten)]
    pub(crate) work: WorkArgs,
}

/// Continue a campaign that was interrupted, stopped, or left incomplete.
///
/// First the outcome of every open request is determined, call log by call log; nothing is sent before that. Completed
/// call logs are not evaluated again. Settings that the journal stores stay as they are (`[default: as before]`); an option
/// changes its setting from now on.
///
/// If the campaign would cost more than was confirmed before, and more than 100 metric evaluations or 20 credits, it needs
/// a confirmation or --yes.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign resume 2026-05-18-093000-3f2a
  cekura campaign resume march --max-credits 900
  cekura campaign resume march --on-unknown resend-if-unchanged
  cekura campaign resume march --past-canary

{CODES}
  2    also: another process works on the campaign; this command sent nothing

JSON:
  The report, as `cekura campaign report --format json` has it."), mut_args(as_before))]
pub(crate) struct ResumeArgs {
    /// Name of the campaign, or its journal file.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,

    /// Continue after a canary stopped the campaign.
    #[arg(long)]
    pub(crate) past_canary: bool,

    /// Continue with a journal that has lost requests.
    ///
    /// A journal loses requests when its write-ahead log is damaged or an older copy replaces it. What may have been sent is
    /// checked first and not sent again; add --on-unknown resend-if-unchanged to resend call logs that show no sign of an
    /// evaluation.
    #[arg(long, hide_short_help = true)]
    pub(crate) recover: bool,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,

    #[command(flatten)]
    pub(crate) work: WorkArgs,
}

/// Says of the options whose values the journal stores that their default is the stored value.
fn as_before(arg: Arg) -> Arg {
    const STORED: [&str; 10] = [
        "canary_max_regressions",
        "noise_sample",
        "batch_size",
        "concurrency",
        "read_concurrency",
        "settle_window",
        "stall_timeout",
        "poll_interval",
        "stability_window",
        "detail",
    ];
    const DEFAULT: &str = " [default: ";
    if !STORED.contains(&arg.get_id().as_str()) {
        return arg;
    }
    let replaced = |help: String| match help.split_once(DEFAULT) {
        Some((before, after)) => {
            let rest = after.split_once(']').map_or("", |(_, rest)| rest);
            format!("{before}{DEFAULT}as before]{rest}")
        }
        None => help,
    };
    let short = arg.get_help().map(ToString::to_string).map(replaced);
    let long = arg.get_long_help().map(ToString::to_string).map(replaced);
    let arg = arg.help(short.unwrap_or_default());
    match long {
        Some(long) => arg.long_help(long),
        None => arg,
    }
}

/// How a campaign runs, and what is done with its result.
#[derive(Debug, Args)]
pub(crate) struct WorkArgs {
    #[command(flatten, next_help_heading = "Campaign")]
    pub(crate) journal_options: JournalArgs,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    #[command(flatten)]
    pub(crate) canary: CanaryArgs,

    #[command(flatten)]
    pub(crate) noise: NoiseArgs,

    #[command(flatten)]
    pub(crate) pacing: PacingArgs,

    #[command(flatten)]
    pub(crate) gate: GateArgs,

    #[command(flatten)]
    pub(crate) content: ContentArgs,

    #[command(flatten)]
    pub(crate) files: FileArgs,
}

/// Where a journal may be.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct JournalArgs {
    /// Allow a journal on a filesystem that is not known to be local.
    ///
    /// Where locks are not visible on all machines, two machines can pay for the same call logs, and data can be lost.
    #[arg(long, hide_short_help = true)]
    pub(crate) allow_network_filesystem: bool,
}

impl JournalArgs {
    /// How journals are opened and made.
    pub(crate) fn options(self) -> OpenOptions {
        OpenOptions::new().allow_any_filesystem(self.allow_network_filesystem)
    }
}

/// Which shard of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShardChoice {
    /// The one in the environment variables.
    Auto,
    /// This one.
    Part(Shard),
}

fn shard(text: &str) -> Result<ShardChoice, String> {
    match text.trim() {
        "auto" => Ok(ShardChoice::Auto),
        part => part
            .parse()
            .map(ShardChoice::Part)
            .map_err(|e: cekura_campaign::shard::ShardError| e.to_string()),
    }
}
