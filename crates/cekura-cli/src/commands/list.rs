//! `cekura calls list`.

use cekura::Scope;
use cekura::resources::ListCallLogs;
use futures_util::TryStreamExt;

use super::list_table::Layout;
use crate::app::App;
use crate::cli::{CallFilterArgs, LARGEST_PAGE, ListArgs, check_range};
use crate::failure::Failure;
use crate::output::Listing;
use crate::paid;
use crate::session::Session;

pub(super) async fn list(app: &mut App, args: &ListArgs) -> Result<(), Failure> {
    check_range(args.from.as_ref(), args.to.as_ref())?;
    let session = Session::open(app).await?;
    if let Some(sandbox) = &session.sandbox {
        paid::report_unknown_ids(app, sandbox, args.calls.agent().as_ref(), &[]);
    }
    let mut entries = request(app, args, &session)?.items();
    let (mut output, layout) = (Listing::default(), Layout::of(app.terminal.width));
    let ended = loop {
        match entries.try_next().await {
            Err(e) => break Err(failed(e, args)),
            Ok(None) => break Ok(None),
            Ok(Some(_)) if output.count() == args.limit.limit => break Ok(Some("--limit all")),
            Ok(Some(entry)) => {
                output.add(app, &entry, || layout.columns(), || layout.cells(&entry))?;
            }
        }
    };
    let nothing = "no call logs match; without --from and --to only the last 30 days are searched";
    output.end(app, ended, nothing)?;
    if let Some(mismatch) = entries.count_mismatch() {
        app.notes.warn(&format!("{mismatch}: it may be incomplete"));
    }
    Ok(())
}

/// Returns the failure of a request for the list. The service's message about a time range names its own parameters.
fn failed(error: cekura::Error, args: &ListArgs) -> Failure {
    let is_bad_request = error.status() == Some(400);
    let failure = Failure::from(error).about("the list of call logs");
    match is_bad_request && (args.from.is_some() || args.to.is_some()) {
        true => {
            failure.hint("check --from and --to: the service accepts a range of at most 33 days; `cekura calls export` takes a longer one")
        }
        false => failure,
    }
}

/// Returns the request for the list; a usage error if neither an agent nor a project is given.
pub(super) fn request(
    app: &App,
    args: &ListArgs,
    session: &Session,
) -> Result<ListCallLogs, Failure> {
    // One more entry than is shown, to detect whether there are more.
    let shown = i64::try_from(args.limit.limit).unwrap_or(i64::MAX);
    let shown = LARGEST_PAGE.min(shown.saturating_add(1));
    let page = args.page_size.unwrap_or(shown);
    let scope = scope(app, &args.calls, session)?;
    let list = selected(&args.calls, scope, session).page_size(page);
    let list = match &args.from {
        Some(from) => list.timestamp_from(from.clone()),
        None => list,
    };
    Ok(match &args.to {
        Some(to) => list.timestamp_to(to.clone()),
        None => list,
    })
}

/// Returns the request for the call logs of a scope that match the options.
pub(super) fn selected(calls: &CallFilterArgs, scope: Scope, session: &Session) -> ListCallLogs {
    let list = session.client.call_logs().list().scope(scope);
    match calls.filters() {
        Some(filter) => list.filters_v2(filter.to_string()),
        None => list,
    }
}

/// Returns the scope of the options, else the sandbox's agent, else the configured project.
///
/// # Errors
/// A usage error if there is none of them.
pub(super) fn scope(
    app: &App,
    calls: &CallFilterArgs,
    session: &Session,
) -> Result<Scope, Failure> {
    if let Some(scope) = calls.scope() {
        return Ok(scope);
    }
    let of_sandbox = session
        .sandbox
        .as_ref()
        .and_then(|sandbox| sandbox.agent_ids().first().copied());
    if let Some(agent) = of_sandbox {
        app.notes
            .info(&format!("using the sandbox's agent {agent}"));
        return Ok(Scope::from(agent));
    }
    session.project.map(Scope::Project).ok_or_else(no_scope)
}

/// A project's key needs no scope, but only the service can tell which kind of key it is.
fn no_scope() -> Failure {
    Failure::usage("no agent or project is given; nothing was sent")
        .hint("add --agent-id N, --assistant-id ID or --project-id N, or set CEKURA_PROJECT_ID")
        .hint("to find the agent: cekura agents list")
}
