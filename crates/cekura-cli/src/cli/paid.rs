//! The two commands that cost credits.

use std::path::PathBuf;
use std::time::Duration;

use cekura::{
    AgentId, AgentRef, AssistantId, CallLogId, MetricId, OnUnknown, ProjectId, Scope, Timestamp,
};
use clap::{Args, ValueEnum};

use super::campaign::PlaceArgs;
use super::{IdFileArgs, Rendering, calls, values};
use crate::failure::Failure;

const SHAPE: &str = "\
JSON:
  A list with one object for each call log (jsonl: a line each). Fields may
  be added, never renamed.

  id       the call log
  finish   confirmed | inferred | timed_out | waiting | refused | unknown |
           deleted | not_sent; accepted without --wait
  reason   why there is no result
  sends    how often it may have been charged
  success  {before, after}: true, false or null
  metrics  one object for each metric, once the result is there: id, name,
           change, material, {before, after} each of score, passed and
           value, and explanation

  change is one of pass_to_fail, fail_to_pass, became_not_applicable,
  became_applicable, score_moved, value_changed, appeared, vanished,
  explanation_changed, unchanged.

CSV:
  The rows of `cekura campaign export`; without --wait log and state.

Confirmed and inferred:
  confirmed  The evaluation was seen to start and to end.
  inferred   The result changed and then stayed unchanged. For some call
             logs, such as reviewed ones, the service gives no better sign.
             --confirmed-only does not accept it.";

/// How the two commands end that others never do.
const CODES: &str = "\
Exit codes of this command (`cekura --help` has all of them):
    4  call logs were deleted while they were waited for, and may have been
       charged; every other one has its result
    8  call logs without a result yet: their evaluations are paid for and go
       on, and `cekura campaign resume` collects the results
    9  outcome unknown: they may or may not be paid for; look before repeating
   10  the service refused call logs
  101  interrupted before all call logs were sent";

/// Evaluate call logs again with all of their metrics; costs credits.
///
/// Each metric of each call log costs credits each time, and overwrites the previous result. A request is sent once. If no
/// answer says what became of it and --wait was given, the call logs are read back to find out; what cannot be found out
/// ends in exit code 9 and is never sent again, unless --on-unknown says so.
///
/// With --wait this is a campaign: the call logs are read and stored first, each request is written to a journal before
/// it is sent, and the results are waited for and compared. Whatever ends the command, `cekura campaign resume` goes on
/// from the journal.
///
/// More than 100 metric evaluations or 20 credits, by the estimate, or --all, need a confirmation or --yes. Without
/// --wait, up to 5 call logs are sent without an estimate.
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

    /// All call logs of the agent.
    ///
    /// With --wait they are listed first and named one by one, as far back as --from; without, the service is asked
    /// for all, and if no answer comes, it cannot be found out what became of the request.
    #[arg(long, conflicts_with_all = ["ids", "from_file"])]
    pub(crate) all: bool,

    /// How far back --all looks for call logs [default: 365d].
    #[arg(long, value_name = "WHEN", value_parser = values::moment, requires = "all")]
    pub(crate) from: Option<Timestamp>,

    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// Evaluate call logs with chosen metrics; costs credits.
///
/// Each of the metrics costs credits for each call log each time. The vendor notes that the choice of metrics is not
/// always kept to, and that all of them may be evaluated and charged.
///
/// With --wait this is a campaign: the call logs are read and stored first, each request is written to a journal before
/// it is sent, and the results are waited for and compared. Whatever ends the command, `cekura campaign resume` goes on
/// from the journal.
///
/// More than 100 metric evaluations or 20 credits, by the estimate and as if all metrics were charged, need a confirmation
/// or --yes. Without --wait, up to 5 call logs are sent without an estimate.
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
    /// A metric; at least one, as often as needed or as a list with commas; optional with --sandbox.
    #[arg(long = "metric", value_name = "N", value_parser = values::id::<MetricId>, value_delimiter = ',')]
    pub(crate) metrics: Vec<MetricId>,

    /// The agent of the call logs and metrics; one of --agent-id and --project-id, optional with --sandbox.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with = "project_id")]
    pub(crate) agent_id: Option<AgentId>,

    /// The project of the call logs and metrics, instead of the agent [default: the configured project].
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>)]
    pub(crate) project_id: Option<ProjectId>,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

impl EvaluateArgs {
    pub(crate) fn scope(&self) -> Option<Scope> {
        self.agent_id
            .map(Scope::Agent)
            .or(self.project_id.map(Scope::Project))
    }
}

/// Which agent.
#[derive(Debug, Args)]
pub(crate) struct AgentArgs {
    /// The agent of the call logs; one of --agent-id and --assistant-id, optional with --sandbox.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with = "assistant_id")]
    pub(crate) agent_id: Option<AgentId>,

    /// The agent by its id at its provider, such as asst_harbor_frontdesk, instead of its number.
    #[arg(long, value_name = "ID", value_parser = calls::assistant)]
    pub(crate) assistant_id: Option<AssistantId>,
}

impl AgentArgs {
    pub(crate) fn agent(&self) -> Option<AgentRef> {
        self.agent_id
            .map(AgentRef::Agent)
            .or_else(|| self.assistant_id.clone().map(AgentRef::Assistant))
    }
}

/// Which call logs.
#[derive(Debug, Args)]
pub(crate) struct ChoiceArgs {
    /// The call logs; one that is named twice is evaluated once.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>)]
    pub(crate) ids: Vec<CallLogId>,

    #[command(flatten)]
    pub(crate) files: IdFileArgs,
}

/// Whether and how to wait.
#[derive(Debug, Args)]
pub(crate) struct WaitArgs {
    /// Wait for the results and show what changed.
    #[arg(long)]
    pub(crate) wait: bool,

    /// With --wait: end everything after this time; nothing further is sent or waited for [default: when no result has
    /// come for 10m].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) deadline: Option<Duration>,

    /// With --wait: how long to pause before the first look at results; later pauses grow [default: 2s].
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) poll_interval: Option<Duration>,

    /// With --wait: accept only results whose evaluation was seen to start and to end.
    #[arg(long, hide_short_help = true)]
    pub(crate) confirmed_only: bool,

    /// With --wait: where to keep the journal [default: .cekura/campaigns/NAME.db; with --sandbox a temporary folder].
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,

    /// With --wait: start anew and pay once more, though the same evaluation of the same call logs is not finished.
    #[arg(long, hide_short_help = true)]
    pub(crate) run_again: bool,

    #[command(flatten)]
    pub(crate) place: PlaceArgs,

    /// What to do about call logs that show no sign of an evaluation after a request without a usable answer; for this
    /// time only.
    #[arg(
        long,
        hide_short_help = true,
        value_name = "WHAT",
        value_enum,
        default_value_t
    )]
    pub(crate) on_unknown: Untouched,

    /// How long to look back at the call logs when the outcome of a request is unknown [default: 60s].
    ///
    /// Where it is given, it comes on top of --timeout.
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) settle_window: Option<Duration>,

    /// How results are written.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table", hide_default_value = true,
        value_parser = Rendering::parser(&Rendering::PAID))]
    pub(crate) format: Rendering,

    /// Do not ask for a confirmation.
    #[arg(long, short)]
    pub(crate) yes: bool,
}

impl WaitArgs {
    /// Refuses what only means something together with a wait.
    pub(crate) fn check(&self, waits: bool) -> Result<(), Failure> {
        let idle = [
            ("--deadline", self.deadline.is_some()),
            ("--poll-interval", self.poll_interval.is_some()),
            ("--confirmed-only", self.confirmed_only),
            ("--journal", self.journal.is_some()),
            ("--run-again", self.run_again),
        ];
        if let Some((option, _)) = idle.iter().find(|(_, given)| *given && !waits) {
            return Err(Failure::usage(format!(
                "{option} belongs to --wait: add --wait, or leave it out"
            )));
        }
        if self.settle_window.is_some() && !waits && !self.needs_baseline() {
            return Err(Failure::usage(
                "--settle-window says how long to look back when an outcome is unknown, which needs the call logs as they \
                 were: add --wait, or leave it out",
            ));
        }
        Ok(())
    }

    /// Whether a plain request needs the call logs read before it.
    pub(crate) fn needs_baseline(&self) -> bool {
        self.on_unknown == Untouched::ResendIfUntouched
    }
}

/// What to do about call logs that seem untouched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Untouched {
    /// Report them and send nothing again.
    #[default]
    Report,
    /// Send the request again for those on which nothing moved for a minute; a request that is only slow is then
    /// paid twice.
    ResendIfUntouched,
}

impl From<Untouched> for OnUnknown {
    fn from(choice: Untouched) -> Self {
        match choice {
            Untouched::Report => Self::Report,
            Untouched::ResendIfUntouched => Self::ResendIfUntouched,
        }
    }
}
