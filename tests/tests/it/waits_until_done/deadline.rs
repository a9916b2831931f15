//! A wait ends at its deadline and tolerates failed polls until then.

use std::time::Duration;

use cekura::reevaluation::{PollInterval, WaitOutcome};
use cekura_sandbox::{Fault, Quirks, RetryAfter};
use cekura_tests::Lab;

const LIST: &str = "call_logs_list";

fn stuck() -> Quirks {
    Quirks {
        stuck_every: Some(1),
        ..Quirks::default()
    }
}

#[tokio::test]
async fn a_timed_out_wait_returns_the_last_state() {
    let lab = Lab::with_quirks(stuck()).await;
    let rerun = lab.rerun(lab.idle(2).await);
    let started = rerun.with_baseline().await.unwrap();
    for deadline in [None, Some(Duration::from_secs(7)), Some(Duration::ZERO)] {
        let began = lab.clock().elapsed();
        let wait = started.wait();
        let wait = match deadline {
            Some(deadline) => wait.with_timeout(deadline),
            None => wait,
        };
        let waited = wait.await.unwrap();
        let took = lab.clock().elapsed() - began;
        assert_eq!(took, deadline.unwrap_or(Duration::from_secs(600)));
        for log in &waited {
            let WaitOutcome::TimedOut { last: Some(last) } = &log.outcome else {
                panic!("{:?}", log.outcome);
            };
            assert!(last.is_busy() && log.after.is_none() && log.diff().is_none());
            assert_eq!(last.status.as_deref(), Some("evaluating"));
        }
    }
}

#[tokio::test]
async fn poll_interval_grows_by_half_up_to_its_maximum() {
    let lab = Lab::with_quirks(stuck()).await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.await.unwrap();
    let pauses_of = async |poll| {
        let slept = lab.clock().sleeps().len();
        let wait = started
            .wait()
            .with_timeout(Duration::from_secs(100))
            .with_poll_interval(poll);
        assert!(!wait.await.unwrap().all_done());
        lab.clock().sleeps().split_off(slept)
    };
    let expected: [(PollInterval, &[f64]); 2] = [
        (
            PollInterval::default(),
            &[2.0, 3.0, 4.5, 6.75, 10.125, 15.0, 15.0, 15.0],
        ),
        (
            PollInterval::between(Duration::from_secs(8), Duration::from_secs(10)),
            &[8.0, 10.0, 10.0, 10.0, 10.0, 10.0],
        ),
    ];
    for (poll, expected) in expected {
        let pauses = pauses_of(poll).await;
        for (pause, least) in pauses.iter().zip(expected) {
            let range = *least..=*least * 1.1;
            assert!(
                range.contains(&pause.as_secs_f64()),
                "{pauses:?}, {expected:?}"
            );
        }
        assert!(pauses.len() >= expected.len(), "{pauses:?}");
    }
}

#[tokio::test]
async fn polls_obey_retry_after_and_the_wait_continues() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    let mark = lab.mark();
    lab.fault(LIST, Fault::too_many_requests(RetryAfter::Seconds(40)));
    let waited = started.wait().await.unwrap();
    assert!(waited.iter().all(|log| log.is_confirmed()));
    let times = lab.since(mark).times(LIST);
    let gap = times[1].duration_since(times[0]).unwrap().as_secs_f64();
    assert!((40.0..=44.0).contains(&gap), "{gap}");
}

#[tokio::test]
async fn failed_polls_end_the_wait_only_at_the_deadline() {
    let lab = Lab::open().await;
    let faults = [
        Fault::status(500),
        Fault::reset(),
        Fault::hang(),
        Fault::login_page(),
        Fault::empty(),
        Fault::truncate(10),
    ];
    for fault in faults {
        let name = fault.to_string();
        let rerun = lab.rerun(lab.idle(1).await);
        let started = rerun.with_baseline().await.unwrap();
        lab.fault(LIST, fault);
        let waited = started.wait().await.expect(&name);
        assert!(
            waited.iter().all(|log| log.is_confirmed()),
            "{name}: {waited:?}"
        );
    }

    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    for _ in 0..200 {
        lab.fault(LIST, Fault::login_page());
    }
    let error = started.wait().await.unwrap_err();
    assert!(error.is_invalid_response(), "{error}");
    lab.faults().clear();
    assert!(started.wait().await.unwrap().all_done(), "nothing was lost");
}

#[tokio::test]
async fn a_final_refusal_ends_the_wait_at_once() {
    let lab = Lab::open().await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    for status in [401, 403] {
        let mark = lab.mark();
        lab.fault(LIST, Fault::status(status));
        let error = started.wait().await.unwrap_err();
        assert_eq!(error.status(), Some(status));
        assert_eq!(lab.since(mark).count(LIST), 1);
    }
}

#[tokio::test]
async fn hanging_polls_end_soon_after_the_deadline() {
    let lab = Lab::with_quirks(stuck()).await;
    let rerun = lab.rerun(lab.idle(1).await);
    let started = rerun.with_baseline().await.unwrap();
    let deadline = Duration::from_secs(30);
    for answered in [0, 1, 2] {
        for _ in 0..answered {
            lab.fault(LIST, Fault::none());
        }
        for _ in 0..20 {
            lab.fault(LIST, Fault::hang());
        }
        let began = lab.clock().elapsed();
        let ended = started.wait().with_timeout(deadline).await;
        let took = lab.clock().elapsed() - began;
        assert!(took <= deadline + Duration::from_secs(5), "{took:?}");
        // A wait that saw something says what; one that saw nothing says why.
        match ended {
            Ok(waited) => assert!(answered > 0 && !waited.all_done(), "{answered}: {waited:?}"),
            Err(error) => assert!(answered == 0 && error.is_timeout(), "{answered}: {error}"),
        }
        lab.faults().clear();
    }
}
