//! Defaults for the embedded sandbox: which ids it has, and which ones are used if none are given.

use cekura::{AgentId, CallLogId, Scope};
use cekura_sandbox::Sandbox;

use crate::app::App;
use crate::output::named;

/// The number of call logs that are evaluated by default.
const SAMPLE: usize = 8;

/// Returns the ids of a sandbox in a few lines.
pub(crate) fn contents_of(sandbox: &Sandbox) -> String {
    let lines = sandbox.agent_ids().into_iter().map(|agent| {
        format!(
            "agent {agent} ({}): {}; {}",
            sandbox.assistant_id_of(agent),
            abridged("call log", &sandbox.call_log_ids_of(agent)),
            abridged("metric", &sandbox.metric_ids_of(agent)),
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Lists the ids of the sandbox if a given one does not exist.
pub(crate) fn report_unknown_ids(
    app: &App,
    sandbox: &Sandbox,
    agent: Option<&Scope>,
    ids: &[CallLogId],
) {
    let missing = match agent {
        Some(agent) if resolve(sandbox, agent).is_none() => Some("such agent".to_owned()),
        _ => {
            let known = sandbox.call_log_ids();
            let unknown = ids.iter().find(|id| known.binary_search(&id.0).is_err());
            unknown.map(|id| format!("call log {id}"))
        }
    };
    if let Some(missing) = missing {
        app.notes.info(&format!(
            "the sandbox has no {missing}; it has\n{}",
            contents_of(sandbox)
        ));
    }
}

/// Returns the numeric id of an agent that is given by its id or its provider's id.
pub(crate) fn resolve(sandbox: &Sandbox, agent: &Scope) -> Option<AgentId> {
    let is_meant = |id: &i64| match agent {
        Scope::Agent(number) => number.0 == *id,
        Scope::Assistant(name) => sandbox.assistant_id_of(*id) == name.as_str(),
        Scope::Project(_) => false,
    };
    sandbox.agent_ids().into_iter().find(is_meant).map(AgentId)
}

/// Returns the default agent: the agent of the first call log, else the first agent.
pub(crate) fn agent_of(sandbox: &Sandbox, named: &[CallLogId]) -> AgentId {
    let agents = sandbox.agent_ids();
    let owns = |agent: &&i64| {
        let logs = sandbox.call_log_ids_of(**agent);
        named
            .first()
            .is_some_and(|id| logs.binary_search(&id.0).is_ok())
    };
    let agent = agents.iter().find(owns).or(agents.first());
    AgentId(agent.copied().unwrap_or_default())
}

/// Returns the newest call logs of an agent.
pub(crate) fn sample(app: &App, sandbox: &Sandbox, agent: AgentId) -> Vec<CallLogId> {
    let ids = sandbox.call_log_ids_of(agent.0);
    let newest = &ids[ids.len().saturating_sub(SAMPLE)..];
    if !newest.is_empty() {
        let shown: Vec<String> = newest.iter().map(ToString::to_string).collect();
        app.notes
            .info(&format!("no call logs given; using {}", shown.join(" ")));
    }
    newest.iter().copied().map(CallLogId).collect()
}

fn abridged(what: &str, ids: &[i64]) -> String {
    let shown = |ids: &[i64]| {
        ids.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let list = match ids {
        [] => return format!("no {what}s"),
        [first @ .., last] if first.len() > 6 => format!("{}, … {last}", shown(&first[..3])),
        ids => shown(ids),
    };
    named(ids.len(), what, &list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_abridged() {
        assert_eq!(abridged("metric", &[71, 72, 73]), "metrics 71, 72, 73");
        assert_eq!(
            abridged("call log", &(5001..5100).collect::<Vec<_>>()),
            "call logs 5001, 5002, 5003, … 5099"
        );
        assert_eq!(abridged("call log", &[5001]), "call log 5001");
        assert_eq!(abridged("call log", &[]), "no call logs");
    }
}
