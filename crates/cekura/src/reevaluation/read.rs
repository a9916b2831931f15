//! Reading many call logs: singly and whole, or in batches and brief.

use std::collections::BTreeMap;
use std::pin::pin;
use std::time::{Duration, Instant, SystemTime};

use cekura_api::open::{AgentId, AssistantId, CallLogId, ProjectId};
use cekura_api::operations;
use cekura_api::types::{CallLog, CallLogStatus};
use futures_core::Stream;
use futures_util::{StreamExt, future, stream};

use super::{AgentRef, Scope, Snapshot};
use crate::error::{Kind, Unreadable};
use crate::http::CallOptions;
use crate::resources::{ListQuery, list_page, retrieve};
use crate::{Client, Error};

/// Most ids of one list request.
const BATCH: usize = 200;

/// Longest window of one list request: the service's default, and within its stated maximum of 33 days.
const WINDOW: Duration = Duration::from_secs(30 * 24 * 3600);

/// Room on either side of a window, for timestamps that the list rounds.
const MARGIN: Duration = Duration::from_secs(1);

/// Single reads under way at once.
const CONCURRENT: usize = 8;

/// Whose list a call log is looked up in; the service wants one, and with an organization's key insists.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    Agent(AgentId),
    Assistant(AssistantId),
    Project(ProjectId),
}

impl From<&AgentRef> for Place {
    fn from(agent: &AgentRef) -> Self {
        match agent {
            AgentRef::Agent(id) => Self::Agent(*id),
            AgentRef::Assistant(id) => Self::Assistant(id.clone()),
        }
    }
}

impl From<&Scope> for Place {
    fn from(scope: &Scope) -> Self {
        match scope {
            Scope::Agent(id) => Self::Agent(*id),
            Scope::Project(id) => Self::Project(*id),
        }
    }
}

/// Reads call logs for one purpose, and not beyond a moment.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    pub(super) client: &'a Client,
    pub(super) options: &'a CallOptions,
    /// No request begins after this moment, and none lasts beyond it.
    pub(super) until: Option<Instant>,
}

/// What one sweep over the list and the single reads gave.
#[derive(Default)]
pub(super) struct Swept {
    pub(super) found: BTreeMap<CallLogId, Snapshot>,
    /// The first fault; the logs it concerns are missing above.
    pub(super) fault: Option<Error>,
}

impl Reader<'_> {
    /// The options of the next request; `None` when there must be none.
    fn limited(&self) -> Option<CallOptions> {
        let mut options = self.options.clone();
        if let Some(until) = self.until {
            let rest = until.saturating_duration_since(self.client.shared.clock.now());
            let limits = &mut options.timeouts;
            limits.total = limits.total.min(rest);
        }
        (!options.timeouts.total.is_zero()).then_some(options)
    }

    /// Reads one call log whole; `None` when there is no time left.
    async fn one(&self, id: CallLogId) -> Option<Result<CallLog, Error>> {
        let read = retrieve(self.client, id, &self.limited()?).await;
        Some(read.and_then(|log| of(id, log)))
    }

    /// Reads call logs, a few at a time, in the order of `ids`, each reduced by `keep` as it comes in.
    pub(super) fn each<T>(
        &self,
        ids: impl IntoIterator<Item = CallLogId>,
        keep: impl Fn(CallLog) -> T,
    ) -> impl Stream<Item = (CallLogId, Result<T, Error>)> {
        let reads = ids.into_iter().map(async |id| (id, self.one(id).await));
        stream::iter(reads)
            .buffered(CONCURRENT)
            .filter_map(move |(id, read)| future::ready(read.map(|read| (id, read.map(&keep)))))
    }

    /// Reads where call logs stand: in batches from the list, and singly what the list does not show.
    ///
    /// A log that is in neither is not in the answer: its absence says nothing. A batch that the list refuses is
    /// read singly.
    pub(super) async fn sweep(
        &self,
        place: &Place,
        wanted: &BTreeMap<CallLogId, Option<SystemTime>>,
    ) -> Swept {
        let mut swept = Swept::default();
        for batch in batches(wanted) {
            let Some(options) = self.limited() else { break };
            match list_page(self.client, &batch.query(place), &options).await {
                Ok(page) => {
                    let rows = page
                        .results
                        .iter()
                        .flatten()
                        .filter(|log| is_call_log(log.status.as_ref(), log.success));
                    let known = rows.filter_map(|log| {
                        Some((
                            log.id.filter(|id| wanted.contains_key(id))?,
                            Snapshot::from(log),
                        ))
                    });
                    swept.found.extend(known);
                }
                Err(e) if e.is_rejected() || e.is_not_found() => {}
                Err(e) => {
                    swept.fault = Some(e);
                    return swept;
                }
            }
        }
        let hidden: Vec<CallLogId> = wanted
            .keys()
            .copied()
            .filter(|id| !swept.found.contains_key(id))
            .collect();
        let mut reads = pin!(self.each(hidden, |log| Snapshot::from(&log)));
        while let Some((id, read)) = reads.next().await {
            match read {
                Ok(snapshot) => drop(swept.found.insert(id, snapshot)),
                Err(e) if e.is_not_found() => {}
                Err(e) => drop(swept.fault.get_or_insert(e)),
            }
        }
        swept
    }
}

/// Accepts `log` as the answer for `id`. Any JSON object would decode; one without the id and without a state
/// is no call log.
fn of(id: CallLogId, log: CallLog) -> Result<CallLog, Error> {
    let path = match log.id {
        found if found != Some(id) => "id",
        _ if !is_call_log(log.status.as_ref(), log.success) => "status",
        _ => return Ok(log),
    };
    let why = Unreadable::Shape {
        path: path.to_owned(),
    };
    Err(Error::new(Kind::Unreadable(why)).in_operation(operations::CALL_LOGS_RETRIEVE.id))
}

fn is_call_log(status: Option<&CallLogStatus>, success: Option<bool>) -> bool {
    status.is_some() || success.is_some()
}

/// The ids of one list request and the window that spans their timestamps.
#[derive(Debug, PartialEq)]
struct Batch {
    ids: Vec<CallLogId>,
    window: Option<(SystemTime, SystemTime)>,
}

impl Batch {
    fn query(&self, place: &Place) -> ListQuery {
        let mut query = ListQuery {
            ids: Some(self.ids.clone()),
            page_size: Some(self.ids.len()),
            ..ListQuery::default()
        };
        match place {
            Place::Agent(id) => query.agent = Some(*id),
            Place::Assistant(id) => query.assistant = Some(id.clone()),
            Place::Project(id) => query.project = Some(*id),
        }
        if let Some((from, to)) = self.window {
            query.from = Some((from - MARGIN).into());
            query.to = Some((to + MARGIN).into());
        }
        query
    }
}

/// Splits `wanted` into requests of at most 200 ids whose timestamps lie within one window.
///
/// Logs whose time is not known are asked for without a window, which means the service's last 30 days.
fn batches(wanted: &BTreeMap<CallLogId, Option<SystemTime>>) -> Vec<Batch> {
    let mut timed: Vec<(SystemTime, CallLogId)> = wanted
        .iter()
        .filter_map(|(id, t)| Some(((*t)?, *id)))
        .collect();
    timed.sort_unstable();
    let mut done: Vec<Batch> = Vec::new();
    for (time, id) in timed {
        match done.last_mut() {
            Some(Batch {
                ids,
                window: Some((from, to)),
            }) if ids.len() < BATCH
                && time
                    .duration_since(*from)
                    .is_ok_and(|span| span <= WINDOW - 2 * MARGIN) =>
            {
                ids.push(id);
                *to = time;
            }
            _ => done.push(Batch {
                ids: vec![id],
                window: Some((time, time)),
            }),
        }
    }
    let untimed: Vec<CallLogId> = wanted
        .iter()
        .filter(|(_, t)| t.is_none())
        .map(|(id, _)| *id)
        .collect();
    done.extend(untimed.chunks(BATCH).map(|ids| Batch {
        ids: ids.to_vec(),
        window: None,
    }));
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000 + n * 24 * 3600)
    }

    #[test]
    fn a_batch_holds_200_ids_and_30_days() {
        let near = (0..450).map(|n| (CallLogId(n), Some(day(0))));
        let sizes = |wanted: BTreeMap<_, _>| {
            batches(&wanted)
                .iter()
                .map(|b| b.ids.len())
                .collect::<Vec<_>>()
        };
        assert_eq!(sizes(near.collect()), [200, 200, 50]);

        let spread: BTreeMap<_, _> = [(1, 0), (2, 29), (3, 31), (4, 60), (5, 100)]
            .map(|(id, d)| (CallLogId(id), Some(day(d))))
            .into();
        for batch in batches(&spread) {
            let (from, to) = batch.window.unwrap();
            assert!(
                to.duration_since(from).unwrap() + 2 * MARGIN <= WINDOW,
                "{batch:?}"
            );
        }
        assert_eq!(sizes(spread), [2, 2, 1]);
    }

    #[test]
    fn logs_without_a_time_are_asked_for_without_a_window() {
        let wanted = BTreeMap::from([(CallLogId(1), None), (CallLogId(2), Some(day(3)))]);
        let made = batches(&wanted);
        assert_eq!(
            made.iter().map(|b| b.window.is_some()).collect::<Vec<_>>(),
            [true, false]
        );
    }
}
