//! `cekura reevaluate resume`.

use cekura_reevaluate::Campaign;

use super::carry_on::{Order, carry_on, open};
use crate::app::App;
use crate::campaign::{self, Claim, Place, gate, journal_of, quoted};
use crate::cli::ResumeArgs;
use crate::failure::Failure;
use crate::stop::StopSignal;

pub(super) async fn resume(app: &mut App, args: &ResumeArgs) -> Result<(), Failure> {
    if app.global.sandbox {
        return Err(Failure::usage(
            "--sandbox makes a new sandbox, which knows nothing of the campaign",
        )
        .hint("for campaigns that can be resumed, start `cekura sandbox` and name its address with --api-url"));
    }
    campaign::check_targets(&args.work.files)?;
    let gate = gate(app, &args.work.gate)?;
    let path = journal_of(&args.campaign)?;
    let signals = StopSignal::listen();
    let options = args.work.place.options().recover(args.recover);
    let journal = options.open(&path).map_err(|e| {
        let has_lost_requests = e.has_lost_requests();
        let failure = Failure::from(e);
        match has_lost_requests {
            true => failure.hint(format!(
                "to go on without what is lost: cekura reevaluate resume {} --recover",
                quoted(&args.campaign)
            )),
            false => failure,
        }
    })?;
    let status = journal.status()?;
    let settings = args.work.over(status.settings.clone())?;
    let session = open(app, &args.work).await?;
    let place = Place {
        id: status.id.clone(),
        journal: path,
    };
    let mut campaign = Campaign::new(session.client.clone(), journal)?;
    if settings != status.settings {
        campaign.set(settings)?;
    }
    if args.past_canary {
        campaign.pass_canary()?;
    }
    let (service, plan) = (session.client.base_url(), &status.plan);
    Claim::taken_up(app, service, plan, status.shard.as_deref(), &place);
    let order = Order {
        place,
        gate,
        content: args.work.content,
        files: &args.work.files,
    };
    carry_on(app, &session, campaign, signals, &order).await
}
