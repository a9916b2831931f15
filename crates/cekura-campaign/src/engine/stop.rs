//! Asking a campaign to stop.

use std::sync::Arc;

use tokio::sync::watch;

/// Asks a campaign to stop: nothing further is sent, answers under way are awaited and committed.
#[derive(Clone, Debug)]
pub struct StopHandle(Arc<watch::Sender<bool>>);

impl Default for StopHandle {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl StopHandle {
    /// Asks for it.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Whether it was asked for.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Ends when it is asked for.
    pub async fn requested(&self) {
        // The sender lives as long as `self`.
        let _ = self.0.subscribe().wait_for(|requested| *requested).await;
    }
}
