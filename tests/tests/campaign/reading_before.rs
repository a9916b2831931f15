//! Reading call logs before they are sent: foreign evaluations, 429s, a refused key, unreadable call logs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use cekura::CallLogId;
use cekura_campaign::engine::{CampaignError, Detail, Observer, Settings, Step};
use cekura_campaign::{Campaign, CampaignOutcome};
use cekura_sandbox::{Fault, RetryAfter};

use crate::rig::Rig;

const READ: &str = "call_logs_retrieve";
const RERUN: &str = "call_logs_rerun_evaluation";
const S: fn(u64) -> Duration = Duration::from_secs;

/// One request and one read at a time.
fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 1;
    settings.concurrency = 1;
    settings.read_concurrency = 1;
    settings
}

/// A read whose record says nothing.
fn unreadable() -> Fault {
    Fault::status(200).with_body("{}")
}

/// As many 429 without a time as one read is tried.
fn too_many(rig: &Rig) {
    for _ in 0..5 {
        rig.lab.fault(READ, Fault::status(429).before_work());
    }
}

/// When `log` was read singly.
fn reads(rig: &Rig, log: CallLogId) -> Vec<SystemTime> {
    let tally = rig.lab.arrived();
    let of_log = tally
        .of(READ)
        .filter(|exchange| exchange.path.contains(&log.0.to_string()));
    of_log.map(|exchange| exchange.at).collect()
}

/// How much longer the rest between two passes is than a pause between two tries.
fn rest_after(rig: &Rig, log: CallLogId, tries: usize) -> Duration {
    let times = reads(rig, log);
    times[tries].duration_since(times[tries - 1]).unwrap()
}

#[tokio::test]
async fn nothing_is_sent_during_a_foreign_evaluation() {
    for detail in [Detail::Before, Detail::Verdicts] {
        let rig = Rig::with(|sandbox| sandbox.evaluation_time(S(90))).await;
        let logs = rig.lab.idle(1).await;
        let plan = rig.plan(logs.clone()).await;
        let _foreign = rig.lab.rerun(logs.clone()).await.unwrap();
        let mut settings = settings();
        settings.detail = detail;
        let mut campaign = rig.campaign_of(&plan, &settings);
        assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
        let times = rig.lab.arrived().times(RERUN);
        let between = times[1].duration_since(times[0]).unwrap();
        assert!(between >= S(60), "{detail:?}: {between:?}");
        assert_eq!(rig.lab.paid_each(&logs), [2], "{detail:?}");
    }
}

#[tokio::test]
async fn a_429_without_retry_after_delays_the_next_read() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    let mark = reads(&rig, logs[0]).len();
    let plan = rig.plan(logs.clone()).await;
    too_many(&rig);
    let mut campaign = rig.campaign_of(&plan, &settings());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let rest = rest_after(&rig, logs[0], mark + 5);
    assert!(rest >= S(15), "{rest:?}");
}

#[tokio::test]
async fn a_429_delays_the_next_read_by_retry_after() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    let plan = rig.plan(logs.clone()).await;
    // Longer than a call has time for.
    for _ in 0..2 {
        rig.lab
            .fault(READ, Fault::too_many_requests(RetryAfter::Seconds(800)));
    }
    let mut campaign = rig.campaign_of(&plan, &settings());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1]);
    assert!(rig.lab.clock().elapsed() >= S(1_600));
}

#[tokio::test]
async fn an_answer_during_the_pause_of_reads_does_not_end_it() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(3).await;
    let plan = rig.plan(logs.clone()).await;
    let before: Vec<_> = logs.iter().map(|log| reads(&rig, *log).len()).collect();
    too_many(&rig);
    // Two requests are under way when the 429 is met again, and one is answered long after the other, in real time.
    rig.lab.fault(RERUN, Fault::none());
    rig.lab
        .fault(RERUN, Fault::delay(Duration::from_millis(300)));
    let mut settings = settings();
    settings.concurrency = 2;
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 3]);
    let turned_away = (0..3).find(|nth| reads(&rig, logs[*nth]).len() > before[*nth] + 5);
    let nth = turned_away.expect("one call log was turned away five times");
    let rest = rest_after(&rig, logs[nth], before[nth] + 5);
    assert!(rest >= S(15), "{rest:?}");
}

#[tokio::test]
async fn a_refused_key_ends_the_campaign_before_anything_is_sent() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(3).await;
    let plan = rig.plan(logs.clone()).await;
    rig.lab.fault(READ, Fault::status(401));
    let mut campaign = rig.campaign_of(&plan, &settings());
    let error = campaign.run().await.unwrap_err();
    assert!(matches!(error, CampaignError::Service(_)), "{error:?}");
    drop(campaign);
    assert_eq!(rig.lab.arrived().paid_requests(), 0);
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 3]);
}

/// Makes the first read of each of the first passes unreadable.
struct Saboteur {
    rig: Arc<Rig>,
    passes: AtomicU32,
}

impl Observer for Saboteur {
    fn step(&self, step: Step) {
        if step == Step::BaselineStored && self.passes.load(Ordering::Relaxed) > 0 {
            self.passes.fetch_sub(1, Ordering::Relaxed);
            self.rig.lab.fault(READ, unreadable());
        }
    }
}

/// A campaign whose first stage has `stage` call logs, of which the first cannot be read in any of the three passes.
async fn sabotaged(stage: u64) -> (Arc<Rig>, Vec<CallLogId>, Campaign) {
    let rig = Arc::new(Rig::open().await);
    let logs = rig.lab.idle(4).await;
    let mut settings = settings();
    settings.canary = vec![stage];
    settings.canary_max_regressions = 1_000;
    let campaign = rig.campaign(logs.clone(), settings).await;
    rig.lab.fault(READ, unreadable());
    let saboteur = Saboteur {
        rig: Arc::clone(&rig),
        passes: AtomicU32::new(2),
    };
    let campaign = campaign.with_observer(Arc::new(saboteur));
    (rig, logs, campaign)
}

#[tokio::test]
async fn unreadable_call_logs_are_not_skipped_if_none_can_be_read() {
    let (rig, _, mut campaign) = sabotaged(1).await;
    let error = campaign.run().await.unwrap_err();
    assert!(
        matches!(error, CampaignError::BaselineUnreadable { logs: 1, .. }),
        "{error:?}"
    );
    assert_eq!(rig.lab.arrived().paid_requests(), 0);
}

#[tokio::test]
async fn a_call_log_that_a_later_stage_can_read_is_evaluated() {
    let (rig, logs, mut campaign) = sabotaged(2).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert!(campaign.journal().status().unwrap().finished);
    assert_eq!(rig.lab.paid_each(&logs), [1; 4]);
}
