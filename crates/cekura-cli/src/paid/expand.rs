//! From "all call logs of an agent" to their ids.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura::resources::CountMismatch;
use cekura::{CallLogId, Client, Scope, Timestamp};
use futures_util::TryStreamExt;

use crate::cli::LARGEST_PAGE;
use crate::failure::Failure;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The longest span of one list; the service refuses more than 33 days.
const WINDOW: Duration = Duration::from_secs(30 * 24 * 3600);

/// How far back call logs are looked for, unless told.
const REACH: Duration = Duration::from_secs(365 * 24 * 3600);

/// The call logs of an agent, each with the number of its metrics.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub(crate) logs: BTreeMap<CallLogId, usize>,
    /// Where a window of the list shows another number of call logs than the service counts.
    pub(crate) mismatch: Option<CountMismatch>,
    /// The day that the search began with.
    pub(crate) since: String,
}

impl Expanded {
    pub(crate) fn ids(&self) -> Vec<CallLogId> {
        self.logs.keys().copied().collect()
    }

    /// The metrics of all of them.
    pub(crate) fn evaluations(&self) -> usize {
        self.logs.values().sum()
    }
}

/// Lists every call log of the agent since a moment, window by window.
pub(crate) async fn expand(
    client: &Client,
    agent: &Scope,
    since: Option<&Timestamp>,
    now: SystemTime,
) -> Result<Expanded, Failure> {
    let since = since
        .and_then(Timestamp::to_system_time)
        .or_else(|| now.checked_sub(REACH))
        .unwrap_or(now);
    let (mut logs, mut mismatch) = (BTreeMap::new(), None);
    for (from, to) in windows(since, now) {
        let mut entries = client
            .call_logs()
            .list()
            .scope(agent.clone())
            .timestamp_from(from)
            .timestamp_to(to)
            .page_size(LARGEST_PAGE)
            .items();
        let unlisted = |e| Failure::from(e).about("the list of the agent's call logs");
        while let Some(entry) = entries.try_next().await.map_err(unlisted)? {
            if let Some(id) = entry.id {
                logs.insert(id, entry.metrics().len());
            }
        }
        mismatch = mismatch.or(entries.count_mismatch());
    }
    let since: String = Timestamp::from(since).as_str().chars().take(10).collect();
    Ok(Expanded {
        logs,
        mismatch,
        since,
    })
}

/// Spans that cover `since` to a day after `now` without a gap; calls at a border are in both.
fn windows(since: SystemTime, now: SystemTime) -> Vec<(SystemTime, SystemTime)> {
    let end = now + DAY;
    let mut all = Vec::new();
    let mut from = since;
    while from < end {
        let to = (from + WINDOW).min(end);
        all.push((from, to));
        from = to;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_leave_no_gap_and_none_is_too_long() {
        let now = SystemTime::UNIX_EPOCH + 20_000 * DAY;
        for days in [0, 1, 29, 30, 31, 365] {
            let since = now - days * DAY;
            let all = windows(since, now);
            assert_eq!(all.first().unwrap().0, since);
            assert!(all.last().unwrap().1 > now);
            assert!(all.windows(2).all(|pair| pair[0].1 == pair[1].0), "{days}");
            assert!(
                all.iter()
                    .all(|(from, to)| to.duration_since(*from).unwrap() <= WINDOW),
                "{days}"
            );
        }
        assert!(windows(now + 2 * DAY, now).is_empty());
    }
}
