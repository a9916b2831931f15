//! The two commands that cost credits.

use std::path::PathBuf;

use cekura::{AgentId, AssistantId, CallLogId, MetricId, ProjectId, Scope, Timestamp};
use clap::Args;

use super::campaign::JournalArgs;
use super::{ConfirmArg, IdFileArgs, Rendering, UnknownArgs, WaitArgs, calls, values};
use crate::failure::Failure;

const SHAPE: &str = "\
JSON:
  An array with one object per call log (jsonl: one per line). Fields may be
  added but are never renamed.

  id       id of the call log
  state    confirmed, inferred, timed_out, waiting, refused, unknown, deleted
           or not_sent; without --wait accepted
  reason   why there is no result
  sends    number of requests that may have been charged
  success  {before, after}: true, false or null
  metrics  one object per metric, if there is a result: id, name, change,
           result_changed, explanation; score, passed and value, each with
           before and after

  change is one of pass_to_fail, fail_to_pass, became_not_applicable,
  became_applicable, score_moved, value_changed, appeared, vanished,
  explanation_changed, unchanged.

CSV:
  The rows of `cekura campaign export`; without --wait call_log and state.

Confirmed and inferred:
  confirmed  The evaluation was seen to start and to end.
  inferred   The call log was updated and then stayed unchanged. For some,
             such as reviewed ones, the service gives no better signal.
             --confirmed-only does not accept inferred results.";

/// The exit codes that only these two commands have.
const CODES: &str = "\
Exit codes of this command (`cekura --help` lists all):
    4  call logs were deleted during the evaluation, which may have been
       charged; all others have a result
    8  call logs without a result yet: their evaluations are paid for and
       continue; `cekura campaign resume` collects the results
    9  outcome unknown: the request may have been charged; check before you
       repeat the command
   10  the service refused call logs
  101  interrupted before all call logs were sent";

/// Evaluate call logs again with all of their metrics; costs credits.
///
/// Every metric costs credits for every call log, and the evaluation overwrites the previous result. The request is sent
/// once. If it gets no usable response and --wait was given, the call logs are read to find out whether they were evaluated. If
/// that stays unknown, the exit code is 9 and the request is not sent again, unless --on-unknown allows it.
///
/// With --wait the command is a campaign: it reads and stores the call logs, writes each request to a journal before sending
/// it, waits for the results and compares them. If it is interrupted, `cekura campaign resume` continues.
///
/// Without --wait, up to 5 call logs are sent without an estimate and without a confirmation. Otherwise more than 100 metric
/// evaluations or 20 credits (estimated) need a confirmation or --yes; --all always needs it.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura calls rerun --sandbox
  cekura calls rerun --agent-id 310 5001 5002 --wait
  cekura calls rerun --assistant-id asst_harbor_frontdesk \\
    --from-file ids.txt --wait --deadline 15m --yes
  cekura calls rerun --agent-id 310 --all --wait

{CODES}

{SHAPE}"), override_usage = "\
cekura calls rerun [ID]... (--agent-id N | --assistant-id ID) [OPTIONS]
       cekura calls rerun --all (--agent-id N | --assistant-id ID) [OPTIONS]
       cekura calls rerun --sandbox")]
pub(crate) struct RerunArgs {
    #[command(flatten)]
    pub(crate) agent: AgentArgs,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    /// All call logs of the agent; with --wait, those from --from on.
    ///
    /// With --wait the command lists them first and sends their ids. Without --wait the service selects them, without a
    /// time limit; if that request gets no usable response, its outcome cannot be determined.
    #[arg(long, conflicts_with_all = ["ids", "from_file"])]
    pub(crate) all: bool,

    /// With --all and --wait: only calls from this time on [default: 365d].
    #[arg(long, value_name = "WHEN", value_parser = values::moment, requires = "all")]
    pub(crate) from: Option<Timestamp>,

    #[command(flatten)]
    pub(crate) paid: PaidArgs,
}

/// Evaluate call logs with chosen metrics; costs credits.
///
/// Every metric costs credits for every call log. According to the vendor, the service may ignore the choice, and evaluate
/// and charge all metrics.
///
/// With --wait the command is a campaign: it reads and stores the call logs, writes each request to a journal before sending
/// it, waits for the results and compares them. If it is interrupted, `cekura campaign resume` continues.
///
/// Without --wait, up to 5 call logs are sent without an estimate and without a confirmation. Otherwise more than 100 metric
/// evaluations or 20 credits need a confirmation or --yes; the estimate assumes that all metrics are charged.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura calls evaluate --sandbox
  cekura calls evaluate --agent-id 310 --metric 71 --metric 73 5001 5002 --wait
  cekura calls evaluate --project-id 44 --metric 71,73 --from-file ids.txt --yes

{CODES}

{SHAPE}"), override_usage = "\
cekura calls evaluate [ID]... --metric N...
           (--agent-id N | --project-id N) [OPTIONS]
       cekura calls evaluate --sandbox")]
pub(crate) struct EvaluateArgs {
    /// Metric to evaluate: 71,73; repeatable; optional with --sandbox.
    #[arg(long = "metric", value_name = "N", value_parser = values::id::<MetricId>, value_delimiter = ',')]
    pub(crate) metrics: Vec<MetricId>,

    /// Agent of the call logs and metrics; optional with --sandbox.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with = "project_id")]
    pub(crate) agent_id: Option<AgentId>,

    /// Project of the call logs and metrics [default: the configured project].
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>)]
    pub(crate) project_id: Option<ProjectId>,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    #[command(flatten)]
    pub(crate) paid: PaidArgs,
}

impl EvaluateArgs {
    pub(crate) fn scope(&self) -> Option<Scope> {
        self.agent_id
            .map(Scope::Agent)
            .or(self.project_id.map(Scope::Project))
    }
}

/// The agent.
#[derive(Debug, Args)]
pub(crate) struct AgentArgs {
    /// Agent of the call logs (its id in Cekura); optional with --sandbox.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with = "assistant_id")]
    pub(crate) agent_id: Option<AgentId>,

    /// The same agent by its provider id, such as asst_harbor_frontdesk.
    #[arg(long, value_name = "ID", value_parser = calls::assistant)]
    pub(crate) assistant_id: Option<AssistantId>,
}

impl AgentArgs {
    pub(crate) fn agent(&self) -> Option<Scope> {
        self.agent_id
            .map(Scope::Agent)
            .or_else(|| self.assistant_id.clone().map(Scope::Assistant))
    }
}

/// The call logs.
#[derive(Debug, Args)]
pub(crate) struct ChoiceArgs {
    /// Ids of call logs; duplicates are evaluated once.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>)]
    pub(crate) ids: Vec<CallLogId>,

    #[command(flatten)]
    pub(crate) files: IdFileArgs,
}

/// What both commands accept beside the choice of call logs.
#[derive(Debug, Args)]
pub(crate) struct PaidArgs {
    /// Wait for the results and show what changed.
    ///
    /// With --sandbox and without a selection of call logs the command always waits.
    #[arg(long)]
    pub(crate) wait: bool,

    /// Output format.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table", hide_default_value = true,
        value_parser = Rendering::parser(&Rendering::WITH_CSV))]
    pub(crate) format: Rendering,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,

    #[command(flatten)]
    pub(crate) unknown: UnknownArgs,

    #[command(flatten, next_help_heading = "With --wait")]
    pub(crate) campaign: CampaignArgs,
}

/// Options of the campaign that `--wait` starts.
#[derive(Debug, Args)]
#[command(mut_arg("deadline", |deadline| deadline.hide_short_help(false)))]
pub(crate) struct CampaignArgs {
    #[command(flatten)]
    pub(crate) wait: WaitArgs,

    /// Journal file [default: .cekura/campaigns/NAME.db].
    ///
    /// With --sandbox the default is a temporary folder.
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,

    /// Run again, and pay again, although a campaign for the same work exists.
    #[arg(long, hide_short_help = true)]
    pub(crate) run_again: bool,

    #[command(flatten)]
    pub(crate) journal_options: JournalArgs,
}

impl PaidArgs {
    /// Rejects options that have no effect without waiting.
    pub(crate) fn check(&self, waits: bool) -> Result<(), Failure> {
        let CampaignArgs {
            wait,
            journal,
            run_again,
            ..
        } = &self.campaign;
        let needing = [
            ("--deadline", wait.deadline.is_some()),
            ("--stall-timeout", wait.stall_timeout.is_some()),
            ("--poll-interval", wait.poll_interval.is_some()),
            ("--confirmed-only", wait.confirmed_only),
            ("--journal", journal.is_some()),
            ("--run-again", *run_again),
        ];
        if let Some((option, _)) = needing.iter().find(|(_, given)| *given && !waits) {
            return Err(Failure::usage(format!(
                "{option} needs --wait: add --wait, or omit {option}"
            )));
        }
        if self.unknown.settle_window.is_some() && !waits && !self.unknown.resends() {
            return Err(Failure::usage(
                "--settle-window needs the call logs as they were before: add --wait, or --on-unknown resend-if-unchanged",
            ));
        }
        Ok(())
    }
}
