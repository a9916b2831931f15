//! Failed polls, and call logs that are deleted during the campaign.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cekura_campaign::CampaignOutcome;
use cekura_campaign::engine::{Observer, Settings, Step};
use cekura_sandbox::{Event, EventTrigger, Fault};

use crate::rig::Rig;

/// Has every read refused once the request is answered, and counts the polls.
struct Revoker {
    rig: Arc<Rig>,
    polls: AtomicU32,
    refusals: usize,
}

impl Observer for Revoker {
    fn step(&self, step: Step) {
        match step {
            Step::Concluded => {
                for operation in ["call_logs_list", "call_logs_retrieve"] {
                    for _ in 0..self.refusals {
                        self.rig.lab.fault(operation, Fault::status(401));
                    }
                }
            }
            Step::Polled => drop(self.polls.fetch_add(1, Ordering::Relaxed)),
            _ => {}
        }
    }
}

async fn revoked(refusals: usize) -> (Result<CampaignOutcome, String>, u32) {
    let rig = Arc::new(Rig::open().await);
    let revoker = Arc::new(Revoker {
        rig: Arc::clone(&rig),
        polls: AtomicU32::new(0),
        refusals,
    });
    let campaign = rig.campaign(rig.lab.idle(1).await, Settings::default());
    let mut campaign = campaign.await.with_observer(Arc::clone(&revoker) as Arc<_>);
    let ended = campaign.run().await.map_err(|e| e.to_string());
    (ended, revoker.polls.load(Ordering::Relaxed))
}

#[tokio::test]
async fn a_revoked_key_ends_the_wait_after_three_polls() {
    let (ended, polls) = revoked(100).await;
    let error = ended.unwrap_err();
    assert!(error.contains("401"), "{error}");
    assert!(
        (3..=6).contains(&polls),
        "the wait, and what was left to collect: {polls}"
    );
    let (ended, _) = revoked(1).await;
    assert_eq!(ended, Ok(CampaignOutcome::Finished));
}

#[tokio::test]
async fn a_deleted_call_log_is_not_waited_for() {
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(Duration::from_secs(300))).await;
    let logs = rig.lab.idle(3).await;
    let call_log = logs[0].0;
    rig.lab.sandbox().schedule(
        EventTrigger::AfterPaidRequest(1),
        Event::DeleteCallLog { call_log },
    );
    let mut campaign = rig.campaign(logs, Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let coverage = rig.report().coverage;
    assert_eq!(
        (coverage.deleted, coverage.evaluated()),
        (1, 2),
        "{coverage:?}"
    );
}
