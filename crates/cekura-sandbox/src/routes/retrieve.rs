//! `call_logs_retrieve`: one call log in full.

use super::Asked;
use super::auth::Scope;
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;

/// Returns one call log in full.
pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
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
