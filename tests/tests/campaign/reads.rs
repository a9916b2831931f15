//! Promise: a campaign reads no more than it needs, and misses nothing by that.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use cekura::{CallLogId, Scope};
use cekura_campaign::engine::{Detail, Settings};
use cekura_campaign::plan::Query;
use cekura_campaign::report::ChangeKind;
use cekura_campaign::{CampaignOutcome, Plan, Planner};
use cekura_sandbox::{Fault, Quirks, SandboxBuilder};
use cekura_tests::{Lab, Tally};

use crate::rig::Rig;

const READ: &str = "call_logs_retrieve";
const DAY: Duration = Duration::from_secs(24 * 3600);

/// One agent, whose judge says the same again as long as nobody edits a metric.
async fn steady(logs: u64, set_up: impl FnOnce(SandboxBuilder, Quirks) -> SandboxBuilder) -> Rig {
    let quirks = Quirks {
        starts_up_to_date: true,
        ..Quirks::default()
    };
    Rig::with(|sandbox| set_up(sandbox.agents(1).call_logs(logs).credits("100000"), quirks)).await
}

/// A plan for all there are, found by searching: so it is known when each call was.
async fn plan_of_all(lab: &Lab) -> Plan {
    let scope = Scope::Agent(lab.agent());
    let everything = Query::new().from(lab.sandbox().now() - 1_000 * DAY);
    let planner = Planner::new(lab.client().clone(), scope).selection(everything);
    planner.plan(lab.sandbox().now()).await.unwrap()
}

/// Carries a plan for all there are out; what arrived meanwhile.
async fn carry_out(rig: &Rig, detail: Detail) -> Tally {
    let plan = plan_of_all(&rig.lab).await;
    let mark = rig.lab.mark();
    let mut settings = Settings::default();
    settings.batch_size = 100;
    settings.detail = detail;
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert!(plan.logs.iter().all(|log| rig.lab.paid(log.id) == 1));
    rig.lab.since(mark)
}

/// How often each call log was read singly.
fn reads(tally: &Tally) -> BTreeMap<CallLogId, u32> {
    let mut counts = BTreeMap::new();
    for exchange in tally.of(READ) {
        let id = exchange.path.trim_end_matches('/').rsplit('/').next();
        let id = CallLogId(id.unwrap().parse().unwrap());
        *counts.entry(id).or_default() += 1;
    }
    counts
}

fn all(lab: &Lab) -> BTreeSet<CallLogId> {
    let ids = lab.sandbox().call_log_ids_of(lab.agent().0);
    ids.into_iter().map(CallLogId).collect()
}

/// The call logs about which the judge said something else the second time.
fn changed(lab: &Lab) -> BTreeSet<CallLogId> {
    let is_changed = |log: &CallLogId| {
        let verdicts = lab.sandbox().verdicts(log.0);
        let said = |evaluation: u32| {
            let of = verdicts.iter().filter(move |v| v.evaluation == evaluation);
            of.map(|v| (v.metric, v.passed, v.score, v.choice))
                .collect::<Vec<_>>()
        };
        said(0) != said(1)
    };
    all(lab).into_iter().filter(is_changed).collect()
}

/// The requests that a campaign over `logs` call logs takes for each of them.
fn each(tally: &Tally, logs: u64) -> f64 {
    tally.all().len() as f64 / logs as f64
}

// Their calls lie in two windows of the list, and the order of submission scatters them over both. Some requests do not
// depend on how many call logs there are, so that more of them would make the bounds easier to keep.

#[tokio::test]
async fn without_changes_only_baselines_are_read_whole() {
    let rig = steady(1_500, SandboxBuilder::quirks).await;
    let tally = carry_out(&rig, Detail::Before).await;
    assert_eq!(changed(&rig.lab), BTreeSet::new());
    assert_eq!(tally.count(READ), 1_500);
    let each = each(&tally, 1_500);
    assert!(each <= 1.05, "{each} requests for each call log");
}

#[tokio::test]
async fn detail_verdicts_without_changes_reads_nothing_singly() {
    let rig = steady(2_000, SandboxBuilder::quirks).await;
    let tally = carry_out(&rig, Detail::Verdicts).await;
    assert_eq!(tally.count(READ), 0);
    let each = each(&tally, 2_000);
    assert!(each <= 0.05, "{each} requests for each call log");
    // Before the judge can be done, polls ask for the first few hundred only.
    let paid = tally.times("call_logs_rerun_evaluation");
    let times = tally.times("call_logs_list").into_iter();
    let since = times.filter_map(|time| time.duration_since(*paid.last()?).ok());
    let early = since.filter(|since| !since.is_zero() && *since < Duration::from_secs(13));
    assert_eq!(early.count(), 3 * 4, "polls after 2, 5 and 9.5 s");
}

#[tokio::test]
async fn only_changed_call_logs_are_read_whole_afterwards() {
    for (detail, before) in [(Detail::Verdicts, 0), (Detail::Before, 1)] {
        let rig = steady(300, SandboxBuilder::quirks).await;
        rig.lab.sandbox().edit_metric(rig.lab.metrics()[1].0);
        let tally = carry_out(&rig, detail).await;
        let (all, changed) = (all(&rig.lab), changed(&rig.lab));
        assert!(changed.len() > 10 && changed.len() < 200, "{changed:?}");
        let reads = reads(&tally);
        for log in all {
            let after = u32::from(changed.contains(&log));
            let read = reads.get(&log).copied().unwrap_or_default();
            assert_eq!(read, before + after, "{detail:?}: call log {log}");
        }
        // The reasons are those of the whole call log, and none are made up for what the list does not show.
        let report = rig.report();
        let reported: BTreeSet<_> = report
            .changes
            .iter()
            .map(|c| CallLogId(c.call_log))
            .collect();
        assert_eq!(reported, changed);
        for change in &report.changes {
            let (before, after) = (change.before.as_ref(), change.after.as_ref());
            assert!(!after.unwrap().explanation.is_empty(), "{change:?}");
            let is_known = !before.unwrap().explanation.is_empty();
            assert_eq!(is_known, detail == Detail::Before, "{change:?}");
            assert!(!change.excerpt.is_empty(), "{change:?}");
        }
    }
}

#[tokio::test]
async fn unlisted_call_logs_are_read_singly() {
    let hiding = |sandbox: SandboxBuilder, quirks| {
        sandbox.quirks(Quirks {
            list_hides_every: Some(5),
            ..quirks
        })
    };
    let rig = steady(100, hiding).await;
    // A search does not find what the list hides; and what is known by its number alone is looked for in the last 30 days.
    let logs: BTreeSet<_> = all(&rig.lab).into_iter().rev().take(60).collect();
    let plan = rig.plan(logs.iter().copied()).await;
    let mark = rig.lab.mark();
    let mut settings = Settings::default();
    settings.detail = Detail::Verdicts;
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert!(plan.logs.iter().all(|log| rig.lab.paid(log.id) == 1));
    let hidden: BTreeSet<_> = logs.into_iter().filter(|log| log.0 % 5 == 0).collect();
    let read: BTreeSet<_> = reads(&rig.lab.since(mark)).into_keys().collect();
    assert_eq!(read, hidden);
}

#[tokio::test]
async fn list_entries_without_verdicts_are_read_singly() {
    let new = |sandbox: SandboxBuilder, quirks| {
        sandbox.quirks(Quirks {
            first_pass: 4,
            ..quirks
        })
    };
    let rig = steady(60, new).await;
    let newest: BTreeSet<_> = all(&rig.lab).into_iter().rev().take(4).collect();
    let tally = carry_out(&rig, Detail::Verdicts).await;
    let read: BTreeSet<_> = reads(&tally).into_keys().collect();
    assert_eq!(read, newest);
}

#[tokio::test]
async fn detail_explanations_reads_every_result_whole() {
    let rig = steady(120, SandboxBuilder::quirks).await;
    let tally = carry_out(&rig, Detail::Explanations).await;
    let reads = reads(&tally);
    for log in all(&rig.lab) {
        assert_eq!(reads.get(&log), Some(&2), "call log {log}");
    }
    let counts = rig.report().changes.into_iter().map(|c| c.change);
    assert!(
        counts
            .into_iter()
            .all(|kind| kind == ChangeKind::ExplanationChanged)
    );
}

#[tokio::test]
async fn reading_goes_on_while_an_answer_is_awaited() {
    const LATE: Duration = Duration::from_secs(60);
    let rig = steady(300, SandboxBuilder::quirks).await;
    let faults = rig.lab.sandbox().faults();
    faults.push_for("call_logs_rerun_evaluation", Fault::delay(LATE));
    let plan = plan_of_all(&rig.lab).await;
    let mut settings = Settings::default();
    (settings.batch_size, settings.concurrency) = (100, 1);
    let mark = rig.lab.mark();
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let tally = rig.lab.since(mark);
    let paid = tally.times("call_logs_rerun_evaluation");
    assert!(paid[1].duration_since(paid[0]).unwrap() >= LATE);
    // What the next request takes is read by then, and no more than that.
    let reads = tally.times(READ);
    let early = reads.iter().filter(|time| **time < paid[0] + LATE).count();
    assert_eq!(early, 200);
}
