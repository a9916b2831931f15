//! `call_logs_mark_metric_vote`: what a person thinks of a verdict. The call log is reviewed afterwards; its outcome stays.

use http::StatusCode;
use serde_json::{Value, json};

use crate::errors::FieldErrors;
use crate::events::Event;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, now, body) = (call.world, call.now, call.body);
    let id = call.call_log(state, now)?;
    if !matches!(body["thumbs_up"], Value::Bool(_) | Value::Null) {
        let text = "Must be true, false or null.";
        return Err(FieldErrors::one("thumbs_up", text).reply());
    }
    let view = state.view(world, id, now);
    let metric = body["metric_id"].as_i64();
    let judged = view.verdicts.as_deref().unwrap_or_default();
    if !judged.iter().any(|verdict| Some(verdict.metric) == metric) {
        let text = "This call log has no verdict of this metric.";
        return Err(FieldErrors::one("metric_id", text).reply());
    }
    let review = Event::Review {
        call_log: id,
        success: view.success.unwrap_or(true),
    };
    let _happened = state.happen(world, now, &review);
    let reply = json!({ "detail": "The vote is recorded." });
    Ok(Reply::json(StatusCode::OK, &reply))
}
