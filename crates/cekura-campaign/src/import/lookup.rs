//! Which calls are at Cekura: free list requests with a filter by `call_id`.
//!
//! A list covers about a month, so calls are looked up by the month in which they took place. The filter is documented for
//! other fields. A call that is missing from a list is sent, so a list that was not filtered ends the import: it shows nothing
//! about the calls that it does not have.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, SystemTime};

use cekura::resources::ListCallLogs;
use cekura::types::CallLog;
use cekura::{CallLogId, Client, Scope};
use futures_util::TryStreamExt as _;
use serde_json::json;

use super::ImportError;

/// The most calls of one request, and the most bytes of their ids: a filter is part of the address.
const CALLS: usize = 100;
const BYTES: usize = 2_000;

/// The entries of a page; more than calls, because an organization may allow a `call_id` more than once.
const PAGE: i64 = 200;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The calls of so many days are looked up together.
const DAYS: u64 = 28;

/// What is looked up.
#[derive(Clone, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) call_id: &'a str,
    pub(super) agent: &'a Scope,
    /// When it took place, or when it was sent; without it, it is looked up among the calls of the last 29 days.
    pub(super) time: Option<SystemTime>,
}

impl Wanted<'_> {
    /// Returns whether the list that is read for this call has to show this call log.
    pub(super) fn fits(&self, log: &CallLog) -> bool {
        let is_agent = match (self.agent, log.agent) {
            (Scope::Agent(agent), Some(other)) => *agent == other,
            _ => true,
        };
        let is_time = match (self.time, &log.timestamp) {
            (Some(time), Some(other)) => {
                let (from, to) = window(Some(month_of(time)), time);
                let other = other.to_system_time();
                other.is_some_and(|other| (from..to).contains(&other))
            }
            _ => true,
        };
        log.call_id.as_deref() == Some(self.call_id) && is_agent && is_time
    }
}

/// The calls that are there, with the ids of their call logs.
pub(super) type Found = HashMap<String, Option<CallLogId>>;

/// Looks up calls. One that is missing from the result may still be there: it may not be listed yet.
///
/// If no list shows a call of an agent, others of its calls in the same months are looked up: a filter that finds none of them
/// finds nothing at all.
///
/// # Errors
/// [`ImportError::Service`] if a list cannot be read; [`ImportError::NotFiltered`] if one has other calls than those that were
/// asked for, or not the one that is there; [`ImportError::LookUp`] if one is not complete.
pub(super) async fn find(
    client: &Client,
    wanted: impl IntoIterator<Item = Wanted<'_>>,
    now: SystemTime,
) -> Result<Found, ImportError> {
    let mut groups: HashMap<(&Scope, Option<u64>), Vec<&str>> = HashMap::new();
    for call in wanted {
        let group = groups.entry((call.agent, call.time.map(month_of)));
        group.or_default().push(call.call_id);
    }
    let mut found = Found::new();
    let (mut shown, mut empty) = (HashSet::new(), Vec::new());
    for ((agent, month), calls) in groups {
        let (from, to) = window(month, now);
        let list = client.call_logs().list().scope(agent.clone());
        let list = list.timestamp_from(from).timestamp_to(to);
        let before = found.len();
        for some in requests(&calls) {
            found.extend(filtered(&list, some).await?);
        }
        if found.len() > before {
            shown.insert(agent);
        } else {
            empty.push((agent, list));
        }
    }
    for (agent, list) in empty {
        if shown.contains(agent) {
            continue;
        }
        let there = first_page(&list).await?;
        let there: Vec<&str> = there.iter().map(String::as_str).collect();
        if let Some(some) = requests(&there).next()
            && filtered(&list, some).await?.is_empty()
        {
            return Err(ImportError::NotFiltered(format!(
                "call {:?} is in the list of {agent}, and a list of calls by their call_id has neither it nor others of that list",
                some[0]
            )));
        }
    }
    Ok(found)
}

/// Reads the entries of a list that have one of these ids.
async fn filtered(list: &ListCallLogs, calls: &[&str]) -> Result<Found, ImportError> {
    let filter = json!({ "field": "call_id", "op": "in", "value": calls });
    let list = list.clone().filters_v2(filter.to_string()).page_size(PAGE);
    let (mut found, mut has_more) = (Found::new(), false);
    let mut pages = list.pages();
    while let Some(page) = pages.try_next().await.map_err(ImportError::Service)? {
        has_more = page.next.is_some();
        for entry in page.results.into_iter().flatten() {
            match entry.call_id {
                Some(call_id) if calls.contains(&call_id.as_str()) => {
                    found.insert(call_id, entry.id);
                }
                other => return Err(not_filtered(other.as_deref())),
            }
        }
    }
    let mismatch = pages.count_mismatch();
    if has_more || mismatch.is_some_and(|it| it.listed < it.counted) {
        return Err(ImportError::LookUp(
            "a list of calls by their call_id ends before its end: repeat the import later"
                .to_owned(),
        ));
    }
    Ok(found)
}

/// Returns each `call_id` of the first page of a list that a filter can have.
async fn first_page(list: &ListCallLogs) -> Result<Vec<String>, ImportError> {
    let page = list.clone().page_size(PAGE).await;
    let entries = page.map_err(ImportError::Service)?.results.into_iter();
    let ids = entries.flatten().filter_map(|entry| entry.call_id);
    let fits = |id: &String| !id.is_empty() && id.trim() == id && id.len() < BYTES;
    Ok(ids.filter(fits).collect())
}

/// Returns the error of a list with a call that was not asked for.
fn not_filtered(call_id: Option<&str>) -> ImportError {
    let what = match call_id {
        None => "without a call_id".to_owned(),
        Some(id) => {
            let beginning: String = id.chars().take(100).collect();
            format!("{beginning:?}, which was not asked for")
        }
    };
    ImportError::NotFiltered(format!("a list of calls by their call_id has one {what}"))
}

/// Returns the number of the month, of [`DAYS`] each, since 1970.
fn month_of(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_secs() / (DAYS * DAY.as_secs())
}

/// Returns the time range of a month, or of the last days: with a day more on each side, and 30 days long.
fn window(month: Option<u64>, now: SystemTime) -> (SystemTime, SystemTime) {
    let epoch = SystemTime::UNIX_EPOCH;
    let days = |n: u64| Duration::from_secs(n.saturating_mul(DAY.as_secs()));
    match month {
        Some(month) => {
            let start = epoch + days(month * DAYS);
            (
                start.checked_sub(DAY).unwrap_or(epoch),
                start + days(DAYS + 1),
            )
        }
        None => (now.checked_sub(days(DAYS + 1)).unwrap_or(epoch), now + DAY),
    }
}

/// Splits calls into those of one request each.
fn requests<'a, 'b>(calls: &'b [&'a str]) -> impl Iterator<Item = &'b [&'a str]> {
    let mut rest = calls;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = rest.iter().take(CALLS).take_while(|call| {
            bytes += call.len() + 3;
            bytes <= BYTES
        });
        let most = fits.count().max(1).min(rest.len());
        let (some, others) = rest.split_at(most);
        rest = others;
        (!some.is_empty()).then_some(some)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_30_days_long_and_has_the_call_in_it() {
        for day in [0, 1, 27, 28, 20_000, 20_001] {
            let time = SystemTime::UNIX_EPOCH + DAY * day;
            let (from, to) = window(Some(month_of(time)), time);
            assert!(from <= time && time + DAY <= to, "{day}");
            assert!(to.duration_since(from).unwrap() <= 30 * DAY, "{day}");
        }
        let now = SystemTime::UNIX_EPOCH + DAY * 20_000;
        let (from, to) = window(None, now);
        assert_eq!(to.duration_since(from).unwrap(), 30 * DAY);
    }

    #[test]
    fn a_request_has_few_calls_and_a_short_address() {
        let short = vec!["harbor-1"; 250];
        let sizes: Vec<usize> = requests(&short).map(<[&str]>::len).collect();
        assert_eq!(sizes, [100, 100, 50]);
        let long = "x".repeat(900);
        let sizes: Vec<usize> = requests(&[long.as_str(); 5]).map(<[&str]>::len).collect();
        assert_eq!(sizes, [2, 2, 1]);
        let longer = "x".repeat(9_000);
        assert_eq!(requests(&[longer.as_str(); 2]).count(), 2);
        assert_eq!(requests(&[]).count(), 0);
    }
}
