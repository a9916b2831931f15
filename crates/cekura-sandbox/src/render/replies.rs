//! Whole replies, written entry by entry.

use http::StatusCode;
use serde_json::{Map, Value};

use super::detail::Detail;
use super::overlay;
use super::summary::Summary;
use crate::corruption::Corruption;
use crate::server::Reply;
use crate::state::View;
use crate::world::World;

/// One call log in full.
pub(crate) fn detail(world: &World, view: &View) -> Reply {
    write(std::slice::from_ref(view), |out| {
        entry(out, view, |out, view| {
            overlay::write(out, &Detail::new(world, view), view)
        })
    })
}

/// One entry of the list.
pub(crate) fn summary(world: &World, view: &View, nested_as_text: bool) -> Reply {
    write(std::slice::from_ref(view), |out| {
        entry(out, view, |out, view| {
            overlay::write(out, &Summary::new(world, view, nested_as_text), view)
        })
    })
}

/// An array of call logs in full.
pub(crate) fn details(world: &World, views: &[View]) -> Reply {
    write(views, |out| {
        list(out, views, |out, view| {
            overlay::write(out, &Detail::new(world, view), view)
        })
    })
}

/// An array of entries of the list.
pub(crate) fn summaries(world: &World, views: &[View], nested_as_text: bool) -> Reply {
    write(views, |out| {
        list(out, views, |out, view| {
            overlay::write(out, &Summary::new(world, view, nested_as_text), view)
        })
    })
}

/// A page of the list: `head`, then the entries as `results`.
pub(crate) fn page(
    world: &World,
    head: &Map<String, Value>,
    views: &[View],
    nested_as_text: bool,
) -> Reply {
    write(views, |out| {
        out.push(b'{');
        for (name, value) in head {
            serde_json::to_writer(&mut *out, name)?;
            out.push(b':');
            serde_json::to_writer(&mut *out, value)?;
            out.push(b',');
        }
        out.extend_from_slice(b"\"results\":");
        list(out, views, |out, view| {
            overlay::write(out, &Summary::new(world, view, nested_as_text), view)
        })?;
        out.push(b'}');
        Ok(())
    })
}

/// Few call logs take more bytes than this.
const LARGE_LOG: usize = 12 * 1_024;

type Written = serde_json::Result<()>;

/// Writes entry by entry, so that no more than one call log is held as structures.
fn list(
    out: &mut Vec<u8>,
    views: &[View],
    written: impl Fn(&mut Vec<u8>, &View) -> Written,
) -> Written {
    out.push(b'[');
    for (n, view) in views.iter().enumerate() {
        if n > 0 {
            out.push(b',');
        }
        entry(out, view, &written)?;
    }
    out.push(b']');
    Ok(())
}

/// Writes one call log, unreadable if it is to be.
fn entry(
    out: &mut Vec<u8>,
    view: &View,
    written: impl Fn(&mut Vec<u8>, &View) -> Written,
) -> Written {
    let start = out.len();
    written(out, view)?;
    if let Some(corruption) = view.corruption {
        corruption.corrupt(out, start);
    }
    Ok(())
}

fn write(views: &[View], body: impl FnOnce(&mut Vec<u8>) -> Written) -> Reply {
    let mut out = Vec::with_capacity(1_024 + views.len() * LARGE_LOG);
    let mut leads = views
        .iter()
        .filter_map(|view| view.corruption)
        .map(Corruption::prefix);
    if let Some(lead) = leads.find(|lead| !lead.is_empty()) {
        out.extend_from_slice(lead);
    }
    match body(&mut out) {
        Ok(()) => Reply::new(StatusCode::OK, "application/json", out),
        Err(error) => Reply::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "text/plain; charset=utf-8",
            format!("the sandbox could not write its reply: {error}"),
        ),
    }
}
