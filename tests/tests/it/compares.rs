//! Promise: a diff lists exactly the metrics that the judge changed.

use std::collections::{BTreeMap, BTreeSet};

use cekura::reevaluation::{CallLogResult, MetricChange, WaitResults};
use cekura::{CallLogId, MetricId};
use cekura_sandbox::{Quirks, Verdict};
use cekura_tests::Lab;

/// What the judge said in one evaluation, by metric.
fn said(lab: &Lab, id: CallLogId, evaluation: u32) -> BTreeMap<MetricId, Verdict> {
    let verdicts = lab.sandbox().verdicts(id.0).into_iter();
    let of_it = verdicts.filter(|verdict| verdict.evaluation == evaluation);
    of_it
        .map(|verdict| (MetricId(verdict.metric), verdict))
        .collect()
}

/// The change from one verdict to the next, worked out from the judge's own words.
fn change(before: &Verdict, after: &Verdict) -> MetricChange {
    let applies = |v: &Verdict| v.score.is_some() || v.choice.is_some();
    match (before.passed, after.passed) {
        (Some(true), Some(false)) => MetricChange::PassToFail,
        (Some(false), Some(true)) => MetricChange::FailToPass,
        _ if applies(before) && !applies(after) => MetricChange::BecameNotApplicable,
        _ if !applies(before) && applies(after) => MetricChange::BecameApplicable,
        _ if before.score != after.score => MetricChange::ScoreMoved,
        _ if before.choice != after.choice => MetricChange::ValueChanged,
        _ if before.explanation != after.explanation => MetricChange::ExplanationChanged,
        _ => MetricChange::Unchanged,
    }
}

/// Holds each diff against the judge; answers which changes there were.
fn check(lab: &Lab, waited: &WaitResults) -> BTreeMap<String, usize> {
    let mut seen = BTreeMap::new();
    for log in waited {
        let (before, after) = (said(lab, log.id, 0), said(lab, log.id, 1));
        let diff = log.diff().expect("both sides");
        assert_eq!(diff.id, log.id);
        let ids: BTreeSet<_> = diff.metrics.iter().filter_map(|metric| metric.id).collect();
        assert_eq!(
            ids,
            before.keys().copied().collect(),
            "{}: all metrics",
            log.id
        );
        assert_eq!(diff.metrics.len(), ids.len(), "{}: each once", log.id);
        for metric in &diff.metrics {
            let id = metric.id.expect("the metric's number");
            // A metric that was not asked for has no later verdict, and must not have changed.
            let expected = match after.get(&id) {
                Some(after) => change(&before[&id], after),
                None => MetricChange::Unchanged,
            };
            assert_eq!(metric.change, expected, "{} by {id}: {metric:?}", log.id);
            let scores = [&metric.before, &metric.after].map(|m| m.as_ref().and_then(|m| m.score));
            let latest = after.get(&id).unwrap_or(&before[&id]);
            assert_eq!(
                scores,
                [before[&id].score, latest.score],
                "{} by {id}",
                log.id
            );
            *seen.entry(format!("{:?}", metric.change)).or_default() += 1;
        }
        let material: Vec<_> = diff.result_changes().map(|metric| metric.change).collect();
        assert!(material.iter().all(|change| change.changes_result()));
        assert_eq!(diff.success, outcomes(log));
    }
    seen
}

fn outcomes(log: &CallLogResult) -> (Option<bool>, Option<bool>) {
    let success = |log: &Option<cekura::types::CallLog>| log.as_ref().and_then(|log| log.success);
    (success(&log.before), success(&log.after))
}

#[tokio::test]
async fn a_diff_is_what_the_judge_changed() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.fresh(100));
    let started = rerun.with_baseline().await.unwrap();
    let waited = started.wait().await.unwrap();
    assert!(waited.all_done());
    let seen = check(&lab, &waited);
    // The world has a metric of each kind, two of which were edited since the first evaluation.
    for kind in ["PassToFail", "FailToPass", "ScoreMoved", "Unchanged"] {
        assert!(seen.get(kind).is_some_and(|n| *n >= 3), "{kind}: {seen:?}");
    }
    let turned = waited
        .iter()
        .filter(|log| outcomes(log).0 != outcomes(log).1)
        .count();
    assert!(turned >= 5, "the outcome of {turned} logs changed");
}

#[tokio::test]
async fn without_a_baseline_the_reply_is_the_state_before() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(30).await);
    let started = rerun.await.unwrap();
    let waited = started.wait().await.unwrap();
    assert!(waited.all_done());
    let seen = check(&lab, &waited);
    assert!(
        seen.contains_key("PassToFail") && seen.contains_key("Unchanged"),
        "{seen:?}"
    );
}

#[tokio::test]
async fn a_metric_that_does_not_apply_any_more_is_named() {
    let lab = Lab::with_quirks(Quirks {
        not_applicable_every: Some(1),
        ..Quirks::default()
    })
    .await;
    let rerun = lab.rerun(lab.idle(10).await);
    let started = rerun.with_baseline().await.unwrap();
    let seen = check(&lab, &started.wait().await.unwrap());
    assert!(seen["BecameNotApplicable"] >= 20, "{seen:?}");
}

#[tokio::test]
async fn metrics_that_were_not_chosen_are_unchanged() {
    let lab = Lab::open().await;
    let chosen = lab.metrics()[2];
    let calls = lab.client().call_logs();
    let evaluate = calls.evaluate_metrics(lab.agent(), lab.idle(40).await, [chosen]);
    let started = evaluate.with_baseline().await.unwrap();
    let waited = started.wait().await.unwrap();
    assert!(waited.all_done());
    check(&lab, &waited);
    let changed = waited
        .iter()
        .filter_map(CallLogResult::diff)
        .flat_map(|diff| {
            let ids = diff.result_changes().filter_map(|metric| metric.id);
            ids.collect::<Vec<_>>()
        });
    assert_eq!(changed.collect::<BTreeSet<_>>(), [chosen].into());
    assert_eq!(lab.sandbox().ledger().metric_evaluations(), 40);
}

#[tokio::test]
async fn a_second_look_by_the_same_metrics_changes_nothing() {
    let lab = Lab::open().await;
    let logs = lab.idle(20).await;
    for round in 0..2 {
        let rerun = lab.rerun(logs.clone());
        let started = rerun.with_baseline().await.unwrap();
        let waited = started.wait().await.unwrap();
        assert!(waited.iter().all(CallLogResult::is_confirmed));
        let diffs: Vec<_> = waited.iter().filter_map(CallLogResult::diff).collect();
        let material = diffs.iter().flat_map(|diff| diff.result_changes()).count();
        assert_eq!(
            material == 0,
            round == 1,
            "round {round}: {material} changes"
        );
    }
}

#[tokio::test]
async fn a_log_whose_wait_timed_out_has_no_diff() {
    let lab = Lab::with_quirks(Quirks {
        stuck_every: Some(1),
        ..Quirks::default()
    })
    .await;
    let rerun = lab.rerun(lab.idle(2).await);
    let started = rerun.with_baseline().await.unwrap();
    for log in started.wait().await.unwrap() {
        assert!(log.before.is_some() && log.after.is_none());
        assert!(log.diff().is_none() && log.passed().is_none());
    }
}
