//! The details that a plan takes from a list entry or a call log.

use cekura::types::{CallLog, CallLogSummary, MetricResult};
use cekura::{AgentId, CallLogId, MetricId, Timestamp};

/// The info of one call log, on their way into the survey.
#[derive(Debug)]
pub(super) struct LogInfo {
    pub(super) id: CallLogId,
    pub(super) agent: Option<AgentId>,
    pub(super) time: Option<i64>,
    pub(super) metrics: Vec<MetricInfo>,
}

/// A metric as a call log names it.
#[derive(Debug, Default)]
pub(super) struct MetricInfo {
    pub(super) id: Option<MetricId>,
    pub(super) name: Option<String>,
    pub(super) kind: Option<String>,
}

impl LogInfo {
    /// Of an entry of the list; nothing where it does not say which call log it is.
    pub(super) fn of_entry(entry: &CallLogSummary) -> Option<Self> {
        let id = entry.id.filter(|id| id.0 > 0)?;
        Some(Self::new(
            id,
            entry.agent,
            entry.timestamp.as_ref(),
            entry.metrics(),
        ))
    }

    /// Of a call log that was read whole, as the answer for `id`; nothing where it is another one.
    pub(super) fn of_log(id: CallLogId, log: &CallLog) -> Option<Self> {
        let named = log.agent_id.as_deref().and_then(|text| text.parse().ok());
        let info = || {
            Self::new(
                id,
                log.agent.or(named),
                log.timestamp.as_ref(),
                log.metrics(),
            )
        };
        (log.id == Some(id)).then(info)
    }

    fn new(
        id: CallLogId,
        agent: Option<AgentId>,
        timestamp: Option<&Timestamp>,
        metrics: &[MetricResult],
    ) -> Self {
        let metrics = metrics.iter().map(|metric| MetricInfo {
            id: metric.id,
            name: metric.name.clone(),
            kind: metric.eval_type.clone().or_else(|| metric.type_.clone()),
        });
        Self {
            id,
            agent: agent.filter(|agent| agent.0 > 0),
            time: timestamp.and_then(seconds),
            metrics: metrics.collect(),
        }
    }
}

/// Whole seconds since 1970.
fn seconds(timestamp: &Timestamp) -> Option<i64> {
    use std::time::UNIX_EPOCH;
    let moment = timestamp.to_system_time()?;
    match moment.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_secs()).ok(),
        Err(before) => {
            let before = before.duration();
            let partly = i64::from(before.subsec_nanos() > 0);
            i64::try_from(before.as_secs())
                .ok()
                .map(|whole| -whole - partly)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_entry_without_an_id_and_the_wrong_log_are_nothing() {
        for value in [json!({}), json!({ "id": 0 }), json!({ "id": null })] {
            let entry: CallLogSummary = serde_json::from_value(value).unwrap();
            assert!(LogInfo::of_entry(&entry).is_none());
        }
        let log: CallLog =
            serde_json::from_value(json!({ "id": 5001, "agent_id": "310" })).unwrap();
        assert!(LogInfo::of_log(CallLogId(5002), &log).is_none());
        assert_eq!(
            LogInfo::of_log(CallLogId(5001), &log).unwrap().agent,
            Some(AgentId(310))
        );
    }

    #[test]
    fn seconds_round_down_on_both_sides_of_1970() {
        let at = |text: &str| seconds(&Timestamp::new(text));
        assert_eq!(at("1970-01-01T00:00:01.9Z"), Some(1));
        assert_eq!(at("1969-12-31T23:59:58.1Z"), Some(-2));
        assert_eq!(at("soon"), None);
    }
}
