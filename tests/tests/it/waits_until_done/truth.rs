//! Compares the results of a wait with the evaluations in the sandbox's ledger.

use cekura::CallLogId;
use cekura::reevaluation::{CallLogResult, Reevaluation, Wait, WaitOutcome, WaitResults};
use cekura_tests::Lab;

/// How one wait ended, compared with the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Confirmed,
    Inferred,
    InferredTooEarly,
    TimedOut,
}

/// Waits for one call log and compares the result with the ledger and the judge.
///
/// The clock stands still meanwhile, so that a premature result is noticed.
pub(super) async fn wait_for_one(
    name: &str,
    lab: &Lab,
    started: &Reevaluation,
    set_up: impl FnOnce(Wait<'_>) -> Wait<'_>,
) -> End {
    let id = started.targets()[0];
    let waited = set_up(started.wait()).await.expect(name);
    let over = lab.judged(id) == lab.paid(id);
    let log = only(waited);
    match &log.outcome {
        WaitOutcome::Confirmed(rule) => {
            assert!(lab.paid(id) > 0, "{name}: {id} was never evaluated, {rule}");
            assert!(over, "{name}: {id} is still being evaluated, {rule}");
            shows_the_last_verdicts(name, lab, &log);
            End::Confirmed
        }
        WaitOutcome::Inferred if over && lab.paid(id) > 0 => {
            shows_the_last_verdicts(name, lab, &log);
            End::Inferred
        }
        WaitOutcome::Inferred => End::InferredTooEarly,
        WaitOutcome::TimedOut { last } => {
            assert!(last.is_some(), "{name}: {id} was polled");
            assert!(log.after.is_none(), "{name}: {id}");
            End::TimedOut
        }
        other => panic!("{name}: {id} ended in a way that is new here: {other:?}"),
    }
}

pub(super) fn only(waited: WaitResults) -> CallLogResult {
    assert_eq!(waited.len(), 1);
    waited.into_iter().next().expect("one call log")
}

/// The result has, for each metric, what the judge said last.
pub(super) fn shows_the_last_verdicts(name: &str, lab: &Lab, log: &CallLogResult) {
    let verdicts = lab.sandbox().verdicts(log.id.0);
    let after = log.after.as_ref().expect("a result");
    assert_eq!(after.id, Some(log.id), "{name}");
    assert!(!after.metrics().is_empty(), "{name}: {}", log.id);
    for metric in after.metrics() {
        let id = metric.id.expect("the metric's number");
        let last = verdicts.iter().rfind(|verdict| verdict.metric == id.0);
        let last = last.expect("a verdict for each metric");
        let said = (metric.score, metric.passed, metric.enum_.as_deref());
        let true_ = (last.score, last.passed, last.choice);
        assert_eq!(said, true_, "{name}: {} by metric {id}", log.id);
    }
}

/// Which of the logs the judge is really done with.
pub(super) fn really_done(sandbox: &cekura_sandbox::Sandbox, ids: &[CallLogId]) -> usize {
    let ledger = sandbox.ledger();
    let done = |id: &&CallLogId| {
        let last = sandbox.verdicts(id.0).iter().map(|v| v.evaluation).max();
        let paid = ledger.evaluations_of(id.0);
        paid > 0 && u64::from(last.unwrap_or(0)) == paid
    };
    ids.iter().filter(done).count()
}
