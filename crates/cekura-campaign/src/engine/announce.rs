//! Being told that evaluations are done, such as by a receiver of webhooks.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use cekura::CallLogId;
use tokio::sync::Notify;

/// Tells a campaign that a call log's evaluation is done, so that it looks at once.
///
/// An announcement is a reason to look, not a proof: the call log is read, and counts as done only if it rests and has changed
/// since before its request. Looking at all call logs goes on beside it, so that lost announcements cost nothing but time.
#[derive(Clone, Debug, Default)]
pub struct Announcer(Arc<Announced>);

#[derive(Debug, Default)]
struct Announced {
    logs: Mutex<BTreeSet<CallLogId>>,
    news: Notify,
}

impl Announcer {
    /// Announces one call log. Those that the campaign does not wait for are ignored.
    pub fn announce(&self, id: CallLogId) {
        let mut logs = self.0.logs.lock().unwrap_or_else(PoisonError::into_inner);
        logs.insert(id);
        self.0.news.notify_one();
    }

    /// Takes what was announced since the last time.
    pub(super) fn take(&self) -> BTreeSet<CallLogId> {
        std::mem::take(&mut self.0.logs.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Ends when something is announced.
    pub(super) async fn news(&self) {
        self.0.news.notified().await;
    }
}
