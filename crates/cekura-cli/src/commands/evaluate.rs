//! `cekura calls evaluate`.

use cekura::{CallLogId, MetricId, Scope};
use cekura_campaign::plan::PlannedOperation;
use cekura_sandbox::Sandbox;

use crate::app::App;
use crate::cli::EvaluateArgs;
use crate::failure::Failure;
use crate::paid::{self, Logs, PaidWork};
use crate::session::Session;

pub(super) async fn evaluate(app: &mut App, args: &EvaluateArgs) -> Result<(), Failure> {
    let named = paid::chosen(&args.choice)?;
    let is_trial = app.global.sandbox && named.is_empty();
    let waits = args.paid.wait || is_trial;
    args.paid.check(waits)?;
    check(app, args, &named)?;

    let session = paid::open(app, waits).await?;
    let work = match &session.sandbox {
        Some(sandbox) => in_sandbox(app, sandbox, args, named),
        None => configured(args, &session, named)?,
    };
    match waits {
        true => paid::wait(app, &session, &work, &args.paid).await,
        false => paid::request(app, &session, &work, &args.paid).await,
    }
}

/// Checks what needs no session.
fn check(app: &App, args: &EvaluateArgs, named: &[CallLogId]) -> Result<(), Failure> {
    if app.global.sandbox {
        return Ok(());
    }
    if named.is_empty() {
        return Err(
            Failure::usage("no call logs are given").hint("give their ids or --from-file FILE")
        );
    }
    if args.metrics.is_empty() {
        return Err(Failure::usage("no metrics are given")
            .hint("give --metric N, or use `cekura calls rerun` for all metrics"));
    }
    Ok(())
}

fn configured(
    args: &EvaluateArgs,
    session: &Session,
    named: Vec<CallLogId>,
) -> Result<PaidWork, Failure> {
    let scope = args.scope().or(session.project.map(Scope::Project));
    let scope = scope.ok_or_else(|| {
        Failure::usage("no agent or project is given").hint(
            "give --agent-id N or --project-id N, or configure a project with CEKURA_PROJECT_ID",
        )
    })?;
    Ok(PaidWork {
        scope,
        metrics: PlannedOperation::Metrics(args.metrics.clone()),
        logs: Logs::Named(named),
    })
}

/// Completes the work with defaults of the sandbox.
fn in_sandbox(
    app: &App,
    sandbox: &Sandbox,
    args: &EvaluateArgs,
    named: Vec<CallLogId>,
) -> PaidWork {
    let agent = args
        .agent_id
        .unwrap_or_else(|| paid::agent_of(sandbox, &named));
    let mut metrics = args.metrics.clone();
    if metrics.is_empty()
        && let Some(first) = sandbox.metric_ids_of(agent.0).first()
    {
        app.notes.info(&format!(
            "no metric is given; using the agent's first metric: {first}"
        ));
        metrics.push(MetricId(*first));
    }
    let named = if named.is_empty() {
        paid::sample(app, sandbox, agent)
    } else {
        named
    };
    paid::report_unknown_ids(app, sandbox, Some(&agent.into()), &named);
    PaidWork {
        scope: args.scope().unwrap_or(Scope::Agent(agent)),
        metrics: PlannedOperation::Metrics(metrics),
        logs: Logs::Named(named),
    }
}
