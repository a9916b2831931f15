//! `cekura calls evaluate`.

use cekura::{CallLogId, CallLogs, MetricId, Scope};
use cekura_sandbox::Sandbox;

use crate::app::App;
use crate::cli::EvaluateArgs;
use crate::failure::Failure;
use crate::paid::{self, Plan};
use crate::session::Session;

pub(super) async fn evaluate(app: &mut App, args: &EvaluateArgs) -> Result<(), Failure> {
    let named = paid::chosen(&args.choice)?;
    let plays = app.global.sandbox && named.is_empty();
    let plan = Plan {
        waits: args.wait.wait || plays,
        args: &args.wait,
    };
    args.wait.check(plan.waits)?;
    check(app, args, &named)?;

    let session = Session::open(app).await?;
    let wanted = match &session.sandbox {
        Some(sandbox) => Wanted::in_sandbox(app, sandbox, args, named),
        None => Wanted::configured(args, &session, named)?,
    };
    let (logs, metrics) = (&wanted.named, &wanted.metrics);
    paid::confirm(app, &session, args.wait.yes, logs, metrics).await?;

    let logs = CallLogs::from(wanted.named);
    let call_logs = session.client.call_logs();
    let request = call_logs
        .evaluate_metrics(wanted.scope, logs.clone(), wanted.metrics)
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
fn check(app: &App, args: &EvaluateArgs, named: &[CallLogId]) -> Result<(), Failure> {
    if app.global.sandbox {
        return Ok(());
    }
    if named.is_empty() {
        return Err(
            Failure::usage("no call logs are named").hint("give their ids or --from-file FILE")
        );
    }
    if args.metrics.is_empty() {
        return Err(Failure::usage("no metrics are named")
            .hint("give --metric N, or use `cekura calls rerun` for all metrics"));
    }
    Ok(())
}

/// What is to be evaluated, and with what.
struct Wanted {
    scope: Scope,
    named: Vec<CallLogId>,
    metrics: Vec<MetricId>,
}

impl Wanted {
    fn configured(
        args: &EvaluateArgs,
        session: &Session,
        named: Vec<CallLogId>,
    ) -> Result<Self, Failure> {
        let scope = args.scope().or(session.project.map(Scope::Project));
        let scope = scope.ok_or_else(|| {
            Failure::usage("neither an agent nor a project is named").hint(
                "give --agent-id N or --project-id N, or configure a project with CEKURA_PROJECT_ID",
            )
        })?;
        Ok(Self {
            scope,
            named,
            metrics: args.metrics.clone(),
        })
    }

    /// Fills in what a first look leaves out.
    fn in_sandbox(
        app: &App,
        sandbox: &Sandbox,
        args: &EvaluateArgs,
        named: Vec<CallLogId>,
    ) -> Self {
        let agent = args
            .agent_id
            .unwrap_or_else(|| paid::owner_of(sandbox, &named));
        let mut metrics = args.metrics.clone();
        if metrics.is_empty()
            && let Some(first) = sandbox.metric_ids_of(agent.0).first()
        {
            app.notes.info(&format!(
                "no metric is named: the agent's first one is taken: {first}"
            ));
            metrics.push(MetricId(*first));
        }
        let named = if named.is_empty() {
            paid::sample(app, sandbox, agent)
        } else {
            named
        };
        paid::tell_unknown(app, sandbox, Some(&agent.into()), &named);
        Self {
            scope: args.scope().unwrap_or(Scope::Agent(agent)),
            named,
            metrics,
        }
    }
}
