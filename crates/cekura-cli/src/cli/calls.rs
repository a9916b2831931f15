//! `cekura calls`: list and get; the paid ones are next door.

use cekura::{AgentId, AssistantId, CallLogId, ProjectId, Scope, Timestamp};
use clap::{Args, Subcommand};
use serde_json::Value;

use super::{EvaluateArgs, RerunArgs, values};

/// The commands about call logs; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CallsCommand {
    List(Box<ListArgs>),
    Get(GetArgs),
    Rerun(Box<RerunArgs>),
    Evaluate(Box<EvaluateArgs>),
}

/// List call logs, the newest first.
///
/// Without --from and --to the service shows the last 30 days, and it refuses a range of more than 33. An
/// organization's key needs an agent, an assistant or a project; the configured project is used where none is named.
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
    /// Only calls of this agent.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>)]
    pub(crate) agent_id: Option<AgentId>,

    /// Only calls of the agent with this id at its provider, such as asst_harbor_frontdesk.
    #[arg(long, value_name = "ID", value_parser = assistant, conflicts_with = "agent_id")]
    pub(crate) assistant_id: Option<AssistantId>,

    /// Only calls of this project.
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>, conflicts_with_all = ["agent_id", "assistant_id"])]
    pub(crate) project_id: Option<ProjectId>,

    /// Only calls from this moment on: 2026-05-18T09:30:00Z, 2026-05-18, or 7d for a week ago.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) from: Option<Timestamp>,

    /// Only calls up to this moment.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) to: Option<Timestamp>,

    /// Only calls whose outcome is a failure.
    #[arg(long, conflicts_with = "passed")]
    pub(crate) failed: bool,

    /// Only calls whose outcome is a success.
    #[arg(long)]
    pub(crate) passed: bool,

    /// Only calls that match a filter in the service's own form.
    #[arg(long, value_name = "JSON", value_parser = values::filter)]
    pub(crate) filter: Option<Value>,

    /// Most entries to show; 0 for all.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) limit: usize,

    /// How many entries to ask for at a time [default: what the limit needs, at most 200].
    #[arg(long, value_name = "N", value_parser = page_size)]
    pub(crate) page_size: Option<usize>,
}

impl ListArgs {
    /// The agent that is named, in either way.
    pub(crate) fn agent(&self) -> Option<Scope> {
        let by_name = || self.assistant_id.clone().map(Scope::Assistant);
        self.agent_id.map(Scope::Agent).or_else(by_name)
    }

    /// Whether it is said whose call logs are meant.
    pub(crate) fn has_scope(&self) -> bool {
        self.agent().is_some() || self.project_id.is_some()
    }

    /// The filters together, in the service's form.
    pub(crate) fn filters(&self) -> Option<Value> {
        let outcome = (self.failed || self.passed)
            .then(|| serde_json::json!({ "field": "success", "op": "eq", "value": self.passed }));
        match (outcome, self.filter.clone()) {
            (Some(outcome), Some(own)) => {
                Some(serde_json::json!({ "operator": "and", "conditions": [outcome, own] }))
            }
            (outcome, own) => outcome.or(own),
        }
    }
}

/// Show one call log whole.
///
/// Facts, metrics with their explanations, transcript.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls get 5001
  cekura calls get 5001 --format json | jq '.evaluation.metrics[] | {name, score}'

JSON:
  The call log as the service gives it; fields without a value are left out.")]
pub(crate) struct GetArgs {
    /// The number of the call log.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>)]
    pub(crate) id: CallLogId,
}

pub(super) fn assistant(text: &str) -> Result<AssistantId, String> {
    values::filled(text).map(AssistantId::new)
}

/// The largest page that has been seen to work.
pub(crate) const LARGEST_PAGE: usize = 200;

fn page_size(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(size @ 1..=LARGEST_PAGE) => Ok(size),
        _ => Err("expected 1 to 200; more has not been seen to work".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, Command};
    use clap::Parser;
    use serde_json::json;

    fn list(args: &[&str]) -> ListArgs {
        let cli = Cli::try_parse_from([&["cekura", "calls", "list"], args].concat()).unwrap();
        match cli.command {
            Command::Calls(CallsCommand::List(list)) => *list,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn filters_are_joined() {
        let failed = json!({ "field": "success", "op": "eq", "value": false });
        let own = json!({ "field": "topic", "op": "eq", "value": "berths" });
        assert_eq!(list(&[]).filters(), None);
        assert_eq!(list(&["--failed"]).filters(), Some(failed.clone()));
        assert_eq!(
            list(&["--filter", &own.to_string()]).filters(),
            Some(own.clone())
        );
        let both = list(&["--failed", "--filter", &own.to_string()])
            .filters()
            .unwrap();
        assert_eq!(
            both,
            json!({ "operator": "and", "conditions": [failed, own] })
        );
        assert_eq!(list(&["--passed"]).filters().unwrap()["value"], true);
    }

    #[test]
    fn contradictions_are_refused() {
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
