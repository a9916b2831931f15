//! Announcements that evaluations are done, such as from a webhook receiver.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use cekura::CallLogId;
use tokio::sync::Notify;

/// Announces to a campaign that a call log's evaluation is done, so that its result is read at once.
///
/// An announcement is no proof: the call log is read, and counts as done only if it is not in evaluation and has changed since
/// its request. Polling continues, so a lost announcement only delays a result.
#[derive(Clone, Debug, Default)]
pub struct Announcer(Arc<Announced>);

#[derive(Debug, Default)]
struct Announced {
    logs: Mutex<BTreeSet<CallLogId>>,
    news: Notify,
}

impl Announcer {
    /// Announces one call log. A call log that the campaign does not wait for is ignored.
    pub fn announce(&self, id: CallLogId) {
        let mut logs = self.0.logs.lock().unwrap_or_else(PoisonError::into_inner);
        logs.insert(id);
        self.0.news.notify_one();
    }

    /// Takes the call logs that were announced since the last call.
    pub(super) fn take(&self) -> BTreeSet<CallLogId> {
        std::mem::take(&mut self.0.logs.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits for an announcement.
    pub(super) async fn news(&self) {
        self.0.news.notified().await;
    }
}
