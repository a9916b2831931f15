//! Promise: every send that may have been carried out is counted, and no other.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cekura::CallLogId;
use cekura_campaign::engine::{NoiseSettings, Observer, Settings, Step, StopHandle};
use cekura_campaign::journal::Row;
use cekura_campaign::report::UnfinishedState;
use cekura_campaign::{Campaign, CampaignOutcome, Journal, JournalError};
use cekura_sandbox::{Event, EventTrigger, Fault, RetryAfter};

use crate::rig::Rig;

const RERUN: &str = "call_logs_rerun_evaluation";

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 1;
    settings
}

fn limited(most: Option<u64>) -> Settings {
    let mut settings = settings();
    settings.budget.max_evaluations = most;
    settings
}

fn refusal(words: &str) -> Fault {
    Fault::status(400)
        .before_work()
        .with_body(format!(r#"{{"detail": "{words}"}}"#))
}

fn turned_away() -> Fault {
    // Longer than a call of its own would wait for.
    Fault::too_many_requests(RetryAfter::Seconds(400))
}

fn spent(rig: &Rig) -> u64 {
    let journal = Journal::read(&rig.path()).unwrap();
    journal.status().unwrap().spent.evaluations
}

#[tokio::test]
async fn a_request_rejected_by_a_429_is_not_counted_as_spent() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(5).await;
    rig.lab.fault(RERUN, turned_away());
    let mut campaign = rig.campaign(logs.clone(), limited(Some(5))).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [1; 5]);
    assert_eq!(spent(&rig), 5);
}

#[tokio::test]
async fn a_resend_that_a_limit_prevented_is_not_made_by_a_later_session() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(5).await;
    rig.lab.fault(RERUN, Fault::reset());
    let campaign = rig.campaign(logs.clone(), limited(Some(5))).await;
    let mut campaign = campaign.with_resends(true);
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(ending, CampaignOutcome::LimitReached(_)),
        "{ending:?}"
    );
    drop(campaign);
    let mut campaign = rig.resume();
    campaign.set(limited(None)).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.report().coverage.unknown, 5);
    assert_eq!(rig.lab.arrived().paid_requests(), 1);
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 0);
}

#[tokio::test]
async fn a_lost_request_stays_unknown_when_its_resend_gets_a_429() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    rig.lab.fault(RERUN, Fault::status(502).before_work());
    rig.lab.fault(RERUN, turned_away());
    rig.lab.fault(RERUN, refusal("No."));
    let mut campaign = rig.campaign(logs, settings()).await.with_resends(true);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(spent(&rig), 1, "the lost one may have been carried out");
    let report = rig.report();
    assert_eq!(report.unfinished[0].state, UnfinishedState::Unknown);
    let reason = &report.unfinished[0].reason;
    assert!(reason.contains("first request is unknown"), "{reason}");
}

/// Asks the campaign to stop when so many answers are committed, before the call logs of the last one are read back.
struct Stopper(StopHandle, AtomicUsize);

impl Observer for Stopper {
    fn step(&self, step: Step) {
        if step == Step::Concluded && self.1.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.0.stop();
        }
    }
}

/// A campaign over one call log that was stopped between the answer to its request and its reconciliation.
async fn stopped(answer: Fault) -> (Rig, Vec<CallLogId>, Campaign) {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    rig.lab.fault(RERUN, answer);
    let stop = StopHandle::default();
    let campaign = rig.campaign(logs.clone(), settings()).await;
    let mut campaign = campaign
        .with_stop(stop.clone())
        .with_observer(Arc::new(Stopper(stop, AtomicUsize::new(1))));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Stopped);
    drop(campaign);
    let campaign = rig.resume();
    (rig, logs, campaign)
}

#[tokio::test]
async fn a_request_with_unknown_outcome_is_reconciled_on_resume() {
    let (rig, logs, mut campaign) = stopped(Fault::reset().after_work()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [1]);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
}

#[tokio::test]
async fn a_refusal_is_remembered_until_the_campaign_is_resumed() {
    let (rig, logs, mut campaign) = stopped(refusal("No.")).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!((rig.lab.paid_each(&logs), spent(&rig)), (vec![0], 0));
    let report = rig.report();
    assert_eq!(report.unfinished[0].state, UnfinishedState::Refused);
    assert!(report.unfinished[0].reason.contains("No."), "{report:?}");

    let (rig, logs, mut campaign) = stopped(refusal("Call log is still being evaluated.")).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!((rig.lab.paid_each(&logs), spent(&rig)), (vec![1], 1));
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
}

#[tokio::test]
async fn a_408_is_no_refusal() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    rig.lab.fault(RERUN, Fault::status(408).before_work());
    let mut campaign = rig.campaign(logs, settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!((rig.report().coverage.unknown, spent(&rig)), (1, 1));
}

#[tokio::test]
async fn an_inferred_result_leaves_its_cost_an_estimate() {
    // What is inferred may be the review: then it shows no metric that was assigned and charged since.
    let rig = Rig::open().await;
    let logs = rig.lab.idle(2).await;
    let reviewed = Event::Review {
        call_log: logs[0].0,
        success: true,
    };
    let sandbox = rig.lab.sandbox();
    sandbox.schedule(EventTrigger::BeforePaidRequest(1), reviewed);
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let status = Journal::read(&rig.path()).unwrap().status().unwrap();
    assert_eq!(
        (status.coverage.confirmed, status.coverage.inferred),
        (1, 1)
    );
    assert_eq!(status.spent.estimated, 1);
}

#[tokio::test]
async fn a_result_shows_the_cost_of_one_evaluation_of_two() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    // Its work is done late, and a metric is judged that the first time was not assigned yet, or the other way round.
    rig.lab.fault(RERUN, Fault::late(Duration::from_secs(87)));
    let mut campaign = rig
        .campaign(logs.clone(), settings())
        .await
        .with_resends(true);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let status = Journal::read(&rig.path()).unwrap().status().unwrap();
    assert_eq!(status.coverage.confirmed, 1);
    assert_eq!((status.spent.evaluations, status.spent.estimated), (2, 2));
}

#[tokio::test]
async fn a_noise_request_with_unknown_outcome_is_reconciled_on_resume() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(2).await;
    rig.lab.fault(RERUN, Fault::none());
    rig.lab.fault(RERUN, Fault::reset().after_work());
    let mut settings = settings();
    settings.noise = Some(NoiseSettings {
        rounds: 1,
        sample: 2,
    });
    let stop = StopHandle::default();
    let campaign = rig.campaign(logs.clone(), settings).await;
    let mut campaign = campaign
        .with_stop(stop.clone())
        .with_observer(Arc::new(Stopper(stop, AtomicUsize::new(2))));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Stopped);
    drop(campaign);
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [2, 2]);
    let mut confirmed = BTreeSet::new();
    let add = |row: Row| -> Result<(), JournalError> {
        if row.state == "confirmed" {
            confirmed.insert((row.round, row.call_log));
        }
        Ok(())
    };
    Journal::read(&rig.path()).unwrap().rows(add).unwrap();
    let both = [0, 1].into_iter();
    let expected: BTreeSet<_> = both
        .flat_map(|round| logs.iter().map(move |log| (round, log.0)))
        .collect();
    assert_eq!(confirmed, expected);
}
