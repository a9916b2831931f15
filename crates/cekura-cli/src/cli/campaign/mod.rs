//! `cekura campaign`: campaigns.

mod gate;
mod pacing;
mod plan;
mod read;
mod run;
mod select;

use clap::Subcommand;

pub(crate) use gate::GateArgs;
pub(crate) use pacing::{CanaryArgs, DetailArg, LimitArgs, NoiseArgs, PacingArgs};
pub(crate) use plan::PlanArgs;
use read::CampaignsArgs;
pub(crate) use read::{
    ContentArgs, DeleteArgs, DiffArgs, ExportArgs, FileArgs, MergeArgs, ReportArgs, StatusArgs,
};
pub(crate) use run::{JournalArgs, ResumeArgs, RunArgs, ShardChoice, WorkArgs};
pub(crate) use select::{Only, PriceArgs, SelectArgs};

/// The commands about campaigns; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CampaignCommand {
    Plan(Box<PlanArgs>),
    Run(Box<RunArgs>),
    Resume(Box<ResumeArgs>),
    Status(StatusArgs),
    List(CampaignsArgs),
    Report(Box<ReportArgs>),
    Export(ExportArgs),
    Diff(DiffArgs),
    Merge(Box<MergeArgs>),
    Delete(DeleteArgs),
}

/// The exit codes that only these commands have.
const CODES: &str = "\
Exit codes of this command (`cekura --help` has all of them):
  100  the gate failed, or a canary stopped the campaign
  101  incomplete: call logs without a result, stopped, or a limit reached";
