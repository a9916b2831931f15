//! `call_logs_list`: pages of call logs, the newest first.

use std::collections::HashSet;

use http::{StatusCode, header};
use serde_json::{Map, Value};

use super::auth::Scope;
use super::filters::Filter;
use super::{Asked, pages, window};
use crate::errors::{FieldErrors, detail};
use crate::lock;
use crate::quirks::{ListCount, NextLink, Quirks, picks};
use crate::render;
use crate::server::Reply;
use crate::shared::Shared;
use crate::state::View;

const DEFAULT_PAGE_SIZE: u64 = 25;

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    match page(shared, asked, scope) {
        Ok(reply) | Err(reply) => reply,
    }
}

fn page(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Result<Reply, Reply> {
    let quirks = Quirks::clone(&lock(&shared.state).quirks);
    let scoped = ["agent_id", "project_id", "assistant_id"];
    let is_scoped = scoped.iter().any(|name| asked.query(name).is_some());
    if quirks.list_requires_scope && !is_scoped && !matches!(scope, Scope::Project(_)) {
        return Err(detail(
            StatusCode::BAD_REQUEST,
            "Whose call logs? Name an agent_id, an assistant_id or a project_id in the query.",
        ));
    }
    let filter = match asked.query("filters_v2") {
        Some(text) => Some(
            Filter::parse(text, shared.clock.now())
                .map_err(|problem| FieldErrors::one("filters_v2", problem).reply())?,
        ),
        None => None,
    };
    let window = window::of(asked, shared.clock.now(), quirks.list_window)?;
    let mut ids = candidates(shared, asked, scope, &quirks, window.ids(&shared.world))?;

    let at = shared.clock.now().minus(quirks.list_lag);
    {
        let state = lock(&shared.state);
        ids.retain(|id| state.has_call_log(&shared.world, *id, at));
        if let Some(filter) = filter {
            ids.retain(|id| {
                let view = state.view(&shared.world, *id, at);
                filter.matches(&shared.world, &view)
            });
        }
    }

    let size = asked.query_number("page_size").unwrap_or(0).unsigned_abs();
    let size = if size == 0 { DEFAULT_PAGE_SIZE } else { size };
    let size = size.min(quirks.max_page_size.max(1));
    let number = asked.query_number("page").unwrap_or(1).unsigned_abs();
    let count = ids.len() as u64;
    let Some(page) = pages::page(count, size, number, &quirks) else {
        return Err(detail(StatusCode::NOT_FOUND, "Invalid page."));
    };
    let views: Vec<View> = {
        let state = lock(&shared.state);
        ids[page.entries]
            .iter()
            .map(|id| state.view(&shared.world, *id, at))
            .collect()
    };

    let link = |page: u64| Value::String(link(shared, asked, &quirks, page));
    let mut head = Map::new();
    match quirks.list_count {
        ListCount::Present => drop(head.insert("count".to_owned(), count.into())),
        ListCount::Zero => drop(head.insert("count".to_owned(), 0.into())),
        ListCount::Off(by) => {
            let count = count.saturating_add_signed(by);
            drop(head.insert("count".to_owned(), count.into()));
        }
        ListCount::Absent => {}
    }
    let next = page.next.map(link);
    let previous = page.previous.map(link);
    head.insert("next".to_owned(), next.unwrap_or_default());
    head.insert("previous".to_owned(), previous.unwrap_or_default());
    Ok(render::page(
        &shared.world,
        &head,
        &views,
        quirks.list_nested_as_text,
    ))
}

/// The ids that are in scope and in the window, the newest first.
fn candidates(
    shared: &Shared,
    asked: &Asked<'_>,
    scope: Scope,
    quirks: &Quirks,
    window: std::ops::Range<i64>,
) -> Result<Vec<i64>, Reply> {
    let world = &shared.world;
    let agent = asked.query_number("agent_id");
    let project = asked.query_number("project_id");
    let assistant = asked.query("assistant_id");
    // Ascending, as the world has them.
    let agents: Vec<i64> = world
        .agents
        .iter()
        .filter(|owner| {
            scope.sees(owner.project)
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
    let Some(text) = asked.query("call_ids") else {
        return Ok(window.rev().filter(fits).collect());
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
        .filter(|id| window.contains(id) && fits(id))
        .collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(ids)
}

/// The address of another page, as absolute as the service gives it.
fn link(shared: &Shared, asked: &Asked<'_>, quirks: &Quirks, page: u64) -> String {
    let host = asked.headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    let base = match &quirks.list_next {
        NextLink::Elsewhere(base) => base.clone(),
        NextLink::Here => {
            host.map_or_else(|| shared.url().to_owned(), |host| format!("http://{host}"))
        }
    };
    let mut query = String::new();
    let others = asked.query.iter().filter(|(name, _)| name != "page");
    let page = ("page".to_owned(), page.to_string());
    for (name, value) in others.chain([&page]) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&escape(name));
        query.push('=');
        query.push_str(&escape(value));
    }
    format!("{base}{}{query}", asked.path_text)
}

/// Escapes everything but letters, digits and `-._~`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_escaped() {
        assert_eq!(escape("a b&c=5001,ü"), "a%20b%26c%3D5001%2C%C3%BC");
    }
}
