//! Waiting by hand from stored states alone.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura::clock::Clock;
use cekura::reevaluation::{
    CompletionState, DefaultCompletion, EvaluationTracker, Reevaluation, Snapshot, TrackerState,
    WaitOutcome,
};
use cekura::{CallLogId, Timestamp};
use cekura_tests::Lab;

const S: fn(u64) -> Duration = Duration::from_secs;

/// What a journal stores of one log: its tracker state, and the time of the last poll.
type Stored = (String, SystemTime);

/// Looks every 10 s, each time as a new process with a client of its own, until all logs are done.
async fn wait_by_hand(lab: &Lab, started: &Reevaluation) -> BTreeMap<CallLogId, WaitOutcome> {
    let baseline = started.baseline().unwrap();
    let mut journal: BTreeMap<CallLogId, Stored> = started
        .snapshots()
        .map(|(id, now)| {
            let mut tracker =
                EvaluationTracker::new(baseline.get(id).unwrap().into(), lab.clock().now());
            tracker.record(now.clone(), lab.clock().now());
            (id, store(&tracker, lab))
        })
        .collect();
    let mut done = BTreeMap::new();
    for _ in 0..60 {
        lab.sandbox().advance(S(10));
        let client = lab.client_builder().build().unwrap();
        let time = |id: CallLogId| {
            let time = baseline.get(id).and_then(|log| log.timestamp.as_ref());
            (id, time.and_then(Timestamp::to_system_time))
        };
        let wanted = journal.keys().map(|id| time(*id));
        let statuses = client.call_logs().fetch_statuses(lab.agent(), wanted).await;
        assert!(statuses.error.is_none());
        let mut ready = BTreeMap::new();
        for (id, now) in statuses.found {
            let mut tracker = resume(&journal[&id], lab);
            tracker.record(now, lab.clock().now());
            journal.insert(id, store(&tracker, lab));
            if tracker.completion_state(&DefaultCompletion::default(), false)
                != CompletionState::Pending
            {
                ready.insert(id, tracker);
            }
        }
        let ids: Vec<_> = ready.keys().copied().collect();
        let mut reads = client.call_logs().get_many(ids);
        while let Some((id, read)) = reads.next().await {
            let finish = ready[&id].outcome(&read.unwrap(), &DefaultCompletion::default(), false);
            if let Some(finish) = finish {
                journal.remove(&id);
                done.insert(id, finish);
            }
        }
        if journal.is_empty() {
            break;
        }
    }
    done
}

fn store(tracker: &EvaluationTracker, lab: &Lab) -> Stored {
    (
        serde_json::to_string(tracker.state()).unwrap(),
        lab.sandbox().now(),
    )
}

fn resume((seen, last_look): &Stored, lab: &Lab) -> EvaluationTracker {
    let since = lab.sandbox().now().duration_since(*last_look).unwrap();
    let seen: TrackerState = serde_json::from_str(seen).unwrap();
    EvaluationTracker::resume(seen, lab.clock().now() - since)
}

#[tokio::test]
async fn a_wait_resumed_from_its_journal_has_the_same_results() {
    let lab = Lab::open().await;
    let mut logs = lab.idle(6).await;
    logs.extend(lab.reviewed(2).await);
    let started = lab.rerun(logs.clone()).with_baseline().await.unwrap();
    assert_eq!(started.snapshots().count(), 8);
    let by_hand = wait_by_hand(&lab, &started).await;
    assert_eq!(by_hand.len(), 8, "{by_hand:?}");
    for (id, finish) in &by_hand {
        assert_eq!(
            lab.judged(*id),
            1,
            "{id}: {finish:?} before the judge was done"
        );
    }

    let started = lab.rerun(logs.clone()).with_baseline().await.unwrap();
    let waited = started.wait().await.unwrap();
    let by_wait: BTreeMap<_, _> = waited
        .iter()
        .map(|log| (log.id, log.outcome.clone()))
        .collect();
    assert_eq!(by_hand, by_wait);
    assert_eq!(lab.paid_each(&logs), [2; 8]);
}

#[tokio::test]
async fn the_response_has_the_state_of_each_call_log() {
    let lab = Lab::open().await;
    let (all, some) = (lab.idle(3).await, lab.idle(3).await);
    let rerun = lab.rerun(all.clone()).await.unwrap();
    let calls = lab.client().call_logs();
    let chosen = calls.evaluate_metrics(lab.agent(), some.clone(), lab.metrics());
    let chosen = chosen.await.unwrap();
    for (started, mut logs) in [(rerun, all), (chosen, some)] {
        logs.sort_unstable();
        assert!(started.snapshots().map(|(id, _)| id).eq(logs));
        assert!(
            started.snapshots().all(|(_, now)| now.is_busy()),
            "{started:?}"
        );
    }
}

#[tokio::test]
async fn a_state_survives_serialization() {
    let lab = Lab::open().await;
    for id in lab.fresh(20) {
        let (log, statuses) = (
            lab.read(id).await,
            lab.client()
                .call_logs()
                .fetch_statuses(lab.agent(), [(id, None)])
                .await,
        );
        let listed = statuses.found.into_values().next().unwrap();
        for now in [Snapshot::from(&log), listed] {
            let text = serde_json::to_string(&now).unwrap();
            assert_eq!(serde_json::from_str::<Snapshot>(&text).unwrap(), now);
        }
    }
}
