//! Runs a campaign with progress and Ctrl-C.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use cekura_campaign::engine::{CampaignOutcome, StopHandle};
use cekura_campaign::{Campaign, CampaignError};

use super::progress::ProgressDisplay;
use crate::app::App;
use crate::session::Session;
use crate::stop::StopSignal;

/// The interval at which the progress display is updated.
pub(crate) const TICK: Duration = Duration::from_millis(250);

/// How the run ended.
#[derive(Debug)]
pub(crate) enum Work {
    Ended(Result<CampaignOutcome, CampaignError>),
    /// A second Ctrl-C ended it at once. The journal is consistent, as after a crash.
    Dropped,
}

/// Runs a campaign until it ends or Ctrl-C is pressed twice.
pub(crate) async fn work(
    app: &App,
    session: &Session,
    campaign: Campaign,
    signals: &mut StopSignal,
) -> (Campaign, Work) {
    let display = Arc::new(ProgressDisplay::new(
        &app.terminal,
        app.notes,
        app.shows_progress(),
    ));
    let stop = StopHandle::default();
    let mut campaign = campaign
        .with_stop(stop.clone())
        .with_observer(Arc::clone(&display) as Arc<dyn cekura_campaign::engine::Observer>);
    let ended = until_stopped(session, &display, &stop, signals, campaign.run()).await;
    (campaign, ended.map_or(Work::Dropped, Work::Ended))
}

/// Runs `running` until it ends: the first Ctrl-C requests a stop, the second one returns `None` at once.
pub(crate) async fn until_stopped<T>(
    session: &Session,
    display: &ProgressDisplay,
    stop: &StopHandle,
    signals: &mut StopSignal,
    running: impl Future<Output = T>,
) -> Option<T> {
    let mut running = pin!(running);
    let ended = loop {
        tokio::select! {
            biased;
            ended = &mut running => break Some(ended),
            () = signals.given() => {
                if stop.is_requested() {
                    break None;
                }
                stop.stop();
                display.say("waiting for pending responses; press Ctrl-C again to end immediately");
            }
            () = tokio::time::sleep(TICK) => display.tick(session.client.cooldown()),
        }
    };
    display.finish();
    ended
}
