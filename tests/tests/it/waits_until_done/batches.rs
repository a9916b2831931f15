//! Many call logs and old ones: how many requests a poll takes, and what each contains.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura::{CallLogId, Timestamp};
use cekura_sandbox::LoggedRequest;
use cekura_tests::{Lab, Tally};

const LIST: &str = "call_logs_list";
const DAY: Duration = Duration::from_secs(24 * 3_600);

#[tokio::test]
async fn a_poll_takes_one_request_per_200_logs() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(1_200)).await;
    let logs = lab.fresh(450);
    let rerun = lab.rerun(logs.clone());
    let started = rerun.await.unwrap();
    let mark = lab.mark();
    let waited = started.wait().await.unwrap();
    assert!(waited.all_done());
    let arrived = lab.since(mark);
    let sweeps = sweeps(&arrived);
    assert_eq!(
        sweeps[0].iter().map(ids).collect::<Vec<_>>(),
        [200, 200, 50]
    );
    for sweep in &sweeps {
        let outstanding: usize = sweep.iter().map(ids).sum();
        assert_eq!(
            sweep.len(),
            outstanding.div_ceil(200),
            "{outstanding} outstanding"
        );
        sweep.iter().for_each(|list| well_formed(&lab, list));
    }
    // Each log is read whole once, when it is done.
    assert_eq!(arrived.count("call_logs_retrieve"), 450);
    assert_eq!(lab.sandbox().ledger().evaluations(), 450);
}

#[tokio::test]
async fn requests_old_logs_in_accepted_time_windows() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(200)).await;
    // All logs of the agent: they reach back to about 60 days.
    let logs = lab.fresh(lab.sandbox().call_log_ids_of(lab.agent().0).len());
    let rerun = lab.rerun(logs.clone());
    let started = rerun.with_baseline().await.unwrap();
    let oldest = started
        .baseline()
        .unwrap()
        .get(*logs.last().unwrap())
        .unwrap();
    let oldest = oldest
        .timestamp
        .as_ref()
        .and_then(Timestamp::to_system_time)
        .unwrap();
    assert!(lab.sandbox().now().duration_since(oldest).unwrap() > 45 * DAY);

    let mark = lab.mark();
    let waited = started.wait().await.unwrap();
    assert!(
        waited.all_done(),
        "{:?}",
        waited.timed_out().collect::<Vec<_>>()
    );
    let arrived = lab.since(mark);
    let sweeps = sweeps(&arrived);
    assert_eq!(
        sweeps[0].len(),
        2,
        "two windows of at most 30 days span 60 days"
    );
    sweeps
        .iter()
        .flatten()
        .for_each(|list| well_formed(&lab, list));
    // The list showed every log: none had to be read singly but for its result.
    assert_eq!(arrived.count("call_logs_retrieve"), logs.len());
}

#[tokio::test]
async fn polls_only_outstanding_logs() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(30).await);
    let started = rerun.with_baseline().await.unwrap();
    let mark = lab.mark();
    let mut outstanding = Vec::new();
    let waited = started
        .wait()
        .with_progress(|progress| outstanding.push(progress.total - progress.done))
        .await
        .unwrap();
    assert!(waited.all_done());
    let asked: Vec<usize> = lab.since(mark).of(LIST).map(|list| ids(&list)).collect();
    assert_eq!(outstanding.pop(), Some(0));
    assert_eq!(asked, outstanding);
    assert!(asked.first() > asked.last(), "{asked:?}");
}

#[tokio::test]
async fn a_short_page_loses_no_log() {
    let lab = Lab::with(|sandbox| sandbox.max_page_size(3)).await;
    let rerun = lab.rerun(lab.idle(10).await);
    let started = rerun.with_baseline().await.unwrap();
    let waited = started.wait().await.unwrap();
    assert!(waited.iter().all(|log| log.is_confirmed()));
}

/// The list requests of each poll: those that arrived at one moment.
fn sweeps(arrived: &Tally) -> Vec<Vec<&LoggedRequest>> {
    let mut sweeps: BTreeMap<SystemTime, Vec<&LoggedRequest>> = BTreeMap::new();
    for list in arrived.of(LIST) {
        sweeps.entry(list.at).or_default().push(list);
    }
    sweeps.into_values().collect()
}

fn ids(list: &&LoggedRequest) -> usize {
    list.query("call_ids")
        .unwrap_or_default()
        .split(',')
        .count()
}

/// A poll has a scope, as many entries as ids, and a window that the service accepts.
fn well_formed(lab: &Lab, list: &LoggedRequest) {
    let named = list.query("call_ids").expect("the ids");
    assert!(
        named.split(',').all(|id| id.parse::<CallLogId>().is_ok()),
        "{named}"
    );
    let count = ids(&list);
    assert!((1..=200).contains(&count));
    assert_eq!(list.query("page_size"), Some(count.to_string().as_str()));
    assert_eq!(
        list.query("agent_id"),
        Some(lab.agent().to_string().as_str())
    );
    let moment = |name| {
        let text = list.query(name).expect("both ends of a window");
        Timestamp::new(text).to_system_time().expect("a time")
    };
    let (from, to) = (moment("timestamp_from"), moment("timestamp_to"));
    let span = to.duration_since(from).expect("a window of time");
    assert!(span <= 30 * DAY, "{span:?}");
    assert!(list.violations.is_empty(), "{:?}", list.violations);
    assert_eq!(list.status, Some(200));
}
