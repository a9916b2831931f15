//! `metrics_retrieve`: the definition of one metric, in its current version.

use http::StatusCode;

use super::auth::Scope;
use super::{Asked, not_found};
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;
use crate::world::Metric;

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let world = &shared.world;
    let id = asked.path_number("id");
    let visible = |metric: &&Metric| {
        let owner = world.agent(metric.agent);
        owner.is_some_and(|agent| scope.sees(agent.project))
    };
    let now = shared.clock.now();
    let state = lock(&shared.state);
    let metric = id.and_then(|id| state.metric(world, id, now));
    let Some(metric) = metric.filter(visible) else {
        return not_found();
    };
    let version = state.version(world, metric.id, now);
    let definition = render::definition(world, metric, version);
    Reply::json(StatusCode::OK, &definition)
}
