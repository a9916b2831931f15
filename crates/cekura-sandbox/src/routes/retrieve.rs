//! `call_logs_retrieve`: one call log in full.

use crate::render;
use crate::request::Call;
use crate::server::Reply;
use crate::state::State;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let at = call.now.minus(state.quirks.single_lag);
    let id = call.call_log(state, at)?;
    Ok(render::detail(call.world, &state.view(call.world, id, at)))
}
