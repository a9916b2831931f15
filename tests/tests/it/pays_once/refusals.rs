//! Requests that certainly did no work are retried where the retry table says so, and refusals are checked for work.

use std::time::Duration;

use cekura::Client;
use cekura::reevaluation::Acceptance;
use cekura_sandbox::{Fault, FaultRates, FaultScript, Quirks, RetryAfter};
use cekura_tests::Lab;

use super::calls::{Call, Care};

#[tokio::test]
async fn retries_after_429_and_pays_once() {
    let lab = Lab::open().await;
    let told = Duration::from_secs(9);
    for call in Call::BOTH {
        for care in [Care::Plain, Care::Baseline] {
            for form in [
                RetryAfter::Seconds(9),
                RetryAfter::Date(told),
                RetryAfter::Absent,
            ] {
                let name = format!("{call:?} {care:?} {form:?}");
                let (logs, mark) = (lab.idle(2).await, lab.mark());
                lab.fault(call.operation(), Fault::too_many_requests(form.clone()));
                let started = call.send(&lab, &logs, care).await.expect(&name);
                assert!(
                    matches!(started.acceptance(), Acceptance::Responded),
                    "{name}"
                );
                let times = lab.since(mark).times(call.operation());
                let [first, second] = times[..] else {
                    panic!("{name}: {times:?}");
                };
                let waited = second.duration_since(first).expect(&name);
                // A date has whole seconds, so it may lie up to one second nearer than it was meant.
                let least = match form {
                    RetryAfter::Seconds(_) => told,
                    RetryAfter::Date(_) => told - Duration::from_secs(1),
                    _ => Duration::ZERO,
                };
                assert!(waited >= least, "{name}: {waited:?}");
                assert_eq!(lab.paid_each(&logs), [1, 1], "{name}");
            }
        }
    }
}

#[tokio::test]
async fn final_error_statuses_are_not_retried() {
    let lab = Lab::open().await;
    for status in [400, 401, 402, 403, 404, 405, 409, 413, 415, 422] {
        for call in Call::BOTH {
            let (logs, mark) = (lab.idle(1).await, lab.mark());
            lab.fault(call.operation(), Fault::status(status));
            let error = call.send(&lab, &logs, Care::Resend).await.unwrap_err();
            assert!(!error.is_outcome_unknown(), "{status}: {error}");
            assert_eq!(error.status(), Some(status));
            assert_eq!(lab.since(mark).paid_requests(), 1, "{status}");
            assert_eq!(lab.paid(logs[0]), 0, "{status}");
        }
    }
}

/// The error statuses of a whole request. After a 401 or 429 the service has not read it.
const REFUSALS: [u16; 9] = [400, 402, 403, 404, 405, 409, 413, 415, 422];

#[tokio::test]
async fn work_despite_an_error_status_makes_the_outcome_unknown() {
    let lab = Lab::open().await;
    for status in REFUSALS {
        for call in Call::BOTH {
            for care in [Care::Baseline, Care::Resend] {
                let name = format!("{call:?} {care:?} {status}");
                let (mut logs, mark) = (lab.idle(2).await, lab.mark());
                logs.sort_unstable();
                let began = lab.clock().elapsed();
                let refusal = Fault::status(status).after_work();
                lab.fault(call.operation(), refusal);
                let error = call.send(&lab, &logs, care).await.unwrap_err();
                let unknown = error.outcome_unknown().expect(&name);
                assert_eq!(unknown.accepted().collect::<Vec<_>>(), logs, "{name}");
                assert_eq!(unknown.sends_possibly_charged(), 1, "{name}");
                assert_eq!(error.status(), Some(status), "{name}");
                assert!(
                    !error.is_bad_request() && !error.is_out_of_credits(),
                    "{name}"
                );
                assert!(error.to_string().contains("were started"), "{error}");
                let arrived = lab.since(mark);
                assert_eq!(arrived.paid_requests(), 1, "{name}");
                let reads = arrived.count("call_logs_retrieve");
                assert_eq!(reads, 2 * logs.len(), "{name}: read back once");
                assert_eq!(lab.clock().elapsed(), began, "{name}: at once");
                assert_eq!(lab.paid_each(&logs), [1, 1], "{name}");
            }
        }
    }
}

#[tokio::test]
async fn the_accepted_part_of_a_refused_batch_is_reported() {
    let lab = Lab::with_quirks(Quirks {
        passed_over_every: Some(3),
        ..Quirks::default()
    })
    .await;
    for call in Call::BOTH {
        let mut logs = lab.idle(8).await;
        logs.sort_unstable();
        lab.fault(call.operation(), Fault::status(402).after_work());
        let error = call.send(&lab, &logs, Care::Resend).await.unwrap_err();
        let unknown = error.outcome_unknown().expect("an unknown outcome");
        let (passed_over, taken): (Vec<_>, Vec<_>) = logs.iter().partition(|id| id.0 % 3 == 0);
        assert!(!taken.is_empty() && !passed_over.is_empty());
        assert_eq!(unknown.accepted().collect::<Vec<_>>(), taken, "{call:?}");
        assert_eq!(
            unknown.unknown().collect::<Vec<_>>(),
            passed_over,
            "{call:?}"
        );
        let paid: u64 = lab.paid_each(&logs).into_iter().sum();
        assert_eq!(paid, taken.len() as u64, "{call:?}: nothing was sent again");
    }
}

#[tokio::test]
async fn work_before_an_error_status_is_reported() {
    let lab = Lab::open().await;
    for status in [400, 402, 409] {
        for call in Call::BOTH {
            let (logs, mark) = (lab.idle(8).await, lab.mark());
            lab.fault(call.operation(), Fault::status(status).after_part(3));
            let error = call.send(&lab, &logs, Care::Resend).await.unwrap_err();
            let unknown = error.outcome_unknown().expect("an unknown outcome");
            let accepted: Vec<_> = unknown.accepted().collect();
            assert_eq!(accepted.len(), 3, "{call:?} {status}");
            assert_eq!(lab.paid_each(&accepted), [1; 3], "{call:?} {status}");
            let paid: u64 = lab.paid_each(&logs).into_iter().sum();
            assert_eq!(paid, 3, "{call:?} {status}");
            assert_eq!(lab.since(mark).paid_requests(), 1, "{call:?} {status}");
        }
    }
}

#[tokio::test]
async fn an_error_status_without_evidence_of_work_is_returned_as_it_is() {
    let lab = Lab::open().await;
    for status in REFUSALS {
        for call in Call::BOTH {
            let (logs, mark) = (lab.idle(2).await, lab.mark());
            lab.fault(call.operation(), Fault::status(status));
            let error = call.send(&lab, &logs, Care::Baseline).await.unwrap_err();
            assert!(!error.is_outcome_unknown(), "{status}: {error}");
            assert_eq!(error.status(), Some(status));
            let reads = lab.since(mark).count("call_logs_retrieve");
            assert_eq!(reads, 2 * logs.len(), "{status}: read back");
        }
    }
    // Nothing is read back after a 401, and without a baseline.
    for (status, care, reads) in [(401, Care::Baseline, 1), (402, Care::Plain, 0)] {
        let (logs, mark) = (lab.idle(1).await, lab.mark());
        lab.fault(Call::Rerun.operation(), Fault::status(status).after_work());
        let error = Call::Rerun.send(&lab, &logs, care).await.unwrap_err();
        assert!(!error.is_outcome_unknown(), "{status}: {error}");
        assert_eq!(lab.since(mark).count("call_logs_retrieve"), reads);
    }
}

#[tokio::test]
async fn too_few_credits_is_an_error_and_nothing_is_charged() {
    let lab = Lab::with(|sandbox| sandbox.credits("0.10")).await;
    let logs = lab.idle(2).await;
    let error = Call::Rerun
        .send(&lab, &logs, Care::Baseline)
        .await
        .unwrap_err();
    assert!(
        error.is_out_of_credits() && !error.is_outcome_unknown(),
        "{error}"
    );
    assert_eq!(lab.arrived().paid_requests(), 1);
    assert_eq!(lab.paid_each(&logs), [0, 0]);
}

#[tokio::test]
async fn a_refused_connection_is_retried_and_its_outcome_is_known() {
    let lab = Lab::open().await;
    let refusing = closed_port();
    let client = lab.client_builder().base_url(refusing).build().unwrap();
    let logs = lab.fresh(1);
    let error = client
        .call_logs()
        .rerun_evaluation(lab.agent(), logs)
        .await
        .unwrap_err();
    assert!(error.is_connect() && !error.is_outcome_unknown(), "{error}");
    assert_eq!(error.attempts(), 5);
    assert_eq!(lab.clock().sleeps().len(), 4);
}

/// The address of a port that was free a moment ago.
fn closed_port() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}", listener.local_addr().expect("its address"))
}

#[tokio::test]
async fn a_failing_service_gets_one_paid_request_per_call() {
    let lab = failing("call_logs_rerun_evaluation").await;
    for _ in 0..60 {
        let logs = lab.fresh(1);
        let error = Call::Rerun
            .send(&lab, &logs, Care::Plain)
            .await
            .unwrap_err();
        assert!(error.is_outcome_unknown(), "{error}");
        assert_eq!(lab.paid(logs[0]), 1);
    }
    assert_eq!(lab.arrived().paid_requests(), 60);
}

#[tokio::test]
async fn retry_budget_limits_reads_of_a_failing_service() {
    let lab = failing("call_logs_retrieve").await;
    let read = async |client: &Client| {
        let error = client.call_logs().get(lab.fresh(1)[0]).await.unwrap_err();
        assert_eq!(error.status(), Some(502));
        error.attempts()
    };
    // Clones share the budget.
    let other = lab.client().clone();
    let mut attempts = 0;
    for _ in 0..60 {
        attempts += read(lab.client()).await + read(&other).await;
    }
    assert_eq!(attempts, 120 + 50);
    assert_eq!(lab.arrived().count("call_logs_retrieve"), 120 + 50);
}

/// A lab in which every response to `operation` is a 502, whatever was done.
async fn failing(operation: &str) -> Lab {
    let rates = FaultRates {
        bad_gateway_after_work: 1.0,
        operation: Some(operation.to_owned()),
        ..FaultRates::default()
    };
    Lab::with(|sandbox| sandbox.faults(FaultScript::default().with_rates(rates))).await
}
