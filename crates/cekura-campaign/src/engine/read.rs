//! Reads call logs before they are sent.

use std::future::Future;
use std::time::{Instant, SystemTime};

use cekura::reevaluation::Snapshot;
use cekura::{CallLogId, Client};

use super::campaign::{Campaign, Interruption};
use super::in_flight::InFlight;
use super::settings::Detail;
use crate::journal::{BaselineRead, Document, TaskState};

/// Call logs that are read one by one before they are stored.
const PORTION: u32 = 100;

/// The same for reads from the list. The submit order scatters call logs over all time windows, so a batch must be many times
/// the size of a list page: otherwise each list request would return only a few of them.
const LISTED_READ_SIZE: u32 = 2_000;

/// How many passes are made over call logs that cannot be read.
pub(super) const PASSES: u32 = 3;

/// Why a missing call log is refused.
const GONE: &str = "the call log does not exist, or the key has no access to it";

/// A batch of call logs that was read.
#[derive(Debug)]
pub(super) struct ReadBatch {
    pub(super) read: Vec<(CallLogId, BaselineRead)>,
    /// When reading began.
    pub(super) moment: SystemTime,
    /// The first error; its call log was not read.
    pub(super) error: Option<cekura::Error>,
}

/// The progress of reading ahead.
#[derive(Debug)]
pub(super) struct ReadAhead {
    /// The position of the last requested call log.
    pub(super) after: i64,
    pub(super) passes: u32,
    pub(super) error: Option<cekura::Error>,
    pub(super) is_through: bool,
    pub(super) paused_until: Option<Instant>,
}

impl Default for ReadAhead {
    fn default() -> Self {
        Self {
            after: i64::MIN,
            passes: 0,
            error: None,
            is_through: false,
            paused_until: None,
        }
    }
}

impl ReadAhead {
    /// Whether everything readable is read.
    pub(super) fn is_through(&self) -> bool {
        self.is_through
    }

    /// Starts over, because what was read is too old.
    pub(super) fn restart(&mut self) {
        (self.after, self.is_through) = (i64::MIN, false);
    }

    /// Until when reads are rate limited.
    pub(super) fn paused_until(&self) -> Option<Instant> {
        self.paused_until
    }
}

impl Campaign {
    /// Starts to read the next call logs, if fewer are ready than the next requests take.
    pub(super) fn read_ahead(
        &mut self,
        round: u32,
        below: i64,
        ahead: &mut ReadAhead,
        flight: &mut InFlight,
    ) -> Result<(), Interruption> {
        if ahead
            .paused_until
            .is_some_and(|until| until > self.clock.now())
        {
            return Ok(());
        }
        while !ahead.is_through && !flight.is_reading() {
            if self.journal.count(round, TaskState::Ready, below)? >= self.window() {
                return Ok(());
            }
            let most = match self.settings.detail {
                Detail::Verdicts => LISTED_READ_SIZE,
                _ => PORTION,
            };
            let logs =
                self.journal
                    .next_in(round, TaskState::Selected, ahead.after, below, most)?;
            match logs.last() {
                Some(last) => {
                    ahead.after = last.order;
                    let wanted = logs.iter().map(|log| (log.id, log.time)).collect();
                    flight.read(self.read_batch(wanted));
                }
                None => {
                    self.end_pass(round, below, ahead)?;
                    if ahead.paused_until.is_some() {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// Reads call logs: in full, or from the list if that is enough.
    pub(super) fn read_batch(
        &self,
        wanted: Vec<(CallLogId, Option<SystemTime>)>,
    ) -> impl Future<Output = ReadBatch> + Send + 'static {
        let (client, scope) = (self.client.clone(), self.plan.scope.clone());
        let readers = self.settings.read_concurrency as usize;
        let is_short = self.settings.detail == Detail::Verdicts;
        let moment = self.clock.system_time();
        async move {
            let mut batch = ReadBatch {
                read: Vec::with_capacity(wanted.len()),
                moment,
                error: None,
            };
            let mut singly: Vec<CallLogId> = wanted.iter().map(|(id, _)| *id).collect();
            if is_short {
                let statuses = client
                    .call_logs()
                    .fetch_statuses(scope, wanted)
                    .listing_only()
                    .await;
                batch.error = statuses.error;
                for (id, entry) in statuses.listed {
                    // A list entry without verdicts may be incomplete.
                    if !entry.metrics().is_empty() {
                        batch.add(id, Document::Listed(Box::new(entry)));
                    }
                }
                let known = batch
                    .read
                    .iter()
                    .map(|(id, _)| *id)
                    .collect::<std::collections::BTreeSet<_>>();
                singly.retain(|id| !known.contains(id));
            }
            batch.singly(&client, singly, readers).await;
            batch
        }
    }
}

impl ReadBatch {
    fn add(&mut self, id: CallLogId, document: Document) {
        let found = match Snapshot::is_busy(&document.snapshot()) {
            true => BaselineRead::Busy,
            false => BaselineRead::Idle(document),
        };
        self.read.push((id, found));
    }

    async fn singly(&mut self, client: &Client, ids: Vec<CallLogId>, readers: usize) {
        let mut reads = client.call_logs().get_many(ids).with_concurrency(readers);
        while let Some((id, read)) = reads.next().await {
            match read {
                Ok(log) => self.add(id, Document::Whole(Box::new(log))),
                Err(e) if e.is_certainly_missing() => {
                    self.read.push((id, BaselineRead::Gone(GONE.to_owned())));
                }
                Err(e) => drop(self.error.get_or_insert(e)),
            }
        }
    }
}
