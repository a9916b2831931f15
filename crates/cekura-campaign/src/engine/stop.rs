//! The handle that stops a campaign.

use std::pin::pin;
use std::sync::Arc;

use futures_util::future::{Either, select};
use tokio::sync::watch;

/// Stops a campaign: nothing more is sent; responses to requests in flight are awaited and committed.
#[derive(Clone, Debug)]
pub struct StopHandle(Arc<watch::Sender<bool>>);

impl Default for StopHandle {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl StopHandle {
    /// Requests the stop.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Returns whether a stop was requested.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until a stop is requested.
    pub async fn requested(&self) {
        // The sender lives as long as `self`.
        let _ = self.0.subscribe().wait_for(|requested| *requested).await;
    }
}

/// Returns what `work` returns, or as an error what `end` returns if that is ready before; then `work` is dropped.
pub(crate) async fn unless<T, E>(
    end: impl Future<Output = E>,
    work: impl Future<Output = T>,
) -> Result<T, E> {
    match select(pin!(work), pin!(end)).await {
        Either::Left((done, _)) => Ok(done),
        Either::Right((end, _)) => Err(end),
    }
}
