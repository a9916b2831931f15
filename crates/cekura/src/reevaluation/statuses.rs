//! One look at where many call logs stand: in batches from the list, and singly what the list does not show.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Instant, SystemTime};

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLogSummary;

use super::Snapshot;
use super::batch::{Batch, batches};
use super::get_many::{GetMany, is_call_log, limited};
use crate::error::{InvalidResponse, Kind};
use crate::http::{CallOptions, call_options};
use crate::resources::list_page;
use crate::{BoxFuture, Client, Error, Scope};

/// Looks at where call logs stand when it is awaited; the one look of every wait.
///
/// Up to 200 call logs whose times lie within 30 days are one list request, or several if its reply is too large. What
/// the list does not show, refuses to show, or shows in a way that cannot be read, is read singly, 8 at a time. The
/// limits of a call are those of each request.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct FetchStatuses {
    client: Client,
    options: CallOptions,
    scope: Scope,
    wanted: BTreeMap<CallLogId, Option<SystemTime>>,
    until: Option<Instant>,
    /// Whether the list is all that is read.
    listing_only: bool,
}

call_options!(FetchStatuses);

/// What one look showed.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct StatusSnapshot {
    /// Where call logs stand. One that is missing here and in `not_found` was not seen; its state is unknown.
    pub found: BTreeMap<CallLogId, Snapshot>,
    /// What the list shows of call logs, verdicts included, without their conversation. Those that were read singly are
    /// not here.
    pub listed: BTreeMap<CallLogId, CallLogSummary>,
    /// Call logs that do not exist: the list does not show them, and a single read of each was answered by a 404 of the service itself.
    pub not_found: Vec<CallLogId>,
    /// Call logs whose own read failed, with the reason; a later look may go well.
    pub unreadable: BTreeMap<CallLogId, String>,
    /// The first fault that is not about one call log alone. Neither a 404 nor a 403 to the read of one is such a fault.
    pub error: Option<Error>,
}

impl FetchStatuses {
    pub(crate) fn new(
        client: Client,
        options: CallOptions,
        scope: Scope,
        wanted: BTreeMap<CallLogId, Option<SystemTime>>,
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

    /// Reads nothing singly: what the list does not show is missing from the answer.
    pub fn listing_only(mut self) -> Self {
        self.listing_only = true;
        self
    }

    /// Begins no request after `moment`, by the client's clock, and lets none last beyond it.
    ///
    /// What could not be asked for by then is missing from the answer, without a fault.
    pub fn until(mut self, moment: Instant) -> Self {
        self.until = Some(moment);
        self
    }

    /// Sends the requests; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so that it can be spawned and joined.
    pub fn send(self) -> BoxFuture<StatusSnapshot> {
        Box::pin(self.run())
    }

    async fn run(self) -> StatusSnapshot {
        let mut looked = StatusSnapshot::default();
        let mut waiting = VecDeque::from(batches(&self.wanted));
        while let Some(batch) = waiting.pop_front() {
            let Some(options) = limited(&self.client, self.options.clone(), self.until) else {
                break;
            };
            match self.list(batch.clone(), &options).await {
                Ok(found) => {
                    let states = found.iter().map(|(id, entry)| (*id, Snapshot::from(entry)));
                    looked.found.extend(states);
                    looked.listed.extend(found);
                }
                Err(e) if e.is_rejected() || e.is_not_found() => {}
                // What cannot be read of one call log must not take its neighbours along.
                Err(e) => match e.detail() {
                    Kind::InvalidResponse(InvalidResponse::TooLarge { .. }) => {
                        waiting.extend(batch.split().into_iter().flatten());
                    }
                    Kind::InvalidResponse(why) if why.proves_acceptance() => {}
                    _ => {
                        looked.error = Some(e);
                        return looked;
                    }
                },
            }
        }
        if self.listing_only {
            return looked;
        }
        let hidden: Vec<CallLogId> = self
            .wanted
            .keys()
            .copied()
            .filter(|id| !looked.found.contains_key(id))
            .collect();
        let mut reads = GetMany::new(self.client, self.options, hidden).until(self.until);
        while let Some((id, read)) = reads.next().await {
            match read {
                Ok(log) => drop(looked.found.insert(id, Snapshot::from(&log))),
                Err(e) if e.is_certainly_missing() => looked.not_found.push(id),
                Err(e) => {
                    looked.unreadable.insert(id, e.to_string());
                    if !e.is_forbidden() {
                        looked.error.get_or_insert(e);
                    }
                }
            }
        }
        looked
    }

    /// What the list shows of one batch; nothing that was not asked for, and nothing that is no call log.
    async fn list(
        &self,
        batch: Batch,
        options: &CallOptions,
    ) -> Result<Vec<(CallLogId, CallLogSummary)>, Error> {
        let page = list_page(&self.client, &batch.query(&self.scope), options)
            .await?
            .value;
        let rows = page.results.into_iter().flatten();
        let known = rows
            .filter(|log| is_call_log(log.status.as_ref(), log.success))
            .filter_map(|mut log| {
                let id = log.id.filter(|id| self.wanted.contains_key(id))?;
                (log.transcript, log.transcript_object) = (None, None);
                Some((id, log))
            });
        Ok(known.collect())
    }
}

impl IntoFuture for FetchStatuses {
    type Output = StatusSnapshot;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
