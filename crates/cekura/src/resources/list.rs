//! A list of call logs by its scope.

use super::ListCallLogs;
use crate::Scope;

impl ListCallLogs {
    /// Lists only call logs of this agent or project.
    pub fn scope(self, scope: impl Into<Scope>) -> Self {
        match scope.into() {
            Scope::Agent(id) => self.agent_id(id),
            Scope::Assistant(id) => self.assistant_id(id),
            Scope::Project(id) => self.project_id(id),
        }
    }
}
