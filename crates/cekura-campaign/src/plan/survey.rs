//! Collects details of call logs while they are listed, in few bytes each.

use std::collections::{BTreeMap, HashMap};

use cekura::{AgentId, CallLogId, MetricId};

use super::log_info::LogInfo;
use super::model::{PlannedLog, PlannedMetric};
use super::sampling;

/// The info of call logs. Entries of the list are dropped as soon as these are taken from them.
#[derive(Debug, Default)]
pub(super) struct Survey {
    known: Vec<Known>,
    sets: Sets,
    /// Names and kinds.
    names: BTreeMap<MetricId, (String, Option<String>)>,
}

/// One call log, in 32 bytes.
#[derive(Clone, Copy, Debug)]
struct Known {
    id: CallLogId,
    /// 0 for an unknown one.
    agent: i64,
    /// `i64::MIN` for an unknown one.
    time: i64,
    set: SetId,
}

/// The number of a set of metrics; call logs of one agent nearly always share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SetId(u32);

impl SetId {
    const UNKNOWN: Self = Self(u32::MAX);
}

/// What judged a call log: metrics with a number, and how many without one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Set {
    ids: Vec<MetricId>,
    nameless: usize,
}

#[derive(Debug, Default)]
struct Sets {
    all: Vec<Set>,
    numbers: HashMap<Set, u32>,
}

impl Survey {
    /// Creates a survey of unique ids without details.
    pub(super) fn of_ids(ids: Vec<CallLogId>) -> Self {
        let known = ids.into_iter().map(|id| Known {
            id,
            agent: 0,
            time: i64::MIN,
            set: SetId::UNKNOWN,
        });
        Self {
            known: known.collect(),
            ..Self::default()
        }
    }

    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// Adds a call log that may have been added before.
    pub(super) fn add(&mut self, info: LogInfo) {
        let known = self.take_in(info);
        self.known.push(known);
    }

    /// Updates a call log of the survey; other call logs are ignored.
    ///
    /// Only for a survey that is [`settled`](Self::sort_and_sample).
    pub(super) fn learn(&mut self, info: LogInfo) -> bool {
        let Ok(at) = self.known.binary_search_by_key(&info.id, |known| known.id) else {
            return false;
        };
        let learnt = self.take_in(info);
        let known = &mut self.known[at];
        if learnt.agent != 0 {
            known.agent = learnt.agent;
        }
        if learnt.time != i64::MIN {
            known.time = learnt.time;
        }
        if learnt.set != SetId::UNKNOWN {
            known.set = learnt.set;
        }
        true
    }

    fn take_in(&mut self, info: LogInfo) -> Known {
        let mut set = Set::default();
        for metric in info.metrics {
            let Some(id) = metric.id else {
                set.nameless += 1;
                continue;
            };
            set.ids.push(id);
            let (name, kind) = self.names.entry(id).or_default();
            if name.is_empty() {
                *name = metric.name.unwrap_or_default();
            }
            if kind.is_none() {
                *kind = metric.kind;
            }
        }
        set.ids.sort_unstable();
        set.ids.dedup();
        Known {
            id: info.id,
            agent: info.agent.map_or(0, AgentId::get),
            time: info.time.unwrap_or(i64::MIN),
            set: self.sets.number(set),
        }
    }

    /// Sorts the call logs, drops duplicates, and draws the sample, if any. Returns their number before sampling.
    pub(super) fn sort_and_sample(&mut self, drawn: Option<(usize, u64)>) -> usize {
        self.known.sort_by_key(|known| known.id);
        self.known.dedup_by_key(|known| known.id);
        let all = self.known.len();
        if let Some((count, seed)) = drawn {
            sampling::keep(&mut self.known, count, seed, |known| known.id);
            self.known.sort_unstable_by_key(|known| known.id);
        }
        all
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = CallLogId> {
        self.known.iter().map(|known| known.id)
    }

    /// The call logs whose agent is unknown.
    pub(super) fn without_agent(&self) -> Vec<CallLogId> {
        let unknown = self.known.iter().filter(|known| known.agent == 0);
        unknown.map(|known| known.id).collect()
    }

    /// Whether no call log has earlier results.
    pub(super) fn knows_no_metrics(&self) -> bool {
        self.known.iter().all(|known| known.set == SetId::UNKNOWN)
    }

    /// The call logs and their metrics, both by ascending id.
    pub(super) fn finish(self) -> (Vec<PlannedLog>, Vec<PlannedMetric>) {
        let mut users = vec![0_u64; self.sets.all.len()];
        let logs = self.known.iter().map(|known| {
            let set = self.sets.all.get(known.set.0 as usize);
            if set.is_some() {
                users[known.set.0 as usize] += 1;
            }
            PlannedLog {
                id: known.id,
                agent: (known.agent != 0).then_some(AgentId(known.agent)),
                time: (known.time != i64::MIN).then_some(known.time),
                metrics: set.map(|set| u16::try_from(set.len()).unwrap_or(u16::MAX)),
            }
        });
        let logs = logs.collect();
        let mut counts: BTreeMap<MetricId, u64> = BTreeMap::new();
        for (set, users) in self.sets.all.iter().zip(users) {
            for id in &set.ids {
                *counts.entry(*id).or_default() += users;
            }
        }
        let mut names = self.names;
        let metrics = counts.into_iter().filter(|(_, logs)| *logs > 0);
        let metrics = metrics.map(|(id, logs)| {
            let (name, kind) = names.remove(&id).unwrap_or_default();
            PlannedMetric {
                id,
                name,
                kind,
                logs,
            }
        });
        (logs, metrics.collect())
    }
}

impl Set {
    fn len(&self) -> usize {
        self.ids.len() + self.nameless
    }
}

impl Sets {
    /// The number of this set. An empty set is unknown: the call log may never have been evaluated.
    fn number(&mut self, set: Set) -> SetId {
        if set.len() == 0 {
            return SetId::UNKNOWN;
        }
        if let Some(number) = self.numbers.get(&set) {
            return SetId(*number);
        }
        let Ok(number) = u32::try_from(self.all.len()) else {
            return SetId::UNKNOWN;
        };
        self.all.push(set.clone());
        self.numbers.insert(set, number);
        SetId(number)
    }
}

#[cfg(test)]
mod tests {
    use cekura::types::CallLogSummary;
    use serde_json::json;

    use super::*;

    fn entry(value: serde_json::Value) -> LogInfo {
        let entry: CallLogSummary = serde_json::from_value(value).unwrap();
        LogInfo::of_entry(&entry).unwrap()
    }

    fn judged(id: i64, metrics: &[i64]) -> LogInfo {
        let metrics: Vec<_> = metrics
            .iter()
            .map(|id| json!({ "id": id, "name": format!("m{id}") }))
            .collect();
        entry(
            json!({ "id": id, "agent": 310, "timestamp": "2026-05-18T09:31:04.9Z", "metrics": metrics }),
        )
    }

    #[test]
    fn a_call_log_costs_32_bytes() {
        assert_eq!(size_of::<Known>(), 32);
    }

    #[test]
    fn facts_are_counted_over_what_is_left() {
        let mut survey = Survey::default();
        for info in [
            judged(5003, &[72, 71]),
            judged(5001, &[71]),
            judged(5003, &[71, 72]),
            judged(5002, &[]),
        ] {
            survey.add(info);
        }
        survey.add(entry(
            json!({ "id": 5004, "metrics": [{ "name": "tone" }, { "id": 71 }, { "id": 71 }] }),
        ));
        assert_eq!(survey.sort_and_sample(None), 4);
        let (logs, metrics) = survey.finish();
        let log = |id, agent, time, metrics| PlannedLog {
            id: CallLogId(id),
            agent,
            time,
            metrics,
        };
        let (agent, time) = (Some(AgentId(310)), Some(1_779_096_664));
        assert_eq!(
            logs,
            [
                log(5001, agent, time, Some(1)),
                log(5002, agent, time, None),
                log(5003, agent, time, Some(2)),
                log(5004, None, None, Some(2)),
            ]
        );
        let metric = |id, name: &str, logs| PlannedMetric {
            id: MetricId(id),
            name: name.to_owned(),
            kind: None,
            logs,
        };
        assert_eq!(metrics, [metric(71, "m71", 3), metric(72, "m72", 1)]);
    }

    #[test]
    fn a_sample_takes_its_metrics_with_it() {
        let mut survey = Survey::default();
        for id in 1..=100 {
            survey.add(judged(id, &[id]));
        }
        assert_eq!(survey.sort_and_sample(Some((10, 7))), 100);
        let (logs, metrics) = survey.finish();
        let ids: Vec<CallLogId> = logs.iter().map(|log| log.id).collect();
        assert_eq!(ids, sampling::sample((1..=100).map(CallLogId), 10, 7));
        assert!(
            metrics
                .iter()
                .map(|metric| metric.id.0)
                .eq(ids.iter().map(|id| id.0))
        );
    }

    #[test]
    fn what_is_learnt_later_fills_gaps_only() {
        let mut survey = Survey::of_ids([5001, 5002].map(CallLogId).to_vec());
        assert!(survey.knows_no_metrics());
        assert!(survey.learn(judged(5001, &[71])));
        assert!(survey.learn(entry(json!({ "id": 5001 }))));
        assert!(!survey.learn(judged(5009, &[71])));
        assert!(!survey.knows_no_metrics());
        assert_eq!(survey.without_agent(), [CallLogId(5002)]);
        let (logs, _) = survey.finish();
        assert_eq!(
            (logs[0].agent, logs[0].metrics),
            (Some(AgentId(310)), Some(1))
        );
        assert_eq!((logs[1].agent, logs[1].time), (None, None));
    }
}
