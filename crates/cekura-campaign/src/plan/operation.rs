//! The paid operation of a plan.

use cekura::Scope;

use super::error::PlanError;
use super::model::PlannedOperation;

impl PlannedOperation {
    /// Returns the operation's name: `rerun_evaluation` or `evaluate_metrics`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AllMetrics => "rerun_evaluation",
            Self::Metrics(_) => "evaluate_metrics",
        }
    }

    /// Rejects what the operation cannot do in this scope.
    pub(super) fn check(&self, scope: &Scope) -> Result<(), PlanError> {
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
        scope.check_evaluate_metrics().map_err(PlanError::of_scope)
    }

    /// Whether each call log needs its agent, because the operation takes no project.
    pub(super) fn needs_agents(&self, scope: &Scope) -> bool {
        matches!((self, scope), (Self::AllMetrics, Scope::Project(_)))
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AgentId, AssistantId, MetricId, ProjectId};

    use super::*;

    #[test]
    fn chosen_metrics_need_a_scope_that_their_operation_knows() {
        let chosen = PlannedOperation::Metrics(vec![MetricId(71)]);
        assert!(chosen.check(&Scope::Agent(AgentId(310))).is_ok());
        let error = chosen
            .check(&Scope::Assistant(AssistantId::new("asst_x")))
            .unwrap_err();
        assert!(error.to_string().contains("agent's id"), "{error}");
        for bad in [vec![], vec![MetricId(71), MetricId(-1)]] {
            assert!(
                PlannedOperation::Metrics(bad)
                    .check(&Scope::Agent(AgentId(310)))
                    .is_err()
            );
        }
        assert!(PlannedOperation::AllMetrics.needs_agents(&Scope::Project(ProjectId(44))));
        assert!(!chosen.needs_agents(&Scope::Project(ProjectId(44))));
    }
}
