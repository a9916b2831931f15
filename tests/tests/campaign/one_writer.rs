//! Promise: a journal has one writer and one service, and is whole or refused.

use std::fs;

use cekura::CallLogId;
use cekura_campaign::engine::Settings;
use cekura_campaign::journal::{NewCampaign, merge};
use cekura_campaign::{Campaign, CampaignOutcome, Journal, Plan, Shard};

use crate::rig::Rig;

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 1;
    settings
}

#[tokio::test]
async fn an_invalid_credit_limit_is_refused() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.fresh(3)).await;
    for bad in [f64::NAN, f64::INFINITY, -1.0] {
        let mut settings = settings();
        settings.budget.max_credits = Some(bad);
        let new_campaign = NewCampaign {
            id: "harbor",
            plan: &plan,
            shard: None,
            settings: &settings,
        };
        let error = Journal::create(&rig.path(), &new_campaign).unwrap_err();
        assert!(
            error.is_usage() && error.to_string().contains("not negative"),
            "{error}"
        );
        assert!(!rig.path().exists());
    }
}

#[tokio::test]
async fn without_its_lock_file_a_journal_still_has_one_writer() {
    let rig = Rig::open().await;
    let mut first = rig.campaign(rig.lab.fresh(10), settings()).await;
    fs::remove_file(rig.path().with_extension("lock")).unwrap();
    let second = rig.resume();
    let error = first.run().await.unwrap_err().to_string();
    assert!(error.contains("has resumed the campaign"), "{error}");
    assert_eq!(rig.lab.arrived().paid_requests(), 0);
    drop((first, second));
}

#[cfg(unix)]
#[tokio::test]
async fn a_journal_reached_by_two_paths_has_one_writer() {
    let rig = Rig::open().await;
    let campaign = rig.campaign(rig.lab.fresh(4), settings()).await;
    let alias = rig.folder.file("latest.db");
    std::os::unix::fs::symlink(rig.path(), &alias).unwrap();
    let error = Journal::open(&alias).unwrap_err();
    assert!(error.is_locked(), "{error}");
    drop(campaign);
}

#[tokio::test]
async fn a_leftover_write_ahead_log_is_refused() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.fresh(3)).await;
    let remains = rig.folder.file("campaign.db-wal");
    fs::write(&remains, "requests that were sent").unwrap();
    let settings = settings();
    let new_campaign = NewCampaign {
        id: "harbor",
        plan: &plan,
        shard: None,
        settings: &settings,
    };
    let error = Journal::create(&rig.path(), &new_campaign).unwrap_err();
    assert!(
        error.is_usage() && error.to_string().contains("campaign.db-wal"),
        "{error}"
    );
    assert!(remains.exists() && !rig.path().exists());
}

#[tokio::test]
async fn a_damaged_journal_is_refused_without_advice_to_restore_a_copy() {
    let rig = Rig::open().await;
    drop(rig.campaign(rig.lab.fresh(200), settings()).await);
    let mut torn = fs::read(rig.path()).unwrap();
    let middle = torn.len() / 2;
    torn[middle..middle + 4096].fill(0xa5);
    fs::write(rig.path(), &torn).unwrap();
    let error = Journal::open(&rig.path()).unwrap_err().to_string();
    assert!(
        error.contains("would pay twice") && !error.contains("restore"),
        "{error}"
    );
}

fn part(rig: &Rig, plan: &Plan, index: u32, settings: &Settings) -> Campaign {
    let new_campaign = NewCampaign {
        id: "harbor",
        plan,
        shard: Some(Shard::new(index, 2).unwrap()),
        settings,
    };
    let path = rig.folder.file(&format!("part {index}?#%.db"));
    let journal = Journal::create(&path, &new_campaign).unwrap();
    let campaign = Campaign::new(rig.lab.client().clone(), journal).unwrap();
    campaign.with_clock(rig.lab.clock().clone())
}

#[tokio::test]
async fn shards_that_are_still_running_can_be_merged() {
    let rig = Rig::open().await;
    let logs: Vec<CallLogId> = rig.lab.idle(30).await;
    let plan = rig.plan(logs).await;
    let settings = settings();
    let (mut one, mut two) = (
        part(&rig, &plan, 1, &settings),
        part(&rig, &plan, 2, &settings),
    );
    let paths = [
        one.journal().path().to_owned(),
        two.journal().path().to_owned(),
    ];
    assert_eq!(one.run().await.unwrap(), CampaignOutcome::Finished);
    let whole = |name: &str| {
        merge("harbor", &rig.folder.file(name), &paths)
            .unwrap()
            .status()
            .unwrap()
    };
    let half = whole("half.db");
    assert!(!half.finished);
    assert_eq!(half.coverage.selected, 30);
    assert!(
        half.coverage.evaluated() > 0 && half.coverage.not_sent > 0,
        "{:?}",
        half.coverage
    );
    assert_eq!(two.run().await.unwrap(), CampaignOutcome::Finished);
    let all = whole("all.db");
    assert!(
        all.finished && all.coverage.is_complete(),
        "{:?}",
        all.coverage
    );
    assert_eq!((all.spent.evaluations, all.sessions), (30, 2));
}

#[tokio::test]
async fn shards_of_two_services_are_not_one_campaign() {
    let (rehearsal, real) = (Rig::open().await, Rig::open().await);
    let plan = rehearsal.plan(rehearsal.lab.fresh(20)).await;
    let settings = settings();
    let (one, two) = (
        part(&rehearsal, &plan, 1, &settings),
        part(&real, &plan, 2, &settings),
    );
    let paths = [
        one.journal().path().to_owned(),
        two.journal().path().to_owned(),
    ];
    let error = merge("harbor", &rehearsal.folder.file("whole.db"), &paths).unwrap_err();
    assert!(
        error.is_usage() && error.to_string().contains("other call logs there"),
        "{error}"
    );
}
