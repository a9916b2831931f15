//! `call_logs_destroy`: deletes a call log.

use std::time::Duration;

use http::StatusCode;

use super::auth::Scope;
use super::{Asked, not_found};
use crate::events::{Event, EventTrigger};
use crate::server::Reply;
use crate::shared::Shared;

/// Deletes the call log; its evaluations stay paid for.
pub(super) fn call_log(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let id = asked.path_number("id");
    let visible = |id: &i64| {
        let world = &shared.world;
        world.has_call_log(*id) && scope.sees(world.agent_of(*id).project)
    };
    let Some(call_log) = id.filter(visible) else {
        return not_found();
    };
    let now = EventTrigger::After(Duration::ZERO);
    if shared.schedule(now, Event::DeleteCallLog { call_log }) {
        Reply::empty(StatusCode::NO_CONTENT)
    } else {
        not_found()
    }
}
