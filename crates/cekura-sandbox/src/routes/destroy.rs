//! `call_logs_destroy`: deletes a call log; its evaluations stay paid for.

use http::StatusCode;

use crate::events::Event;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (world, now) = (call.world, call.now);
    let call_log = call.call_log(state, now)?;
    let _happened = state.happen(world, now, &Event::DeleteCallLog { call_log });
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}
