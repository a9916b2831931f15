//! Promise: results restart the stall timeout, and only evidence of an evaluation ends a wait with a result.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use cekura_campaign::CampaignOutcome;
use cekura_campaign::engine::{Detail, Observer, Settings, Step};
use cekura_sandbox::{Fault, Quirks, Traces, UpdatedAt, Visibility};

use crate::rig::Rig;

const LIST: &str = "call_logs_list";
const RERUN: &str = "call_logs_rerun_evaluation";
const S: fn(u64) -> Duration = Duration::from_secs;

#[tokio::test]
async fn each_result_restarts_the_stall_timeout() {
    // The judge takes between 200 and 400 seconds.
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(S(300))).await;
    let logs = rig.lab.idle(30).await;
    let mut settings = Settings::default();
    settings.stall_timeout = S(280);
    let began = rig.lab.clock().elapsed();
    let mut campaign = rig.campaign(logs, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    let took = rig.lab.clock().elapsed() - began;
    assert!(took > S(300), "the last one takes longer: {took:?}");
    assert_eq!(
        (coverage.timed_out, coverage.evaluated()),
        (0, 30),
        "{coverage:?}"
    );
}

/// Once everything is sent, refuses the second list request of each of the first polls.
struct Refuser {
    rig: Arc<Rig>,
    is_done: AtomicBool,
}

impl Observer for Refuser {
    fn step(&self, step: Step) {
        let is_sent = self.rig.lab.arrived().paid_requests() == 5;
        if step == Step::Concluded && is_sent && !self.is_done.swap(true, Ordering::Relaxed) {
            for _ in 0..3 {
                self.rig.lab.fault(LIST, Fault::none());
                self.rig.lab.fault(LIST, Fault::status(401));
            }
        }
    }
}

#[tokio::test]
async fn a_refused_poll_beside_successful_ones_does_not_end_the_wait() {
    let set_up =
        |sandbox: cekura_sandbox::SandboxBuilder| sandbox.agents(1).call_logs(500).credits("10000");
    let rig = Arc::new(Rig::with(|sandbox| set_up(sandbox).evaluation_time(S(60))).await);
    // More than one list request asks for.
    let logs = rig.lab.fresh(210);
    let mut settings = Settings::default();
    settings.detail = Detail::Verdicts;
    let refuser = Refuser {
        rig: Arc::clone(&rig),
        is_done: AtomicBool::new(false),
    };
    let campaign = rig.campaign(logs, settings).await;
    let mut campaign = campaign.with_observer(Arc::new(refuser));
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.faults().remaining(), 0);
    assert_eq!(rig.report().coverage.evaluated(), 210);
}

#[tokio::test]
async fn a_reset_success_is_evidence_of_an_evaluation() {
    let traces = Traces {
        status: Visibility::Never,
        success: Visibility::Immediate,
        updated_at: UpdatedAt::Finished,
    };
    let quirks = Quirks {
        unreviewed: traces,
        ..Quirks::default()
    };
    let rig = Rig::with(|sandbox| sandbox.quirks(quirks).evaluation_time(S(300))).await;
    let logs = rig.lab.idle(3).await;
    rig.lab.fault(RERUN, Fault::reset().after_work());
    let mut campaign = rig.campaign(logs.clone(), Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [1; 3]);
    let coverage = rig.report().coverage;
    assert_eq!(
        (coverage.unknown, coverage.evaluated()),
        (0, 3),
        "{coverage:?}"
    );
}

#[tokio::test]
async fn call_logs_after_an_unchanged_batch_are_polled_too() {
    // Evaluations leave no trace on what nobody has reviewed.
    let quirks = Quirks {
        unreviewed: Traces {
            status: Visibility::Never,
            success: Visibility::Never,
            updated_at: UpdatedAt::Never,
        },
        reviewed: Traces::unreviewed(),
        ..Quirks::default()
    };
    let set_up = |sandbox: cekura_sandbox::SandboxBuilder| {
        sandbox.agents(1).call_logs(1_100).credits("10000")
    };
    let rig = Rig::with(|sandbox| set_up(sandbox).quirks(quirks)).await;
    // The newest one, behind more than the list requests that a poll sends at once ask for.
    let logs = rig
        .lab
        .fresh_where(820, |log| log.is_reviewed != Some(true))
        .await;
    assert!(rig.lab.sandbox().review(logs[0].0, true));
    let mut settings = Settings::default();
    settings.stall_timeout = S(150);
    settings.detail = Detail::Verdicts;
    let mut campaign = rig.campaign(logs, settings).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!(
        (coverage.timed_out, coverage.evaluated()),
        (819, 1),
        "{coverage:?}"
    );
}
