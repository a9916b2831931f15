//! Creates a plan from the options.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use cekura::{CallLogId, Scope, Timestamp};
use cekura_campaign::journal::Filter;
use cekura_campaign::plan::{Earlier, IdList, PriceTable, Query, Selection};
use cekura_campaign::{Journal, Plan, Planner};

use super::journal_path::journal_of;
use super::progress::ProgressDisplay;
use crate::app::App;
use crate::cli::{Only, SelectArgs, check_range};
use crate::failure::Failure;
use crate::ids;
use crate::paid;
use crate::session::Session;

/// Creates the plan of the options. Sends only reads.
pub(crate) async fn plan(
    app: &App,
    session: &Session,
    args: &SelectArgs,
    prices: PriceTable,
) -> Result<Plan, Failure> {
    check(args)?;
    let (selection, before) = selection(args)?;
    let scope = scope(app, session, args, &selection, before)?;
    let mut planner = Planner::new(session.client.clone(), scope)
        .selection(selection)
        .prices(prices);
    if let Some(count) = args.sample {
        planner = planner.sample(count, args.seed);
    }
    if !args.metrics.is_empty() {
        planner = planner.metrics(args.metrics.iter().copied());
    }
    make_plan(app, planner).await
}

/// Creates a plan and shows how many call logs have been found.
pub(crate) async fn make_plan(app: &App, planner: Planner) -> Result<Plan, Failure> {
    let display = Arc::new(ProgressDisplay::new(
        &app.terminal,
        app.notes,
        app.shows_progress(),
    ));
    let observer = Arc::clone(&display);
    let planned = planner
        .on_progress(move |found| observer.counting("looking up call logs", found))
        .plan(whole_seconds(SystemTime::now()))
        .await;
    display.finish();
    Ok(planned?)
}

/// Warns if the list seems to have left out call logs.
pub(crate) fn warn_incomplete_list(app: &App, plan: &Plan) {
    if let Some(mismatch) = &plan.count_mismatch {
        app.notes.warn(&mismatch.to_string());
    }
}

/// Rounds a time down to whole seconds.
pub(crate) fn whole_seconds(moment: SystemTime) -> SystemTime {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(moment, |since| {
        SystemTime::UNIX_EPOCH + Duration::from_secs(since.as_secs())
    })
}

/// Checks the options before anything is opened.
fn check(args: &SelectArgs) -> Result<(), Failure> {
    check_range(args.from.as_ref(), args.to.as_ref())?;
    let ids = args.has_ids().then_some("call log ids");
    let ways = [
        ids,
        args.searches(),
        args.earlier.is_some().then_some("--earlier"),
    ];
    let mut given = ways.into_iter().flatten();
    if let (Some(one), Some(other)) = (given.next(), given.next()) {
        return Err(Failure::usage(format!(
            "{one} and {other} cannot be combined: give one of them"
        ))
        .hint("to combine a search and an earlier campaign, write their ids to files and give both with --from-file"));
    }
    Ok(())
}

/// Returns the selection, and the scope of the earlier campaign if there is one.
fn selection(args: &SelectArgs) -> Result<(Selection, Option<Scope>), Failure> {
    if args.has_ids() {
        let named: IdList = args.ids.iter().copied().collect();
        let all = match ids::read(&args.files)? {
            Some(read) if args.ids.is_empty() => read,
            Some(read) => named.and(read),
            None => named,
        };
        return Ok((all.into(), None));
    }
    if let (Some(campaign), Some(only)) = (&args.earlier, args.only) {
        return earlier(campaign, only).map(|(selection, scope)| (selection, Some(scope)));
    }
    let mut query = Query::new();
    if let Some(from) = args.from.as_ref().and_then(Timestamp::to_system_time) {
        query = query.from(from);
    }
    if let Some(to) = args.to.as_ref().and_then(Timestamp::to_system_time) {
        query = query.to(to);
    }
    if let Some(filter) = &args.filter {
        query = query.filter(filter.clone());
    }
    if args.failed {
        query = query.only_failed();
    }
    Ok((query.into(), None))
}

/// Selects call logs of an earlier campaign and returns its scope.
fn earlier(campaign: &str, only: Only) -> Result<(Selection, Scope), Failure> {
    let journal = Journal::read(&journal_of(campaign)?)?;
    let status = journal.status()?;
    let id = status.id;
    let (filter, named): (_, fn(_, _) -> _) = match only {
        Only::Failed => (Filter::Failed, Earlier::failed),
        Only::Changed => (Filter::Changed, Earlier::changed),
        Only::Unknown => (Filter::Unknown, Earlier::unknown),
        Only::Refused => (Filter::Refused, Earlier::refused),
        Only::TimedOut => (Filter::TimedOut, Earlier::timed_out),
    };
    let earlier: Earlier = named(id, journal.select(filter)?);
    Ok((earlier.into(), status.plan.scope))
}

/// Returns the scope: of the options, else of the earlier campaign, else the sandbox's first agent, else the configured
/// project.
fn scope(
    app: &App,
    session: &Session,
    args: &SelectArgs,
    selection: &Selection,
    before: Option<Scope>,
) -> Result<Scope, Failure> {
    if let Some(scope) = args.scope() {
        if let (Some(sandbox), Scope::Agent(id)) = (&session.sandbox, &scope) {
            paid::report_unknown_ids(app, sandbox, Some(&(*id).into()), &[]);
        }
        return Ok(scope);
    }
    if let Some(scope) = before {
        return Ok(scope);
    }
    if let Some(sandbox) = &session.sandbox {
        let named: &[CallLogId] = match selection {
            Selection::Ids(ids) => ids.ids(),
            _ => &[],
        };
        paid::report_unknown_ids(app, sandbox, None, named);
        let agent = paid::agent_of(sandbox, named);
        app.notes.info(&format!(
            "no agent given; using the sandbox's agent {agent}"
        ));
        return Ok(Scope::Agent(agent));
    }
    session.project.map(Scope::Project).ok_or_else(|| {
        Failure::usage("neither an agent nor a project is named").hint(
            "give --agent-id N, --assistant-id ID or --project-id N, or configure a project with CEKURA_PROJECT_ID",
        )
    })
}
