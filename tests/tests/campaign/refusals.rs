//! No status proves that nothing was carried out, and whatever ends the sending, what was accepted is collected.

use std::time::Duration;

use cekura::CallLogId;
use cekura_campaign::engine::{Detail, Settings};
use cekura_campaign::{CampaignOutcome, JournalError};
use cekura_sandbox::{Event, EventTrigger, Fault, OutOfCredits, Quirks, RetryAfter};

use crate::rig::Rig;

const RERUN: &str = "call_logs_rerun_evaluation";

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = 6;
    settings.concurrency = 1;
    settings
}

/// How often each call log was paid for, and how many have a result in the report.
fn outcome(rig: &Rig, logs: &[CallLogId]) -> (Vec<u64>, u64) {
    (rig.lab.paid_each(logs), rig.report().coverage.evaluated())
}

#[tokio::test]
async fn evaluations_by_a_refused_request_are_not_sent_again() {
    for status in [400, 404, 409, 413, 422] {
        for fault in [
            Fault::status(status).after_work(),
            Fault::status(status).after_part(2),
            Fault::status(status).before_work(),
        ] {
            let rig = Rig::open().await;
            let logs = rig.lab.idle(12).await;
            rig.lab.fault(RERUN, fault.clone());
            let mut campaign = rig.campaign(logs.clone(), settings()).await;
            assert_eq!(
                campaign.run().await.unwrap(),
                CampaignOutcome::Finished,
                "{fault:?}"
            );
            let spent = campaign.journal().status().unwrap().spent;
            drop(campaign);
            assert_eq!(outcome(&rig, &logs), (vec![1; 12], 12), "{fault:?}");
            assert_eq!(spent.evaluations, 12, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn accepted_results_are_collected_after_sending_ends() {
    for status in [401, 402, 403] {
        let rig = Rig::open().await;
        let logs = rig.lab.idle(18).await;
        rig.lab.fault(RERUN, Fault::none());
        rig.lab.fault(RERUN, Fault::status(status).after_work());
        let mut campaign = rig.campaign(logs.clone(), settings()).await;
        let error = campaign.run().await.unwrap_err().to_string();
        assert!(error.contains(&status.to_string()), "{error}");
        let spent = campaign.journal().status().unwrap().spent;
        drop(campaign);
        let (paid, evaluated) = outcome(&rig, &logs);
        assert_eq!((paid.iter().sum::<u64>(), evaluated), (12, 12), "{status}");
        assert_eq!(spent.evaluations, 12, "{status}");

        assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
        assert_eq!(outcome(&rig, &logs), (vec![1; 18], 18), "{status}");
    }
}

#[tokio::test]
async fn results_are_collected_when_credits_run_out_within_a_request() {
    let rig = Rig::with(|sandbox| {
        let quirks = Quirks {
            out_of_credits: OutOfCredits::Partial,
            ..Quirks::default()
        };
        // Five metrics at 0.2 credits: ten call logs.
        sandbox.quirks(quirks).credits("10")
    })
    .await;
    let logs = rig.lab.idle(18).await;
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    let error = campaign.run().await.unwrap_err().to_string();
    assert!(error.contains("402"), "{error}");
    drop(campaign);
    let (paid, evaluated) = outcome(&rig, &logs);
    assert_eq!((paid.iter().sum::<u64>(), evaluated), (10, 10));

    rig.lab.sandbox().add_credits("100".parse().unwrap());
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(outcome(&rig, &logs), (vec![1; 18], 18));
}

#[tokio::test]
async fn a_request_that_is_always_late_is_sent_again_once() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(2).await;
    for _ in 0..8 {
        rig.lab.fault(RERUN, Fault::late(Duration::from_secs(40)));
    }
    let mut settings = settings();
    settings.settle_window = Duration::from_secs(3);
    let mut campaign = rig
        .campaign(logs.clone(), settings)
        .await
        .with_resends(true);
    campaign.run().await.unwrap();
    let status = campaign.journal().status().unwrap();
    drop(campaign);
    assert_eq!(rig.lab.paid_each(&logs), [2, 2]);
    assert_eq!((status.spent.evaluations, status.possibly_charged), (4, 2));

    // Whoever asks again, now or later, gets no further one.
    for _ in 0..3 {
        rig.resume().with_resends(true).run().await.unwrap();
        assert_eq!(rig.lab.paid_each(&logs), [2, 2]);
    }
}

#[tokio::test]
async fn a_limit_counts_what_may_have_been_sent_twice() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(4).await;
    for _ in 0..8 {
        rig.lab.fault(RERUN, Fault::late(Duration::from_secs(40)));
    }
    let mut settings = settings();
    settings.settle_window = Duration::from_secs(3);
    settings.budget.max_evaluations = Some(5);
    let mut campaign = rig
        .campaign(logs.clone(), settings)
        .await
        .with_resends(true);
    let ending = campaign.run().await.unwrap();
    assert!(
        matches!(ending, CampaignOutcome::LimitReached(_)),
        "{ending:?}"
    );
    assert_eq!(rig.lab.sandbox().ledger().evaluations(), 5);
}

#[tokio::test]
async fn endless_429s_end_at_the_deadline_or_the_stall_timeout() {
    for deadline in [Some(Duration::from_secs(600)), None] {
        let rig = Rig::open().await;
        let logs = rig.lab.idle(6).await;
        for _ in 0..2_000 {
            let fault = Fault::too_many_requests(RetryAfter::Seconds(30));
            rig.lab.fault(RERUN, fault);
        }
        let mut campaign = rig.campaign(logs.clone(), settings()).await;
        if let Some(deadline) = deadline {
            campaign = campaign.with_timeout(deadline);
            assert_eq!(
                campaign.run().await.unwrap(),
                CampaignOutcome::DeadlineReached
            );
        } else {
            let error = campaign.run().await.unwrap_err().to_string();
            assert!(error.contains("429"), "{error}");
        }
        drop(campaign);
        assert_eq!(rig.lab.sandbox().ledger().evaluations(), 0);
        assert_eq!(rig.report().coverage.not_sent, 6);
        rig.lab.faults().clear();
        assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
        assert_eq!(outcome(&rig, &logs), (vec![1; 6], 6));
    }
}

#[tokio::test]
async fn a_call_log_deleted_during_the_campaign_ends_at_once_and_is_listed() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(6).await;
    rig.lab.sandbox().schedule(
        EventTrigger::AfterPaidRequest(1),
        Event::DeleteCallLog {
            call_log: logs[2].0,
        },
    );
    let mut campaign = rig.campaign(logs.clone(), settings()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let report = rig.report();
    assert_eq!(
        (report.coverage.evaluated(), report.coverage.deleted),
        (5, 1)
    );
    assert!(
        report.unfinished[0].reason.contains("deleted"),
        "{:?}",
        report.unfinished
    );
    assert!(
        rig.lab.clock().elapsed() < Duration::from_secs(300),
        "it did not take the whole stall timeout"
    );
}

#[tokio::test]
async fn a_newly_assigned_metric_is_counted_as_spent() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(12).await;
    let agent = rig.lab.agent().0;
    let plan = rig.plan(logs.clone()).await;
    rig.lab.sandbox().assign_metric(agent).unwrap();
    let mut campaign = rig.campaign_of(&plan, &settings());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let spent = campaign.journal().status().unwrap().spent;
    let charged = rig.lab.sandbox().ledger();
    assert_eq!((spent.estimated, spent.metric_evaluations), (0, 12 * 6));
    // Metrics that skip a call log cost nothing; nothing in their result says so for certain, so they are counted.
    assert!((61..=72).contains(&charged.metric_evaluations()));
    let credits: f64 = charged.credits_spent().to_string().parse().unwrap();
    assert!(spent.credits >= credits, "{spent:?}, {credits}");
}

#[tokio::test]
async fn a_stale_list_entry_is_not_a_result() {
    let quirks = Quirks {
        list_lag: Duration::from_secs(18),
        ..Quirks::default()
    };
    let rig = Rig::with(|sandbox| sandbox.quirks(quirks)).await;
    let logs = rig.lab.idle(6).await;
    rig.lab.sandbox().advance(Duration::from_secs(60));
    let plan = rig.plan(logs.clone()).await;
    // The list does not show these edits when the state before is taken from it, and does while the judge is at work.
    for log in &logs {
        rig.lab.sandbox().edit_call_log(log.0);
    }
    rig.lab.sandbox().advance(Duration::from_secs(10));
    rig.lab.fault(RERUN, Fault::empty().after_work());
    let mut settings = settings();
    settings.detail = Detail::Verdicts;
    let mut campaign = rig.campaign_of(&plan, &settings);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let mut compared = 0;
    campaign
        .journal()
        .rows(|row| -> Result<(), JournalError> {
            let verdicts = rig.lab.sandbox().verdicts(row.call_log);
            let new = verdicts
                .iter()
                .find(|verdict| verdict.evaluation == 1 && Some(verdict.metric) == row.metric_id);
            if let (Some(new), Some(after)) = (new, row.after) {
                assert_eq!(after.score, new.score, "call log {}", row.call_log);
                compared += 1;
            }
            Ok(())
        })
        .unwrap();
    assert!(compared >= 6, "{compared}");
}
