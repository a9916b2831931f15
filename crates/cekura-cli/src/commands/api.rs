//! `cekura api METHOD PATH`.

use cekura::{
    AgentId, AssistantId, CallLogId, Client, Effect, Error, MetricId, ProjectId, RawResponse, Scope,
};
use cekura_campaign::plan::PlannedOperation;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::app::App;
use crate::cli::ApiArgs;
use crate::commands::{json_argument, unless_interrupted};
use crate::failure::Failure;
use crate::paid::{self, Accuracy, Cost, Logs, PaidWork};
use crate::session::Session;

pub(super) async fn api(app: &mut App, args: &ApiArgs) -> Result<(), Failure> {
    let body = args.body.data.as_deref();
    let body: Option<Box<RawValue>> = body.map(json_argument).transpose()?;
    let session = Session::open(app).await?;
    let mut request = session.client.raw(args.method.clone(), args.path.as_str());
    for (name, value) in &args.query {
        request = request.query(name, value);
    }
    if let Some(body) = &body {
        request = request.json(body);
    }
    let effect = request.effect()?;
    if effect == Effect::Billable {
        confirm_request(app, &session, args, body.as_deref()).await?;
    }
    let reply = unless_interrupted(request.send(), &args.method, &args.path, effect).await?;
    show(app, &session.client, reply)
}

/// Asks for confirmation of a paid request, as the paid commands do.
async fn confirm_request(
    app: &App,
    session: &Session,
    args: &ApiArgs,
    body: Option<&RawValue>,
) -> Result<(), Failure> {
    let named: Option<Named> = body.and_then(|body| serde_json::from_str(body.get()).ok());
    let Some(named) = named else {
        return Ok(());
    };
    match (&named.call_logs, numbers(&named.call_logs)) {
        (Value::String(text), _) if text == "all" => {
            let what = "evaluating all call logs of the agent again";
            paid::confirm_cost(app, session, args.confirm.yes, what, &UNKNOWN, &[])
        }
        (Value::Array(all), Some(ids)) if ids.len() == all.len() => match work(&named, ids) {
            Some(work) => work.confirm(app, session, args.confirm.yes).await,
            // The service refuses a request without an agent.
            None => Ok(()),
        },
        (Value::Array(_), _) => {
            let what = "evaluating call logs again (some ids are not numbers)";
            paid::confirm_cost(app, session, args.confirm.yes, what, &UNKNOWN, &[])
        }
        _ => Ok(()),
    }
}

/// An unknown cost.
const UNKNOWN: Cost = Cost {
    metric_evaluations: None,
    credits: None,
    accuracy: Accuracy::AtLeast,
};

/// Returns the ids of a list; `None` if one is not a number. The service refuses such a request.
fn numbers(list: &Value) -> Option<Vec<i64>> {
    list.as_array()?.iter().map(number).collect()
}

/// The fields of a paid request.
#[derive(Deserialize)]
struct Named {
    call_logs: Value,
    #[serde(default)]
    metrics: Value,
    #[serde(default)]
    agent_id: Value,
    #[serde(default)]
    assistant_id: Value,
    #[serde(default)]
    project_id: Value,
}

/// Returns the work of a paid request; `None` if it has no agent and no project.
fn work(named: &Named, ids: Vec<i64>) -> Option<PaidWork> {
    let agent = number(&named.agent_id).map(AgentId);
    let chosen = numbers(&named.metrics).unwrap_or_default();
    let agent = agent.map(Scope::Agent);
    let (scope, metrics) = if chosen.is_empty() {
        let assistant = || named.assistant_id.as_str().map(AssistantId::from);
        let scope = agent.or_else(|| assistant().map(Scope::Assistant));
        (scope, PlannedOperation::AllMetrics)
    } else {
        let project = || number(&named.project_id).map(ProjectId);
        let scope = agent.or_else(|| project().map(Scope::Project));
        let chosen = chosen.into_iter().map(MetricId).collect();
        (scope, PlannedOperation::Metrics(chosen))
    };
    Some(PaidWork {
        scope: scope?,
        metrics,
        logs: Logs::Named(ids.into_iter().map(CallLogId).collect()),
    })
}

fn number(id: &Value) -> Option<i64> {
    id.as_i64().or_else(|| id.as_str()?.parse().ok())
}

/// The body of the response as it came, without the key if it repeats that. The body of a refusal may say more than its
/// summary, and is data here, since the raw response was asked for.
fn show(app: &mut App, client: &Client, reply: Result<RawResponse, Error>) -> Result<(), Failure> {
    match reply {
        Ok(reply) if reply.bytes().is_empty() => Ok(()),
        Ok(reply) => match std::str::from_utf8(reply.bytes()) {
            Ok(text) => app.data.bytes(client.redact(text).as_bytes()),
            Err(_) => app.data.bytes(reply.bytes()),
        },
        Err(error) => {
            // The library has removed the key. The error matters more than output that could not be written.
            let body = error.body().filter(|body| !body.is_empty());
            let _ = body.map(|body| app.data.bytes(body));
            Err(error.into())
        }
    }
}
