//! One plan, several workers: disjoint parts, and one report.

use std::path::PathBuf;

use cekura_campaign::engine::Settings;
use cekura_campaign::journal::{NewCampaign, ReportOptions, merge};
use cekura_campaign::{Campaign, CampaignOutcome, Journal, Plan, Shard};

use cekura_sandbox::Fault;

use crate::rig::Rig;

async fn work(rig: &Rig, plan: &Plan, index: u32, of: u32) -> PathBuf {
    let path = rig
        .folder
        .file(&format!("part-{index}-{}.db", &plan.digest[..8]));
    let settings = Settings::default();
    let new_campaign = NewCampaign {
        id: "harbor",
        plan,
        shard: Some(Shard::new(index, of).unwrap()),
        settings: &settings,
    };
    let journal = Journal::create(&path, &new_campaign).unwrap();
    let campaign = Campaign::new(rig.lab.client().clone(), journal).unwrap();
    let mut campaign = campaign.with_clock(rig.lab.clock().clone());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    path
}

#[tokio::test]
async fn shards_evaluate_each_call_log_once_and_merge_into_one_report() {
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(60);
    let plan = rig.plan(logs.clone()).await;
    let mut parts = Vec::new();
    for index in 1..=3 {
        parts.push(work(&rig, &plan, index, 3).await);
    }
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    let out = rig.folder.file("whole.db");
    let whole = merge("harbor", &out, &parts).unwrap();
    assert!(whole.is_merged().unwrap());
    let report = whole.report(&ReportOptions::default()).unwrap();
    assert_eq!(report.coverage.selected, 60);
    assert!(report.coverage.is_complete());
    assert_eq!(
        (report.campaign.shard, report.campaign.evaluations),
        (None, 60)
    );
    let changes: usize = parts
        .iter()
        .map(|part| {
            Journal::read(part)
                .unwrap()
                .report(&ReportOptions::default())
                .unwrap()
        })
        .map(|report| report.changes.len())
        .sum();
    assert!(changes > 0);
    assert_eq!(report.changes.len(), changes);
}

#[tokio::test]
async fn merge_refuses_missing_duplicate_and_foreign_parts_by_name() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.fresh(40)).await;
    let other = rig.plan(rig.lab.fresh(10)).await;
    let mut parts = Vec::new();
    for index in 1..=3 {
        parts.push(work(&rig, &plan, index, 3).await);
    }
    let refused = |journals: &[PathBuf]| {
        let out = rig.folder.file("whole.db");
        let error = merge("harbor", &out, journals).unwrap_err();
        assert!(error.is_usage(), "{error}");
        assert!(!out.exists());
        error.to_string()
    };
    let gap = refused(&parts[..2]);
    assert!(
        gap.contains("of the plan's 40 call logs") && gap.contains("shard 3/3 is missing"),
        "{gap}"
    );
    let twice = refused(&[
        parts[0].clone(),
        parts[1].clone(),
        parts[2].clone(),
        parts[0].clone(),
    ]);
    let first = Journal::read(&parts[0]).unwrap();
    let mut ids = Vec::new();
    first
        .rows::<cekura_campaign::JournalError>(|row| {
            ids.push(row.call_log);
            Ok(())
        })
        .unwrap();
    assert!(twice.contains("in more than one journal"), "{twice}");
    assert!(
        ids.iter().any(|id| twice.contains(&id.to_string())),
        "{twice}"
    );
    let foreign = work(&rig, &other, 1, 1).await;
    let mixed = refused(&[parts[0].clone(), foreign]);
    assert!(mixed.contains("different plans"), "{mixed}");
    assert!(refused(&[]).contains("no journals"));
}

#[tokio::test]
async fn a_limit_of_the_plan_is_shared_by_its_shards() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.idle(20).await).await;
    let mut settings = Settings::default();
    settings.batch_size = 2;
    settings.budget.max_evaluations = Some(11);
    settings.budget.max_credits = Some(1_000.0);
    for index in 1..=2 {
        let new_campaign = NewCampaign {
            id: "harbor",
            plan: &plan,
            shard: Some(Shard::new(index, 2).unwrap()),
            settings: &settings,
        };
        let path = rig.folder.file(&format!("limited-{index}.db"));
        let journal = Journal::create(&path, &new_campaign).unwrap();
        let campaign = Campaign::new(rig.lab.client().clone(), journal).unwrap();
        let mut campaign = campaign.with_clock(rig.lab.clock().clone());
        let ending = campaign.run().await.unwrap();
        assert!(
            matches!(&ending, CampaignOutcome::LimitReached(why) if why.contains("this shard's share")),
            "{ending:?}"
        );
    }
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 11);
}

#[tokio::test]
async fn the_canary_limit_of_a_plan_is_shared_by_its_shards() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.idle(40).await).await;
    let lost = Fault::status(502).before_work();
    rig.lab.fault("call_logs_rerun_evaluation", lost);
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 1;
    settings.canary = vec![20];
    // Five call logs of this shard's first ten have no result: more than its half.
    settings.canary_max_regressions = 9;
    let new_campaign = NewCampaign {
        id: "harbor",
        plan: &plan,
        shard: Some(Shard::new(1, 2).unwrap()),
        settings: &settings,
    };
    let journal = Journal::create(&rig.path(), &new_campaign).unwrap();
    let campaign = Campaign::new(rig.lab.client().clone(), journal).unwrap();
    let mut campaign = campaign.with_clock(rig.lab.clock().clone());
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::CanaryStopped(why) if why.contains("the limit is 4")),
        "{ending:?}"
    );
}
