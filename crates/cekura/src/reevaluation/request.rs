//! The bodies of the two paid requests.

use cekura_api::scalars::MetricId;
use cekura_api::types::{
    AllCallLogs, CallLogSelection, EvaluateMetricsByAgent, EvaluateMetricsByProject,
    EvaluateMetricsRequest, RerunEvaluationByAgent, RerunEvaluationByAssistant,
    RerunEvaluationRequest,
};

use crate::scope::{needs_agent, needs_agent_number};
use crate::{CallLogTargets, Error, Scope};

/// Returns the body for all metrics, or an error for a scope that this operation does not accept.
pub(super) fn rerun(scope: &Scope, logs: &CallLogTargets) -> Result<RerunEvaluationRequest, Error> {
    let call_logs = match logs.is_all() {
        true => CallLogSelection::Keyword(AllCallLogs::All),
        false => CallLogSelection::Ids(logs.ids().to_vec()),
    };
    match scope {
        Scope::Agent(agent_id) => Ok(RerunEvaluationByAgent::new(*agent_id, call_logs).into()),
        Scope::Assistant(id) => Ok(RerunEvaluationByAssistant::new(id.clone(), call_logs).into()),
        Scope::Project(id) => Err(needs_agent(*id)),
    }
}

/// Returns the body for chosen metrics, or an error for a scope that this operation does not accept.
pub(super) fn evaluate(
    scope: &Scope,
    logs: &CallLogTargets,
    metrics: &[MetricId],
) -> Result<EvaluateMetricsRequest, Error> {
    let (call_logs, metrics) = (logs.ids().to_vec(), metrics.to_vec());
    match scope {
        Scope::Agent(id) => Ok(EvaluateMetricsByAgent::new(*id, call_logs, metrics).into()),
        Scope::Project(id) => Ok(EvaluateMetricsByProject::new(*id, call_logs, metrics).into()),
        Scope::Assistant(id) => Err(needs_agent_number(id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AcceptUnboundedCost, AgentId, AssistantId, CallLogId, ProjectId};
    use serde_json::{json, to_value};

    #[test]
    fn exactly_one_target_and_no_nulls_are_sent() {
        let some = CallLogTargets::from([CallLogId(5001), CallLogId(5002)]);
        let all = CallLogTargets::all(AcceptUnboundedCost);
        let assistant = Scope::from(AssistantId::new("asst_harbor_frontdesk"));
        assert_eq!(
            to_value(rerun(&AgentId(310).into(), &some).unwrap()).unwrap(),
            json!({ "agent_id": 310, "call_logs": [5001, 5002] })
        );
        assert_eq!(
            to_value(rerun(&assistant, &all).unwrap()).unwrap(),
            json!({ "assistant_id": "asst_harbor_frontdesk", "call_logs": "all" })
        );
        assert_eq!(
            to_value(evaluate(&ProjectId(44).into(), &some, &[MetricId(71)]).unwrap()).unwrap(),
            json!({ "project_id": 44, "call_logs": [5001, 5002], "metrics": [71] })
        );
    }
}
