//! Which code answers an operation.

use std::sync::LazyLock;

use serde_json::Value;

use super::{
    alerts, billing, categories, destroy, evaluate, insights, list, metric_insights, observe,
    rerun, retrieve, trace, update, vote,
};
use crate::contract::CONTRACT;
use crate::engine::{Engine, Handlers};
use crate::lock;
use crate::request::{Asked, Call, Scope};
use crate::server::Reply;
use crate::shared::Shared;
use crate::state::State;

/// Answers the operations without a handler.
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| {
    let handlers = Handlers {
        is_modelled: |operation| handler(operation).is_some(),
        exists: |call, entity, key| entity == "alert" && alerts::exists(call, key),
        adjust: |state, entity, item| {
            if entity == "deep_research_insight" {
                insights::without_dismissed(state, item);
            }
        },
    };
    Engine::new(&CONTRACT, handlers)
});

/// The reply, or the refusal.
type Handler = fn(&mut State, &Call<'_>) -> Result<Reply, Reply>;

fn handler(operation: &str) -> Option<Handler> {
    Some(match operation {
        "alerts_review" => alerts::review,
        "alerts_review_detail" => alerts::review_detail,
        "alerts_trigger_summary" => alerts::trigger_summary,
        "billing_info" => billing::answer,
        "call_logs_destroy" => destroy::answer,
        "call_logs_evaluate_metrics" => evaluate::answer,
        "call_logs_list" => list::answer,
        "call_logs_mark_metric_vote" => vote::answer,
        "call_logs_observe" => observe::answer,
        "call_logs_partial_update" => update::answer,
        "call_logs_rerun_evaluation" => rerun::answer,
        "call_logs_retrieve" => retrieve::answer,
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

/// The word for how the operation is answered.
pub(crate) fn level(operation: &str) -> &'static str {
    match handler(operation) {
        Some(_) => "modelled",
        None => "engine",
    }
}

/// Does the work of a checked request.
pub(super) fn dispatch(shared: &Shared, asked: &Asked<'_>, scope: Scope, body: &Value) -> Reply {
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
    let reply = match handler(&asked.operation.id) {
        Some(handler) => ENGINE
            .scope_exists(state, &call)
            .and_then(|()| handler(state, &call)),
        None => ENGINE.answer(state, &call),
    };
    match reply {
        Ok(reply) | Err(reply) => reply,
    }
}
