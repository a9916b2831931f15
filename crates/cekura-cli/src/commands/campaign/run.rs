//! `cekura campaign run`.

use std::path::Path;

use cekura_campaign::campaign::Settings;
use cekura_campaign::cost::Outlook;
use cekura_campaign::report::words;
use cekura_campaign::{Plan, Shard};

use super::carry_on::{ReportTargets, carry_on, open};
use crate::app::{App, variable};
use crate::campaign::{
    self, Balance, Beginning, JournalPath, PlanCheck, RequestCount, TemporaryFolder, default_name,
    default_settings, gate,
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
    // What cannot be meant is refused before the service is asked anything.
    args.work
        .over(cekura_campaign::campaign::Settings::default())?;

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
    let mut place = JournalPath::new(id, args.journal.as_deref(), app.global.sandbox)?;
    if args.run_again && args.name.is_none() && args.journal.is_none() {
        place = place.beside_others();
    }
    let is_trial = app.global.sandbox && args.journal.is_none();
    let _trial = is_trial.then(|| TemporaryFolder::of(&place.journal));
    let outlook = confirm(app, &session, args, &plan, shard, &settings).await?;

    // From here on Ctrl-C is asked to wait for what is under way.
    let signals = StopSignal::listen();
    let beginning = Beginning {
        plan: &plan,
        shard,
        settings: &settings,
        place: &place,
        options: args.work.place.options(),
        outlook: &outlook,
        is_trial,
        is_just_made: args.plan.is_none(),
        anew: args.run_again,
    };
    let campaign = campaign::begin(app, &session, &beginning)?;
    // All of it is in the journal now.
    drop(plan);
    let campaign = args.work.knobs.apply_to(campaign);
    let order = ReportTargets {
        place,
        is_trial,
        gate,
        content: &args.work.content,
        files: &args.work.files,
    };
    carry_on(app, &session, campaign, signals, &order).await
}

/// What can be refused before anything is opened.
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
                "a plan is carried out as it is, and {what} would change it: leave out --plan or {what}"
            )));
        }
    } else if select.is_empty() && !app.global.sandbox {
        return Err(Failure::usage("no call logs are selected").hint(
            "give --plan FILE, ids, --from-file FILE, --agent-id N with --from or --failed, or --earlier CAMPAIGN --only \
             WHICH",
        ));
    }
    if args.work.canary.canary_max_regressions.is_some() && args.work.canary.canary.is_empty() {
        return Err(Failure::usage(
            "--canary-max-regressions says what a canary may show: add --canary N, or leave it out",
        )
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

/// Says what is about to be done, and asks where much money is at stake; gives what was agreed to.
async fn confirm(
    app: &App,
    session: &Session,
    args: &RunArgs,
    plan: &Plan,
    shard: Option<Shard>,
    settings: &Settings,
) -> Result<Outlook, Failure> {
    // A sandbox's balance is nobody's.
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
        "{}{of} of {}, {}",
        words::logs(checked.estimate.evaluations),
        plan.scope,
        plan.work.operation(),
    );
    app.notes.info(&format!(
        "{what}: {}; an estimate: {}",
        checked.total(),
        checked.estimate.basis
    ));
    if let Some(share) = &checked.share {
        app.notes.info(share);
    }
    let effort = RequestCount::of(checked.estimate.evaluations, settings, args.work.knobs.rate);
    app.notes.info(&format!("requests: {}", effort.words()));
    let short: Vec<String> = checked.shortage.iter().cloned().collect();
    paid::consent(app, session, args.yes, &what, &checked.cost(), &short)?;
    Ok(checked.outlook)
}
