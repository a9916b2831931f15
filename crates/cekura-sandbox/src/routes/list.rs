//! `call_logs_list`: pages of call logs, the newest first.

use std::collections::HashSet;

use http::StatusCode;

use super::filters::Filter;
use super::window::{self, Window};
use crate::errors::{FieldErrors, detail};
use crate::quirks::{Quirks, picks};
use crate::render;
use crate::request::{Call, Scope, pages};
use crate::server::Reply;
use crate::state::{State, View};

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    let (asked, world, quirks) = (call.asked, call.world, &state.quirks);
    let scoped = ["agent_id", "project_id", "assistant_id"];
    let is_scoped = scoped.iter().any(|name| asked.query(name).is_some());
    if quirks.list_requires_scope && !is_scoped && !matches!(call.scope, Scope::Project(_)) {
        return Err(detail(
            StatusCode::BAD_REQUEST,
            "Whose call logs? Name an agent_id, an assistant_id or a project_id in the query.",
        ));
    }
    let filter = match asked.query("filters_v2") {
        Some(text) => Some(
            Filter::parse(text, call.now)
                .map_err(|problem| FieldErrors::one("filters_v2", problem).reply())?,
        ),
        None => None,
    };
    let window = window::of(asked, call.now, quirks.list_window)?;
    let mut ids = candidates(call, quirks, &window)?;

    let at = call.now.minus(quirks.list_lag);
    ids.retain(|id| state.has_call_log(world, *id, at));
    if let Some(filter) = filter {
        ids.retain(|id| filter.matches(world, &state.view(world, *id, at)));
    }

    let (page, head) = pages::of(asked, quirks, call.url, ids.len() as u64)?;
    let views = ids[page].iter().map(|id| state.view(world, *id, at));
    let views: Vec<View> = views.collect();
    Ok(render::page(
        world,
        &head,
        &views,
        quirks.list_nested_as_text,
    ))
}

/// The ids that are in scope and in the window, the newest first.
fn candidates(call: &Call<'_>, quirks: &Quirks, window: &Window) -> Result<Vec<i64>, Reply> {
    let (asked, world) = (call.asked, call.world);
    let agent = asked.query_number("agent_id");
    let project = asked.query_number("project_id");
    let assistant = asked.query("assistant_id");
    // Ascending, as the world has them.
    let agents: Vec<i64> = world
        .agents
        .iter()
        .filter(|owner| {
            call.scope.sees(owner.project)
                && agent.is_none_or(|id| owner.id == id)
                && project.is_none_or(|id| owner.project == id)
                && assistant.is_none_or(|id| owner.assistant_id == id)
        })
        .map(|owner| owner.id)
        .collect();
    let fits = |id: &i64| {
        agents.binary_search(&world.agent_of(*id).id).is_ok()
            && !picks(quirks.list_hides_every, *id)
    };
    let seeded = window.ids(world);
    let is_inside = |id: &i64| window.contains(world.times(*id).timestamp);
    let Some(text) = asked.query("call_ids") else {
        let sent = world.sent_ids().rev().filter(is_inside);
        return Ok(sent.chain(seeded.rev()).filter(fits).collect());
    };
    let wanted: Option<HashSet<i64>> = text.split(',').map(|id| id.trim().parse().ok()).collect();
    let Some(wanted) = wanted else {
        return Err(detail(
            StatusCode::BAD_REQUEST,
            "call_ids must be comma-separated integers",
        ));
    };
    let mut ids: Vec<i64> = wanted
        .into_iter()
        .filter(|id| seeded.contains(id) || (world.was_sent(*id) && is_inside(id)))
        .filter(fits)
        .collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(ids)
}
