//! Waits under every setting of the sandbox.
//!
//! The snapshots are the documentation of how often an *inferred* result is too early.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use cekura::{CallLogId, Result};
use cekura_sandbox::Quirks;
use cekura_tests::{Lab, Variations};

use super::truth::{End, really_done, wait_for_one};

const DEADLINE: Duration = Duration::from_secs(240);

/// What the last poll may take beyond the deadline.
const GRACE: Duration = Duration::from_secs(5);

#[tokio::test]
async fn with_a_baseline_no_confirmed_result_is_early() {
    insta::assert_snapshot!(ends_under_every_quirk(true).await);
}

#[tokio::test]
async fn without_a_baseline_no_confirmed_result_is_early() {
    insta::assert_snapshot!(ends_under_every_quirk(false).await);
}

/// Six logs at a time, each waited for on its own, so that each outcome can be compared with the truth at that time; once
/// with a judge that is quicker than the settle window, once with one that is slower.
async fn ends_under_every_quirk(with_baseline: bool) -> String {
    let mut table = String::from(
        "Of 6 logs, 2 of them reviewed: confirmed, inferred, inferred too early, timed out.\n\
         judge takes 20 s | 90 s\n",
    );
    let mut quick = Variations::open(Duration::from_secs(20)).await;
    let mut slow = Variations::open(Duration::from_secs(90)).await;
    for (name, quirks) in Quirks::variations() {
        let quick = ends(name, quick.turn(quirks.clone()).await, with_baseline).await;
        let slow = ends(name, slow.turn(quirks).await, with_baseline).await;
        writeln!(table, "{quick} | {slow}  {name}").expect("a string takes everything");
    }
    table
}

async fn ends(name: &str, lab: &Lab, with_baseline: bool) -> String {
    let mut ends: BTreeMap<End, u32> = BTreeMap::new();
    for log in some_logs(lab).await {
        let end = one(name, lab, log, with_baseline).await.expect(name);
        *ends.entry(end).or_default() += 1;
    }
    let count = |end| ends.get(&end).copied().unwrap_or(0).to_string();
    [
        End::Confirmed,
        End::Inferred,
        End::InferredTooEarly,
        End::TimedOut,
    ]
    .map(count)
    .join(" ")
}

/// Four call logs that nobody has reviewed, and two that somebody has.
async fn some_logs(lab: &Lab) -> Vec<CallLogId> {
    let logs = lab
        .fresh_where(6, |log| log.is_reviewed != Some(true))
        .await;
    for (log, success) in logs[4..].iter().zip([true, false]) {
        assert!(lab.sandbox().review(log.0, success));
    }
    logs
}

async fn one(name: &str, lab: &Lab, log: CallLogId, with_baseline: bool) -> Result<End> {
    let rerun = lab.rerun(log);
    let started = match with_baseline {
        true => rerun.with_baseline().await?,
        false => rerun.await?,
    };
    let began = lab.clock().elapsed();
    let end = wait_for_one(name, lab, &started, |wait| wait.with_timeout(DEADLINE)).await;
    let took = lab.clock().elapsed() - began;
    assert!(took <= DEADLINE + GRACE, "{name}: {took:?}");
    assert!(
        end != End::TimedOut || took >= DEADLINE,
        "{name}: gave up after {took:?}"
    );
    Ok(end)
}

#[tokio::test]
async fn waits_of_evaluate_metrics_are_never_premature() {
    let mut labs = Variations::open(Duration::from_secs(20)).await;
    for (name, quirks) in Quirks::variations() {
        let lab = labs.turn(quirks).await;
        let calls = lab.client().call_logs();
        for log in lab.idle(3).await {
            let evaluate = calls.evaluate_metrics(lab.agent(), log, lab.metrics());
            let started = evaluate.with_baseline().await.expect(name);
            wait_for_one(name, lab, &started, |wait| wait.with_timeout(DEADLINE)).await;
        }
    }
}

#[tokio::test]
async fn progress_of_a_batch_is_never_ahead_of_the_evaluation() {
    let mut labs = Variations::open(Duration::from_secs(20)).await;
    for (name, quirks) in Quirks::variations() {
        let lab = labs.turn(quirks).await;
        let logs = some_logs(lab).await;
        let rerun = lab.rerun(logs.clone());
        let started = rerun.with_baseline().await.expect(name);
        let (sandbox, mut polls) = (lab.sandbox_handle(), 0);
        let waited = started
            .wait()
            .confirmed_only()
            .with_timeout(DEADLINE)
            .with_progress(|progress| {
                let truth = really_done(&sandbox, &logs);
                assert!(
                    progress.done <= truth,
                    "{name}: {progress:?}, in truth {truth}"
                );
                assert_eq!(progress.total, 6, "{name}");
                polls += 1;
            })
            .await
            .expect(name);
        assert!(polls >= 2, "{name}: {polls} polls");
        let order: Vec<_> = waited.iter().map(|log| log.id).collect();
        assert_eq!(order, logs, "{name}: the order is that of the request");
        assert!(
            waited
                .iter()
                .all(|log| log.is_confirmed() || !log.is_done()),
            "{name}"
        );
    }
}
