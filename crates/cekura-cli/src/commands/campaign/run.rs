//! `cekura campaign run`.

use std::path::Path;

use cekura_campaign::cost::CostForecast;
use cekura_campaign::engine::Settings;
use cekura_campaign::report::wording;
use cekura_campaign::{Plan, Shard};

use super::continue_campaign::{ReportTargets, continue_campaign, open};
use crate::app::{App, variable};
use crate::campaign::{
    self, Balance, JournalPath, PlanCheck, RequestCount, StartOptions, TemporaryFolder,
    default_name, default_settings, gate,
};
use crate::cli::{RunArgs, ShardChoice};
use crate::config::Environment;
use crate::failure::Failure;
use crate::input;
use crate::paid;
use crate::session::Session;
use crate::stop::StopSignal;

pub(super) async fn run(app: &mut App, args: &RunArgs) -> Result<(), Failure> {
    check(app, args)?;
    let shard = shard(args)?;
    let gate = gate(app, &args.work.gate)?;
    let prices = campaign::prices(&args.prices)?;
    let ready = args.plan.as_deref().map(read).transpose()?;
    // Invalid options are refused before any request.
    args.work
        .over(cekura_campaign::engine::Settings::default())?;

    let session = open(app, &args.work).await?;
    let settings = args.work.over(default_settings(&session))?;
    let plan = match ready {
        Some(plan) => plan,
        None => campaign::plan(app, &session, &args.select, prices).await?,
    };
    campaign::warn_incomplete_list(app, &plan);
    campaign::check_plan(&gate, &plan)?;
    let id = args
        .name
        .clone()
        .unwrap_or_else(|| default_name(&plan, shard));
    let mut journal_path = JournalPath::new(id, args.journal.as_deref(), app.global.sandbox)?;
    if args.run_again && args.name.is_none() && args.journal.is_none() {
        journal_path = journal_path.with_free_name();
    }
    let is_trial = app.global.sandbox && args.journal.is_none();
    let _trial = is_trial.then(|| TemporaryFolder::of(&journal_path.journal));
    let forecast = confirm_plan(app, &session, args, &plan, shard, &settings).await?;

    // From here on Ctrl-C waits for requests in flight.
    let signals = StopSignal::listen();
    let beginning = StartOptions {
        plan: &plan,
        shard,
        settings: &settings,
        journal_path: &journal_path,
        options: args.work.journal_options.options(),
        forecast: &forecast,
        is_trial,
        is_just_made: args.plan.is_none(),
        run_again: args.run_again,
    };
    let campaign = campaign::begin(app, &session, &beginning)?;
    // The journal has all of it now.
    drop(plan);
    let campaign = args.work.pacing.apply_to(campaign);
    let order = ReportTargets {
        journal_path,
        is_trial,
        gate,
        content: &args.work.content,
        files: &args.work.files,
    };
    continue_campaign(app, &session, campaign, signals, &order).await
}

/// Checks the options before a session is opened.
fn check(app: &App, args: &RunArgs) -> Result<(), Failure> {
    if let Some(id) = &args.name {
        campaign::check_name(id)?;
    }
    let select = &args.select;
    if args.plan.is_some() {
        let also = [
            ("ids", select.has_ids()),
            (
                "--agent-id, --assistant-id or --project-id",
                select.scope().is_some(),
            ),
            ("a search", select.searches().is_some()),
            ("--earlier", select.earlier.is_some()),
            ("--sample", select.sample.is_some()),
            ("--metric", !select.metrics.is_empty()),
            (
                "--price",
                !args.prices.price.is_empty() || args.prices.price_file.is_some(),
            ),
        ];
        if let Some((what, _)) = also.iter().find(|(_, given)| *given) {
            return Err(Failure::usage(format!(
                "--plan cannot be combined with {what}"
            )));
        }
    } else if select.is_empty() && !app.global.sandbox {
        return Err(Failure::usage("no call logs are selected").hint(
            "give --plan FILE, ids, --from-file FILE, --agent-id N with --from or --failed, or --earlier CAMPAIGN --only \
             WHICH",
        ));
    }
    if args.work.canary.canary_max_regressions.is_some() && args.work.canary.canary.is_empty() {
        return Err(Failure::usage("--canary-max-regressions needs --canary N")
            .hint("for a rule of the gate: --max-regressions"));
    }
    campaign::check_targets(&args.work.files)
}

fn shard(args: &RunArgs) -> Result<Option<Shard>, Failure> {
    Ok(match args.shard {
        None => None,
        Some(ShardChoice::Part(shard)) => Some(shard),
        Some(ShardChoice::Auto) => {
            Some(Environment::new(&variable).texts(|read| Shard::auto(read))??)
        }
    })
}

fn read(path: &Path) -> Result<Plan, Failure> {
    let shown = path.display();
    let file = input::open(path, input::PLAN)
        .map_err(|e| Failure::usage(format!("the plan {shown} cannot be read: {e}")))?;
    Plan::read(file)
        .map_err(|e| Failure::from(e).hint(format!("the plan is {shown}; nothing was sent")))
}

/// Shows what will be done and asks for confirmation if it is expensive. Returns the confirmed cost.
async fn confirm_plan(
    app: &App,
    session: &Session,
    args: &RunArgs,
    plan: &Plan,
    shard: Option<Shard>,
    settings: &Settings,
) -> Result<CostForecast, Failure> {
    // The balance of a sandbox does not matter.
    let balance = match session.sandbox {
        Some(_) => None,
        None => Some(Balance::ask(session).await),
    };
    let checked = PlanCheck::new(plan, shard, settings, balance.as_ref());
    let doubts = checked.doubts();
    for doubt in campaign::unused_metrics(plan).iter().chain(&doubts) {
        app.notes.warn(doubt);
    }
    let of = shard.map_or_else(String::new, |shard| format!(" (shard {shard})"));
    let what = format!(
        "evaluating {}{of} of {} again by {}",
        wording::logs(checked.estimate.evaluations),
        plan.scope,
        campaign::metric_words(&plan.operation),
    );
    app.notes.info(&format!(
        "{what}: {}, estimated from {}",
        checked.total(),
        checked.estimate.basis
    ));
    if let Some(share) = &checked.share {
        app.notes.info(share);
    }
    let effort = RequestCount::of(
        checked.estimate.evaluations,
        settings,
        args.work.pacing.rate,
    );
    app.notes.info(&format!("requests: {}", effort.words()));
    let short: Vec<String> = checked.shortage.iter().cloned().collect();
    paid::confirm_cost(
        app,
        session,
        args.confirm.yes,
        &what,
        &checked.cost(),
        &short,
    )?;
    Ok(checked.forecast)
}
