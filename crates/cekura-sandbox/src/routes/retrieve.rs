//! `call_logs_retrieve`: one call log in full.

use http::StatusCode;

use super::auth::Scope;
use super::{Asked, not_found};
use crate::lock;
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let world = &shared.world;
    let id = asked.path_number("id");
    let visible = |id: &i64| world.has_call_log(*id) && scope.sees(world.agent_of(*id).project);
    let Some(id) = id.filter(visible) else {
        return not_found();
    };
    let view = lock(&shared.state).view(world, id, shared.clock.now());
    Reply::json(StatusCode::OK, &render::detail(world, &view))
}
