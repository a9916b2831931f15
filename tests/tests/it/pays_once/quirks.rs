//! Under every setting of the sandbox, call logs reported as accepted were paid for.

use std::time::Duration;

use cekura_sandbox::{Fault, Quirks};
use cekura_tests::Variations;

use super::calls::{Call, Care};

#[tokio::test]
async fn evidence_of_acceptance_is_true_under_every_setting() {
    let (mut proved, mut unproved) = (0, 0);
    let mut labs = Variations::open(Duration::from_secs(40)).await;
    for (name, quirks) in Quirks::variations() {
        let lab = labs.turn(quirks).await;
        for call in Call::BOTH {
            for fault in [Fault::reset(), Fault::reset().after_work()] {
                let name = format!("{name}, {call:?}, {fault}");
                let (logs, mark) = (lab.fresh(3), lab.mark());
                lab.fault(call.operation(), fault);
                let result = call.send(lab, &logs, Care::Baseline).await;
                assert_eq!(lab.since(mark).paid_requests(), 1, "{name}");
                let evidence = match &result {
                    Ok(started) => started.evidence(),
                    Err(error) => error.outcome_unknown().expect(&name).evidence(),
                };
                assert_eq!(evidence.len(), 3, "{name}");
                for found in evidence {
                    let paid = lab.paid(found.id);
                    assert!(paid <= 1, "{name}: {found:?}");
                    match found.evidence.is_strong() {
                        true => proved += paid,
                        false => unproved += paid,
                    }
                    assert!(
                        paid == 1 || !found.evidence.is_strong(),
                        "{name}: {found:?}"
                    );
                }
            }
        }
    }
    // What was paid for is proved in most cases; the rest leaves no trace that only an evaluation leaves.
    assert!(proved > 4 * unproved, "{proved} proved, {unproved} not");
}
