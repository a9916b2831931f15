//! The paid request, from its sending to the report.

use cekura::{BoxFuture, CallLogs, Error, Reevaluation};
use serde_json::json;

use super::conclude::{Plan, conclude};
use super::follow::{Followed, follow};
use crate::app::App;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Progress, named};
use crate::session::Session;
use crate::stop::StopSignal;

/// Sends the request, waits if that is the plan, and reports.
pub(crate) async fn carry_out(
    app: &mut App,
    session: &Session,
    plan: &Plan<'_>,
    logs: &CallLogs,
    request: BoxFuture<Result<Reevaluation, Error>>,
) -> Result<(), Failure> {
    let progress = Progress::new(&app.terminal, app.notes, app.global.verbose == 0);
    if plan.waits {
        progress.stage("reading the call logs, then asking for their evaluation");
    }
    let mut stop = StopSignal::listen();
    match follow(&session.client, &progress, &mut stop, request).await {
        Followed::Ended(Ok(started)) => conclude(app, session, &started, plan, &mut stop).await,
        Followed::Ended(Err(e)) => Err(refused(e)),
        Followed::Interrupted => Err(interrupted(logs)),
    }
}

/// Whether some call logs are evaluated before the credits run out is not documented; any other clear answer means
/// that none is.
fn refused(error: Error) -> Failure {
    let is_certain = !(error.is_outcome_unknown() || error.is_out_of_credits());
    let failure = Failure::from(error);
    if is_certain {
        failure.hint("nothing was evaluated")
    } else {
        failure
    }
}

/// Ctrl-C while the request is under way.
fn interrupted(logs: &CallLogs) -> Failure {
    let (named, targets) = match logs.ids() {
        [] => ("all call logs of the agent".to_owned(), json!("all")),
        ids => {
            let shown: Vec<String> = ids.iter().take(10).map(ToString::to_string).collect();
            let more = if ids.len() > 10 { " and more" } else { "" };
            let target = |id| json!({ "id": id, "accepted": null, "evidence": null });
            (
                format!("{}{more}", named(ids.len(), "call log", &shown.join(", "))),
                ids.iter().map(target).collect(),
            )
        }
    };
    Failure::own(
        Exit::OutcomeUnknown,
        format!("interrupted while the request was under way: it may or may not have been carried out for {named}"),
    )
    .targeting(targets)
    .hint("look first, with `cekura calls get`, and do not simply repeat the command: it could cost twice")
}
