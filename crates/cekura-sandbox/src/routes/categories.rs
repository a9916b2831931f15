//! Categories of failures: each holds a part of the calls that fail a metric, up to the metric's last insight.

use std::cmp::Reverse;
use std::collections::HashMap;

use http::StatusCode;
use serde_json::{Value, json};

use super::failures::{Judged, Part, insights, judged, parts};
use crate::errors::not_found;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;

/// How many of its calls the list of categories shows.
const SHOWN: usize = 5;

fn slug(part: &Part<'_>) -> String {
    match part.nth {
        0 => "date-not-repeated".to_owned(),
        n => format!("date-not-repeated-{}", n + 1),
    }
}

/// The categories that are not deleted, of the metrics that the request is about.
fn kept<'w>(state: &State, call: &Call<'w>) -> impl Iterator<Item = Part<'w>> {
    parts(call).filter(|part| !state.failures.deleted.contains(&slug(part)))
}

/// The category that the path names.
///
/// # Errors
/// 404 if there is none, or none that the key may see.
fn named<'w>(state: &State, call: &Call<'w>) -> Result<Part<'w>, Reply> {
    let asked = call.asked.path("category_slug");
    let mut kept = kept(state, call);
    kept.find(|part| asked == Some(&slug(part)))
        .ok_or_else(not_found)
}

/// The verdicts on calls of the period up to the last finished insight of their metric.
///
/// # Errors
/// 400 for a period that cannot be read.
fn judged_until_insight(state: &State, call: &Call<'_>) -> Result<Vec<Judged>, Reply> {
    let last: HashMap<i64, Timestamp> = insights(state, call).collect();
    let mut judged = judged(state, call, None)?;
    judged.retain(|one| last.get(&one.metric).is_some_and(|last| one.at <= *last));
    Ok(judged)
}

fn ids<'j>(calls: impl IntoIterator<Item = &'j Judged>) -> Value {
    calls.into_iter().map(|one| one.call_log).collect()
}

/// `metric_failure_mode_insights_categories`: the categories with calls in the period, the largest first.
pub(super) fn list(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let judged = judged_until_insight(state, call)?;
    let mut all: Vec<_> = kept(state, call)
        .map(|part| (part, part.failed(call, &judged)))
        .filter(|(_, calls)| !calls.is_empty())
        .collect();
    all.sort_by_key(|(_, calls)| Reverse(calls.len()));
    let entry = |(part, calls): &(Part<'_>, Vec<&Judged>)| {
        json!({
            "slug": slug(part),
            "metric_id": part.metric.id,
            "count": calls.len(),
            "call_log_ids": ids(calls.iter().take(SHOWN).copied()),
        })
    };
    let categories: Value = all.iter().map(entry).collect();
    Ok(Reply::json(StatusCode::OK, &categories))
}

/// `metric_failure_mode_insights_category_calls`: all calls of a category in the period.
pub(super) fn calls(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let category = named(state, call)?;
    let judged = judged_until_insight(state, call)?;
    let calls = category.failed(call, &judged);
    let reply = json!({"count": calls.len(), "call_log_ids": ids(calls)});
    Ok(Reply::json(StatusCode::OK, &reply))
}

/// `metric_failure_mode_insights_category_fix_metric`: nothing shows the examples that it adds.
pub(super) fn fix_metric(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    named(state, call)?;
    let added = json!({"failure_mode_index": call.body["failure_mode_index"]});
    Ok(Reply::json(StatusCode::OK, &added))
}

/// `metric_failure_mode_insights_category_delete`
pub(super) fn delete(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let category = named(state, call)?;
    state.failures.deleted.insert(slug(&category));
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}
