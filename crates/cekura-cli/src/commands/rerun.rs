//! `cekura calls rerun`.

use std::time::SystemTime;

use cekura::{AcceptUnboundedCost, AgentRef, CallLogId, CallLogs};
use cekura_sandbox::Sandbox;

use crate::app::App;
use crate::cli::RerunArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::count;
use crate::paid::{self, Cost, Expanded, Plan};
use crate::session::Session;

pub(super) async fn rerun(app: &mut App, args: &RerunArgs) -> Result<(), Failure> {
    let named = paid::chosen(&args.choice)?;
    check(app, args, &named)?;
    let plays = app.global.sandbox && named.is_empty() && !args.all;
    let plan = Plan {
        waits: args.wait.wait || plays,
        args: &args.wait,
    };
    args.wait.check(plan.waits)?;

    let session = Session::open(app).await?;
    let agent = match (args.agent.agent(), &session.sandbox) {
        (Some(agent), _) => agent,
        (None, Some(sandbox)) => AgentRef::Agent(paid::owner_of(sandbox, &named)),
        (None, None) => return Err(no_agent()),
    };
    let logs = select(app, &session, args, &agent, named, plan.waits).await?;
    let call_logs = session.client.call_logs();
    let request = call_logs
        .rerun_evaluation(agent, logs.clone())
        .with_on_unknown(args.wait.on_unknown.into())
        .with_settle_window(args.wait.settle_window.unwrap_or(session.pace.look_back));
    let request = match paid::limits(app, args.wait.settle_window) {
        Some((total, attempt)) => request.with_timeout(total).with_attempt_timeout(attempt),
        None => request,
    };
    let request = if args.wait.needs_baseline(plan.waits) {
        request.with_baseline()
    } else {
        request
    };
    paid::carry_out(app, &session, &plan, &logs, request.into_future()).await
}

/// What can be refused before anything is opened.
fn check(app: &App, args: &RerunArgs, named: &[CallLogId]) -> Result<(), Failure> {
    if named.is_empty() && !args.all && !app.global.sandbox {
        return Err(Failure::usage("no call logs are named")
            .hint("give their ids, --from-file FILE, or --all"));
    }
    if args.agent.agent().is_none() && !app.global.sandbox {
        return Err(no_agent());
    }
    if args.wait.needs_baseline(false) && args.all && !args.wait.wait {
        return Err(Failure::usage(
            "--on-unknown resend-if-untouched needs the call logs by name, and --all has none",
        )
        .hint("add --wait, which lists them first, or give their ids"));
    }
    if args.from.is_some() && !args.wait.wait {
        return Err(Failure::usage(
            "--from has no meaning here: without --wait the service is asked for all call logs",
        )
        .hint("add --wait, which lists them first"));
    }
    match args.all {
        true => paid::check_all(app, args.wait.yes),
        false => Ok(()),
    }
}

fn no_agent() -> Failure {
    Failure::usage("no agent is named").hint(
        "the service wants to know whose call logs these are: give --agent-id N or --assistant-id ID; \
         `cekura calls get ID` shows the agent of a call log",
    )
}

/// Which call logs: those that are named, all of the agent's, or a sample of the sandbox's. Asks where it has to.
async fn select(
    app: &App,
    session: &Session,
    args: &RerunArgs,
    agent: &AgentRef,
    named: Vec<CallLogId>,
    waits: bool,
) -> Result<CallLogs, Failure> {
    if args.all {
        return all(app, session, args, agent, waits).await;
    }
    let named = match &session.sandbox {
        Some(sandbox) if named.is_empty() => played(app, sandbox, agent)?,
        Some(sandbox) => {
            paid::tell_unknown(app, sandbox, Some(agent), &named);
            named
        }
        None => named,
    };
    paid::confirm(app, session, args.wait.yes, &named, &[]).await?;
    Ok(named.into())
}

/// All call logs: by name if their results are to be waited for, else as the service's own `all`.
async fn all(
    app: &App,
    session: &Session,
    args: &RerunArgs,
    agent: &AgentRef,
    waits: bool,
) -> Result<CallLogs, Failure> {
    let listed = async || {
        paid::expand(
            &session.client,
            agent,
            args.from.as_ref(),
            SystemTime::now(),
        )
        .await
    };
    if !waits {
        // Only for the question.
        if !args.wait.yes {
            confirm_all(app, session, args, &listed().await?, true)?;
        }
        return Ok(CallLogs::all(AcceptUnboundedCost));
    }
    let known = listed().await?;
    if let Some(mismatch) = known.mismatch {
        app.notes.warn(&format!(
            "{mismatch}: call logs may be missing from those that are evaluated"
        ));
    }
    if known.logs.is_empty() {
        return Err(Failure::own(
            Exit::NotFound,
            format!("the agent has no call logs since {}", known.since),
        )
        .hint("nothing was sent; --from looks further back"));
    }
    app.notes.info(&format!(
        "all: {} since {}, named one by one; earlier ones are left out (--from)",
        count(known.logs.len(), "call log"),
        known.since
    ));
    confirm_all(app, session, args, &known, false)?;
    Ok(known.ids().into())
}

/// Asks about all call logs of an agent; there may be more of them than are known.
fn confirm_all(
    app: &App,
    session: &Session,
    args: &RerunArgs,
    known: &Expanded,
    is_open: bool,
) -> Result<(), Failure> {
    let logs = count(known.logs.len(), "call log");
    let what = match is_open {
        true => format!("evaluating all call logs of the agent again, {logs} or more"),
        false => format!("evaluating all call logs of the agent again, {logs}"),
    };
    let cost = Cost::of_all(known.evaluations(), is_open);
    // However few they are.
    let doubts = ["nobody named them one by one".to_owned()];
    paid::consent(app, session, args.wait.yes, &what, &cost, &doubts)
}

/// What a first look at the sandbox takes.
fn played(app: &App, sandbox: &Sandbox, agent: &AgentRef) -> Result<Vec<CallLogId>, Failure> {
    let ids = paid::resolve(sandbox, agent)
        .map(|id| paid::sample(app, sandbox, id))
        .unwrap_or_default();
    if ids.is_empty() {
        return Err(Failure::usage("the sandbox has no such agent")
            .hint(format!("it has\n{}", paid::inventory(sandbox))));
    }
    Ok(ids)
}
