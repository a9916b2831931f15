//! The operations in flight: paid requests, reconciliations, and one read ahead.

use std::future::Future;
use std::pin::{Pin, pin};

use futures_util::future::{self, Either, FutureExt as _, select};
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::campaign::Campaign;
use super::read::ReadBatch;
use super::send::Completed;

/// A completed operation.
pub(super) enum Event {
    /// A paid request ended, with or without a response.
    Answer(Completed),
    /// A request was reconciled.
    Reconciled(Completed),
    /// Call logs were read before they are sent.
    Read(ReadBatch),
}

/// The operations in flight.
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

    pub(super) fn reconcile(&mut self, check: impl Future<Output = Completed> + Send + 'static) {
        self.reconciling += 1;
        self.all.push(Box::pin(check.map(Event::Reconciled)));
    }

    pub(super) fn read(&mut self, read: impl Future<Output = ReadBatch> + Send + 'static) {
        self.reads += 1;
        self.all.push(Box::pin(read.map(Event::Read)));
    }

    /// Whether paid requests are in flight: they must not be dropped.
    pub(super) fn has_posts(&self) -> bool {
        self.posts > 0
    }

    pub(super) fn is_reading(&self) -> bool {
        self.reads > 0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Requests without a known outcome. A request that is being reconciled keeps its slot, so that lost responses slow sending.
    pub(super) fn open(&self) -> usize {
        self.posts + self.reconciling
    }

    /// Waits for at least one event and returns all that are ready. Without a paid request in flight it waits only until the
    /// run has to end, and may then return none.
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
