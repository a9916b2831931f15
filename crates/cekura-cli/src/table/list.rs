//! Entries from one page or all of them.

use cekura::Effect;
use serde_json::Value;

use super::entries::entries;
use super::flags::as_text;
use super::invocation::Call;
use super::output::Entries;
use super::request::Request;
use crate::app::App;
use crate::cli::Limit;
use crate::failure::Failure;
use crate::output::count;
use crate::session::Session;

/// The page size where none is given, if more are wanted.
const PAGE_SIZE: usize = 100;

/// Shows the entries of a reply, and of the pages after it.
pub(super) async fn list(
    app: &mut App,
    session: &Session,
    call: &Call,
    mut request: Request,
    fields: &[String],
) -> Result<(), Failure> {
    let limit = match call.matches.get_one::<Limit>("limit") {
        Some(limit) if !call.has("all") => limit.0,
        _ => None,
    };
    let limit = limit.unwrap_or(usize::MAX);
    let is_given = |name: &str| request.query.iter().any(|(known, _)| *known == name);
    let one_page = is_given("page");
    if call.row.option("page_size").is_some() && !is_given("page_size") && !one_page {
        // One more than is shown, to see whether there are more.
        let size = limit.saturating_add(1).min(PAGE_SIZE);
        request.set("page_size", size.to_string());
    }
    let (path, numbered) = (request.path.clone(), call.row.option("page").is_some());
    let mut output = Entries::new(call.row, fields);
    let mut page: u64 = 1;
    let more = 'pages: loop {
        let reply = request.send(session).await?;
        let next = reply
            .get("next")
            .filter(|next| !next.is_null())
            .map(as_text);
        let entries = entries(reply);
        let is_empty = entries.is_empty();
        for entry in entries {
            if output.count() == limit && !one_page {
                break 'pages true;
            }
            output.add(app, &entry)?;
        }
        let Some(next) = next.filter(|_| !is_empty) else {
            break false;
        };
        if one_page || call.row.operation.effect != Effect::Read {
            break true;
        }
        app.data.flush()?;
        if numbered {
            page += 1;
            request.set("page", page.to_string());
            continue;
        }
        // Only the query: a link could lead elsewhere.
        let query = next.split_once('?').map_or("", |(_, query)| query);
        let next = format!("{path}?{query}");
        if query.is_empty() || next == request.path {
            break true;
        }
        request.path = next;
        request.query.clear();
    };
    let shown = output.count();
    output.end(app)?;
    app.data.flush()?;
    if more && one_page {
        app.notes.info("there are more pages: --all shows all");
    } else if more {
        app.notes.info(&format!(
            "{} shown and there are more: --all shows all",
            count(shown, "entry").replace("entrys", "entries")
        ));
    } else if shown == 0 {
        app.notes.info("nothing matches");
    }
    Ok(())
}

/// Whether a reply has entries to show.
pub(super) fn has_entries(call: &Call, reply: &Value) -> bool {
    reply.is_array() || call.row.is_list() && reply.get("results").is_some()
}
