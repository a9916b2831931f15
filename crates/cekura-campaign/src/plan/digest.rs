//! The digest that identifies a plan.

use cekura::{CallLogId, Scope};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::model::{Plan, PlannedOperation};

/// Returns the digest of a plan: SHA-256, in hexadecimal, over this UTF-8 text, each line ended by a line feed:
///
/// ```text
/// cekura-campaign plan 1
/// scope agent 310              or: scope assistant "asst_harbor_frontdesk" · scope project 44
/// work all_metrics             or: work metrics 71 72
/// 5001
/// 5002
/// ```
///
/// The assistant is written as a JSON string; ids and metrics ascend. Prices and details of the call logs are not part of it:
/// they change the estimate and not what is evaluated.
///
/// `ids` must ascend and be unique, as in a plan.
#[must_use]
pub fn digest_of(
    scope: &Scope,
    operation: &PlannedOperation,
    ids: impl IntoIterator<Item = CallLogId>,
) -> String {
    let mut hash = Sha256::new();
    let mut line = |text: &str| {
        hash.update(text);
        hash.update("\n");
    };
    line("cekura-campaign plan 1");
    match scope {
        Scope::Agent(id) => line(&format!("scope agent {id}")),
        Scope::Assistant(id) => {
            let name = serde_json::Value::from(id.as_str());
            line(&format!("scope assistant {name}"));
        }
        Scope::Project(id) => line(&format!("scope project {id}")),
    }
    match operation {
        PlannedOperation::AllMetrics => line("work all_metrics"),
        PlannedOperation::Metrics(metrics) => {
            let metrics: Vec<String> = metrics.iter().map(ToString::to_string).collect();
            line(&format!("work metrics {}", metrics.join(" ")));
        }
    }
    for id in ids {
        line(&id.to_string());
    }
    HEXLOWER.encode(&hash.finalize())
}

impl Plan {
    /// Computes the digest of the plan's content; see [`digest_of`]. A shard keeps the digest of the whole plan, so its computed
    /// digest differs.
    #[must_use]
    pub fn compute_digest(&self) -> String {
        let ids = self.logs.iter().map(|log| log.id);
        digest_of(&self.scope, &self.operation, ids)
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AgentId, AssistantId, MetricId, ProjectId};

    use super::*;

    #[test]
    fn it_is_sha256_of_the_documented_text() {
        // Each by: printf 'cekura-campaign plan 1\n…' | sha256sum
        let agent = Scope::Agent(AgentId(310));
        let ids = [CallLogId(5001), CallLogId(5002)];
        assert_eq!(digest_of(&agent, &PlannedOperation::AllMetrics, ids), AGENT);
        let assistant = Scope::Assistant(AssistantId::new("asst_\"harbor\"\nx"));
        let chosen = PlannedOperation::Metrics(vec![MetricId(71), MetricId(72)]);
        assert_eq!(digest_of(&assistant, &chosen, [CallLogId(5003)]), ASSISTANT);
    }

    const AGENT: &str = "697ae66f01536294b03ff648d40f02490debd1d6d7c16f98263eee8156c52e06";
    const ASSISTANT: &str = "c04f7010292995b32e663dcb51fcd74d040d7bc9858b6eb5e0cd91e0d806c076";

    #[test]
    fn everything_in_it_counts() {
        let ids = [CallLogId(5001), CallLogId(5002)];
        let all = PlannedOperation::AllMetrics;
        let agent = Scope::Agent(AgentId(44));
        let digests = [
            digest_of(&agent, &all, ids),
            digest_of(&Scope::Project(ProjectId(44)), &all, ids),
            digest_of(&Scope::Assistant(AssistantId::new("44")), &all, ids),
            digest_of(&agent, &PlannedOperation::Metrics(vec![MetricId(71)]), ids),
            digest_of(&agent, &all, [CallLogId(5001)]),
            digest_of(&agent, &all, [CallLogId(50_015_002)]),
        ];
        for (n, one) in digests.iter().enumerate() {
            assert_eq!(one.len(), 64);
            assert!(!digests[n + 1..].contains(one), "{n}");
        }
    }
}
