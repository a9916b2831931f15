//! `call_logs_retrieve`: one call log in full.

use super::auth::Scope;
use super::{Asked, not_found};
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let world = &shared.world;
    let id = asked.path_number("id");
    let state = lock(&shared.state);
    let at = shared.clock.now().minus(state.knobs.single_lag);
    let visible =
        |id: &i64| state.has_call_log(world, *id, at) && scope.sees(world.agent_of(*id).project);
    let Some(id) = id.filter(visible) else {
        return not_found();
    };
    let view = state.view(world, id, at);
    drop(state);
    render::detail(world, &view)
}
