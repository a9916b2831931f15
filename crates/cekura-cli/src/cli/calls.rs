//! `cekura calls`: list and get; `export` and `import` have their files, the paid commands are in `paid`, those that send something
//! in `send_calls`.

use cekura::{AgentId, AssistantId, CallLogId, ProjectId, Timestamp};
use clap::{Args, Subcommand};
use serde_json::json;

use super::{
    CallExportArgs, CallFilterArgs, CallImportArgs, EvaluateArgs, LimitArg, ObserveArgs, RerunArgs,
    UpdateArgs, VoteArgs, values,
};
use crate::failure::Failure;

/// The commands about call logs; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CallsCommand {
    List(Box<ListArgs>),
    Get(GetArgs),
    Export(Box<CallExportArgs>),
    Import(Box<CallImportArgs>),
    Rerun(Box<RerunArgs>),
    Evaluate(Box<EvaluateArgs>),
    Observe(Box<ObserveArgs>),
    Update(Box<UpdateArgs>),
    Vote(VoteArgs),
}

/// List call logs, newest first.
///
/// Needs an agent, an assistant or a project; the configured project is the default. Without --from and --to the last 30
/// days are listed; the service rejects a range of more than 33 days.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls list --agent-id 310
  cekura calls list --agent-id 310 --from 2026-05-01 --to 2026-05-08 --failed
  cekura calls list --project-id 44 \\
    --filter '{\"field\": \"topic\", \"op\": \"contains\", \"value\": \"refund\"}'
  cekura calls list --sandbox --limit 5 --format json

JSON:
  The entries as the service gives them; fields without a value are left out.")]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) calls: CallFilterArgs,

    /// Only calls from this time on: 2026-05-18, or 7d (ago).
    ///
    /// A time is written as 2026-05-18T09:30:00Z.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) from: Option<Timestamp>,

    /// Only calls up to this time.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) to: Option<Timestamp>,

    #[command(flatten)]
    pub(crate) limit: LimitArg,

    /// Page size, 1 to 200 [default: what the limit needs].
    #[arg(long, value_name = "N", hide_short_help = true, value_parser = page_size)]
    pub(crate) page_size: Option<i64>,
}

/// Show one call log: details, metrics with explanations, transcript.
///
/// A number is the call log's id in Cekura. Any other text is the provider's id of the call (call_id); it is looked up
/// among the calls of an agent, an assistant or a project, of the last 30 days unless --from or --to is given. For a
/// provider's id that is a number, add --call-id.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls get 5001
  cekura calls get 5001 --format json |
    jq '.evaluation.metrics[] | {name, score}'
  cekura calls get harbor-20260518-0931 --agent-id 310

JSON:
  The call log as the service gives it; fields without a value are left out.")]
pub(crate) struct GetArgs {
    /// Id of the call log in Cekura, or the provider's id of the call.
    #[arg(value_name = "ID", value_parser = values::filled)]
    pub(crate) id: String,

    /// Treat ID as the provider's id of the call, even if it is a number.
    #[arg(long)]
    pub(crate) call_id: bool,

    /// Search for the provider's id among the calls of this agent.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>)]
    pub(crate) agent_id: Option<AgentId>,

    /// Search the calls of the agent with this provider id.
    #[arg(long, value_name = "ID", value_parser = assistant, conflicts_with = "agent_id")]
    pub(crate) assistant_id: Option<AssistantId>,

    /// Search the calls of this project [default: the configured project].
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>, conflicts_with_all = ["agent_id", "assistant_id"])]
    pub(crate) project_id: Option<ProjectId>,

    /// Search calls from this time on.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) from: Option<Timestamp>,

    /// Search calls up to this time.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) to: Option<Timestamp>,
}

impl GetArgs {
    /// The id in Cekura, unless the text is the provider's id.
    pub(crate) fn number(&self) -> Result<Option<CallLogId>, Failure> {
        if self.call_id || !self.id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        values::id(&self.id)
            .map(Some)
            .map_err(|e| Failure::usage(format!("{}: {e}", self.id)))
    }

    /// The search for the call with the provider's id.
    pub(crate) fn search(&self) -> ListArgs {
        ListArgs {
            calls: CallFilterArgs {
                agent_id: self.agent_id,
                assistant_id: self.assistant_id.clone(),
                project_id: self.project_id,
                failed: false,
                passed: false,
                filter: Some(json!({ "field": "call_id", "op": "eq", "value": self.id })),
            },
            from: self.from.clone(),
            to: self.to.clone(),
            limit: LimitArg { limit: usize::MAX },
            page_size: None,
        }
    }
}

pub(super) fn assistant(text: &str) -> Result<AssistantId, String> {
    values::filled(text).map(AssistantId::new)
}

/// The largest page size that is known to work.
pub(crate) const LARGEST_PAGE: i64 = 200;

fn page_size(text: &str) -> Result<i64, String> {
    match text.parse() {
        Ok(size @ 1..=LARGEST_PAGE) => Ok(size),
        _ => Err("expected a number from 1 to 200".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::Cli;
    use clap::Parser;

    #[test]
    fn conflicting_options_are_usage_errors() {
        for args in [
            &["--failed", "--passed"][..],
            &["--agent-id", "310", "--project-id", "44"],
            &[
                "--agent-id",
                "310",
                "--assistant-id",
                "asst_harbor_frontdesk",
            ],
            &["--page-size", "201"],
        ] {
            assert!(
                Cli::try_parse_from([&["cekura", "calls", "list"], args].concat()).is_err(),
                "{args:?}"
            );
        }
    }
}
