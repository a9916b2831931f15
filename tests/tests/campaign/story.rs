//! The whole way: plan, state before, submit, wait, compare.

use std::collections::BTreeSet;
use std::time::SystemTime;

use cekura::{MetricId, ProjectId, Scope};
use cekura_campaign::engine::Settings;
use cekura_campaign::journal::ReportOptions;
use cekura_campaign::plan::{Query, Selection};
use cekura_campaign::report::ChangeKind;
use cekura_campaign::{Campaign, CampaignOutcome, Journal, Planner};

use crate::rig::Rig;

#[tokio::test]
async fn each_call_log_is_evaluated_once_and_the_report_says_what_changed() {
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(60);
    let metric = rig.lab.metrics()[0];
    let mut campaign = rig.campaign(logs.clone(), Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));

    let report = rig.report();
    assert_eq!(report.coverage.selected, 60);
    assert!(report.coverage.is_complete(), "{:?}", report.coverage);
    assert_eq!(
        (
            report.campaign.evaluations,
            report.campaign.operation.as_str()
        ),
        (60, "rerun_evaluation")
    );
    // The first metric judges by a newer version than the one that judged before; nobody edited it meanwhile.
    let first = report
        .metrics
        .iter()
        .find(|m| m.id == Some(metric.0))
        .unwrap();
    assert!(
        first.flips.pass_to_fail + first.flips.fail_to_pass > 0,
        "{:?}",
        first.flips
    );
    assert!(first.definition.before.is_some());
    assert_eq!(first.definition.before, first.definition.after);
    assert!(first.mcnemar_p.is_some_and(|p| (0.0..=1.0).contains(&p)));
    assert_eq!(
        first.pass_rate_change,
        cekura_campaign::stats::pass_rate_change(&first.flips)
    );
    assert!(first.p_adjusted >= first.mcnemar_p);
    // Calls that people reviewed keep their outcome, so they are compared with the judge and left out of its changes.
    let people = report
        .reviewer_agreement
        .expect("people reviewed some of these calls");
    assert!(
        people.calls > 0 && people.before.both_pass > 0,
        "{people:?}"
    );
    assert_eq!(people.before.kappa.is_some(), people.calls >= 10);
    let judged = report.calls.pairs() + report.calls.without_verdict;
    assert_eq!(judged + people.calls + people.undecided, 60);
    assert!(report.reviewed_during_run.is_empty());

    for change in &report.changes {
        let verdicts = rig.lab.sandbox().verdicts(change.call_log);
        let now = verdicts
            .iter()
            .find(|v| v.evaluation == 1 && Some(v.metric) == change.metric_id)
            .unwrap();
        let after = change.after.as_ref().unwrap();
        assert_eq!(
            (after.passed, after.score),
            (now.passed, now.score),
            "{change:?}"
        );
        assert_eq!(after.explanation, now.explanation);
        assert!(
            !change.excerpt.is_empty(),
            "a change has its conversation beside it"
        );
        for turn in &change.excerpt {
            let known = ["Agent", "Customer", "Tool"].contains(&&*turn.role);
            let left_out = turn.text.ends_with("turns left out …");
            assert!(known && turn.time.is_some() || left_out, "{turn:?}");
        }
    }
    assert!(
        report
            .changes
            .is_sorted_by_key(|change| (!change.contradicts_reviewer(), change.change)),
        "the worst first"
    );

    let published = report.publish();
    assert!(
        published
            .report()
            .changes
            .iter()
            .all(|change| change.excerpt.is_empty())
    );
}

/// Edits a metric when the first results are stored.
struct Editor(
    std::sync::Arc<cekura_sandbox::Sandbox>,
    MetricId,
    std::sync::Once,
);

impl cekura_campaign::engine::Observer for Editor {
    fn step(&self, step: cekura_campaign::engine::Step) {
        if step == cekura_campaign::engine::Step::ResultsStored {
            self.2.call_once(|| {
                self.0.edit_metric(self.1.0);
            });
        }
    }
}

#[tokio::test]
async fn a_metric_edited_during_the_campaign_has_two_fingerprints() {
    let rig = Rig::open().await;
    let metric = rig.lab.metrics()[1];
    let editor = Editor(rig.lab.sandbox_handle(), metric, std::sync::Once::new());
    let campaign = rig.campaign(rig.lab.fresh(10), Settings::default()).await;
    let mut campaign = campaign.with_observer(std::sync::Arc::new(editor));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    for summary in rig.report().metrics {
        let changed = summary.definition.before != summary.definition.after;
        assert_eq!(
            changed,
            summary.id == Some(metric.0),
            "{:?}",
            summary.definition
        );
    }
}

#[tokio::test]
async fn chosen_metrics_are_evaluated_by_the_other_operation() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(20).await;
    let metric = rig.lab.metrics()[0];
    let plan = Planner::new(rig.lab.client().clone(), Scope::Agent(rig.lab.agent()))
        .selection(Selection::ids(logs.clone()))
        .metrics([metric])
        .plan(SystemTime::UNIX_EPOCH)
        .await
        .unwrap();
    // Answers are lost after the work: success is not reset here, and the other evidence has to do.
    use cekura_sandbox::Fault;
    rig.lab
        .fault("call_logs_evaluate_metrics", Fault::reset().after_work());
    let mut campaign = rig.campaign_of(&plan, &Settings::default());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    assert_eq!(rig.lab.arrived().count("call_logs_rerun_evaluation"), 0);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert_eq!(report.campaign.chosen_metrics, [metric.0]);
    let flipped: BTreeSet<_> = report
        .changes
        .iter()
        .filter(|change| {
            matches!(
                change.change,
                ChangeKind::PassToFail | ChangeKind::FailToPass
            )
        })
        .map(|change| change.metric_id)
        .collect();
    assert_eq!(flipped, BTreeSet::from([Some(metric.0)]));
}

#[tokio::test]
async fn a_project_is_re_evaluated_agent_by_agent() {
    let rig = Rig::open().await;
    let sandbox = rig.lab.sandbox();
    let agents = sandbox.agent_ids();
    let project = sandbox.project_of(agents[0]).unwrap();
    let plan = Planner::new(rig.lab.client().clone(), Scope::Project(ProjectId(project)))
        .selection(Query::new())
        .sample(50, 4)
        .plan(SystemTime::UNIX_EPOCH)
        .await
        .unwrap();
    let there: BTreeSet<_> = plan.logs.iter().filter_map(|log| log.agent).collect();
    assert!(
        there.len() > 1,
        "the sample has call logs of several agents: {there:?}"
    );
    let mut campaign = rig.campaign_of(&plan, &Settings::default());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let report = campaign
        .journal()
        .report(&ReportOptions::default())
        .unwrap();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert!(plan.logs.iter().all(|log| rig.lab.paid(log.id) == 1));
}

#[tokio::test]
async fn resume_refuses_another_service() {
    let rig = Rig::open().await;
    drop(rig.campaign(rig.lab.fresh(4), Settings::default()).await);
    let elsewhere = Rig::open().await;
    let journal = Journal::open(&rig.path()).unwrap();
    let error = Campaign::new(elsewhere.lab.client().clone(), journal).unwrap_err();
    assert!(
        error.to_string().contains("belongs to http://127.0.0.1"),
        "{error}"
    );
}
