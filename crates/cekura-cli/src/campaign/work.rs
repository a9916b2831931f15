//! A campaign at work: progress, and Ctrl-C.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use cekura_campaign::campaign::{CampaignOutcome, Stop};
use cekura_campaign::{Campaign, CampaignError};

use super::progress::ProgressDisplay;
use crate::app::App;
use crate::session::Session;
use crate::stop::StopSignal;

/// How often the progress moves by itself.
pub(crate) const TICK: Duration = Duration::from_millis(250);

/// How the work ended.
#[derive(Debug)]
pub(crate) enum Work {
    Ended(Result<CampaignOutcome, CampaignError>),
    /// Ctrl-C for the second time: the journal is as safe as after a crash.
    Dropped,
}

/// Works until the campaign ends, or somebody insists that it does.
pub(crate) async fn work(
    app: &App,
    session: &Session,
    campaign: Campaign,
    signals: &mut StopSignal,
) -> (Campaign, Work) {
    let board = Arc::new(ProgressDisplay::new(
        &app.terminal,
        app.notes,
        app.shows_progress(),
    ));
    let stop = Stop::default();
    let mut campaign = campaign
        .with_stop(stop.clone())
        .with_observer(Arc::clone(&board) as Arc<dyn cekura_campaign::campaign::Observer>);
    let ended = {
        let mut running = pin!(campaign.run());
        loop {
            tokio::select! {
                biased;
                ended = &mut running => break Work::Ended(ended),
                () = signals.given() => {
                    if stop.is_asked() {
                        break Work::Dropped;
                    }
                    stop.stop();
                    board.say("finishing the answers under way; press again to end at once");
                }
                () = tokio::time::sleep(TICK) => board.tick(session.client.cooldown()),
            }
        }
    };
    board.finish();
    (campaign, ended)
}
