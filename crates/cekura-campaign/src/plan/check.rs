//! Validates plans.

use super::error::{PlanError, name_some};
use super::model::Plan;
use crate::shard::Shard;

/// The version of a plan's shape.
pub(super) const VERSION: u32 = 1;

impl Plan {
    /// Returns one shard of the plan: only its call logs; everything else, including the digest, as in the whole plan. It may be
    /// empty.
    #[must_use]
    pub fn shard(mut self, shard: Shard) -> Self {
        self.logs.retain(|log| shard.contains(log.id));
        self.logs.shrink_to_fit();
        self.part = Some(shard);
        self
    }

    /// Validates the plan.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage).
    pub fn check(&self) -> Result<(), PlanError> {
        if self.version != VERSION {
            return Err(PlanError::usage(format!(
                "the plan has version {}: expected {VERSION}; plan again with this release",
                self.version
            )));
        }
        self.scope.check().map_err(PlanError::of_scope)?;
        self.operation.check(&self.scope)?;
        self.prices.check()?;
        self.check_logs()?;
        if self.part.is_none() {
            self.check_digest()?;
        }
        Ok(())
    }

    fn check_logs(&self) -> Result<(), PlanError> {
        let Some(first) = self.logs.first() else {
            return match self.part {
                Some(_) => Ok(()),
                None => Err(PlanError::usage("the plan names no call logs: plan again")),
            };
        };
        if first.id.0 <= 0 {
            return Err(PlanError::usage(format!(
                "the plan names call log {}: ids are whole numbers above 0; plan again",
                first.id
            )));
        }
        let pairs = self.logs.windows(2);
        let mut falls = pairs.filter(|pair| pair[0].id >= pair[1].id);
        if let Some(pair) = falls.next() {
            let (earlier, later) = (pair[0].id, pair[1].id);
            let what = if earlier == later {
                format!("names call log {later} twice")
            } else {
                format!("names call log {later} after {earlier}")
            };
            return Err(PlanError::usage(format!(
                "the plan {what}: expected ascending ids, each once; it was changed by hand: plan again"
            )));
        }
        if self.operation.needs_agents(&self.scope) {
            let unknown = self
                .logs
                .iter()
                .filter(|log| log.agent.is_none_or(|agent| agent.0 <= 0));
            let unknown: Vec<_> = unknown.map(|log| log.id).collect();
            if !unknown.is_empty() {
                return Err(PlanError::usage(format!(
                    "the agent of {} {} is unknown, and within {} a re-evaluation needs it: leave {} out, or plan for one agent",
                    if unknown.len() == 1 {
                        "call log"
                    } else {
                        "call logs"
                    },
                    name_some(&unknown),
                    self.scope,
                    if unknown.len() == 1 { "it" } else { "them" },
                )));
            }
        }
        Ok(())
    }

    fn check_digest(&self) -> Result<(), PlanError> {
        let computed = self.compute_digest();
        if self.digest == computed {
            return Ok(());
        }
        Err(PlanError::usage(format!(
            "the plan's digest is {:?}, but its content gives {computed}: the file was edited; plan again",
            super::error::shortened(&self.digest)
        )))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use cekura::{AgentId, CallLogId, MetricId, ProjectId, Scope};

    use super::super::model::{PlannedLog, PlannedMetric, PlannedOperation, PriceTable};
    use super::*;

    /// A sound plan of these call logs.
    pub(crate) fn plan_of(ids: impl IntoIterator<Item = CallLogId>) -> Plan {
        let log = |id| PlannedLog {
            id,
            agent: Some(AgentId(310)),
            time: Some(1_772_000_000),
            metrics: Some(2),
        };
        let mut plan = Plan {
            version: VERSION,
            created_at: "2026-03-01T08:00:00Z".to_owned(),
            scope: Scope::Agent(AgentId(310)),
            operation: PlannedOperation::AllMetrics,
            selection: "call logs of the last 30 days".to_owned(),
            not_listed: 0,
            count_mismatch: None,
            logs: ids.into_iter().map(log).collect(),
            metrics: vec![PlannedMetric {
                id: MetricId(71),
                name: "Berth confirmed".to_owned(),
                kind: None,
                logs: 2,
            }],
            prices: PriceTable::default(),
            digest: String::new(),
            part: None,
        };
        plan.digest = plan.compute_digest();
        plan
    }

    fn ids(range: std::ops::Range<i64>) -> impl Iterator<Item = CallLogId> {
        range.map(CallLogId)
    }

    #[test]
    fn parts_are_disjoint_and_whole_together() {
        let whole = plan_of(ids(5001..5101));
        let parts: Vec<Plan> = (1..=8)
            .map(|n| whole.clone().shard(Shard::new(n, 8).unwrap()))
            .collect();
        let mut all: Vec<_> = parts.iter().flat_map(|part| part.logs.clone()).collect();
        all.sort_by_key(|log| log.id);
        assert_eq!(all, whole.logs);
        for part in &parts {
            assert!(
                part.check().is_ok() && part.digest == whole.digest,
                "{part:?}"
            );
        }
        assert!(
            plan_of(ids(5001..5002))
                .shard(Shard::new(1, 8).unwrap())
                .check()
                .is_ok(),
            "an empty part"
        );
    }

    #[test]
    fn contradictions_are_refused_by_name() {
        let bad = |change: fn(&mut Plan), expected: &str| {
            let mut plan = plan_of(ids(5001..5004));
            plan.check().unwrap();
            change(&mut plan);
            let error = plan.check().unwrap_err();
            assert!(
                error.is_usage() && error.to_string().contains(expected),
                "{expected}: {error}"
            );
        };
        bad(|plan| plan.version = 2, "version 2: expected 1");
        bad(|plan| plan.scope = Scope::Agent(AgentId(0)), "agent 0");
        bad(|plan| plan.scope = Scope::Agent(AgentId(311)), "digest");
        bad(
            |plan| plan.operation = PlannedOperation::Metrics(vec![]),
            "no metrics are given",
        );
        bad(
            |plan| plan.operation = PlannedOperation::Metrics(vec![MetricId(71)]),
            "digest",
        );
        bad(
            |plan| plan.prices.default = -1.0,
            "the price of every metric is -1",
        );
        bad(|plan| plan.logs.clear(), "names no call logs");
        bad(|plan| plan.logs.truncate(2), "digest");
        bad(|plan| plan.logs[0].id = CallLogId(-5), "call log -5");
        bad(
            |plan| plan.logs.swap(1, 2),
            "names call log 5002 after 5003",
        );
        bad(
            |plan| plan.logs[2] = plan.logs[1].clone(),
            "names call log 5002 twice",
        );
        bad(|plan| plan.digest = "ab".to_owned(), "digest is \"ab\"");
    }

    #[test]
    fn within_a_project_every_call_log_has_an_agent() {
        let mut plan = plan_of(ids(5001..5004));
        plan.scope = Scope::Project(ProjectId(44));
        plan.digest = plan.compute_digest();
        plan.check().unwrap();
        plan.logs[1].agent = None;
        let error = plan.check().unwrap_err().to_string();
        assert!(
            error.contains("call log 5002 is unknown, and within project 44")
                && error.contains("leave it out"),
            "{error}"
        );
        plan.operation = PlannedOperation::Metrics(vec![MetricId(71)]);
        plan.digest = plan.compute_digest();
        plan.check().unwrap();
    }
}
