//! The bodies of the two paid requests.

use cekura_api::open::MetricId;
use cekura_api::types::{
    AllCallLogs, CallLogSelection, EvaluateMetricsByAgent, EvaluateMetricsByProject,
    EvaluateMetricsRequest, RerunEvaluationByAgent, RerunEvaluationByAssistant,
    RerunEvaluationRequest,
};

use super::{AgentRef, CallLogs, Scope};

pub(super) fn rerun(agent: &AgentRef, logs: &CallLogs) -> RerunEvaluationRequest {
    let call_logs = match logs.is_all() {
        true => CallLogSelection::Keyword(AllCallLogs::All),
        false => CallLogSelection::Ids(logs.ids().to_vec()),
    };
    match agent {
        AgentRef::Agent(agent_id) => RerunEvaluationByAgent {
            agent_id: *agent_id,
            call_logs,
        }
        .into(),
        AgentRef::Assistant(id) => RerunEvaluationByAssistant {
            assistant_id: id.clone(),
            call_logs,
        }
        .into(),
    }
}

pub(super) fn evaluate(
    scope: &Scope,
    logs: &CallLogs,
    metrics: &[MetricId],
) -> EvaluateMetricsRequest {
    let (call_logs, metrics) = (logs.ids().to_vec(), metrics.to_vec());
    match scope {
        Scope::Agent(agent_id) => EvaluateMetricsByAgent {
            agent_id: *agent_id,
            call_logs,
            metrics,
        }
        .into(),
        Scope::Project(project_id) => EvaluateMetricsByProject {
            project_id: *project_id,
            call_logs,
            metrics,
        }
        .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AcceptUnboundedCost, AgentId, AssistantId, CallLogId, ProjectId};
    use serde_json::{json, to_value};

    #[test]
    fn exactly_one_target_and_no_nulls_are_sent() {
        let some = CallLogs::from([CallLogId(5001), CallLogId(5002)]);
        let all = CallLogs::all(AcceptUnboundedCost);
        let assistant = AgentRef::from(AssistantId::new("asst_harbor_frontdesk"));
        assert_eq!(
            to_value(rerun(&AgentId(310).into(), &some)).unwrap(),
            json!({ "agent_id": 310, "call_logs": [5001, 5002] })
        );
        assert_eq!(
            to_value(rerun(&assistant, &all)).unwrap(),
            json!({ "assistant_id": "asst_harbor_frontdesk", "call_logs": "all" })
        );
        assert_eq!(
            to_value(evaluate(&ProjectId(44).into(), &some, &[MetricId(71)])).unwrap(),
            json!({ "project_id": 44, "call_logs": [5001, 5002], "metrics": [71] })
        );
    }
}
