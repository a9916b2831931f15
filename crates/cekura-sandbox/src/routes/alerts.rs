//! Alerts: each is triggered by a part of the calls that fail a metric.

use std::cmp::Reverse;

use http::StatusCode;
use serde_json::{Value, json};

use super::failures::{Judged, Part, judged, parts};
use crate::errors::not_found;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;

const FIRST: i64 = 61;
/// The period if the request names none.
const HOURS: u64 = 24;
const PAGE_SIZE: usize = 50;
const LARGEST_PAGE: usize = 200;

fn id(part: &Part<'_>) -> i64 {
    FIRST + part.nth as i64
}

fn name(part: &Part<'_>) -> String {
    format!("{} (alert {})", part.metric.name, id(part))
}

/// Returns whether there is such an alert, and the key may see it.
pub(super) fn exists(call: &Call<'_>, key: &str) -> bool {
    parts(call).any(|part| id(&part).to_string() == key)
}

/// `alerts_review`: how often the alerts were triggered.
pub(super) fn review(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let judged = judged(state, call, Some(HOURS))?;
    let mut alerts: Vec<_> = parts(call)
        .map(|part| (part.failed(call, &judged).len(), part))
        .collect();
    alerts.sort_by_key(|(count, _)| Reverse(*count));
    let total: usize = alerts.iter().map(|(count, _)| count).sum();
    let alerts = alerts
        .iter()
        .map(|(count, part)| json!({"id": id(part), "name": name(part), "triggers": count}));
    let alerts: Value = alerts.collect();
    let review = json!({"total_triggers": total, "alerts": alerts});
    Ok(Reply::json(StatusCode::OK, &review))
}

/// `alerts_review_detail`: one alert, and a page of its triggers.
pub(super) fn review_detail(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let asked = call.asked;
    let found = parts(call).find(|part| asked.path_number("id") == Some(id(part)));
    let part = found.ok_or_else(not_found)?;
    let number = |name| asked.query_number(name).map(|n| n.unsigned_abs() as usize);
    let size = number("page_size").unwrap_or(PAGE_SIZE).min(LARGEST_PAGE);
    let before = number("page").unwrap_or(1).saturating_sub(1);
    let judged = judged(state, call, Some(HOURS))?;
    let failed = part.failed(call, &judged).into_iter();
    let trigger = |one: &Judged| json!({"call_log": one.call_log, "at": one.at});
    let triggers: Value = failed
        .skip(before.saturating_mul(size))
        .take(size)
        .map(trigger)
        .collect();
    let review = json!({"id": id(&part), "name": name(&part), "triggers": triggers});
    Ok(Reply::json(StatusCode::OK, &review))
}

/// `alerts_trigger_summary`: how often each alert was triggered, by its id.
pub(super) fn trigger_summary(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let judged = judged(state, call, Some(HOURS))?;
    let count = |part: Part<'_>| {
        let count = part.failed(call, &judged).len();
        (id(&part).to_string(), count.into())
    };
    let counts = Value::Object(parts(call).map(count).collect());
    Ok(Reply::json(StatusCode::OK, &counts))
}
