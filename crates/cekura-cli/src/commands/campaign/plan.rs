//! `cekura campaign plan`.

use std::path::Path;

use cekura_campaign::Plan;
use cekura_campaign::cost::credits_text;
use cekura_campaign::engine::Settings;
use cekura_campaign::plan::PlannedOperation;
use cekura_campaign::report::wording;
use serde::Serialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::campaign::{
    self, Balance, PlanCheck, RequestCount, amount, budget_of, check_output, create_output,
    credits, noise_of, quoted, several,
};
use crate::cli::{NoiseArgs, PlanArgs};
use crate::failure::Failure;
use crate::output::{Terminal, safe_line, value_table};
use crate::session::Session;

/// So much of the digest tells plans apart; the file and JSON have all of it.
const DIGEST: usize = 12;

/// Metrics that are named in a table.
const METRICS: usize = 12;

pub(super) async fn plan(app: &mut App, args: &PlanArgs) -> Result<(), Failure> {
    if let Some(path) = &args.out {
        check_output(path, "plan")?;
    }
    let prices = campaign::prices(&args.prices)?;
    let mut settings = Settings::default();
    settings.noise = noise_of(&args.noise, None)?;
    settings.budget = budget_of(&args.limits, settings.budget);
    let session = Session::open(app).await?;
    let plan = campaign::plan(app, &session, &args.select, prices).await?;
    let balance = Balance::ask(&session).await;
    let checked = PlanCheck::new(&plan, None, &settings, Some(&balance));
    let effort = RequestCount::of(plan.logs.len() as u64, &settings, args.rate);
    let summary = PlanSummary {
        plan: &plan,
        checked: &checked,
        balance: &balance,
        effort,
    };
    if let Some(path) = &args.out {
        write(&plan, path)?;
    }
    app.show(&object(&summary, args), |terminal| {
        table(&summary, terminal)
    })?;
    app.data.flush()?;
    campaign::warn_incomplete_list(app, &plan);
    for doubt in campaign::unused_metrics(&plan)
        .iter()
        .chain(&checked.doubts())
    {
        app.notes.warn(doubt);
    }
    app.notes
        .info(&format!("no paid request was sent; {}", next(app, args)));
    Ok(())
}

fn write(plan: &Plan, path: &Path) -> Result<(), Failure> {
    Ok(plan.write(create_output(path, "plan")?)?)
}

/// What to type next.
fn next(app: &App, args: &PlanArgs) -> String {
    if app.global.sandbox {
        return "this sandbox is gone; to see a whole campaign: cekura campaign run --sandbox"
            .to_owned();
    }
    let noise = noise_words(&args.noise);
    match &args.out {
        Some(path) => {
            let path = quoted(&path.display().to_string());
            format!("to run the plan: cekura campaign run --plan {path}{noise}")
        }
        None => {
            "--out plan.json keeps the plan, for cekura campaign run --plan plan.json".to_owned()
        }
    }
}

fn noise_words(args: &NoiseArgs) -> String {
    let rounds = args
        .noise_rounds
        .map(|rounds| format!(" --noise-rounds {rounds}"));
    let sample = args
        .noise_sample
        .map(|sample| format!(" --noise-sample {sample}"));
    [rounds, sample].into_iter().flatten().collect()
}

/// What is shown about a plan.
struct PlanSummary<'a> {
    plan: &'a Plan,
    checked: &'a PlanCheck,
    balance: &'a Balance,
    effort: RequestCount,
}

fn table(summary: &PlanSummary<'_>, terminal: &Terminal) -> String {
    let PlanSummary {
        plan,
        checked,
        balance,
        effort,
    } = summary;
    let mut values = Vec::new();
    let mut row = |name: &'static str, value: String| values.push((name, Some(value)));
    let estimate = &checked.estimate;
    row("call logs", wording::count(plan.logs.len() as u64));
    row("of", plan.scope.to_string());
    row("selection", plan.selection.clone());
    if plan.not_listed > 0 {
        row(
            "not listed",
            format!(
                "{}: older than 30 days, of another agent, or deleted; planned anyway",
                wording::logs(plan.not_listed)
            ),
        );
    }
    row("metrics", metrics(plan));
    if let Some(count) = estimate.metric_evaluations {
        row("metric evaluations", wording::count(count));
    }
    let cost = match estimate.credits {
        Some(credits) => format!("about {} (an estimate)", amount(credits)),
        None => "not known".to_owned(),
    };
    row("credits", cost);
    if let Some(all) = estimate.credits_if_all {
        row(
            "",
            format!(
                "at most {} if all metrics are evaluated and charged",
                amount(all)
            ),
        );
    }
    row("estimated from", estimate.basis.clone());
    if let Some((noise, evaluations, more)) = checked.noise {
        let more = more.map_or_else(String::new, |more| format!(", about {}", credits(more)));
        row(
            "noise",
            format!(
                "{} × {} once more: {}{more}",
                noise.rounds,
                wording::logs(noise.sample.min(plan.logs.len() as u64)),
                several(evaluations, "evaluation")
            ),
        );
        row(
            "total",
            format!(
                "{}, {}",
                several(checked.evaluations, "evaluation"),
                checked.total()
            ),
        );
    }
    if let Some(cheaper) = &estimate.alternative {
        row(
            "cheaper",
            format!(
                "about {} with one metric only (--metric N); {}",
                credits(cheaper.credits_per_metric),
                cheaper.caveat
            ),
        );
    }
    let left = match balance {
        Balance::Known(text, _) => format!("{text} credits"),
        Balance::Unknown(why) => format!("not known: {why}"),
    };
    row("balance", left);
    row("requests", effort.words());
    for limit in checked.doubts() {
        row("limit", limit);
    }
    row(
        "digest",
        plan.digest.get(..DIGEST).unwrap_or(&plan.digest).to_owned(),
    );
    value_table(terminal, "PLAN", values)
}

fn metrics(plan: &Plan) -> String {
    let name = |id: cekura::MetricId| {
        let known = plan.metrics.iter().find(|metric| metric.id == id);
        known.map_or_else(
            || id.to_string(),
            |metric| format!("{id} {}", safe_line(&metric.name)),
        )
    };
    let all: Vec<String> = match &plan.operation {
        PlannedOperation::AllMetrics => plan.metrics.iter().map(|metric| name(metric.id)).collect(),
        PlannedOperation::Metrics(chosen) => chosen.iter().map(|id| name(*id)).collect(),
    };
    let shown = all
        .iter()
        .take(METRICS)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let shown = match all.len().saturating_sub(METRICS) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    };
    match &plan.operation {
        PlannedOperation::AllMetrics if all.is_empty() => "every assigned metric".to_owned(),
        PlannedOperation::AllMetrics => format!("every assigned metric: {shown}"),
        PlannedOperation::Metrics(_) => shown,
    }
}

/// The documented object.
#[derive(Serialize)]
struct Object<'a> {
    digest: &'a str,
    created_at: &'a str,
    scope: String,
    operation: &'static str,
    chosen_metrics: Vec<i64>,
    selection: &'a str,
    call_logs: Value,
    metrics: Vec<Value>,
    estimate: Value,
    noise: Value,
    total: Value,
    balance: Value,
    requests: Value,
    limits: Vec<String>,
    out: Option<String>,
}

fn object<'a>(summary: &PlanSummary<'a>, args: &PlanArgs) -> Object<'a> {
    let PlanSummary {
        plan,
        checked,
        balance,
        effort,
    } = summary;
    let noise = checked.noise.map(|(noise, evaluations, credits)| {
        json!({
            "rounds": noise.rounds,
            "sample": noise.sample,
            "evaluations": evaluations,
            "credits": credits.map(credits_text),
        })
    });
    Object {
        digest: &plan.digest,
        created_at: &plan.created_at,
        scope: plan.scope.to_string(),
        operation: plan.operation.name(),
        chosen_metrics: match &plan.operation {
            PlannedOperation::AllMetrics => Vec::new(),
            PlannedOperation::Metrics(metrics) => metrics.iter().map(|id| id.0).collect(),
        },
        selection: &plan.selection,
        call_logs: json!({ "planned": plan.logs.len(), "not_listed": plan.not_listed, "count_mismatch": plan.count_mismatch }),
        metrics: plan
            .metrics
            .iter()
            .map(|metric| json!({ "id": metric.id, "name": metric.name, "call_logs": metric.logs }))
            .collect(),
        estimate: json!(checked.estimate),
        noise: noise.unwrap_or_default(),
        total: json!({
            "evaluations": checked.evaluations,
            "credits": checked.credits.map(credits_text),
            "most_metric_evaluations": checked.forecast.metric_evaluations,
            "most_credits": checked.forecast.credits.map(credits_text),
        }),
        balance: match balance {
            Balance::Known(text, _) => json!({ "credits": text, "unknown_because": null }),
            Balance::Unknown(why) => json!({ "credits": null, "unknown_because": why }),
        },
        requests: effort.json(),
        limits: checked.doubts(),
        out: args.out.as_ref().map(|path| path.display().to_string()),
    }
}
