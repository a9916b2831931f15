//! Promise: requests are fresh and full, and a request that stays rate limited is given up.

use std::time::Duration;

use cekura_campaign::CampaignOutcome;
use cekura_campaign::engine::Settings;
use cekura_sandbox::{Fault, RetryAfter, SandboxBuilder};

use crate::rig::Rig;

const READ: &str = "call_logs_retrieve";
const RERUN: &str = "call_logs_rerun_evaluation";
const S: fn(u64) -> Duration = Duration::from_secs;

fn turned_away(seconds: u64) -> Fault {
    Fault::too_many_requests(RetryAfter::Seconds(seconds))
}

#[tokio::test]
async fn call_logs_delayed_by_a_long_429_are_read_again_before_sending() {
    for (held, reads) in [(1_200, 2), (900, 1)] {
        let rig = Rig::open().await;
        let logs = rig.lab.idle(1).await;
        let plan = rig.plan(logs.clone()).await;
        rig.lab.fault(RERUN, turned_away(held));
        let mark = rig.lab.mark();
        let mut campaign = rig.campaign_of(&plan, &Settings::default());
        assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
        let tally = rig.lab.since(mark);
        let paid = tally.times(RERUN);
        assert!(paid[1].duration_since(paid[0]).unwrap() >= S(held));
        let before = tally.times(READ).into_iter().filter(|at| *at <= paid[1]);
        assert_eq!(before.count(), reads, "held for {held} s");
        assert_eq!(rig.lab.paid_each(&logs), [1]);
    }
}

#[tokio::test]
async fn a_429_for_exactly_the_stall_timeout_ends_the_sending() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    for _ in 0..5 {
        rig.lab.fault(RERUN, turned_away(400));
    }
    let mut settings = Settings::default();
    settings.stall_timeout = S(400);
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    let error = campaign.run().await.unwrap_err().to_string();
    assert!(error.contains("429"), "{error}");
    assert_eq!(rig.lab.arrived().paid_requests(), 2);
    assert_eq!(rig.lab.paid_each(&logs), [0]);
}

#[tokio::test]
async fn requests_are_full_while_more_is_being_read() {
    let set_up = |sandbox: SandboxBuilder| sandbox.agents(1).call_logs(220).credits("10000");
    let rig = Rig::with(set_up).await;
    let logs = rig.lab.fresh(200);
    let mut settings = Settings::default();
    settings.batch_size = 80;
    settings.concurrency = 2;
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.arrived().paid_requests(), 3);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}

#[tokio::test]
async fn a_result_at_the_first_poll_is_confirmed_by_the_reply() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(S(1))).await;
    let logs = rig.lab.idle(5).await;
    let mut campaign = rig.campaign(logs, Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!((coverage.confirmed, coverage.inferred), (5, 0));
}

#[tokio::test]
async fn with_confirmed_only_no_inferred_result_is_read_or_stored() {
    let rig = Rig::open().await;
    let logs = rig.lab.reviewed(2).await;
    let plan = rig.plan(logs).await;
    let mark = rig.lab.mark();
    let mut settings = Settings::default();
    settings.confirmed_only = true;
    settings.stall_timeout = S(300);
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!((coverage.timed_out, coverage.evaluated()), (2, 0));
    assert_eq!(rig.lab.since(mark).count(READ), 2, "the state before");
}
