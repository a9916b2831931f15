//! The verdict of a metric, as the replies show it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::judge::{Finding, explain};
use crate::state::Verdicted;
use crate::world::{Metric, MetricKind, World};

/// An entry of `evaluation.metrics`.
#[derive(Debug, Serialize)]
pub(super) struct Entry<'w> {
    id: i64,
    name: &'w str,
    #[serde(rename = "type")]
    kind: &'static str,
    eval_type: &'static str,
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score_normalized: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    passed: Option<bool>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    choice: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    explanation: Vec<String>,
    extra: Map<String, Value>,
    vocera_defined_metric_code: &'w str,
    function_name: &'static str,
}

impl<'w> Entry<'w> {
    pub(super) fn new(world: &'w World, call_log: i64, verdict: &Verdicted) -> Option<Self> {
        let metric = world.metric(verdict.metric)?;
        let finding = verdict.finding;
        Some(Self {
            id: metric.id,
            name: metric.name,
            kind: metric.kind.type_name(),
            eval_type: metric.kind.eval_type(),
            score: finding.score(),
            score_normalized: normalized(metric, finding),
            passed: finding.passed(),
            choice: finding.choice(),
            value: finding.choice().map(str::to_owned),
            explanation: explain(world, call_log, metric, finding),
            extra: extra(metric, finding),
            vocera_defined_metric_code: &metric.code,
            function_name: metric.function,
        })
    }
}

/// An entry of the list's `metrics`.
#[derive(Debug, Serialize)]
pub(super) struct Brief<'w> {
    id: i64,
    name: &'w str,
    #[serde(rename = "type")]
    kind: &'static str,
    score: Option<f64>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    choice: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

impl<'w> Brief<'w> {
    pub(super) fn new(world: &'w World, verdict: &Verdicted) -> Option<Self> {
        let metric = world.metric(verdict.metric)?;
        Some(Self {
            id: metric.id,
            name: metric.name,
            kind: metric.kind.type_name(),
            score: verdict.finding.score(),
            choice: verdict.finding.choice(),
            value: verdict.finding.choice().map(str::to_owned),
        })
    }
}

/// `evaluation`: the entries under `metrics`.
#[derive(Debug, Serialize)]
pub(super) struct Evaluation<'w> {
    pub(super) metrics: Vec<Entry<'w>>,
}

impl<'w> Evaluation<'w> {
    pub(super) fn new(world: &'w World, call_log: i64, verdicts: &[Verdicted]) -> Self {
        let entries = verdicts.iter();
        let entries = entries.filter_map(|verdict| Entry::new(world, call_log, verdict));
        Self {
            metrics: entries.collect(),
        }
    }
}

fn normalized(metric: &Metric, finding: Finding) -> Option<f64> {
    let score = finding.score()?;
    match metric.kind {
        MetricKind::Adherence | MetricKind::YesNo | MetricKind::Continuous => Some(score / 5.0),
        MetricKind::Choice | MetricKind::Numeric => None,
    }
}

fn extra(metric: &Metric, finding: Finding) -> Map<String, Value> {
    let mut extra = Map::new();
    if finding == Finding::NotTriggered {
        extra.insert("trigger_failed".to_owned(), Value::Bool(true));
    }
    if metric.kind == MetricKind::Adherence && finding == Finding::Failed {
        extra.insert(
            "categories".to_owned(),
            json!([{
                "category_id": CATEGORY,
                "category": CATEGORY_NAME,
                "deviation": "A step of the script was left out",
                "priority": "critical"
            }]),
        );
    }
    extra
}

const CATEGORY: i64 = 17;
const CATEGORY_NAME: &str = "Script step left out";

/// `critical_categories`: the deviations that a script metric found, once more.
pub(super) fn critical_categories(world: &World, verdicts: &[Verdicted]) -> Vec<Value> {
    let failed = verdicts.iter().filter(|verdict| {
        let metric = world.metric(verdict.metric);
        let kind = metric.map(|metric| metric.kind);
        kind == Some(MetricKind::Adherence) && verdict.finding == Finding::Failed
    });
    failed
        .map(|_| {
            json!({
                "category_id": CATEGORY,
                "category": CATEGORY_NAME,
                "deviation": 1.0,
                "wrongly_marked": false,
                "feedback": "",
                "priority": "critical"
            })
        })
        .collect()
}

/// Returns `rubric`: the expected results of the yes-or-no metrics, and whether they were reached.
pub(super) fn rubric(world: &World, call_log: i64, verdicts: &[Verdicted]) -> Value {
    let entries: Vec<Value> = verdicts
        .iter()
        .filter_map(|verdict| {
            let metric = world.metric(verdict.metric)?;
            let passed = verdict.finding.passed()?;
            metric.kind.is_binary().then(|| {
                json!({
                    "metric_id": metric.id,
                    "metric_name": metric.name,
                    "value": verdict.finding.score(),
                    "explanation": explain(world, call_log, metric, verdict.finding),
                    "passed": passed,
                    "conditions": "score gt 4",
                    "expected_conditions": {
                        "operator": "and",
                        "conditions": [{"field": "score", "op": "gt", "value": 4}]
                    }
                })
            })
        })
        .collect();
    if entries.is_empty() {
        Value::Null
    } else {
        Value::Array(entries)
    }
}
