//! Insights into the calls that fail a metric, and how many fail each.

use std::collections::BTreeSet;

use http::StatusCode;
use serde_json::{Value, json};

use super::failures::{insights, is_asked, judged};
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::Metric;

const FIRST: usize = 81;
/// The period that a new insight looks at.
const HOURS: u64 = 24;

/// The metrics that the request is about.
fn metrics<'w>(state: &State, call: &Call<'w>) -> Vec<&'w Metric> {
    let agents = call.world.agents.iter();
    let metrics = agents.flat_map(|agent| state.metrics_of(call.world, agent.id, call.now));
    metrics.filter(|metric| is_asked(call, metric)).collect()
}

/// `metric_failure_mode_insights_bulk_generate`: an insight for each metric that a call failed, each paid for.
pub(super) fn bulk_generate(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let judged = judged(state, call, Some(HOURS))?;
    let names = call.body["metric_names"].as_array();
    let mut failed = metrics(state, call);
    failed.retain(|metric| {
        names.is_none_or(|names| names.iter().any(|name| name == metric.name))
            && judged.iter().any(|one| one.has_failed(metric))
    });
    call.can_pay(state, failed.len() as u64)?;
    let mut generated = Vec::new();
    for metric in failed {
        let operation = &call.asked.operation.id;
        state.ledger.charge(call.asked.number, operation);
        let id = FIRST + state.failures.insights.len();
        state.failures.insights.push((metric.id, call.now));
        generated.push(json!({
            "id": id, "project": call.project(), "metric": metric.id, "status": "pending",
        }));
    }
    Ok(Reply::json(StatusCode::OK, &generated))
}

/// `metric_failure_mode_insights_available_dates`: the days with a finished insight, the newest first.
pub(super) fn available_dates(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let day = |(_, at): (i64, Timestamp)| at.to_string()[..10].to_owned();
    let days: BTreeSet<String> = insights(state, call).map(day).collect();
    let days: Value = days.into_iter().rev().collect();
    Ok(Reply::json(StatusCode::OK, &days))
}

/// `metric_failure_mode_insights_failure_rates`: the share of the judged calls that failed each metric, in percent.
pub(super) fn failure_rates(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let judged = judged(state, call, None)?;
    let rate = |metric: &Metric| {
        let own = judged.iter().filter(|one| one.metric == metric.id).count();
        let failed = judged.iter().filter(|one| one.has_failed(metric)).count();
        let percent = (failed as f64 / own as f64 * 1_000.0).round() / 10.0;
        (own > 0).then(
            || json!({"metric": metric.id, "metric_name": metric.name, "failure_rate": percent}),
        )
    };
    let rates: Value = metrics(state, call).into_iter().filter_map(rate).collect();
    Ok(Reply::json(StatusCode::OK, &rates))
}
