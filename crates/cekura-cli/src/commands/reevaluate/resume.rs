//! `cekura reevaluate resume`.

use cekura_reevaluate::{Campaign, Journal};

use super::carry_on::{Order, carry_on, open};
use crate::app::App;
use crate::campaign::{self, Place, gate, journal_of};
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
    let journal = Journal::open(&path)?;
    let status = journal.status()?;
    let settings = args.work.over(status.settings.clone())?;
    let session = open(app, &args.work).await?;
    let place = Place {
        id: status.id,
        journal: path,
    };
    let mut campaign = Campaign::new(session.client.clone(), journal)?;
    if settings != status.settings {
        campaign.set(settings)?;
    }
    if args.past_canary {
        campaign.pass_canary()?;
    }
    let order = Order {
        place,
        is_trial: false,
        gate,
        content: args.work.content,
        files: &args.work.files,
    };
    carry_on(app, &session, campaign, signals, &order).await
}
