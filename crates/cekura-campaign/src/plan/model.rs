//! A plan as data: which call logs, whose, by which operation. It is what `plan.json` holds.

use std::collections::BTreeMap;
use std::fmt;

use cekura::{AgentId, AssistantId, CallLogId, MetricId, ProjectId};
use serde::{Deserialize, Serialize};

use crate::report::wording::{count, logs};
use crate::shard::Shard;

/// What a campaign will do: fixed before anything is sent, and the same for every shard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The version of this shape: 1.
    #[serde(deserialize_with = "super::file::version")]
    pub version: u32,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// In whose name call logs are looked up and re-evaluated.
    pub scope: PlanScope,
    /// The paid operation.
    pub work: PlannedWork,
    /// How the call logs were selected, in words.
    pub selection: String,
    /// How many of the call logs that were named by id the list did not show: made more than 30 days ago, of somebody
    /// else, or gone.
    #[serde(default)]
    pub not_listed: u64,
    /// What a search listed and what the service counts, where the two differ: call logs may be missing from the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_mismatch: Option<PlannedCount>,
    /// The call logs, by ascending id, each once.
    pub logs: Vec<PlannedLog>,
    /// What is known about the metrics that will judge them.
    pub metrics: Vec<PlannedMetric>,
    /// What a metric evaluation is taken to cost.
    pub prices: PriceTable,
    /// SHA-256 over scope, work and ids, in hexadecimal; checked when a plan is read.
    pub digest: String,
    /// Which part of the plan `logs` is; nothing for the whole of it. Everything else is always the whole plan's.
    #[serde(skip)]
    pub part: Option<Shard>,
}

/// How many call logs a search listed, and how many there are by the service's own count.
///
/// Written for people by `Display`, as a whole sentence without its full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCount {
    /// The call logs that the list showed.
    pub listed: u64,
    /// Those that the service counts.
    pub counted: u64,
}

impl fmt::Display for PlannedCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { listed, counted } = *self;
        if listed < counted {
            let (listed, counted) = (count(listed), logs(counted));
            return write!(
                f,
                "the list showed {listed} of {counted} that the service counts; the plan may be incomplete"
            );
        }
        let (listed, counted) = (logs(listed), count(counted));
        write!(
            f,
            "the list showed {listed} where the service counts {counted}: it may have changed while it was read; the plan \
             may be incomplete"
        )
    }
}

/// Whose call logs these are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanScope {
    /// One agent, by Cekura's number.
    Agent(AgentId),
    /// One agent, by the provider's name for it.
    Assistant(AssistantId),
    /// A project; each call log then names its agent.
    Project(ProjectId),
}

/// Which paid operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlannedWork {
    /// Every metric that is assigned: `rerun_evaluation`.
    AllMetrics,
    /// These only: `evaluate_metrics`, with the vendor's caveat that all may be evaluated and charged.
    Metrics(Vec<MetricId>),
}

/// One call log of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedLog {
    /// The call log.
    pub id: CallLogId,
    /// Its agent, where the list showed it; needed where the scope is a project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentId>,
    /// When the call was, in seconds since 1970, where the list showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
    /// How many metrics judged it last time, where the list showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<u16>,
}

/// A metric as the list showed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMetric {
    /// The metric.
    pub id: MetricId,
    /// Its name.
    pub name: String,
    /// Its kind, such as `binary` or `continuous_qualitative`, where the list showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// On how many of the selected call logs it has an entry.
    pub logs: u64,
}

/// What a metric evaluation is taken to cost, in credits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriceTable {
    /// For metrics without a price of their own.
    pub default: f64,
    /// Where `default` comes from, in words.
    pub source: String,
    /// Prices of single metrics.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metrics: BTreeMap<MetricId, f64>,
}
