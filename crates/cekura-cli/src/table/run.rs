//! Running a row: the request, its confirmation, and the reply with the pages after it.

use cekura::Effect;
use serde_json::Value;

use super::Row;
use super::body::body;
use super::entries::entries;
use super::invocation::Call;
use super::output::Output;
use super::request::Request;
use super::wait::wait;
use crate::app::App;
use crate::cli::{BodyArgs, ConfirmArg, JobArgs, OutputArgs};
use crate::failure::Failure;
use crate::paid::ask;
use crate::session::Session;

/// Runs a command of the table.
pub(crate) async fn run(app: &mut App, call: &Call) -> Result<(), Failure> {
    let row = call.row;
    let mut sent = None;
    if let Some(of_row) = &row.body {
        let args: BodyArgs = call.args()?;
        if args.template {
            return app.data.text(of_row.template);
        }
        sent = Some(body(call, of_row, &args)?);
    }
    let output = Output::new(row, call.args::<OutputArgs>()?.fields);
    let session = Session::open(app).await?;
    let request = Request::of(call, &session, sent)?;
    if row.needs_consent && !call.args::<ConfirmArg>()?.yes && !app.global.sandbox {
        let what = format!("{} ({} {})", row.about, row.operation.method, request.path);
        ask(&app.terminal, &what, "nothing was sent")?;
    }
    let mut reply = request.send(&session).await?;
    let mut ended = Ok(());
    if let Some(job) = &row.job {
        let args: JobArgs = call.args()?;
        if args.wait {
            ended = wait(app, &session, job, &args, &mut reply).await;
        }
    }
    match entries(row, &mut reply) {
        Some(found) => list(app, &session, row, request, output, reply, found).await?,
        None if reply.is_null() => app.notes.info("done"),
        None => output.object(app, &reply)?,
    }
    ended
}

/// Shows the entries of a reply, and those of the pages after it.
async fn list(
    app: &mut App,
    session: &Session,
    row: &Row,
    mut request: Request,
    mut output: Output,
    mut reply: Value,
    mut found: Vec<Value>,
) -> Result<(), Failure> {
    let one_page = request.has("page");
    let has_pages = row.options.iter().any(|field| field.name == "page");
    // A request that does more than read is not repeated.
    let is_single = one_page || !has_pages || row.operation.effect != Effect::Read;
    let mut page: u64 = 1;
    let more = loop {
        if output.entries(app, &found, request.limit)? {
            break true;
        }
        let next = reply.get("next").filter(|next| !next.is_null());
        if next.is_none() || found.is_empty() || is_single {
            break next.is_some() && !found.is_empty();
        }
        app.data.flush()?;
        page += 1;
        request.set("page", page);
        reply = request.send(session).await?;
        found = entries(row, &mut reply).unwrap_or_default();
    };
    output.end(app, more && !one_page)?;
    if more && one_page {
        app.notes.info("there are more pages: --all shows all");
    }
    Ok(())
}
