//! Whose call logs, and which.

use std::collections::BTreeSet;

use cekura_api::open::{AgentId, AssistantId, CallLogId, ProjectId};

use crate::Error;

/// The agent whose call logs are evaluated: by Cekura's number or by the provider's name for it.
///
/// The service wants exactly one of the two, so there is no way to say both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgentRef {
    /// Cekura's own number.
    Agent(AgentId),
    /// The provider's identifier, such as `asst_…`.
    Assistant(AssistantId),
}

impl From<AgentId> for AgentRef {
    fn from(id: AgentId) -> Self {
        Self::Agent(id)
    }
}

impl From<AssistantId> for AgentRef {
    fn from(id: AssistantId) -> Self {
        Self::Assistant(id)
    }
}

impl AgentRef {
    /// Refuses what names no agent, before anything is sent.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Assistant(id) if id.as_str().trim().is_empty() => Err(Error::invalid_request(
                "the assistant id is empty: give the provider's id of the agent, such as asst_…, or Cekura's number",
            )),
            Self::Agent(id) if id.0 <= 0 => Err(Error::invalid_request(format!(
                "{id} is not the id of an agent: ids are whole numbers above 0"
            ))),
            Self::Agent(_) | Self::Assistant(_) => Ok(()),
        }
    }
}

/// Where chosen metrics and call logs belong: to an agent or to a project, never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One agent.
    Agent(AgentId),
    /// A whole project.
    Project(ProjectId),
}

impl From<AgentId> for Scope {
    fn from(id: AgentId) -> Self {
        Self::Agent(id)
    }
}

impl From<ProjectId> for Scope {
    fn from(id: ProjectId) -> Self {
        Self::Project(id)
    }
}

/// Proof that the caller knows that `all` bills every call log of an agent, however many there are.
#[derive(Clone, Copy, Debug)]
pub struct AcceptUnboundedCost;

/// The call logs to evaluate.
///
/// ```
/// use cekura::{AcceptUnboundedCost, CallLogId, CallLogs};
/// let some = CallLogs::from([CallLogId(5001), CallLogId(5002), CallLogId(5001)]);
/// assert_eq!(some.ids(), [CallLogId(5001), CallLogId(5002)]); // named twice, paid once
/// assert!(CallLogs::all(AcceptUnboundedCost).is_all());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallLogs(Chosen);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Chosen {
    Ids(Vec<CallLogId>),
    All,
}

impl CallLogs {
    /// Every call log that the agent has.
    ///
    /// The set is the service's, at the moment it reads the request: there can be no baseline, and no way to find
    /// out what became of a request whose outcome is unknown. Prefer to list the ids and name them.
    #[must_use]
    pub fn all(_: AcceptUnboundedCost) -> Self {
        Self(Chosen::All)
    }

    /// The ids in the order given, each once; empty for [`all`](Self::all).
    #[must_use]
    pub fn ids(&self) -> &[CallLogId] {
        match &self.0 {
            Chosen::Ids(ids) => ids,
            Chosen::All => &[],
        }
    }

    /// Whether this is [`all`](Self::all).
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0 == Chosen::All
    }

    /// Refuses what the service leaves undefined, before anything is sent.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let Chosen::Ids(ids) = &self.0 else {
            return Ok(());
        };
        if ids.is_empty() {
            return Err(Error::invalid_request(
                "no call logs are named: give at least one id; the service does not say what an empty list means",
            ));
        }
        match ids.iter().find(|id| id.0 <= 0) {
            Some(id) => Err(Error::invalid_request(format!(
                "{id} is not the id of a call log: ids are whole numbers above 0, as in the list's field id"
            ))),
            None => Ok(()),
        }
    }
}

impl FromIterator<CallLogId> for CallLogs {
    fn from_iter<I: IntoIterator<Item = CallLogId>>(ids: I) -> Self {
        let mut seen = BTreeSet::new();
        Self(Chosen::Ids(
            ids.into_iter().filter(|id| seen.insert(*id)).collect(),
        ))
    }
}

impl From<Vec<CallLogId>> for CallLogs {
    fn from(ids: Vec<CallLogId>) -> Self {
        ids.into_iter().collect()
    }
}

impl From<&[CallLogId]> for CallLogs {
    fn from(ids: &[CallLogId]) -> Self {
        ids.iter().copied().collect()
    }
}

impl<const N: usize> From<[CallLogId; N]> for CallLogs {
    fn from(ids: [CallLogId; N]) -> Self {
        ids.into_iter().collect()
    }
}

impl From<CallLogId> for CallLogs {
    fn from(id: CallLogId) -> Self {
        [id].into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_without_a_name_is_refused() {
        for bad in [
            AgentRef::from(AssistantId::new(" ")),
            AgentRef::from(AgentId(0)),
        ] {
            assert!(bad.check().unwrap_err().is_invalid_request(), "{bad:?}");
        }
        assert!(
            AgentRef::from(AssistantId::new("asst_harbor_frontdesk"))
                .check()
                .is_ok()
        );
    }

    #[test]
    fn nothing_and_nonsense_are_refused_by_name() {
        assert!(
            CallLogs::from([])
                .check()
                .unwrap_err()
                .to_string()
                .contains("at least one id")
        );
        let error = CallLogs::from([CallLogId(4), CallLogId(-7)])
            .check()
            .unwrap_err();
        assert!(error.is_invalid_request() && error.to_string().contains("-7"));
        assert!(CallLogs::all(AcceptUnboundedCost).check().is_ok());
    }
}
