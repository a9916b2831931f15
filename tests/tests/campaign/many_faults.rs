//! Promise: thousands of call logs are evaluated once under lost replies, failing gateways, limits and kills.

use std::collections::BTreeSet;
use std::time::Duration;

use cekura_campaign::engine::{Settings, Step};
use cekura_campaign::report::{ChangeKind, Report, UnfinishedState};
use cekura_sandbox::{FaultRates, Sandbox, SandboxBuilder};

use crate::worker::{Workshop, quick};

const MANY: usize = 10_000;

/// As many requests with fewer call logs each.
const FEWER: usize = 2_000;

/// 200 requests, whatever the number of call logs.
fn settings(logs: usize) -> Settings {
    let mut settings = quick();
    settings.batch_size = (logs / 200) as u32;
    settings.concurrency = 8;
    settings.read_concurrency = 16;
    // A poll of thousands takes longer than the pause that is usual in these tests.
    settings.poll_interval = [Duration::from_millis(500), Duration::from_secs(3)];
    settings
}

/// Two agents share the call logs evenly.
fn large(logs: usize) -> impl FnOnce(SandboxBuilder) -> SandboxBuilder {
    move |sandbox| sandbox.call_logs(2 * logs as u64).credits("100000")
}

fn paid_requests(rates: FaultRates) -> FaultRates {
    FaultRates {
        too_many_requests: 0.05,
        operation: Some("call_logs_rerun_evaluation".to_owned()),
        ..rates
    }
}

/// Every verdict of yes or no that the judge gave differently the second time: call log, metric, whether it passes now.
fn flips_of(sandbox: &Sandbox, logs: impl Iterator<Item = i64>) -> BTreeSet<(i64, i64, bool)> {
    let mut flips = BTreeSet::new();
    for log in logs {
        let verdicts = sandbox.verdicts(log);
        let of = |evaluation: u32| verdicts.iter().filter(move |v| v.evaluation == evaluation);
        for after in of(1) {
            let before = of(0).find(|before| before.metric == after.metric);
            if let (Some(before), Some(now)) =
                (before.and_then(|before| before.passed), after.passed)
                && before != now
            {
                flips.insert((log, after.metric, now));
            }
        }
    }
    flips
}

fn reported_flips(report: &Report) -> BTreeSet<(i64, i64, bool)> {
    let flips = report.changes.iter().filter_map(|change| {
        let passes = match change.change {
            ChangeKind::PassToFail => false,
            ChangeKind::FailToPass => true,
            _ => return None,
        };
        Some((change.call_log, change.metric_id?, passes))
    });
    flips.collect()
}

/// A reviewed call log whose verdicts stay shows no more than a person's edit would: it is listed, not guessed.
fn only_reviewed_ones_are_in_doubt(report: &Report, logs: usize, missing: &BTreeSet<i64>) {
    let paid = report
        .unfinished
        .iter()
        .filter(|log| !missing.contains(&log.call_log));
    let mut count = 0;
    for log in paid {
        assert_eq!(log.state, UnfinishedState::Unknown, "{log:?}");
        assert!(log.reason.contains("only updated_at changed"), "{log:?}");
        count += 1;
    }
    assert!(count < logs / 50, "{count}");
    assert_eq!(
        report.coverage.evaluated() + report.unfinished.len() as u64,
        logs as u64
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_lost_after_the_work_are_not_paid_twice() {
    let workshop = Workshop::open(MANY, true, &settings(MANY), large(MANY)).await;
    workshop
        .sandbox
        .faults()
        .set_rates(paid_requests(FaultRates {
            lost_after_work: 0.05,
            bad_gateway_after_work: 0.02,
            ..FaultRates::default()
        }));
    // Both times, requests are in the journal that never reached the network.
    assert!(workshop.die(Step::Intended, 6, &["--resend"]).await);
    assert!(workshop.die(Step::Intended, 9, &["--resend"]).await);
    assert_eq!(workshop.work(&["--resend"]).await, "Finished");

    let ledger = workshop.sandbox.ledger();
    assert_eq!(ledger.evaluations(), MANY as u64);
    assert_eq!(ledger.paid_more_than_once(), []);
    assert!(workshop.paid().iter().all(|paid| *paid == 1));
    let report = workshop.report();
    only_reviewed_ones_are_in_doubt(&report, MANY, &BTreeSet::new());
    let expected = flips_of(&workshop.sandbox, workshop.logs.iter().map(|log| log.0));
    assert!(
        expected.len() > 1_000,
        "the judge changed its mind: {}",
        expected.len()
    );
    assert_eq!(reported_flips(&report), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_lost_before_the_work_are_listed_and_completed_on_request() {
    let workshop = Workshop::open(FEWER, true, &settings(FEWER), large(FEWER)).await;
    workshop
        .sandbox
        .faults()
        .set_rates(paid_requests(FaultRates {
            lost_before_work: 0.05,
            unavailable_before_work: 0.02,
            ..FaultRates::default()
        }));
    assert!(workshop.die(Step::Answered, 12, &[]).await);
    assert!(workshop.die(Step::Intended, 9, &[]).await);
    assert_eq!(workshop.work(&[]).await, "Finished");

    let paid = workshop.paid();
    assert!(paid.iter().all(|paid| *paid <= 1));
    let report = workshop.report();
    let unknown: BTreeSet<i64> = report
        .unfinished
        .iter()
        .filter(|log| log.state == UnfinishedState::Unknown)
        .map(|log| log.call_log)
        .collect();
    let missing: BTreeSet<i64> = workshop
        .logs
        .iter()
        .zip(&paid)
        .filter(|(_, paid)| **paid == 0)
        .map(|(log, _)| log.0)
        .collect();
    assert!(missing.len() > 60, "{}", missing.len());
    assert!(
        missing.is_subset(&unknown),
        "{:?}",
        missing.difference(&unknown)
    );
    only_reviewed_ones_are_in_doubt(&report, FEWER, &missing);
    assert_eq!(report.coverage.evaluated(), (FEWER - unknown.len()) as u64);

    assert_eq!(workshop.work(&["--resend"]).await, "Finished");
    assert_eq!(workshop.sandbox.ledger().evaluations(), FEWER as u64);
    assert!(workshop.paid().iter().all(|paid| *paid == 1));
    only_reviewed_ones_are_in_doubt(&workshop.report(), FEWER, &BTreeSet::new());
}
