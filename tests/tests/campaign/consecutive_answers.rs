//! Promise: an answer decides about later requests, and a session about the next, only as documented.

use std::time::Duration;

use cekura_campaign::engine::{NoiseSettings, Settings};
use cekura_campaign::{CampaignOutcome, JournalError};
use cekura_sandbox::{Fault, RetryAfter};

use crate::rig::Rig;

const RERUN: &str = "call_logs_rerun_evaluation";

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 1;
    settings
}

#[tokio::test]
async fn a_429_without_retry_after_is_waited_for() {
    let rig = Rig::open().await;
    // More than a call of its own tries.
    for _ in 0..8 {
        rig.lab.fault(RERUN, Fault::status(429).before_work());
    }
    let mut campaign = rig.campaign(rig.lab.idle(5).await, settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let times = rig.lab.arrived().times(RERUN);
    let gaps = times.windows(2).map(|two| two[1].duration_since(two[0]));
    let longest = gaps.map(Result::unwrap).max().unwrap();
    assert!(longest >= Duration::from_secs(30), "{longest:?}");
}

#[tokio::test]
async fn a_404_refuses_its_call_logs_and_a_redirect_ends_the_campaign() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(10).await;
    rig.lab.fault(RERUN, Fault::status(404).before_work());
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 10]);

    let rig = Rig::open().await;
    let elsewhere = Fault::redirect(302, "http://127.0.0.1:9/");
    rig.lab.fault(RERUN, elsewhere.before_work());
    let mut campaign = rig.campaign(rig.lab.idle(10).await, settings()).await;
    campaign.run().await.unwrap_err();
    assert_eq!(rig.lab.arrived().paid_requests(), 1);
}

#[tokio::test]
async fn a_finished_campaign_with_new_work_is_unfinished_again() {
    let rig = Rig::open().await;
    let mut campaign = rig.campaign(rig.lab.idle(5).await, settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    rig.lab.fault(RERUN, Fault::status(401));
    let mut campaign = rig.resume();
    let mut more = settings();
    more.noise = Some(NoiseSettings {
        rounds: 1,
        sample: 2,
    });
    campaign.set(more).unwrap();
    campaign.run().await.unwrap_err();
    assert!(!campaign.journal().status().unwrap().finished);
}

#[tokio::test]
async fn what_an_earlier_session_read_is_read_again() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(6).await;
    let mut none = settings();
    none.budget.max_evaluations = Some(0);
    let mut campaign = rig.campaign(logs.clone(), none).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(ending, CampaignOutcome::LimitReached(_)),
        "{ending:?}"
    );
    drop(campaign);
    // Somebody else evaluates them at once.
    let started = rig.lab.rerun(logs).await.unwrap();
    assert!(started.wait().await.unwrap().all_done());
    let mut campaign = rig.resume();
    campaign.set(settings()).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    campaign
        .journal()
        .rows::<JournalError>(|row| {
            let verdicts = rig.lab.sandbox().verdicts(row.call_log);
            let erased = verdicts
                .iter()
                .find(|verdict| verdict.evaluation == 1 && Some(verdict.metric) == row.metric_id);
            assert_eq!(
                row.before.and_then(|before| before.passed),
                erased.and_then(|erased| erased.passed),
                "call log {}",
                row.call_log
            );
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn where_credits_are_limited_the_first_results_are_awaited() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(300))).await;
    let mut settings = settings();
    settings.budget.max_credits = Some(1_000.0);
    let mut campaign = rig.campaign(rig.lab.idle(15).await, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let times = rig.lab.arrived().times(RERUN);
    let first = times[1].duration_since(times[0]).unwrap();
    let second = times[2].duration_since(times[1]).unwrap();
    let long = Duration::from_secs(100);
    assert!(first > long && second < long, "{first:?}, {second:?}");
}

#[tokio::test]
async fn a_foreign_evaluation_is_waited_for_before_sending() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(4).await;
    let _started = rig.lab.rerun(logs.clone()).await.unwrap();
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [2; 4]);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
}

fn turned_away() -> Fault {
    // Longer than a call of its own would wait for.
    Fault::too_many_requests(RetryAfter::Seconds(400))
}

#[tokio::test]
async fn endless_429s_end_the_sending_and_occasional_ones_do_not() {
    let mut patient = settings();
    patient.stall_timeout = Duration::from_secs(700);
    let rig = Rig::open().await;
    for _ in 0..20 {
        rig.lab.fault(RERUN, turned_away());
    }
    let mut campaign = rig.campaign(rig.lab.idle(5).await, patient.clone()).await;
    campaign.run().await.unwrap_err();
    let sent = rig.lab.arrived().paid_requests();
    assert!((2..=4).contains(&sent), "{sent}");

    let rig = Rig::open().await;
    for _ in 0..4 {
        rig.lab.fault(RERUN, turned_away());
        rig.lab.fault(RERUN, Fault::none());
    }
    let logs = rig.lab.idle(20).await;
    let mut campaign = rig.campaign(logs.clone(), patient).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 20]);
}

#[tokio::test]
async fn an_accepted_request_resets_the_count_of_refusals() {
    let rig = Rig::open().await;
    for _ in 0..11 {
        rig.lab.fault(RERUN, Fault::status(400).before_work());
        rig.lab.fault(RERUN, Fault::none());
    }
    let mut single = settings();
    single.batch_size = 1;
    let mut campaign = rig.campaign(rig.lab.idle(22).await, single).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!((coverage.refused, coverage.evaluated()), (11, 11));
}

#[tokio::test]
async fn lost_answers_of_requests_that_were_carried_out_stop_nothing() {
    let rig = Rig::open().await;
    for _ in 0..12 {
        rig.lab.fault(RERUN, Fault::reset().after_work());
    }
    let logs = rig.lab.idle(12).await;
    let mut single = settings();
    single.batch_size = 1;
    let mut campaign = rig.campaign(logs.clone(), single).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 12]);
}

#[tokio::test]
async fn a_canary_without_results_stops_whatever_its_limit() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(3_600))).await;
    let mut settings = settings();
    settings.canary = vec![5];
    settings.canary_max_regressions = 1_000;
    settings.stall_timeout = Duration::from_secs(30);
    let mut campaign = rig.campaign(rig.lab.idle(10).await, settings).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(ending, CampaignOutcome::CanaryStopped(_)),
        "{ending:?}"
    );
}

#[tokio::test]
async fn a_canary_of_all_call_logs_never_stops() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.canary = vec![20];
    let logs = rig.lab.fresh(20);
    let mut campaign = rig.campaign(logs, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert!(campaign.journal().status().unwrap().finished);
}

#[tokio::test]
async fn refusals_within_one_request_are_not_counted_as_consecutive() {
    let rig = Rig::open().await;
    for _ in 0..10 {
        rig.lab.fault(RERUN, Fault::status(400).before_work());
    }
    let mut large = settings();
    large.batch_size = 40;
    let mut campaign = rig.campaign(rig.lab.idle(40).await, large).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!(coverage.evaluated() + coverage.refused, 40);
    assert!(coverage.refused < 10, "{coverage:?}");
}
