//! `call_logs_destroy`: deletes a call log.

use std::time::Duration;

use http::StatusCode;

use super::auth::Scope;
use super::{Asked, not_found};
use crate::events::{Event, EventTrigger};
use crate::lock;
use crate::server::Reply;
use crate::shared::Shared;

/// Deletes the call log; its evaluations stay paid for.
pub(super) fn call_log(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    let now = shared.clock.now();
    let found = asked.call_log(&lock(&shared.state), &shared.world, scope, now);
    let at_once = EventTrigger::After(Duration::ZERO);
    match found {
        Ok(call_log) if shared.schedule(at_once, Event::DeleteCallLog { call_log }) => {
            Reply::empty(StatusCode::NO_CONTENT)
        }
        Ok(_) => not_found(),
        Err(reply) => reply,
    }
}
