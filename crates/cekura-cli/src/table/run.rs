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
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::shortened;
use crate::paid::confirm;
use crate::session::Session;

/// The longest text of a response in a message, in characters.
pub(super) const LONGEST: usize = 200;

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
    if row.needs_confirmation() && !call.args::<ConfirmArg>()?.yes && !app.global.sandbox {
        let what = format!("{} ({} {})", row.about, row.operation.method, request.path);
        confirm(&app.terminal, &what, "nothing was sent")?;
    }
    let mut reply = request.send(&session).await?;
    let mut ended = Ok(());
    if let Some(job) = &row.job {
        let args: JobArgs = call.args()?;
        if args.wait {
            ended = wait(app, &session, job, &args, &mut reply).await;
        }
    }
    match row.is_list || reply.is_array() {
        true => list(app, &session, row, request, output, reply).await?,
        false if reply.is_null() => app.notes.info("done"),
        false => output.object(app, &reply)?,
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
) -> Result<(), Failure> {
    let one_page = request.has("page");
    // Only reads are repeated.
    let has_pages = row.operation.effect == Effect::Read
        && row.options.iter().any(|field| field.name == "page");
    let mut page: u64 = 1;
    let ended = loop {
        let Some(found) = entries(&mut reply) else {
            break Err(no_list(session, &reply));
        };
        if output.entries(app, &found, request.limit)? {
            break Ok(Some("--limit all"));
        }
        let has_next = reply.get("next").is_some_and(|next| !next.is_null());
        if !has_next || found.is_empty() {
            break Ok(None);
        }
        if one_page {
            break Ok(Some("--all"));
        }
        if !has_pages {
            let warning = "the list has more pages, which this command does not read";
            app.notes.warn(warning);
            break Ok(None);
        }
        app.data.flush()?;
        page += 1;
        request.set("page", page);
        match request.send(session).await {
            Ok(next) => reply = next,
            Err(failure) => break Err(failure),
        }
    };
    output.end(app, ended)
}

/// The failure of a list whose reply is something else.
fn no_list(session: &Session, reply: &Value) -> Failure {
    let shown = shortened(&session.client.redact(&reply.to_string()), LONGEST);
    Failure::own(Exit::Other, format!("the response is not a list: {shown}"))
}
