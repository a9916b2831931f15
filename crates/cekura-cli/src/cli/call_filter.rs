//! Which call logs a list is about.

use cekura::{AgentId, AssistantId, ProjectId, Scope};
use clap::Args;
use serde_json::{Value, json};

use super::{calls, values};

/// The owner of call logs, and conditions on them.
#[derive(Debug, Args)]
pub(crate) struct CallFilterArgs {
    /// Only calls of this agent (its id in Cekura).
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>)]
    pub(crate) agent_id: Option<AgentId>,

    /// Only calls of the agent with this provider id.
    #[arg(long, value_name = "ID", value_parser = calls::assistant, conflicts_with = "agent_id")]
    pub(crate) assistant_id: Option<AssistantId>,

    /// Only calls of this project [default: the configured project].
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>, conflicts_with_all = ["agent_id", "assistant_id"])]
    pub(crate) project_id: Option<ProjectId>,

    /// Only calls that failed.
    #[arg(long, conflicts_with = "passed")]
    pub(crate) failed: bool,

    /// Only calls that passed.
    #[arg(long)]
    pub(crate) passed: bool,

    /// Only calls that match this filter (the service's filters_v2).
    #[arg(long, value_name = "JSON", value_parser = values::filter)]
    pub(crate) filter: Option<Value>,
}

impl CallFilterArgs {
    /// Returns the agent, given by its number or its provider id.
    pub(crate) fn agent(&self) -> Option<Scope> {
        let by_name = || self.assistant_id.clone().map(Scope::Assistant);
        self.agent_id.map(Scope::Agent).or_else(by_name)
    }

    /// Returns the agent or the project.
    pub(crate) fn scope(&self) -> Option<Scope> {
        self.agent().or(self.project_id.map(Scope::Project))
    }

    /// Returns all filters as one, in the service's form.
    pub(crate) fn filters(&self) -> Option<Value> {
        let outcome = (self.failed || self.passed)
            .then(|| json!({ "field": "success", "op": "eq", "value": self.passed }));
        match (outcome, self.filter.clone()) {
            (Some(outcome), Some(own)) => {
                Some(json!({ "operator": "and", "conditions": [outcome, own] }))
            }
            (outcome, own) => outcome.or(own),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{CallsCommand, Cli, Command};
    use clap::Parser;

    fn list(args: &[&str]) -> CallFilterArgs {
        let cli = Cli::try_parse_from([&["cekura", "calls", "list"], args].concat()).unwrap();
        match cli.command {
            Command::Calls(CallsCommand::List(list)) => list.calls,
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
}
