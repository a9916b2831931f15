//! `cekura calls rerun`.

use cekura::{CallLogId, Scope};
use cekura_campaign::plan::PlannedOperation;
use cekura_sandbox::Sandbox;

use crate::app::App;
use crate::cli::RerunArgs;
use crate::failure::Failure;
use crate::paid::{self, Logs, PaidWork};

pub(super) async fn rerun(app: &mut App, args: &RerunArgs) -> Result<(), Failure> {
    let named = paid::chosen(&args.choice)?;
    check(app, args, &named)?;
    let is_trial = app.global.sandbox && named.is_empty() && !args.all;
    let waits = args.paid.wait || is_trial;
    args.paid.check(waits)?;

    let session = paid::open(app, waits).await?;
    let agent = match (args.agent.agent(), &session.sandbox) {
        (Some(agent), _) => agent,
        (None, Some(sandbox)) => Scope::Agent(paid::agent_of(sandbox, &named)),
        (None, None) => return Err(no_agent()),
    };
    let logs = match &session.sandbox {
        _ if args.all => Logs::All {
            from: args.from.clone(),
        },
        Some(sandbox) if named.is_empty() => Logs::Named(default_logs(app, sandbox, &agent)?),
        Some(sandbox) => {
            paid::report_unknown_ids(app, sandbox, Some(&agent), &named);
            Logs::Named(named)
        }
        None => Logs::Named(named),
    };
    let work = PaidWork {
        scope: agent,
        metrics: PlannedOperation::AllMetrics,
        logs,
    };
    match waits {
        true => paid::wait(app, &session, &work, &args.paid).await,
        false => paid::request(app, &session, &work, &args.paid).await,
    }
}

/// Checks what needs no session.
fn check(app: &App, args: &RerunArgs, named: &[CallLogId]) -> Result<(), Failure> {
    if named.is_empty() && !args.all && !app.global.sandbox {
        return Err(Failure::usage("no call logs are given")
            .hint("give their ids, --from-file FILE, or --all"));
    }
    if args.agent.agent().is_none() && !app.global.sandbox {
        return Err(no_agent());
    }
    if args.paid.unknown.resends() && args.all && !args.paid.wait {
        return Err(Failure::usage(
            "--on-unknown resend-if-unchanged needs the ids of the call logs, which --all without --wait does not have",
        )
        .hint("add --wait, or give the ids"));
    }
    if args.from.is_some() && !args.paid.wait {
        return Err(Failure::usage(
            "--from needs --wait, else the service evaluates all call logs of the agent: add --wait, or omit --from",
        ));
    }
    match args.all {
        true => paid::check_all(app, args.paid.confirm.yes),
        false => Ok(()),
    }
}

fn no_agent() -> Failure {
    Failure::usage("no agent is given").hint(
        "give --agent-id N or --assistant-id ID; `cekura calls get ID` shows the agent of a call log",
    )
}

/// Returns the default call logs of the sandbox.
fn default_logs(app: &App, sandbox: &Sandbox, agent: &Scope) -> Result<Vec<CallLogId>, Failure> {
    let ids = paid::resolve(sandbox, agent)
        .map(|id| paid::sample(app, sandbox, id))
        .unwrap_or_default();
    if ids.is_empty() {
        return Err(Failure::usage("the sandbox has no such agent")
            .hint(format!("it has\n{}", paid::contents_of(sandbox))));
    }
    Ok(ids)
}
