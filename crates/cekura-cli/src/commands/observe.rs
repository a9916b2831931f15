//! `cekura calls observe`.

use cekura::reevaluation::{CallLogResult, WaitOutcome};
use cekura::resources::Observed;
use cekura::types::ObservedCall;
use cekura::{AgentId, Effect, Method, NewCallLog, Utterance};
use cekura_sandbox::Sandbox;

use super::get;
use crate::app::App;
use crate::cli::ObserveArgs;
use crate::commands::body_argument;
use crate::commands::interrupted::interrupted;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::stop::StopSignal;

pub(super) async fn observe(app: &mut App, args: &ObserveArgs) -> Result<(), Failure> {
    let call = args.data.as_deref().map(body_argument::<ObservedCall>);
    let call = call.transpose()?.map(NewCallLog::from);
    if call.is_none() && !app.global.sandbox {
        return Err(Failure::usage("no call is given")
            .hint("give --data @call.json; `cekura calls observe --help` shows what it contains"));
    }
    let session = Session::open(app).await?;
    let call = match (call, &session.sandbox) {
        (Some(call), _) => call,
        (None, sandbox) => example(app, sandbox.as_ref()),
    };
    let call = match &args.recording {
        Some(path) => call.recording_file(path),
        None => call,
    };
    let request = session.client.call_logs().observe(call);
    // An upload may take as long as the whole call.
    let request = match (&args.recording, app.global.timeout) {
        (Some(_), Some(timeout)) => request.with_attempt_timeout(timeout),
        _ => request,
    };
    let mut stop = StopSignal::listen();
    let sent = tokio::select! {
        biased;
        sent = request.send() => sent,
        () = stop.given() => {
            return Err(interrupted(&Method::POST, "/observability/v1/observe/", Effect::Billable));
        }
    };
    let observed = sent.map_err(|e| Failure::from(e).about("the call"))?;
    if args.wait {
        return wait(app, &session, args, &observed, &mut stop).await;
    }
    let id = observed.id();
    app.show(observed.log(), |_| {
        format!("call log {id} is being evaluated")
    })?;
    app.notes
        .info(&format!("its result: cekura calls get {id}"));
    Ok(())
}

/// Waits for the evaluation, and shows the call log.
async fn wait(
    app: &mut App,
    session: &Session,
    args: &ObserveArgs,
    observed: &Observed,
    stop: &mut StopSignal,
) -> Result<(), Failure> {
    let id = observed.id();
    let unfinished = |why: &str| {
        Failure::own(Exit::WaitTimedOut, format!("call log {id} has no result: {why}")).hint(format!(
            "the call was taken in and is paid for: do not send it again\nits result: cekura calls get {id}"
        ))
    };
    let wait = observed
        .wait()
        .with_timeout(args.deadline)
        .with_poll_interval(session.pace.poll)
        .with_completion(session.pace.completion);
    let waited = tokio::select! {
        waited = wait.send() => waited,
        () = stop.given() => return Err(unfinished("interrupted")),
    };
    let waited = waited.map_err(|e| Failure::from(e).about(format!("call log {id}")))?;
    let result: Option<CallLogResult> = waited.into_iter().next();
    match result.map(|result| (result.outcome, result.after)) {
        Some((WaitOutcome::Confirmed(_) | WaitOutcome::Inferred, Some(log))) => {
            get::show(app, &log)
        }
        Some((WaitOutcome::Deleted, _)) => Err(Failure::own(
            Exit::NotFound,
            format!("call log {id} was deleted during its evaluation"),
        )),
        Some((WaitOutcome::Unreadable { reason, .. }, _)) => Err(unfinished(&reason)),
        _ => Err(unfinished("the deadline passed")),
    }
}

/// Returns a call for a first try of the sandbox.
fn example(app: &App, sandbox: Option<&Sandbox>) -> NewCallLog {
    let agent = sandbox.and_then(|sandbox| sandbox.agent_ids().first().copied());
    app.notes.info("no call is given; sending an example");
    NewCallLog::new(AgentId(agent.unwrap_or_default()), "harbor-20260518-1107").transcript([
        Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9),
        Utterance::caller("Can I come on Friday instead?", 2.3..5.0),
        Utterance::agent("Friday, with pleasure.", 5.4..7.0),
    ])
}
