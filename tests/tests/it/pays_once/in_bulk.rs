//! Hundreds of call logs under random faults.

use std::collections::BTreeMap;

use cekura::CallLogId;
use cekura_sandbox::{FaultRates, FaultScript};
use cekura_tests::Lab;

use super::calls::{Call, Care};

#[tokio::test]
async fn under_random_faults_each_call_log_is_paid_once_and_reported_truly() {
    let rates = FaultRates {
        lost_after_work: 0.15,
        lost_before_work: 0.15,
        bad_gateway_after_work: 0.1,
        unavailable_before_work: 0.1,
        too_many_requests: 0.2,
        operation: Some("call_logs_rerun_evaluation".to_owned()),
        ..FaultRates::default()
    };
    let mut doubts = Vec::new();
    for care in [Care::Plain, Care::Baseline, Care::Resend] {
        let lab =
            Lab::with(|sandbox| sandbox.faults(FaultScript::default().with_rates(rates.clone())))
                .await;
        let mut in_doubt = 0;
        for _ in 0..30 {
            let logs = lab.idle(5).await;
            for (id, claim) in claims(&lab, &logs, care).await {
                let paid = lab.paid(id);
                let fits = match claim {
                    Claim::Accepted => paid == 1,
                    Claim::Refused => paid == 0,
                    Claim::InDoubt => paid <= 1,
                };
                assert!(
                    fits,
                    "{care:?}: {id} is {claim:?} and was paid {paid} times"
                );
                in_doubt += u32::from(claim == Claim::InDoubt);
            }
        }
        doubts.push(in_doubt);
    }
    // Of 150: reading back finds what was done, and resending completes most of the rest.
    assert!(doubts[0] > doubts[1] && doubts[1] > doubts[2], "{doubts:?}");
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Claim {
    Accepted,
    Refused,
    InDoubt,
}

/// What the client says about each log.
async fn claims(lab: &Lab, logs: &[CallLogId], care: Care) -> BTreeMap<CallLogId, Claim> {
    let all = |claim| logs.iter().map(|id| (*id, claim)).collect();
    let error = match Call::Rerun.send(lab, logs, care).await {
        Ok(_) => return all(Claim::Accepted),
        Err(error) => error,
    };
    let Some(unknown) = error.outcome_unknown() else {
        assert!(error.is_rate_limited(), "{error}");
        return all(Claim::Refused);
    };
    let mut claims: BTreeMap<_, _> = all(Claim::InDoubt);
    claims.extend(unknown.accepted().map(|id| (id, Claim::Accepted)));
    claims
}
