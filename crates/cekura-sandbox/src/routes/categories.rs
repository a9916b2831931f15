//! Categories of failures: each holds a part of the calls that fail a metric, up to the metric's last insight.

use std::cmp::Reverse;

use http::StatusCode;
use serde_json::{Value, json};

use super::failures::{Judged, Part, judged, parts, up_to_insights};
use super::{Call, not_found};
use crate::server::Reply;
use crate::state::State;

/// How many of its calls the list of categories shows.
const SHOWN: usize = 5;

fn slug(part: &Part<'_>) -> String {
    match part.nth {
        0 => "date-not-repeated".to_owned(),
        n => format!("date-not-repeated-{}", n + 1),
    }
}

/// The category that the path names.
///
/// # Errors
/// 404 if there is none, or none that the key may see.
fn named<'w>(state: &State, call: &Call<'w>) -> Result<Part<'w>, Reply> {
    let asked = call.asked.path("category_slug");
    let mut parts = parts(call).filter(|part| !state.failures.deleted.contains(&slug(part)));
    parts
        .find(|part| Some(slug(part).as_str()) == asked)
        .ok_or_else(not_found)
}

fn ids<'j>(calls: impl IntoIterator<Item = &'j Judged>) -> Value {
    calls.into_iter().map(|one| one.call_log).collect()
}

/// `metric_failure_mode_insights_categories`: the categories with calls in the period, the largest first.
pub(super) fn list(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let mut judged = judged(state, call, None)?;
    up_to_insights(state, call, &mut judged);
    let kept = parts(call).filter(|part| !state.failures.deleted.contains(&slug(part)));
    let mut all: Vec<_> = kept
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
    let mut judged = judged(state, call, None)?;
    up_to_insights(state, call, &mut judged);
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
