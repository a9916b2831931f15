//! Scopes and operations as text, and their checks.

use std::fmt;

use super::error::PlanError;
use super::model::{PlanScope, PlannedWork};

impl PlanScope {
    /// Rejects invalid ids, before anything is sent.
    pub(super) fn check(&self) -> Result<(), PlanError> {
        let number = match self {
            Self::Agent(id) => id.0,
            Self::Project(id) => id.0,
            Self::Assistant(id) if id.as_str().trim().is_empty() => {
                return Err(PlanError::usage(
                    "the assistant id is empty: give the provider's id of the agent, such as asst_harbor_frontdesk, or its \
                     Cekura id",
                ));
            }
            Self::Assistant(_) => return Ok(()),
        };
        if number > 0 {
            return Ok(());
        }
        Err(PlanError::usage(format!(
            "{self} is invalid: ids are whole numbers above 0"
        )))
    }
}

impl fmt::Display for PlanScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agent(id) => write!(f, "agent {id}"),
            Self::Assistant(id) => write!(f, "assistant {id}"),
            Self::Project(id) => write!(f, "project {id}"),
        }
    }
}

impl PlannedWork {
    /// Returns the operation's name: `rerun_evaluation` or `evaluate_metrics`.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        match self {
            Self::AllMetrics => "rerun_evaluation",
            Self::Metrics(_) => "evaluate_metrics",
        }
    }

    /// Rejects what the operation cannot do in this scope.
    pub(super) fn check(&self, scope: &PlanScope) -> Result<(), PlanError> {
        let Self::Metrics(metrics) = self else {
            return Ok(());
        };
        if metrics.is_empty() {
            return Err(PlanError::usage(
                "no metrics are given: give at least one, or leave the option out to evaluate all assigned metrics",
            ));
        }
        if let Some(odd) = metrics.iter().find(|id| id.0 <= 0) {
            return Err(PlanError::usage(format!(
                "{odd} is not the id of a metric: ids are whole numbers above 0"
            )));
        }
        if let PlanScope::Assistant(id) = scope {
            return Err(PlanError::usage(format!(
                "chosen metrics cannot be evaluated for assistant {id}: give the agent's Cekura id or a project instead"
            )));
        }
        Ok(())
    }

    /// Whether each call log needs its agent, because the operation takes no project.
    pub(super) fn needs_agents(&self, scope: &PlanScope) -> bool {
        matches!((self, scope), (Self::AllMetrics, PlanScope::Project(_)))
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AgentId, AssistantId, MetricId, ProjectId};

    use super::*;

    #[test]
    fn scopes_in_words() {
        let assistant = AssistantId::new("asst_harbor_frontdesk");
        assert_eq!(PlanScope::Agent(AgentId(310)).to_string(), "agent 310");
        assert_eq!(PlanScope::Project(ProjectId(44)).to_string(), "project 44");
        assert_eq!(
            PlanScope::Assistant(assistant).to_string(),
            "assistant asst_harbor_frontdesk"
        );
    }

    #[test]
    fn what_names_nobody_is_refused() {
        for (scope, expected) in [
            (PlanScope::Agent(AgentId(0)), "agent 0"),
            (PlanScope::Project(ProjectId(-4)), "project -4"),
            (
                PlanScope::Assistant(AssistantId::new("  ")),
                "asst_harbor_frontdesk",
            ),
        ] {
            let error = scope.check().unwrap_err();
            assert!(
                error.is_usage() && error.to_string().contains(expected),
                "{error}"
            );
        }
    }

    #[test]
    fn chosen_metrics_need_a_scope_that_their_operation_knows() {
        let chosen = PlannedWork::Metrics(vec![MetricId(71)]);
        assert!(chosen.check(&PlanScope::Agent(AgentId(310))).is_ok());
        let error = chosen
            .check(&PlanScope::Assistant(AssistantId::new("asst_x")))
            .unwrap_err();
        assert!(error.to_string().contains("agent's Cekura id"), "{error}");
        for bad in [vec![], vec![MetricId(71), MetricId(-1)]] {
            assert!(
                PlannedWork::Metrics(bad)
                    .check(&PlanScope::Agent(AgentId(310)))
                    .is_err()
            );
        }
        assert!(PlannedWork::AllMetrics.needs_agents(&PlanScope::Project(ProjectId(44))));
        assert!(!chosen.needs_agents(&PlanScope::Project(ProjectId(44))));
    }
}
