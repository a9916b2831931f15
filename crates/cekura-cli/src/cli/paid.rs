//! The two commands that cost credits.

use std::time::Duration;

use cekura::{
    AgentId, AgentRef, AssistantId, CallLogId, MetricId, OnUnknown, ProjectId, Scope, Timestamp,
};
use clap::{Args, ValueEnum};

use super::{IdFileArgs, calls, values};
use crate::failure::Failure;

const SHAPE: &str = "\
JSON:
  A list with one object for each call log (jsonl: a line each). Fields may
  be added, never renamed.

  id       the call log
  finish   confirmed | inferred | timed_out | deleted | unread; accepted
           without --wait
  reason   why there is no result, for deleted and unread ones
  rule     busy_then_terminal | success_reset_then_set, for confirmed ones
  success  {before, after}: true, false or null
  status   {before, after}: in the service's words
  metrics  one object for each metric, once the result is there: id, name,
           change, material, {before, after} each of score, passed and
           value, and explanation

  change is one of pass_to_fail, fail_to_pass, became_not_applicable,
  became_applicable, score_moved, value_changed, appeared, vanished,
  explanation_changed, unchanged.

Confirmed and inferred:
  confirmed  The call log was seen to go into evaluation and to come out.
  inferred   It changed and then stayed still. For some call logs, such as
            reviewed ones, the service gives no better sign. Weaker, and
            possibly too early; --confirmed-only does not accept it.";

/// How the two commands end that others never do.
const CODES: &str = "\
Exit codes of this command (`cekura --help` has all of them):
  4  call logs were deleted while they were waited for, and may have been
     charged; every other one has its result
  8  no result within the deadline, or none that could be read: the
     evaluations are paid for and go on
  9  outcome unknown: they may or may not be paid for; look before repeating";

/// Evaluate call logs again with all of their metrics; costs credits.
///
/// Each metric of each call log costs credits each time, and the results they had are erased. The request is sent
/// once. If no answer says what became of it and --wait was given, the call logs are read back to find out; what
/// cannot be found out ends in exit code 9 and is never sent again, unless --on-unknown says so.
///
/// With --wait the call logs are read first, then the results are waited for and compared.
///
/// More than 100 metric evaluations or 20 credits, or --all, need a confirmation or --yes. For more than 5 call logs, a few of
/// them are read to tell.
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
/// With --wait the call logs are read first, then the results are waited for and compared.
///
/// More than 100 metric evaluations or 20 credits need a confirmation or --yes, counted as if all metrics were charged. For
/// more than 5 call logs, a few of them are read to tell.
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

    /// With --wait: how long to wait for the results [default: 10m].
    #[arg(long, value_name = "DURATION", value_parser = values::span)]
    pub(crate) deadline: Option<Duration>,

    /// With --wait: how long to pause before the first look; later pauses grow [default: 2s].
    #[arg(long, hide_short_help = true, value_name = "DURATION", value_parser = values::span)]
    pub(crate) poll_interval: Option<Duration>,

    /// With --wait: accept only results whose evaluation was seen to go on and to end.
    #[arg(long, hide_short_help = true)]
    pub(crate) confirmed_only: bool,

    /// What to do about call logs that a request with an unknown outcome seems to have left untouched.
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
    #[arg(long, hide_short_help = true, value_name = "DURATION", value_parser = values::span)]
    pub(crate) settle_window: Option<Duration>,

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
        ];
        if let Some((option, _)) = idle.iter().find(|(_, given)| *given && !waits) {
            return Err(Failure::usage(format!(
                "{option} says how to wait: add --wait, or leave it out"
            )));
        }
        if self.settle_window.is_some() && !self.needs_baseline(waits) {
            return Err(Failure::usage(
                "--settle-window says how long to look back when an outcome is unknown, which needs the call logs as they were: \
                 add --wait, or leave it out",
            ));
        }
        Ok(())
    }

    /// Whether the call logs have to be read before the request.
    pub(crate) fn needs_baseline(&self, waits: bool) -> bool {
        waits || self.on_unknown == Untouched::ResendIfUntouched
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
