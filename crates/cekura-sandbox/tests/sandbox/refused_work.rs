//! Refusals, and how much of the work was done and charged before they were sent.

use cekura_sandbox::{Fault, FaultRate, FaultRates, FaultScript};
use serde_json::json;

use crate::client::{EVALUATE, detail, post, rerun, small, try_post, unreviewed};

const REFUSALS: [u16; 13] = [
    400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 503, 504,
];

#[tokio::test]
async fn every_refusal_comes_before_after_a_part_or_after_the_whole_of_the_work() {
    for status in REFUSALS {
        for (fault, done) in [
            (Fault::status(status), 0),
            (Fault::status(status).after_part(2), 2),
            (Fault::status(status).after_work(), 5),
        ] {
            let sandbox = small().start().await.unwrap();
            let ids: Vec<i64> = unreviewed(&sandbox).await[..5].to_vec();
            let before = detail(&sandbox, ids[0]).await;
            sandbox.faults().push(fault.clone());
            assert_eq!(rerun(&sandbox, &ids).await.status, status, "{fault}");
            let number = sandbox.request_log().last().unwrap().number;
            let ledger = sandbox.ledger();
            assert_eq!(ledger.call_logs(), ids[..done], "{fault}");
            assert_eq!(ledger.evaluations(), done as u64, "{fault}");
            assert!(
                ledger.entries().iter().all(|paid| paid.request == number),
                "{fault}"
            );
            let after = detail(&sandbox, ids[0]).await;
            assert_eq!(after["status"] == "evaluating", done > 0, "{fault}");
            assert_eq!(after == before, done == 0, "{fault}");
            let last = detail(&sandbox, ids[4]).await;
            assert_eq!(last["status"] == "evaluating", done == 5, "{fault}");
        }
    }
}

#[tokio::test]
async fn the_part_is_the_first_call_logs_as_asked_for() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310);
    let asked = [ids[4], ids[1], ids[4], ids[3], ids[0]];
    sandbox.faults().push(Fault::status(402).after_part(2));
    assert_eq!(rerun(&sandbox, &asked).await.status, 402);
    assert_eq!(sandbox.ledger().call_logs(), [ids[1], ids[4]]);

    let body = json!({"agent_id": 310, "call_logs": [ids[5], ids[6]], "metrics": [71]});
    sandbox.faults().push(Fault::reset().after_part(1));
    assert!(try_post(&sandbox, EVALUATE, &body).await.is_err());
    assert_eq!(sandbox.ledger().evaluations_of(ids[5]), 1);
    assert_eq!(sandbox.ledger().evaluations_of(ids[6]), 0);
}

#[tokio::test]
async fn a_part_larger_than_the_request_is_all_of_it() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310)[..3].to_vec();
    sandbox.faults().push(Fault::status(409).after_part(90));
    assert_eq!(rerun(&sandbox, &ids).await.status, 409);
    assert_eq!(sandbox.ledger().call_logs(), ids);
}

#[tokio::test]
async fn refusals_after_a_part_come_from_a_file_and_by_chance() {
    let script: FaultScript =
        "{\"fault\": \"status\", \"status\": 400, \"when\": \"after_part\", \"part\": 1}\n\
         {\"rates\": {\"others\": [{\"rate\": 1, \"fault\": {\"fault\": \"status\", \"status\": 409, \"part\": 2}}]}}"
            .parse()
            .unwrap();
    let chance = FaultRate {
        rate: 1.0,
        fault: Fault::status(409).after_part(2),
    };
    let sandbox = small().faults(script).start().await.unwrap();
    let rates = FaultRates {
        others: vec![chance],
        ..FaultRates::default()
    };
    assert_eq!(sandbox.faults().rates(), rates);
    let ids = sandbox.call_log_ids_of(310);
    assert_eq!(rerun(&sandbox, &ids[..3]).await.status, 400);
    assert_eq!(sandbox.ledger().call_logs(), ids[..1]);
    assert_eq!(rerun(&sandbox, &ids[3..9]).await.status, 409);
    assert_eq!(
        sandbox.ledger().call_logs(),
        [ids[0], ids[3], ids[4]],
        "two more"
    );
}

#[tokio::test]
async fn credits_that_end_in_the_middle_of_a_batch_pay_for_its_beginning() {
    let quirks = cekura_sandbox::Quirks {
        out_of_credits: cekura_sandbox::OutOfCredits::Partial,
        ..cekura_sandbox::Quirks::default()
    };
    let sandbox = small()
        .credits("1.00")
        .quirks(quirks)
        .start()
        .await
        .unwrap();
    let ids = sandbox.call_log_ids_of(310)[..3].to_vec();
    let body = json!({"agent_id": 310, "call_logs": ids, "metrics": [71, 72]});
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 402);
    assert_eq!(sandbox.ledger().call_logs(), ids[..2]);
    assert_eq!(sandbox.ledger().credits_spent().to_string(), "0.80");
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 400, "busy");
}
