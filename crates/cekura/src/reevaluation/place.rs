//! Whose list of call logs is looked at.

use cekura_api::open::{AgentId, AssistantId, ProjectId};

use super::{AgentRef, Scope};

/// Whose list call logs are looked up in: the service wants one of these, and with an organization's key insists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Those of one agent, by Cekura's number.
    Agent(AgentId),
    /// Those of one agent, by the provider's name for it.
    Assistant(AssistantId),
    /// Those of a whole project.
    Project(ProjectId),
}

impl From<AgentId> for Place {
    fn from(id: AgentId) -> Self {
        Self::Agent(id)
    }
}

impl From<AssistantId> for Place {
    fn from(id: AssistantId) -> Self {
        Self::Assistant(id)
    }
}

impl From<ProjectId> for Place {
    fn from(id: ProjectId) -> Self {
        Self::Project(id)
    }
}

impl From<&AgentRef> for Place {
    fn from(agent: &AgentRef) -> Self {
        agent.clone().into()
    }
}

impl From<AgentRef> for Place {
    fn from(agent: AgentRef) -> Self {
        match agent {
            AgentRef::Agent(id) => Self::Agent(id),
            AgentRef::Assistant(id) => Self::Assistant(id),
        }
    }
}

impl From<&Scope> for Place {
    fn from(scope: &Scope) -> Self {
        (*scope).into()
    }
}

impl From<Scope> for Place {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Agent(id) => Self::Agent(id),
            Scope::Project(id) => Self::Project(id),
        }
    }
}
