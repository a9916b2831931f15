//! Promise: polling takes few requests, announcements add to it, and every wait ends.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use cekura::CallLogId;
use cekura_campaign::CampaignOutcome;
use cekura_campaign::engine::{Announcer, Detail, Observer, Settings, Step, StopHandle};
use cekura_campaign::report::UnfinishedState;
use cekura_sandbox::{Fault, Quirks, Traces, UpdatedAt};

use crate::rig::Rig;

/// Counts the polls of a wait, and what each of them asked for.
#[tokio::test]
async fn one_poll_takes_one_list_request_for_200_call_logs_of_one_window() {
    // Two years of calls, so that windows matter.
    let rig = Rig::with(|sandbox| {
        sandbox
            .call_logs(2_000)
            .evaluation_time(Duration::from_secs(300))
    })
    .await;
    let logs = rig.lab.fresh(900);
    let mut times: Vec<_> = rig
        .lab
        .sandbox()
        .call_log_ids_of(rig.lab.agent().0)
        .into_iter()
        .filter(|id| logs.contains(&CallLogId(*id)))
        .collect();
    times.sort_unstable();
    let mut settings = Settings::default();
    settings.stall_timeout = Duration::from_secs(20);
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let tally = rig.lab.arrived();
    let last_paid = tally.of("call_logs_rerun_evaluation").last().unwrap().at;
    let polls = tally
        .of("call_logs_list")
        .filter(|exchange| exchange.at > last_paid)
        .count();
    // Nothing is done for five minutes, and the stall timeout is twenty seconds: polls after 2, 5, 9.5, 16.25 and 26.4 s.
    let most = 5 * (900_usize.div_ceil(200) + 1);
    assert!(
        (5..=most).contains(&polls),
        "{polls} list requests, at most {most}"
    );
    assert_eq!(rig.report().coverage.timed_out, 900);
}

#[tokio::test]
async fn timed_out_call_logs_are_reported_and_waited_for_on_resume() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(3_600))).await;
    let logs = rig.lab.fresh(6);
    let mut settings = Settings::default();
    settings.stall_timeout = Duration::from_secs(60);
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert_eq!(report.coverage.timed_out, 6);
    assert!(
        report
            .unfinished
            .iter()
            .all(|log| log.state == UnfinishedState::TimedOut)
    );
    rig.lab.sandbox().advance(Duration::from_secs(2 * 3_600));
    let mut campaign = rig.resume();
    campaign.set(Settings::default()).unwrap();
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}

#[tokio::test]
async fn states_from_before_the_request_are_not_results() {
    let stale = Duration::from_secs(7_200);
    let quirks = Quirks {
        unreviewed: Traces {
            updated_at: UpdatedAt::Never,
            ..Traces::unreviewed()
        },
        list_lag: stale,
        single_lag: stale,
        ..Quirks::default()
    };
    let slow = Duration::from_secs(3_600);
    let rig = Rig::with(|sandbox| sandbox.quirks(quirks).evaluation_time(slow)).await;
    let logs = rig.lab.idle(6).await;
    let mut settings = Settings::default();
    settings.stall_timeout = Duration::from_secs(120);
    let mut campaign = rig.campaign(logs, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    // The replies show every evaluation begin, and nothing after that is news.
    assert_eq!(rig.report().coverage.timed_out, 6);
}

/// Announces every call log as soon as the first poll has shown nothing.
struct Herald {
    announcer: Announcer,
    logs: Mutex<Vec<CallLogId>>,
    sandbox: Arc<cekura_sandbox::Sandbox>,
}

impl Observer for Herald {
    fn step(&self, step: Step) {
        if step == Step::Polled {
            let logs = std::mem::take(&mut *self.logs.lock().unwrap());
            if !logs.is_empty() {
                self.sandbox.advance(Duration::from_secs(300));
            }
            logs.into_iter()
                .for_each(|log| self.announcer.announce(log));
        }
    }
}

#[tokio::test]
async fn announced_results_are_read_at_once_and_unknown_ids_ignored() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(100))).await;
    let logs = rig.lab.idle(10).await;
    let announcer = Announcer::default();
    let mut announced = logs.clone();
    announced.push(CallLogId(990_001));
    let herald = Herald {
        announcer: announcer.clone(),
        logs: Mutex::new(announced),
        sandbox: rig.lab.sandbox_handle(),
    };
    let campaign = rig.campaign(logs.clone(), Settings::default()).await;
    let mut campaign = campaign
        .with_announcer(announcer)
        .with_observer(Arc::new(herald));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert!(rig.report().coverage.is_complete());
    let journal = cekura_campaign::Journal::read(&rig.path()).unwrap();
    let mut states = Vec::new();
    journal
        .rows::<cekura_campaign::JournalError>(|row| {
            states.push(row.state);
            Ok(())
        })
        .unwrap();
    assert!(
        states.iter().all(|state| state == "announced"),
        "{states:?}"
    );
}

#[tokio::test]
async fn an_announcement_during_an_evaluation_is_not_a_result() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(1_000))).await;
    let logs = rig.lab.idle(4).await;
    let announcer = Announcer::default();
    logs.iter().for_each(|log| announcer.announce(*log));
    let mut settings = Settings::default();
    settings.stall_timeout = Duration::from_secs(30);
    let campaign = rig.campaign(logs, settings).await;
    let mut campaign = campaign.with_announcer(announcer);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.report().coverage.timed_out, 4);
}

/// Asks the campaign to stop when requests are answered.
struct Stopper(StopHandle);

impl Observer for Stopper {
    fn step(&self, step: Step) {
        if step == Step::Answered {
            self.0.stop();
        }
    }
}

#[tokio::test]
async fn asked_to_stop_it_commits_what_is_under_way_and_sends_no_more() {
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(40);
    let stop = StopHandle::default();
    let mut settings = Settings::default();
    settings.batch_size = 5;
    settings.concurrency = 2;
    let campaign = rig.campaign(logs.clone(), settings).await;
    let mut campaign = campaign
        .with_stop(stop.clone())
        .with_observer(Arc::new(Stopper(stop)));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Stopped);
    drop(campaign);
    let report = rig.report();
    let paid = rig.lab.sandbox().ledger().evaluations();
    assert_eq!(report.coverage.waiting, paid, "{:?}", report.coverage);
    assert!((5..=10).contains(&paid), "{paid}");
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}

#[tokio::test]
async fn a_429_holds_the_campaign_back_as_long_as_it_says() {
    use cekura_sandbox::{Fault, RetryAfter};
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(20);
    // Longer than a call of its own would wait for.
    rig.lab.fault(
        "call_logs_rerun_evaluation",
        Fault::too_many_requests(RetryAfter::Seconds(400)),
    );
    let mut settings = Settings::default();
    settings.concurrency = 1;
    let mut campaign = rig.campaign(logs.clone(), settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let times = rig.lab.arrived().times("call_logs_rerun_evaluation");
    let gap = times[1].duration_since(times[0]).unwrap();
    assert!(gap >= Duration::from_secs(400), "{gap:?}");
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}

/// The page of a proxy that does not know the address.
fn no_such_page() -> Fault {
    Fault::status(404)
        .with_header("content-type", "text/html")
        .with_body("<html>no such page</html>")
}

/// Answers three reads with such a page once requests are answered.
struct Detour(Arc<cekura_sandbox::Sandbox>);

impl Observer for Detour {
    fn step(&self, step: Step) {
        if step == Step::Answered {
            for _ in 0..3 {
                let faults = self.0.faults();
                faults.push_for("call_logs_retrieve", no_such_page());
            }
        }
    }
}

#[tokio::test]
async fn a_page_that_a_proxy_does_not_find_deletes_nothing() {
    for (is_before, is_announced) in [(true, false), (false, false), (false, true)] {
        let rig = Rig::open().await;
        let logs = rig.lab.idle(6).await;
        let announcer = Announcer::default();
        if is_announced {
            logs.iter().for_each(|log| announcer.announce(*log));
        }
        let mut settings = Settings::default();
        settings.detail = Detail::Explanations;
        let campaign = rig.campaign(logs.clone(), settings).await;
        let mut campaign = campaign.with_announcer(announcer);
        if is_before {
            for _ in 0..3 {
                rig.lab.fault("call_logs_retrieve", no_such_page());
            }
        } else {
            let detour = Detour(rig.lab.sandbox_handle());
            campaign = campaign.with_observer(Arc::new(detour));
        }
        assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
        drop(campaign);
        let report = rig.report();
        assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
        assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    }
}

#[tokio::test]
async fn a_page_that_a_proxy_does_not_find_refuses_no_call_log() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(6).await;
    rig.lab.fault("call_logs_rerun_evaluation", no_such_page());
    let mut campaign = rig.campaign(logs.clone(), Settings::default()).await;
    let error = campaign.run().await.unwrap_err();
    assert!(error.to_string().contains("404"), "{error}");
    drop(campaign);
    assert_eq!(
        rig.report().coverage.refused,
        0,
        "{:?}",
        rig.report().unfinished
    );
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert!(rig.report().coverage.is_complete());
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
}
