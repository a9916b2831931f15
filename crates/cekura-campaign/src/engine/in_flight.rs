//! What is under way at once: paid requests, looks back, and a read ahead of them.

use std::future::Future;
use std::pin::{Pin, pin};

use futures_util::future::{self, Either, FutureExt as _, select};
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::campaign::Campaign;
use super::read::ReadBatch;
use super::send::Completed;

/// What has come to its end.
pub(super) enum Event {
    /// The answer to a paid request, or that there is none.
    Answer(Completed),
    /// What looking back at one showed.
    Reconciled(Completed),
    /// Call logs that were read before they are sent.
    Read(ReadBatch),
}

/// Everything that is under way.
#[derive(Default)]
pub(super) struct InFlight {
    all: FuturesUnordered<Pin<Box<dyn Future<Output = Event> + Send>>>,
    posts: usize,
    reconciling: usize,
    reads: usize,
}

impl InFlight {
    pub(super) fn post(&mut self, post: impl Future<Output = Completed> + Send + 'static) {
        self.posts += 1;
        self.all.push(Box::pin(post.map(Event::Answer)));
    }

    pub(super) fn reconcile(&mut self, look: impl Future<Output = Completed> + Send + 'static) {
        self.reconciling += 1;
        self.all.push(Box::pin(look.map(Event::Reconciled)));
    }

    pub(super) fn read(&mut self, read: impl Future<Output = ReadBatch> + Send + 'static) {
        self.reads += 1;
        self.all.push(Box::pin(read.map(Event::Read)));
    }

    /// Whether paid requests are under way: those must not be dropped.
    pub(super) fn has_posts(&self) -> bool {
        self.posts > 0
    }

    pub(super) fn is_reading(&self) -> bool {
        self.reads > 0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Requests whose outcome is open. One that is being looked back at keeps its slot: where answers are lost, nothing more is
    /// risked.
    pub(super) fn open(&self) -> usize {
        self.posts + self.reconciling
    }

    /// What has events since the last time. Waits for the first, but where no paid request is under way only until the
    /// campaign has to end; then nothing may have events.
    pub(super) async fn next_events(&mut self, campaign: &Campaign) -> Vec<Event> {
        let may_end = !self.has_posts();
        let end = pin!(async {
            match may_end {
                true => drop(campaign.end().await),
                false => future::pending().await,
            }
        });
        let mut events = Vec::new();
        if let Either::Left((Some(first), _)) = select(self.all.next(), end).await {
            events.push(first);
        }
        while let Some(Some(more)) = self.all.next().now_or_never() {
            events.push(more);
        }
        for one in &events {
            match one {
                Event::Answer(_) => self.posts -= 1,
                Event::Reconciled(_) => self.reconciling -= 1,
                Event::Read(_) => self.reads -= 1,
            }
        }
        events
    }
}
