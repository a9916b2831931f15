//! Running a row: the request, its confirmation, and what came back.

use serde_json::Value;

use super::ask::confirm;
use super::body::body;
use super::invocation::Call;
use super::list::{has_entries, list};
use super::output::{Entries, object};
use super::request::Request;
use super::wait::wait;
use super::{Reply, entries::entries};
use crate::app::App;
use crate::failure::Failure;
use crate::session::Session;

/// Runs a command of the table.
pub(crate) async fn run(app: &mut App, call: &Call) -> Result<(), Failure> {
    if let (true, Some(body)) = (call.has("template"), &call.row.body) {
        return app.data.text(body.template);
    }
    let fields = call.matches.get_many::<String>("fields");
    let fields: Vec<String> = fields.into_iter().flatten().cloned().collect();
    let body = body(call)?;
    let session = Session::open(app).await?;
    let request = Request::of(call, &session, body);
    confirm(app, call, &request.path)?;
    if call.row.is_list() && call.row.job.is_none() {
        return list(app, &session, call, request, &fields).await;
    }
    let reply = request.send(&session).await?;
    let (reply, ended) = match &call.row.job {
        Some(job) if call.has("wait") => wait(app, &session, call, job, reply).await?,
        _ => (reply, Ok(())),
    };
    show(app, call, reply, &fields)?;
    ended
}

fn show(app: &mut App, call: &Call, reply: Value, fields: &[String]) -> Result<(), Failure> {
    if has_entries(call, &reply) {
        let mut output = Entries::new(call.row, fields);
        let entries = entries(reply);
        output.show_all_fields(&entries);
        for entry in &entries {
            output.add(app, entry)?;
        }
        output.end(app)?;
        if entries.is_empty() {
            app.notes.info("the reply has no entries");
        }
        return Ok(());
    }
    match call.row.reply {
        Reply::None if reply.is_null() => {
            app.notes.info("done");
            Ok(())
        }
        _ if reply.is_null() => Ok(()),
        _ => object(app, &reply, fields),
    }
}
