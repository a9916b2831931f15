//! Staying with something that takes its time: progress, and Ctrl-C.

use std::pin::pin;
use std::time::Duration;

use cekura::Client;

use crate::output::Progress;
use crate::stop::StopSignal;

/// How often the progress bar moves between two looks.
const TICK: Duration = Duration::from_millis(250);

/// What a future came to that may be interrupted.
pub(crate) enum Followed<T> {
    Ended(T),
    Interrupted,
}

/// Drives `work`, keeps the progress alive, and listens for Ctrl-C.
pub(crate) async fn follow<T>(
    client: &Client,
    progress: &Progress,
    stop: &mut StopSignal,
    work: impl Future<Output = T>,
) -> Followed<T> {
    let mut work = pin!(work);
    let followed = loop {
        tokio::select! {
            biased;
            done = &mut work => break Followed::Ended(done),
            () = stop.given() => break Followed::Interrupted,
            () = tokio::time::sleep(TICK) => progress.tick(client.cooldown()),
        }
    };
    progress.finish();
    followed
}
