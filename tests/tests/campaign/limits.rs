//! A campaign stops before the request that would cost too much or do harm.

use cekura::CallLogId;
use cekura_campaign::CampaignOutcome;
use cekura_campaign::engine::{NoiseSettings, Settings};
use cekura_campaign::report::{ChangeKind, UnfinishedState};

use crate::rig::Rig;

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings
}

#[tokio::test]
async fn max_evaluations_is_reached_exactly() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.budget.max_evaluations = Some(12);
    let mut campaign = rig.campaign(rig.lab.fresh(30), settings).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::LimitReached(why) if why.contains("would make 13") && why.contains("12")),
        "{ending:?}"
    );
    drop(campaign);
    // The last request shrinks to what the limit leaves room for.
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 12);
    let report = rig.report();
    assert_eq!(
        (report.coverage.evaluated(), report.coverage.not_sent),
        (12, 18)
    );

    // A higher limit is a reason to go on.
    let mut campaign = rig.resume();
    let mut more = campaign.settings().clone();
    more.budget.max_evaluations = Some(30);
    campaign.set(more).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 30);
    assert_eq!(rig.lab.sandbox().ledger().paid_more_than_once(), []);
}

#[tokio::test]
async fn max_credits_stops_before_the_request() {
    let rig = Rig::open().await;
    let mut settings = settings();
    // Five metrics at 0.2 make a credit for each call log.
    settings.budget.max_credits = Some(15.0);
    let mut campaign = rig.campaign(rig.lab.fresh(30), settings).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::LimitReached(why) if why.contains("credits")),
        "{ending:?}"
    );
    let spent = rig.lab.sandbox().ledger().credits_spent().to_string();
    let spent: f64 = spent.parse().unwrap();
    assert!((10.0..=15.0).contains(&spent), "{spent}");
}

#[tokio::test]
async fn a_canary_stops_where_regressions_pass_the_limit_and_goes_on_only_when_told() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.canary = vec![20, 60];
    let mut campaign = rig.campaign(rig.lab.fresh(120), settings).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::CanaryStopped(why) if why.contains("first 20") && why.contains("100 call logs were not sent")),
        "{ending:?}"
    );
    drop(campaign);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 20);
    assert!(
        rig.report()
            .campaign
            .canary_stop
            .unwrap()
            .contains("first 20")
    );

    let ending = rig.resume().run().await.unwrap();
    assert!(
        matches!(ending, CampaignOutcome::CanaryStopped(_)),
        "{ending:?}"
    );
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 20);

    let mut campaign = rig.resume();
    campaign.continue_past_canary().unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 120);
    assert_eq!(rig.report().campaign.canary_stop, None);
}

#[tokio::test]
async fn a_canary_that_was_passed_does_not_stop_a_campaign_that_is_resumed() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.canary = vec![20];
    settings.canary_max_regressions = 1_000;
    settings.budget.max_evaluations = Some(80);
    let mut campaign = rig.campaign(rig.lab.fresh(120), settings.clone()).await;
    assert!(matches!(
        campaign.run().await.unwrap(),
        CampaignOutcome::LimitReached(_)
    ));
    drop(campaign);
    let all = rig.report().changes;
    let all = all
        .iter()
        .filter(|change| change.change == ChangeKind::PassToFail);
    // More than the first twenty show, and less than the eighty do.
    settings.canary_max_regressions = all.count() as u64 - 1;
    settings.budget.max_evaluations = None;
    let mut campaign = rig.resume();
    campaign.set(settings).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 120);
    assert_eq!(rig.report().campaign.canary_stop, None);
}

#[tokio::test]
async fn a_canary_without_regressions_is_followed_by_the_rest() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.canary = vec![10, 20];
    settings.canary_max_regressions = 1_000;
    let mut campaign = rig.campaign(rig.lab.fresh(40), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 40);
    assert_eq!(rig.lab.sandbox().ledger().paid_more_than_once(), []);
}

#[tokio::test]
async fn noise_is_measured_on_a_sample_and_flips_within_it_are_called_so() {
    let rig = Rig::with(|sandbox| sandbox.judge_error_rate(0.4)).await;
    let mut settings = settings();
    settings.noise = Some(NoiseSettings {
        rounds: 3,
        sample: 20,
    });
    let logs = rig.lab.idle(40).await;
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let mut paid = rig.lab.paid_each(&logs);
    paid.sort_unstable();
    assert_eq!(paid, [vec![1; 20], vec![4; 20]].concat());
    let report = rig.report();
    let metric = report
        .metrics
        .iter()
        .find(|metric| metric.name == "Question answered")
        .unwrap();
    let noise = metric.noise.expect("it was measured");
    assert_eq!(noise.rounds, 3);
    assert!(
        noise.flip_rate.hits > 0 && noise.flip_rate.of > 40,
        "{noise:?}"
    );
    assert!(noise.flips_within, "{noise:?}");
    let flips = report
        .changes
        .iter()
        .filter(|change| change.metric_name == metric.name);
    assert!(
        flips
            .map(|change| change.within_noise)
            .all(|within| within == Some(true))
    );
    assert_eq!(report.campaign.evaluations, 100);
}

#[tokio::test]
async fn a_budget_counts_the_noise_too() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.noise = Some(NoiseSettings {
        rounds: 3,
        sample: 10,
    });
    settings.budget.max_evaluations = Some(25);
    let mut campaign = rig.campaign(rig.lab.fresh(10), settings).await;
    assert!(matches!(
        campaign.run().await.unwrap(),
        CampaignOutcome::LimitReached(_)
    ));
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 25);
}

#[tokio::test]
async fn call_logs_that_the_service_refuses_are_found_and_the_others_are_evaluated() {
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(17);
    let missing = [CallLogId(990_001), CallLogId(990_002)];
    let selected = logs.iter().copied().chain(missing);
    let mut campaign = rig.campaign(selected, settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    let report = rig.report();
    let refused: Vec<_> = report
        .unfinished
        .iter()
        .map(|log| (log.call_log, log.state))
        .collect();
    assert_eq!(
        refused,
        missing.map(|log| (log.0, UnfinishedState::Refused))
    );
    assert!(!report.coverage.is_complete());
}

#[tokio::test]
async fn a_refused_batch_is_split_until_the_refused_call_log_is_alone() {
    use cekura_sandbox::Fault;
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(8);
    let refusal = || {
        Fault::status(400)
            .before_work()
            .with_body(r#"{"call_logs": ["Invalid pk - object does not exist."]}"#)
    };
    // The whole batch of eight, its first half, a quarter, one: a binary search for one culprit.
    for _ in 0..4 {
        rig.lab.fault("call_logs_rerun_evaluation", refusal());
    }
    let mut settings = Settings::default();
    settings.concurrency = 1;
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert_eq!(report.coverage.refused, 1, "{:?}", report.coverage);
    assert_eq!(report.coverage.evaluated(), 7);
    assert!(
        report.unfinished[0].reason.contains("does not exist"),
        "{:?}",
        report.unfinished
    );
    let mut paid = rig.lab.paid_each(&logs);
    paid.sort_unstable();
    assert_eq!(paid, [0, 1, 1, 1, 1, 1, 1, 1]);
}

#[tokio::test]
async fn sending_stops_when_every_request_is_refused() {
    use cekura_sandbox::Fault;
    let rig = Rig::open().await;
    for _ in 0..500 {
        rig.lab
            .fault("call_logs_rerun_evaluation", Fault::status(422));
    }
    let mut settings = Settings::default();
    settings.concurrency = 1;
    let mut campaign = rig.campaign(rig.lab.fresh(200), settings).await;
    let error = campaign.run().await.unwrap_err();
    assert!(
        error.to_string().contains("one call log after another"),
        "{error}"
    );
    let asked = rig.lab.arrived().paid_requests();
    assert!(asked < 60, "{asked}");
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 0);
}

#[tokio::test]
async fn a_revoked_key_stops_everything_and_loses_nothing() {
    use cekura_sandbox::Fault;
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(30);
    rig.lab
        .fault("call_logs_rerun_evaluation", Fault::status(401));
    let mut settings = settings();
    settings.concurrency = 1;
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert!(
        campaign
            .run()
            .await
            .unwrap_err()
            .to_string()
            .contains("401")
    );
    assert_eq!(rig.lab.arrived().paid_requests(), 1);
    drop(campaign);
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}
