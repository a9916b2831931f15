//! `cekura campaign resume`.

use cekura_campaign::Campaign;
use cekura_campaign::cost::CostForecast;
use cekura_campaign::journal::Status;

use super::continue_campaign::{ReportTargets, continue_campaign, open};
use crate::app::App;
use crate::campaign::{
    self, Balance, Claim, JournalPath, cost_of, gate, journal_of, quoted, shortage,
};
use crate::cli::ResumeArgs;
use crate::failure::Failure;
use crate::paid;
use crate::session::Session;
use crate::stop::StopSignal;

pub(super) async fn resume(app: &mut App, args: &ResumeArgs) -> Result<(), Failure> {
    if app.global.sandbox {
        return Err(Failure::usage(
            "--sandbox starts a new sandbox, which does not have this campaign",
        )
        .hint("for campaigns that can be resumed, start `cekura sandbox` and name its address with --api-url"));
    }
    campaign::check_targets(&args.work.files)?;
    let gate = gate(app, &args.work.gate)?;
    let path = journal_of(&args.campaign)?;
    let options = args.work.journal_options.options().recover(args.recover);
    let journal = options.open(&path).map_err(|e| {
        let has_lost_requests = e.has_lost_requests();
        let failure = Failure::from(e);
        match has_lost_requests {
            true => failure.hint(format!(
                "to continue without what is lost: cekura campaign resume {} --recover",
                quoted(&args.campaign)
            )),
            false => failure,
        }
    })?;
    let status = journal.status()?;
    campaign::check_plan(&gate, &status.plan)?;
    let settings = args.work.over(status.settings.clone())?;
    let session = open(app, &args.work).await?;
    let journal_path = JournalPath {
        id: status.id.clone(),
        journal: path,
    };
    let campaign = Campaign::new(session.client.clone(), journal)?;
    let mut campaign = args.work.pacing.apply_to(campaign);
    let forecast = campaign.forecast(&settings)?;
    confirm_rest(app, &session, args, &status, &mut campaign, &forecast).await?;
    // From here on Ctrl-C is asked to wait for what is under way; before, it ends the question.
    let signals = StopSignal::listen();
    if settings != status.settings {
        campaign.set(settings)?;
    }
    if args.past_canary {
        campaign.continue_past_canary()?;
    }
    let (service, plan) = (session.client.base_url(), &status.plan);
    Claim::resumed(app, service, plan, status.shard.as_deref(), &journal_path);
    let order = ReportTargets {
        journal_path,
        is_trial: false,
        gate,
        content: &args.work.content,
        files: &args.work.files,
    };
    continue_campaign(app, &session, campaign, signals, &order).await
}

/// Asks where the campaign would come to more than was agreed to, or to more than there is; remembers what was agreed to.
async fn confirm_rest(
    app: &App,
    session: &Session,
    args: &ResumeArgs,
    status: &Status,
    campaign: &mut Campaign,
    forecast: &CostForecast,
) -> Result<(), Failure> {
    let most = forecast.capped();
    let rest = most.credits.map(|credits| credits - status.spent.credits);
    let limit = forecast.limits.max_credits;
    if most.evaluations <= status.spent.evaluations
        || limit.is_some_and(|limit| status.spent.credits >= limit)
    {
        // Nothing more is sent.
        return Ok(());
    }
    let short = shortage(&Balance::ask(session).await, rest);
    if let Some(doubt) = &short {
        app.notes.warn(doubt);
    }
    let agreed = campaign.journal().approved_cost()?;
    let is_more = agreed.is_none_or(|agreed| forecast.exceeds(&agreed));
    if !is_more && (short.is_none() || !paid::can_ask(&app.terminal)) {
        // What was agreed to is not asked again where nobody can answer: results that are paid for are waiting.
        return Ok(());
    }
    let before = agreed
        .filter(|_| is_more)
        .map_or_else(String::new, |agreed| {
            format!(", where {} was agreed to", cost_of(&agreed).words())
        });
    let what = format!("campaign {} comes by its end{before} to", status.id);
    let short: Vec<String> = short.into_iter().collect();
    paid::confirm_cost(
        app,
        session,
        args.confirm.yes,
        &what,
        &cost_of(forecast),
        &short,
    )?;
    Ok(campaign.approve(forecast)?)
}
