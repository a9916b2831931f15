//! Which code answers an operation.

use serde_json::Value;

use super::{
    Asked, Call, Scope, alerts, billing, categories, destroy, evaluate, insights, list,
    metric_insights, observe, rerun, retrieve, trace, update, vote,
};
use crate::engine::ENGINE;
use crate::lock;
use crate::server::Reply;
use crate::shared::Shared;
use crate::state::State;

type Handler = fn(&Shared, &Asked<'_>, Scope, &Value) -> Reply;
type StateHandler = fn(&mut State, &Call<'_>) -> Result<Reply, Reply>;

/// The operations that read requests, the clock or the state in a way of their own.
fn handler(operation: &str) -> Option<Handler> {
    Some(match operation {
        "call_logs_rerun_evaluation" => rerun::answer,
        "call_logs_evaluate_metrics" => evaluate::answer,
        "call_logs_list" => |shared, asked, scope, _| list::answer(shared, asked, scope),
        "call_logs_retrieve" => |shared, asked, scope, _| retrieve::answer(shared, asked, scope),
        "call_logs_observe" => observe::answer,
        "call_logs_destroy" => |shared, asked, scope, _| destroy::call_log(shared, asked, scope),
        "billing_info" => |shared, asked, scope, _| billing::answer(shared, asked, scope),
        _ => return None,
    })
}

/// The operations that do all their work on the state of one moment.
fn state_handler(operation: &str) -> Option<StateHandler> {
    Some(match operation {
        "alerts_review" => alerts::review,
        "alerts_review_detail" => alerts::review_detail,
        "alerts_trigger_summary" => alerts::trigger_summary,
        "call_logs_mark_metric_vote" => vote::answer,
        "call_logs_partial_update" => update::answer,
        "call_logs_trace" => trace::answer,
        "deep_research_insights_dismiss_mode" => insights::dismiss_mode,
        "deep_research_insights_pricing" => insights::pricing,
        "metric_failure_mode_insights_available_dates" => metric_insights::available_dates,
        "metric_failure_mode_insights_bulk_generate" => metric_insights::bulk_generate,
        "metric_failure_mode_insights_categories" => categories::list,
        "metric_failure_mode_insights_category_calls" => categories::calls,
        "metric_failure_mode_insights_category_delete" => categories::delete,
        "metric_failure_mode_insights_category_fix_metric" => categories::fix_metric,
        "metric_failure_mode_insights_failure_rates" => metric_insights::failure_rates,
        _ => return None,
    })
}

/// Returns whether the operation has a handler; the engine answers the others.
pub(crate) fn is_modelled(operation: &str) -> bool {
    handler(operation).is_some() || state_handler(operation).is_some()
}

/// The word for how the operation is answered.
pub(crate) fn level(operation: &str) -> &'static str {
    match is_modelled(operation) {
        true => "modelled",
        false => "engine",
    }
}

/// Does the work of a checked request.
pub(super) fn dispatch(shared: &Shared, asked: &Asked<'_>, scope: Scope, body: &Value) -> Reply {
    let operation = asked.operation.id.as_str();
    if let Some(handler) = handler(operation) {
        return handler(shared, asked, scope, body);
    }
    let call = Call {
        asked,
        body,
        scope,
        world: &shared.world,
        now: shared.clock.now().plus(asked.late),
        job_time: lock(&shared.settings).job_time,
        url: shared.url(),
    };
    let state = &mut lock(&shared.state);
    let reply = match state_handler(operation) {
        Some(handler) => ENGINE
            .scope_exists(state, &call)
            .and_then(|()| handler(state, &call)),
        None => ENGINE.answer(state, &call),
    };
    match reply {
        Ok(reply) | Err(reply) => reply,
    }
}
