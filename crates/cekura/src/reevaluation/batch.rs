//! Groups call logs into list requests.

use std::time::{Duration, SystemTime};

use cekura_api::scalars::CallLogId;

use super::ById;
use crate::Scope;
use crate::resources::{CallLogsClient, ListCallLogs};

/// The most call log ids in one list request; also the largest `page_size` that the service accepts.
pub const MAX_IDS_PER_REQUEST: usize = 200;

/// A batch of at most this many ids is not split: if its response is too large, each call log is read by itself.
const SMALL: usize = 25;

/// The longest time range of one list request: the service's default, below its maximum of 33 days.
pub const MAX_LIST_RANGE: Duration = Duration::from_secs(30 * 24 * 3600);

/// Added on either side of a time range, since the list may round timestamps.
const MARGIN: Duration = Duration::from_secs(1);

/// The ids of one list request and the time range of their calls.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Batch {
    ids: Vec<CallLogId>,
    window: Option<(SystemTime, SystemTime)>,
}

impl Batch {
    /// Splits the batch in two; `None` for a small one.
    pub(super) fn split(&self) -> Option<[Self; 2]> {
        let (left, right) = self.ids.split_at(self.ids.len() / 2);
        let half = |ids: &[CallLogId]| Self {
            ids: ids.to_vec(),
            window: self.window,
        };
        (self.ids.len() > SMALL).then(|| [half(left), half(right)])
    }

    /// Returns the list request for these ids, on one page.
    pub(super) fn request(self, logs: &CallLogsClient, scope: &Scope) -> ListCallLogs {
        let size = i64::try_from(self.ids.len()).unwrap_or(i64::MAX);
        let list = logs.list().scope(scope.clone()).page_size(size);
        let list = list.call_ids(self.ids);
        match self.window {
            Some((from, to)) => list
                .timestamp_from(from.checked_sub(MARGIN).unwrap_or(from))
                .timestamp_to(to.checked_add(MARGIN).unwrap_or(to)),
            None => list,
        }
    }
}

/// Splits `wanted` into batches of at most 200 ids within one time range.
///
/// Call logs without a known time get no time range, which means the service's last 30 days.
pub(super) fn batches(wanted: &ById<Option<SystemTime>>) -> Vec<Batch> {
    let mut timed: Vec<(SystemTime, CallLogId)> = wanted
        .iter()
        .filter_map(|(id, t)| Some(((*t)?, id)))
        .collect();
    timed.sort_unstable();
    let mut done: Vec<Batch> = Vec::new();
    for (time, id) in timed {
        match done.last_mut() {
            Some(Batch {
                ids,
                window: Some((from, to)),
            }) if ids.len() < MAX_IDS_PER_REQUEST
                && time
                    .duration_since(*from)
                    .is_ok_and(|span| span <= MAX_LIST_RANGE) =>
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
        .map(|(id, _)| id)
        .collect();
    done.extend(untimed.chunks(MAX_IDS_PER_REQUEST).map(|ids| Batch {
        ids: ids.to_vec(),
        window: None,
    }));
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    fn day(n: u32) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000) + n * DAY
    }

    fn sizes(wanted: &ById<Option<SystemTime>>) -> Vec<usize> {
        batches(wanted)
            .iter()
            .map(|batch| batch.ids.len())
            .collect()
    }

    #[test]
    fn a_batch_holds_200_ids_and_30_days() {
        let near = (0..450).map(|n| (CallLogId(n), Some(day(0))));
        assert_eq!(sizes(&near.collect()), [200, 200, 50]);

        let spread = [(1, 0), (2, 29), (3, 31), (4, 61), (5, 100)]
            .map(|(id, d)| (CallLogId(id), Some(day(d))));
        let spread = spread.into_iter().collect();
        assert_eq!(sizes(&spread), [2, 2, 1]);
        for batch in batches(&spread) {
            let (from, to) = batch.window.unwrap();
            assert!(
                to.duration_since(from).unwrap() <= MAX_LIST_RANGE,
                "{batch:?}"
            );
        }
    }

    #[test]
    fn two_hundred_ids_within_30_days_are_one_request() {
        let spread = (0..200).map(|n| {
            (
                CallLogId(n),
                Some(day(0) + MAX_LIST_RANGE.mul_f64(n as f64 / 199.0)),
            )
        });
        let wanted = spread.collect();
        let [batch] = <[Batch; 1]>::try_from(batches(&wanted)).unwrap();
        let client = crate::Client::builder().api_key(crate::ApiKey::new("ck_harbor").unwrap());
        let client = client.build().unwrap();
        let list = batch.request(&client.call_logs(), &Scope::Agent(310.into()));
        let moment =
            |t: Option<cekura_api::scalars::Timestamp>| t.unwrap().to_system_time().unwrap();
        let (from, to) = (moment(list.timestamp_from), moment(list.timestamp_to));
        let asked = to.duration_since(from).unwrap();
        assert!(asked >= MAX_LIST_RANGE && asked < 33 * DAY, "{asked:?}");
        assert_eq!(list.page_size, Some(200));
    }

    #[test]
    fn call_logs_without_a_time_have_no_time_range() {
        let wanted = [(CallLogId(1), None), (CallLogId(2), Some(day(3)))];
        let wanted = wanted.into_iter().collect();
        let made = batches(&wanted);
        assert_eq!(
            made.iter().map(|b| b.window.is_some()).collect::<Vec<_>>(),
            [true, false]
        );
    }
}
