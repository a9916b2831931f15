//! Promise: unknown outcomes, canaries and limits never cost more than agreed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cekura_campaign::engine::{Observer, Settings, Step};
use cekura_campaign::report::UnfinishedState;
use cekura_campaign::{CampaignOutcome, JournalError};
use cekura_sandbox::Fault;

use crate::rig::Rig;

const RERUN: &str = "call_logs_rerun_evaluation";

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 1;
    settings
}

fn refusal(words: &str) -> Fault {
    Fault::status(400).with_body(format!(r#"{{"detail": "{words}"}}"#))
}

#[tokio::test]
async fn a_lost_request_that_was_carried_out_late_is_found_when_its_call_log_is_busy() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    rig.lab.fault(RERUN, Fault::status(502).before_work());
    // The second request finds the call log in the evaluation that the first one asked for.
    rig.lab.fault(
        RERUN,
        refusal("Call log is still being evaluated.").after_work(),
    );
    let mut campaign = rig
        .campaign(logs.clone(), settings())
        .await
        .with_resends(true);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [1]);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert!(
        (report.campaign.estimated_credits - 2.0).abs() < 1e-9,
        "{}",
        report.campaign.estimated_credits
    );
}

#[tokio::test]
async fn a_refusal_says_nothing_about_the_lost_request_before_it() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    rig.lab.fault(RERUN, Fault::status(502).before_work());
    rig.lab.fault(RERUN, refusal("No.").before_work());
    let mut campaign = rig.campaign(logs, settings()).await.with_resends(true);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let [log] = &rig.report().unfinished[..] else {
        panic!("one call log has no result");
    };
    assert_eq!(log.state, UnfinishedState::Unknown);
    assert!(
        log.reason.contains("first request is unknown") && log.reason.contains("No."),
        "{}",
        log.reason
    );
}

#[tokio::test]
async fn call_logs_missing_from_an_accepting_reply_are_reported() {
    let rig = Rig::open().await;
    rig.lab
        .fault(RERUN, Fault::status(200).with_body("[]").before_work());
    let mut settings = settings();
    settings.stall_timeout = Duration::from_secs(30);
    let mut campaign = rig.campaign(rig.lab.idle(3).await, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.arrived().paid_requests(), 1);
    for log in rig.report().unfinished {
        assert_eq!(log.state, UnfinishedState::TimedOut);
        assert!(log.reason.contains("did not list it"), "{}", log.reason);
    }
}

#[tokio::test]
async fn a_canary_without_results_stops_the_campaign() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(3_600))).await;
    let mut settings = settings();
    settings.canary = vec![5];
    settings.stall_timeout = Duration::from_secs(30);
    let mut campaign = rig.campaign(rig.lab.idle(30).await, settings).await;
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::CanaryStopped(why) if why.contains("and no result")),
        "{ending:?}"
    );
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 5);
}

#[tokio::test]
async fn a_canary_counts_what_has_no_result_as_a_regression() {
    // The five that were evaluated show one regression.
    for (most, stops) in [(5, true), (6, false)] {
        let rig = Rig::open().await;
        let logs = rig.lab.idle(20).await;
        // The first request of the canary is lost, and stays unknown.
        rig.lab.fault(RERUN, Fault::status(502).before_work());
        let mut settings = settings();
        settings.canary = vec![10];
        settings.canary_max_regressions = most;
        let mut campaign = rig.campaign(logs, settings).await;
        let ending = campaign.run().await.unwrap();
        assert_eq!(
            matches!(ending, CampaignOutcome::CanaryStopped(_)),
            stops,
            "{ending:?}"
        );
        let paid = if stops { 5 } else { 15 };
        assert_eq!(rig.lab.sandbox().ledger().evaluations(), paid);
    }
}

#[tokio::test]
async fn a_stopped_canary_that_is_passed_later_is_not_reported_as_stopped() {
    let rig = Rig::open().await;
    let mut settings = settings();
    settings.canary = vec![20];
    let mut campaign = rig.campaign(rig.lab.fresh(40), settings).await;
    assert!(matches!(
        campaign.run().await.unwrap(),
        CampaignOutcome::CanaryStopped(_)
    ));
    drop(campaign);
    let mut campaign = rig.resume();
    let mut settings = campaign.settings().clone();
    settings.canary_max_regressions = 1_000;
    campaign.set(settings).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let status = campaign.journal().status().unwrap();
    assert_eq!((status.finished, status.stopped), (true, None));
}

#[tokio::test]
async fn a_price_of_chosen_metrics_counts_those_that_a_call_log_never_had() {
    use cekura::{MetricId, Scope};
    use cekura_campaign::Planner;
    use cekura_campaign::plan::Selection;
    let rig = Rig::open().await;
    let chosen = (90_001..90_011).map(MetricId);
    let plan = Planner::new(rig.lab.client().clone(), Scope::Agent(rig.lab.agent()))
        .selection(Selection::ids(rig.lab.idle(10).await))
        .metrics(chosen)
        .plan(std::time::SystemTime::UNIX_EPOCH)
        .await
        .unwrap();
    let mut settings = settings();
    // Ten metrics at 0.2 make two credits for each call log, and five more were there before.
    settings.budget.max_credits = Some(14.0);
    let mut campaign = rig.campaign_of(&plan, &settings);
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(&ending, CampaignOutcome::LimitReached(why) if why.contains("15.00 credits")),
        "{ending:?}"
    );
    // Three credits each: four call logs fit.
    assert_eq!(rig.lab.arrived().paid_requests(), 1);
}

#[tokio::test]
async fn an_old_baseline_is_read_again_before_sending() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(6).await;
    let mut settings = settings();
    settings.budget.max_evaluations = Some(0);
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert!(matches!(
        campaign.run().await.unwrap(),
        CampaignOutcome::LimitReached(_)
    ));
    drop(campaign);
    // Somebody else evaluates them in the meantime.
    let started = rig.lab.rerun(logs.clone()).await.unwrap();
    assert!(started.wait().await.unwrap().all_done());
    rig.lab.sandbox().advance(Duration::from_secs(3_600));
    let mut campaign = rig.resume();
    let mut settings = campaign.settings().clone();
    settings.budget.max_evaluations = None;
    campaign.set(settings).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let mut compared = 0;
    campaign
        .journal()
        .rows::<JournalError>(|row| {
            let verdicts = rig.lab.sandbox().verdicts(row.call_log);
            let erased = verdicts
                .iter()
                .find(|verdict| verdict.evaluation == 1 && Some(verdict.metric) == row.metric_id);
            let before = row.before.and_then(|before| before.passed);
            assert_eq!(
                before,
                erased.and_then(|erased| erased.passed),
                "call log {}",
                row.call_log
            );
            compared += 1;
            Ok(())
        })
        .unwrap();
    assert!(compared >= 6, "{compared}");
}

#[tokio::test]
async fn sending_stops_when_every_answer_is_lost() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(100).await;
    for _ in 0..10 {
        rig.lab.fault(RERUN, Fault::status(502).before_work());
    }
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    let error = campaign.run().await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("10 requests in a row had no usable response"),
        "{error}"
    );
    drop(campaign);
    assert_eq!(rig.lab.arrived().paid_requests(), 10);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 0);
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    let report = rig.report();
    assert_eq!(
        (report.coverage.unknown, report.coverage.evaluated()),
        (50, 50)
    );
    assert_eq!(rig.lab.sandbox().ledger().paid_more_than_once(), []);
}

/// Breaks one read of each pass over the call logs.
struct Saboteur {
    rig: Arc<Rig>,
    left: AtomicU32,
}

fn nonsense() -> Fault {
    Fault::status(200).with_body("{}")
}

impl Observer for Saboteur {
    fn step(&self, step: Step) {
        if step == Step::BaselineStored && self.left.load(Ordering::Relaxed) > 0 {
            self.left.fetch_sub(1, Ordering::Relaxed);
            self.rig.lab.fault("call_logs_retrieve", nonsense());
        }
    }
}

#[tokio::test]
async fn one_unreadable_call_log_does_not_block_the_others() {
    let rig = Arc::new(Rig::open().await);
    let logs = rig.lab.idle(12).await;
    rig.lab.fault("call_logs_retrieve", nonsense());
    let saboteur = Saboteur {
        rig: Arc::clone(&rig),
        left: AtomicU32::new(2),
    };
    let mut settings = settings();
    settings.read_concurrency = 1;
    let campaign = rig.campaign(logs.clone(), settings).await;
    let mut campaign = campaign.with_observer(Arc::new(saboteur));
    let error = campaign.run().await.unwrap_err();
    assert!(
        error.to_string().contains("1 call log could not be read"),
        "{error}"
    );
    let status = campaign.journal().status().unwrap();
    assert!(!status.finished);
    assert_eq!(
        (status.coverage.evaluated(), status.coverage.not_sent),
        (11, 1)
    );
    drop(campaign);
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}

#[tokio::test]
async fn resend_consent_ends_with_its_session() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(5).await;
    // Lost before the work, found unchanged, and about to be sent again when the key is refused.
    rig.lab.fault("call_logs_rerun_evaluation", Fault::reset());
    rig.lab
        .fault("call_logs_rerun_evaluation", Fault::status(401));
    let mut settings = settings();
    let mut campaign = rig
        .campaign(logs.clone(), settings.clone())
        .await
        .with_resends(true);
    assert!(campaign.run().await.is_err());
    drop(campaign);
    assert_eq!(
        rig.report().coverage.unknown,
        5,
        "{:?}",
        rig.report().coverage
    );

    // Nobody gives leave this time.
    rig.resume().run().await.unwrap();
    assert_eq!(rig.report().coverage.unknown, 5);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 0);

    // The lost request counts for the limit too: it may have been carried out.
    settings.budget.max_evaluations = Some(10);
    let mut campaign = rig.resume().with_resends(true);
    campaign.set(settings).unwrap();
    campaign.run().await.unwrap();
    drop(campaign);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    assert!(rig.report().coverage.is_complete());
}
