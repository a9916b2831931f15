//! Fetches the states of many call logs: in batches from the list, and one by one those that the list lacks.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Instant, SystemTime};

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLogSummary;

use super::batch::{Batch, batches};
use super::get_many::{GetMany, is_call_log, limited};
use super::{ById, Snapshot};
use crate::error::{InvalidResponse, Kind};
use crate::http::{CallOptions, call_options};
use crate::{BoxFuture, Client, Error, Scope};

/// Fetches the states of call logs when it is awaited; every poll of a wait is one of these.
///
/// Up to 200 call logs within 30 days are one list request, or several if its response is too large. Call logs that the list
/// lacks, or that cannot be decoded there, are read one by one, 8 at a time. The timeouts apply to each request.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FetchStatuses {
    client: Client,
    options: CallOptions,
    scope: Scope,
    wanted: ById<Option<SystemTime>>,
    until: Option<Instant>,
    /// Whether nothing is read one by one.
    listing_only: bool,
}

call_options!(FetchStatuses);

/// The states of call logs at one time.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Statuses {
    /// The states. A call log that is neither here nor in `deleted` has an unknown state.
    pub found: BTreeMap<CallLogId, Snapshot>,
    /// The list entries with their results, without transcripts. Call logs that were read one by one are not included.
    pub listed: BTreeMap<CallLogId, CallLogSummary>,
    /// Call logs that do not exist: missing from the list, and the service returned a 404 for each.
    pub deleted: Vec<CallLogId>,
    /// Call logs whose own read failed, with the reason; a later read may succeed.
    pub unreadable: BTreeMap<CallLogId, String>,
    /// The first error that is not about a single call log, as a 403 or 404 of one read is.
    pub error: Option<Error>,
}

impl FetchStatuses {
    pub(crate) fn new(
        client: Client,
        options: CallOptions,
        scope: Scope,
        wanted: ById<Option<SystemTime>>,
    ) -> Self {
        Self {
            client,
            options,
            scope,
            wanted,
            until: None,
            listing_only: false,
        }
    }

    /// Uses the list only: call logs that it lacks are not read one by one, but left out.
    pub fn listing_only(mut self) -> Self {
        self.listing_only = true;
        self
    }

    /// Sets the deadline of all requests, on the client's clock.
    ///
    /// Call logs that were not fetched before it are left out, without an error.
    pub fn with_deadline(mut self, deadline: Instant) -> Self {
        self.until = Some(deadline);
        self
    }

    /// Sends the requests; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so that it can be spawned and joined.
    pub fn send(self) -> BoxFuture<Statuses> {
        Box::pin(self.run())
    }

    async fn run(self) -> Statuses {
        let mut snapshot = Statuses::default();
        let mut waiting = VecDeque::from(batches(&self.wanted));
        while let Some(batch) = waiting.pop_front() {
            let Some(options) = limited(&self.client, self.options.clone(), self.until) else {
                break;
            };
            match self.list(batch.clone(), &options).await {
                Ok(found) => {
                    let states = found.iter().map(|(id, entry)| (*id, Snapshot::from(entry)));
                    snapshot.found.extend(states);
                    snapshot.listed.extend(found);
                }
                Err(e) if e.is_bad_request() || e.is_not_found() => {}
                // One call log that cannot be decoded must not hide the others.
                Err(e) => match e.detail() {
                    Kind::InvalidResponse(InvalidResponse::TooLarge { .. }) => {
                        waiting.extend(batch.split().into_iter().flatten());
                    }
                    Kind::InvalidResponse(why) if why.proves_acceptance() => {}
                    _ => {
                        snapshot.error = Some(e);
                        return snapshot;
                    }
                },
            }
        }
        if self.listing_only {
            return snapshot;
        }
        let hidden: Vec<CallLogId> = self
            .wanted
            .ids()
            .filter(|id| !snapshot.found.contains_key(id))
            .collect();
        let mut reads = GetMany::new(self.client, self.options, hidden).until(self.until);
        while let Some((id, read)) = reads.next().await {
            match read {
                Ok(log) => drop(snapshot.found.insert(id, Snapshot::from(&log))),
                Err(e) if e.is_certainly_missing() => snapshot.deleted.push(id),
                Err(e) => {
                    snapshot.unreadable.insert(id, e.to_string());
                    if !e.is_forbidden() {
                        snapshot.error.get_or_insert(e);
                    }
                }
            }
        }
        snapshot
    }

    /// Fetches one batch from the list; other entries are dropped.
    async fn list(
        &self,
        batch: Batch,
        options: &CallOptions,
    ) -> Result<Vec<(CallLogId, CallLogSummary)>, Error> {
        let mut list = batch.request(&self.client.call_logs(), &self.scope);
        list.options = options.clone();
        let page = list.await?;
        let rows = page.results.into_iter().flatten();
        let known = rows
            .filter(|log| is_call_log(log.status.as_ref(), log.success))
            .filter_map(|mut log| {
                let id = log.id.filter(|id| self.wanted.contains(*id))?;
                (log.transcript, log.transcript_object) = (None, None);
                Some((id, log))
            });
        Ok(known.collect())
    }
}

impl IntoFuture for FetchStatuses {
    type Output = Statuses;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
