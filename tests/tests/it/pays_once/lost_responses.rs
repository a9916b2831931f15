//! Every way of losing a response, with both paid calls, plain, with a baseline and with resending.

use std::time::Duration;

use cekura::reevaluation::{Acceptance, Reevaluation};
use cekura::{CallLogId, Error, Evidence};
use cekura_sandbox::{Fault, Sandbox};
use cekura_tests::{Lab, Tally};

use super::calls::{Call, Care};
use super::response_faults::{ResponseFault, Shows, response_faults};

/// How long an evaluation takes: longer than an attempt's limit, so that it still shows when a hang is given up.
const JUDGE_TIME: Duration = Duration::from_secs(240);

#[tokio::test]
async fn rerun_without_baseline() {
    matrix(Call::Rerun, Care::Plain).await;
}

#[tokio::test]
async fn rerun_with_baseline() {
    matrix(Call::Rerun, Care::Baseline).await;
}

#[tokio::test]
async fn rerun_with_resend() {
    matrix(Call::Rerun, Care::Resend).await;
}

#[tokio::test]
async fn evaluate_without_baseline() {
    matrix(Call::Evaluate, Care::Plain).await;
}

#[tokio::test]
async fn evaluate_with_baseline() {
    matrix(Call::Evaluate, Care::Baseline).await;
}

#[tokio::test]
async fn evaluate_with_resend() {
    matrix(Call::Evaluate, Care::Resend).await;
}

async fn matrix(call: Call, care: Care) {
    let elsewhere = Sandbox::builder().start().await.expect("a free port");
    let lab = Lab::with(|sandbox| sandbox.evaluation_time(JUDGE_TIME)).await;
    for fault in response_faults(elsewhere.url()) {
        let case = Case {
            logs: lab.idle(2).await,
            lab: &lab,
            call,
            care,
            fault,
        };
        case.check().await;
    }
    assert_eq!(lab.faults().remaining(), 0, "every fault struck");
    assert!(
        elsewhere.request_log().is_empty(),
        "nobody followed a redirect"
    );
}

struct Case<'a> {
    lab: &'a Lab,
    call: Call,
    care: Care,
    fault: ResponseFault,
    logs: Vec<CallLogId>,
}

impl Case<'_> {
    async fn check(&self) {
        let name = format!("{:?} {:?}: {}", self.call, self.care, self.fault.name());
        let (mark, before) = (self.lab.mark(), self.lab.clock().elapsed());
        self.lab
            .fault(self.call.operation(), self.fault.fault.clone());
        let result = self.call.send(self.lab, &self.logs, self.care).await;
        let arrived = self.lab.since(mark);

        let resends = self.care == Care::Resend && !self.fault.done;
        let times = 1 + usize::from(resends && self.fault.shows == Shows::Nothing);
        assert_eq!(arrived.paid_requests(), times, "{name}: requests sent");
        let paid = u64::from(self.fault.done || resends);
        assert_eq!(self.lab.paid_each(&self.logs), [paid; 2], "{name}: paid");

        match (self.fault.shows, self.care) {
            (Shows::Acceptance, _) => self.accepted(&name, result).await,
            (_, Care::Plain) => self.unknown(&name, &result, &[]),
            (_, Care::Baseline) if !self.fault.done => {
                self.unknown(&name, &result, &[Evidence::Unchanged; 2]);
                let read_for = self.lab.clock().elapsed() - before;
                self.read_back_long_enough(&name, &arrived, read_for);
            }
            (_, _) if self.fault.done => self.reconciled(&name, result).await,
            (_, _) => {
                let started = result.expect(&name);
                assert!(
                    matches!(started.acceptance(), Acceptance::Responded),
                    "{name}"
                );
                self.ends_confirmed(&name, &started).await;
            }
        }
    }

    fn unknown(&self, name: &str, result: &Result<Reevaluation, Error>, found: &[Evidence]) {
        let error = result.as_ref().expect_err(name);
        let unknown = error.outcome_unknown();
        let unknown = unknown.unwrap_or_else(|| panic!("{name}: {error}"));
        assert_eq!(
            unknown.targets(),
            self.logs,
            "{name}: names what it is about"
        );
        assert!(!unknown.targeted_all(), "{name}");
        let evidence: Vec<_> = unknown.evidence().iter().map(|e| e.evidence).collect();
        assert_eq!(evidence, found, "{name}: evidence");
        assert_eq!(error.operation(), Some(self.call.operation()), "{name}");
    }

    fn read_back_long_enough(&self, name: &str, arrived: &Tally, read_for: Duration) {
        let reads = arrived.count("call_logs_retrieve");
        let twice_after_the_baseline = 3 * self.logs.len();
        assert!(reads >= twice_after_the_baseline, "{name}: {reads} reads");
        assert!(read_for >= Duration::from_secs(60), "{name}: {read_for:?}");
    }

    async fn accepted(&self, name: &str, result: Result<Reevaluation, Error>) {
        let started = result.expect(name);
        let Acceptance::InvalidResponse(error) = started.acceptance() else {
            panic!("{name}: {:?}", started.acceptance());
        };
        assert!(started.request_error().is_none(), "{name}");
        assert!(
            error.is_invalid_response() && error.body().is_some(),
            "{name}: {error:?}"
        );
        if self.care == Care::Plain {
            // There is nothing to count changes from: the end can be inferred, not confirmed.
            let ended = started.wait().await.expect(name);
            assert!(ended.all_done(), "{name}: {ended:?}");
        } else {
            self.ends_confirmed(name, &started).await;
        }
    }

    async fn reconciled(&self, name: &str, result: Result<Reevaluation, Error>) {
        let started = result.expect(name);
        let Acceptance::Reconciled(evidence) = started.acceptance() else {
            panic!("{name}: {:?}", started.acceptance());
        };
        assert_eq!(evidence.len(), 2, "{name}");
        assert!(
            evidence.iter().all(|e| e.evidence.is_strong()),
            "{name}: {evidence:?}"
        );
        let failure = started.request_error().expect(name);
        assert!(
            !failure.is_outcome_unknown(),
            "{name}: says what was seen: {failure}"
        );
        self.ends_confirmed(name, &started).await;
    }

    async fn ends_confirmed(&self, name: &str, started: &Reevaluation) {
        for log in started.wait().await.expect(name) {
            assert!(log.is_confirmed(), "{name}: {} {:?}", log.id, log.outcome);
            assert_eq!(self.lab.judged(log.id), 1, "{name}: {}", log.id);
        }
    }
}

/// Work that begins long after every read: each request is charged in the end, and the client says how many there were.
#[tokio::test]
async fn late_work_is_charged_once_per_request_sent() {
    let lab = Lab::open().await;
    for call in Call::BOTH {
        for (care, sends) in [(Care::Baseline, 1), (Care::Resend, 2)] {
            let (logs, mark) = (lab.idle(2).await, lab.mark());
            for _ in 0..8 {
                let late = Fault::late(Duration::from_secs(400));
                lab.fault(call.operation(), late);
            }
            let error = call.send(&lab, &logs, care).await.unwrap_err();
            let unknown = error.outcome_unknown().expect("an unknown outcome");
            assert_eq!(unknown.sends_possibly_charged(), sends, "{call:?} {care:?}");
            lab.faults().clear();
            lab.sandbox().advance(Duration::from_secs(2_000));
            assert_eq!(lab.since(mark).paid_requests(), sends as usize);
            assert_eq!(lab.paid_each(&logs), [u64::from(sends); 2], "{call:?}");
        }
    }
}
