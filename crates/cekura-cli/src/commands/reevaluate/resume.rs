//! `cekura reevaluate resume`.

use cekura_reevaluate::{Campaign, Journal};

use super::carry_on::{Order, carry_on};
use crate::app::App;
use crate::campaign::{self, Changes, Place, gate, journal_of};
use crate::cli::ResumeArgs;
use crate::failure::Failure;
use crate::session::{Session, Tuning};
use crate::stop::StopSignal;

pub(super) async fn resume(app: &mut App, args: &ResumeArgs) -> Result<(), Failure> {
    if app.global.sandbox {
        return Err(Failure::usage(
            "--sandbox makes a new sandbox, which knows nothing of the campaign",
        )
        .hint("for campaigns that can be resumed, start `cekura sandbox` and name its address with --api-url"));
    }
    campaign::check_targets(&args.files)?;
    let gate = gate(app, &args.gate)?;
    let path = journal_of(&args.campaign)?;
    let signals = StopSignal::listen();
    let journal = Journal::open(&path)?;
    let status = journal.status()?;
    let changes = Changes {
        limits: &args.limits,
        canary: &args.canary,
        noise: &args.noise,
        knobs: &args.knobs,
    };
    let settings = changes.over(status.settings.clone())?;
    let session = Session::open_with(
        app,
        Tuning {
            rate: args.knobs.rate,
            shared_hold: true,
        },
    )
    .await?;
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
        gate,
        content: args.content,
        files: &args.files,
    };
    carry_on(app, &session, campaign, signals, &order).await
}
