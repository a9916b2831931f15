//! The operations that return one object: `call_logs_retrieve` and `metrics_retrieve`.

use http::StatusCode;
use serde_json::Value;

use super::answer::engine;
use super::auth::Scope;
use super::{Asked, not_found};
use crate::engine::ENGINE;
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;
use crate::world::Metric;

/// Returns one call log in full.
pub(super) fn call_log(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let world = &shared.world;
    let state = lock(&shared.state);
    let at = shared.clock.now().minus(state.quirks.single_lag);
    let id = match asked.call_log(&state, world, scope, at) {
        Ok(id) => id,
        Err(reply) => return reply,
    };
    let view = state.view(world, id, at);
    drop(state);
    render::detail(world, &view)
}

/// Returns the definition of one metric, in its current version.
pub(super) fn metric(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let world = &shared.world;
    let id = asked.path_number("id");
    let visible = |metric: &&Metric| {
        let owner = world.agent(metric.agent);
        owner.is_some_and(|agent| scope.sees(agent.project))
    };
    let now = shared.clock.now();
    let state = lock(&shared.state);
    if ENGINE.has_changed(&state, asked) {
        drop(state);
        return engine(shared, asked, scope, &Value::Null);
    }
    let metric = id.and_then(|id| state.metric(world, id, now));
    let Some(metric) = metric.filter(visible) else {
        return not_found();
    };
    let version = state.version(world, metric.id, now);
    let definition = render::definition(world, metric, version);
    Reply::json(StatusCode::OK, &definition)
}
