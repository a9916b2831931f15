//! Reading many call logs: singly and whole, or in batches and brief.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura_api::open::{AgentId, AssistantId, CallLogId, ProjectId};
use cekura_api::types::CallLog;
use futures_util::StreamExt;
use futures_util::stream;

use super::{AgentRef, Scope, Snapshot};
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

/// Reads call logs whole, a few at a time, each with its own result, in the order of `ids`.
pub(super) async fn read_each(
    client: &Client,
    ids: &[CallLogId],
    options: &CallOptions,
) -> Vec<(CallLogId, Result<CallLog, Error>)> {
    let reads: Vec<_> = ids
        .iter()
        .map(|id| {
            let (client, id, options) = (client.clone(), *id, options.clone());
            async move { (id, retrieve(&client, id, &options).await) }
        })
        .collect();
    stream::iter(reads).buffered(CONCURRENT).collect().await
}

/// Reads where call logs stand: in batches from the list, and singly what the list does not show.
///
/// A log that is in neither is not in the answer: its absence says nothing.
pub(super) async fn read_batches(
    client: &Client,
    place: &Place,
    wanted: &BTreeMap<CallLogId, Option<SystemTime>>,
    options: &CallOptions,
) -> Result<BTreeMap<CallLogId, Snapshot>, Error> {
    let mut found = BTreeMap::new();
    for batch in batches(wanted) {
        let query = batch.query(place);
        let page = list_page(client, &query, options).await?;
        for log in page.results.iter().flatten() {
            if let Some(id) = log.id.filter(|id| wanted.contains_key(id)) {
                found.insert(id, Snapshot::from(log));
            }
        }
    }
    let hidden: Vec<CallLogId> = wanted
        .keys()
        .copied()
        .filter(|id| !found.contains_key(id))
        .collect();
    for (id, read) in read_each(client, &hidden, options).await {
        match read {
            Ok(log) => drop(found.insert(id, Snapshot::from(&log))),
            Err(e) if e.is_not_found() => {}
            Err(e) => return Err(e),
        }
    }
    Ok(found)
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
            ids: self.ids.clone(),
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
