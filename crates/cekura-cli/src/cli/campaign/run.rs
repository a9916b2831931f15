//! `cekura campaign run` and `cekura campaign resume`: what costs credits.

use std::path::PathBuf;

use cekura_campaign::Shard;
use cekura_campaign::journal::OpenOptions;
use clap::Args;

use super::{
    CODES, CanaryArgs, ContentArgs, FileArgs, GateArgs, KnobArgs, LimitArgs, NoiseArgs, PriceArgs,
    SelectArgs,
};

/// Re-evaluate call logs as one journaled campaign; costs credits.
///
/// Every call log is read and stored before its evaluation is asked for, since that erases it. Each paid request is
/// written to the journal before it is sent, and its outcome after: a crash, a lost answer or Ctrl-C costs neither data nor
/// money twice, and `cekura campaign resume` goes on from there. Then results are waited for, compared with what was
/// there before, and checked against the gate.
///
/// More than 100 metric evaluations or 20 credits, by the estimate and with noise, need a confirmation or --yes; so does a
/// balance that is lower than the estimate.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign run --sandbox
  cekura campaign run --plan plan.json --max-credits 500 --yes
  cekura campaign run --agent-id 310 --from 7d --canary 20,200 \\
    --canary-max-regressions 3 --gate gate.toml --report-html report.html --yes
  cekura campaign run --plan plan.json --shard auto --yes

Ctrl-C once: nothing further is sent, answers under way are awaited and
stored. Ctrl-C again: ends at once; the journal is safe either way.

{CODES}
  2    also: another process is at work on the campaign; nothing was sent

JSON:
  The report, as `cekura campaign report --format json` has it."), override_usage = "\
cekura campaign run --plan FILE [--shard I/N] [OPTIONS]
       cekura campaign run [ID]... (--agent-id N | --assistant-id ID | --project-id N) [OPTIONS]
       cekura campaign run --sandbox")]
pub(crate) struct RunArgs {
    /// Carry out this plan, as `cekura campaign plan --out` wrote it.
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,

    /// Only this part of the plan, such as 2/8; auto asks the engine that started this worker.
    ///
    /// Auto reads CEKURA_SHARD, CEKURA_SHARD_INDEX and CEKURA_SHARD_COUNT, JOB_COMPLETION_INDEX (Kubernetes), or
    /// SLURM_ARRAY_TASK_ID.
    #[arg(long, value_name = "I/N|auto", requires = "plan", value_parser = shard)]
    pub(crate) shard: Option<ShardChoice>,

    /// The campaign's name [default: when it was planned, the beginning of the plan's digest, the shard].
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,

    /// Where to keep the journal [default: .cekura/campaigns/NAME.db; with --sandbox a temporary folder].
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,

    /// Carry out a plan that was begun already, and pay for its call logs once more.
    #[arg(long)]
    pub(crate) run_again: bool,

    /// Do not ask for a confirmation.
    #[arg(long, short)]
    pub(crate) yes: bool,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    #[command(flatten)]
    pub(crate) prices: PriceArgs,

    #[command(flatten)]
    pub(crate) work: WorkArgs,
}

/// Go on with a campaign that was interrupted, stopped, or left incomplete.
///
/// First every request whose outcome is open is cleared up, call log by call log; nothing is sent before that. What is
/// done is not done again. Options change how the campaign is worked on from now on; without them it goes on as before.
///
/// Where the campaign would come to more than was agreed to, and to more than 100 metric evaluations or 20 credits, that needs
/// a confirmation or --yes.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign resume 2026-05-18-093000-3f2a
  cekura campaign resume march --max-credits 900
  cekura campaign resume march --on-unknown resend-if-untouched
  cekura campaign resume march --past-canary

{CODES}
  2    also: another process is at work on the campaign; nothing was sent

JSON:
  The report, as `cekura campaign report --format json` has it."))]
pub(crate) struct ResumeArgs {
    /// The campaign's name, or the file of its journal.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,

    /// Go on after a canary stopped the campaign.
    #[arg(long)]
    pub(crate) past_canary: bool,

    /// Go on with a journal that has lost requests: what may have been sent is looked at first, and not sent again.
    ///
    /// A journal loses requests when its write-ahead log is cut or damaged, or an older copy takes its place. Add
    /// --on-unknown resend-if-untouched to send again what shows no sign of an evaluation.
    #[arg(long)]
    pub(crate) recover: bool,

    /// Do not ask for a confirmation.
    #[arg(long, short)]
    pub(crate) yes: bool,

    #[command(flatten)]
    pub(crate) work: WorkArgs,
}

/// How a campaign is worked on, and what becomes of its result.
#[derive(Debug, Args)]
pub(crate) struct WorkArgs {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    #[command(flatten)]
    pub(crate) canary: CanaryArgs,

    #[command(flatten)]
    pub(crate) noise: NoiseArgs,

    #[command(flatten)]
    pub(crate) knobs: KnobArgs,

    #[command(flatten)]
    pub(crate) gate: GateArgs,

    #[command(flatten)]
    pub(crate) content: ContentArgs,

    #[command(flatten)]
    pub(crate) files: FileArgs,
}

/// Where a journal may be.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct PlaceArgs {
    /// Keep the journal on a filesystem that is not known to be local.
    ///
    /// Where locks do not reach all machines, two of them pay for the same call logs, and what was committed may be lost.
    #[arg(long)]
    pub(crate) allow_network_filesystem: bool,
}

impl PlaceArgs {
    /// How journals are opened and made.
    pub(crate) fn options(self) -> OpenOptions {
        OpenOptions::new().any_filesystem(self.allow_network_filesystem)
    }
}

/// Which part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShardChoice {
    /// The one that the engine says.
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
