//! The owner of call logs: an agent or a project.

use std::fmt;

use cekura_api::scalars::{AgentId, AssistantId, ProjectId};
use serde::{Deserialize, Serialize};

use crate::Error;

/// The agent or project that call logs belong to.
///
/// Every request about call logs names one of these. Not every operation accepts all three; one that it does not
/// accept is an error, and nothing is sent.
///
/// | | list, wait | `rerun_evaluation` | `evaluate_metrics` |
/// |---|---|---|---|
/// | agent | yes | yes | yes |
/// | assistant | yes | yes | no |
/// | project | yes | no | yes |
///
/// ```
/// use cekura::{AgentId, AssistantId, Scope};
/// let scope = Scope::from(AgentId(310));
/// assert_eq!(scope.to_string(), "agent 310");
/// assert!(Scope::from(AssistantId::new("asst_x")).check_evaluate_metrics().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One agent, by its id in Cekura.
    Agent(AgentId),
    /// One agent, by its id at the voice provider, such as `asst_…`.
    Assistant(AssistantId),
    /// All call logs of one project.
    Project(ProjectId),
}

impl Scope {
    /// Checks that the id can exist.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for a number below 1 or an empty text.
    pub fn check(&self) -> Result<(), Error> {
        let number = match self {
            Self::Agent(id) => id.0,
            Self::Project(id) => id.0,
            Self::Assistant(id) if id.as_str().trim().is_empty() => {
                return Err(Error::invalid_request(
                    "the assistant id is empty: give the provider's id of the agent, such as asst_harbor_frontdesk, or \
                     the agent's id in Cekura",
                ));
            }
            Self::Assistant(_) => return Ok(()),
        };
        match number > 0 {
            true => Ok(()),
            false => Err(Error::invalid_request(format!(
                "{self} cannot exist: ids are whole numbers above 0"
            ))),
        }
    }

    /// Checks that call logs can be re-evaluated with all metrics in this scope: it has to be one agent.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for a project, and for an id that cannot exist.
    pub fn check_rerun_evaluation(&self) -> Result<(), Error> {
        match self {
            Self::Project(id) => Err(needs_agent(*id)),
            Self::Agent(_) | Self::Assistant(_) => self.check(),
        }
    }

    /// Checks that chosen metrics can be evaluated in this scope: the agent has to be named by its id in Cekura.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for an assistant, and for an id that cannot exist.
    pub fn check_evaluate_metrics(&self) -> Result<(), Error> {
        match self {
            Self::Assistant(id) => Err(needs_agent_number(id)),
            Self::Agent(_) | Self::Project(_) => self.check(),
        }
    }
}

/// The error of `rerun_evaluation` for a project.
pub(crate) fn needs_agent(project: ProjectId) -> Error {
    Error::invalid_request(format!(
        "call logs cannot be re-evaluated for project {project} as a whole: name their agent, by its number or by its id \
         at the provider"
    ))
}

/// The error of `evaluate_metrics` for an assistant.
pub(crate) fn needs_agent_number(assistant: &AssistantId) -> Error {
    Error::invalid_request(format!(
        "chosen metrics cannot be evaluated for assistant {assistant}: name the agent's id in Cekura, or a project"
    ))
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agent(id) => write!(f, "agent {id}"),
            Self::Assistant(id) => write!(f, "assistant {id}"),
            Self::Project(id) => write!(f, "project {id}"),
        }
    }
}

impl From<AgentId> for Scope {
    fn from(id: AgentId) -> Self {
        Self::Agent(id)
    }
}

impl From<i64> for Scope {
    /// Converts a plain number to an agent. Use [`ProjectId`] for a project.
    fn from(agent: i64) -> Self {
        Self::Agent(AgentId(agent))
    }
}

impl From<&str> for Scope {
    /// Converts a plain string to the id of an agent at its voice provider.
    fn from(assistant: &str) -> Self {
        Self::Assistant(AssistantId::new(assistant))
    }
}

impl From<String> for Scope {
    /// Converts a plain string to the id of an agent at its voice provider.
    fn from(assistant: String) -> Self {
        Self::Assistant(AssistantId::new(assistant))
    }
}

impl From<AssistantId> for Scope {
    fn from(id: AssistantId) -> Self {
        Self::Assistant(id)
    }
}

impl From<ProjectId> for Scope {
    fn from(id: ProjectId) -> Self {
        Self::Project(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> [Scope; 3] {
        [
            AgentId(310).into(),
            AssistantId::new("asst_harbor_frontdesk").into(),
            ProjectId(44).into(),
        ]
    }

    #[test]
    fn scopes_are_printed_and_serialized() {
        let printed = all().map(|scope| scope.to_string());
        let expected = ["agent 310", "assistant asst_harbor_frontdesk", "project 44"];
        assert_eq!(printed, expected);
        let json = serde_json::to_string(&all()).unwrap();
        let expected = r#"[{"agent":310},{"assistant":"asst_harbor_frontdesk"},{"project":44}]"#;
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<[Scope; 3]>(expected).unwrap(), all());
    }

    #[test]
    fn ids_that_cannot_exist_are_refused() {
        for (scope, expected) in [
            (Scope::Agent(AgentId(0)), "agent 0"),
            (Scope::Project(ProjectId(-4)), "project -4"),
            (
                Scope::Assistant(AssistantId::new("  ")),
                "asst_harbor_frontdesk",
            ),
        ] {
            let error = scope.check().unwrap_err();
            assert!(error.is_invalid_request());
            assert!(error.to_string().contains(expected), "{error}");
        }
        for scope in all() {
            assert!(scope.check().is_ok(), "{scope}");
        }
    }

    #[test]
    fn an_operation_refuses_the_scope_that_it_cannot_take() {
        let rerun = all().map(|scope| scope.check_rerun_evaluation());
        assert!(matches!(&rerun, [Ok(()), Ok(()), Err(e)] if e.to_string().contains("project 44")));
        let evaluate = all().map(|scope| scope.check_evaluate_metrics());
        assert!(
            matches!(&evaluate, [Ok(()), Err(e), Ok(())] if e.to_string().contains("agent's id"))
        );
        assert!(Scope::Agent(AgentId(0)).check_rerun_evaluation().is_err());
        assert!(Scope::Agent(AgentId(0)).check_evaluate_metrics().is_err());
    }
}
