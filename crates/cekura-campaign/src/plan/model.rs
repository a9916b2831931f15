//! The plan as data, as in `plan.json`.

use std::collections::BTreeMap;
use std::fmt;

use cekura::{AgentId, CallLogId, MetricId, Scope};
use serde::{Deserialize, Serialize};

use crate::report::wording::{count, logs};
use crate::shard::Shard;

/// What a campaign will do: fixed before anything is sent, the same for every shard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The version of the file format: 1.
    #[serde(deserialize_with = "super::file::version")]
    pub version: u32,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// The agent, assistant or project whose call logs are re-evaluated.
    pub scope: Scope,
    /// The paid operation.
    pub operation: PlannedOperation,
    /// How the call logs were selected, as text.
    pub selection: String,
    /// How many of the call logs selected by id are not in the list: older than 30 days, of another scope, or deleted.
    #[serde(default)]
    pub not_listed: u64,
    /// The listed and the counted number of call logs, if they differ: the plan may be incomplete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_mismatch: Option<PlannedCount>,
    /// The call logs, unique, by ascending id.
    #[serde(rename = "call_logs")]
    pub logs: Vec<PlannedLog>,
    /// The metrics of their earlier results.
    pub metrics: Vec<PlannedMetric>,
    /// The price table of the estimate.
    pub prices: PriceTable,
    /// SHA-256 over scope, operation and ids, in hexadecimal; checked when a plan is read.
    pub digest: String,
    /// Which shard `logs` is; `None` for the whole plan. All other fields are always the whole plan's.
    #[serde(skip)]
    pub part: Option<Shard>,
}

/// How many call logs the list showed, and how many the service counts.
///
/// `Display` writes a message for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCount {
    /// Call logs in the list.
    pub listed: u64,
    /// Call logs by the service's count.
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
            "the list showed {listed} but the service counts {counted}: the list may have changed while it was read; the plan may be incomplete"
        )
    }
}

/// The paid operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlannedOperation {
    /// Evaluates every assigned metric: `rerun_evaluation`.
    AllMetrics,
    /// Evaluates these metrics: `evaluate_metrics`. The vendor notes that all may be evaluated and charged.
    Metrics(Vec<MetricId>),
}

/// One call log of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedLog {
    /// The call log.
    pub id: CallLogId,
    /// Its agent, if known; required for a rerun within a project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentId>,
    /// The time of the call in seconds since 1970, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
    /// The number of metrics of its last evaluation, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<u16>,
}

/// A metric of earlier results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMetric {
    /// The metric.
    pub id: MetricId,
    /// Its name.
    pub name: String,
    /// Its kind, such as `binary` or `continuous_qualitative`, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How many of the selected call logs have a result of it.
    #[serde(rename = "call_logs")]
    pub logs: u64,
}

/// The prices of metric evaluations, in credits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriceTable {
    /// The price of metrics that have none in `metrics`.
    #[serde(with = "crate::cost::decimal")]
    pub default: f64,
    /// The source of the prices, as text.
    pub source: String,
    /// Prices of single metrics.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "crate::cost::decimal::prices"
    )]
    pub metrics: BTreeMap<MetricId, f64>,
}
